import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { AuditDetails } from '../store/audit-model.ts';
import { messageText } from '../store/search-index.ts';
import type { Store, Tx } from '../store/store.ts';
import { fold } from '../triage/fold.ts';
import type { Category, Kind } from '../triage/model.ts';
import { readBody } from '../triage/quoted.ts';
import { readable } from '../triage/readable.ts';
import { NO_IDENTIFICATION, WAYS } from './access.ts';
import { matchingServices } from './matching.ts';
import { CatalogueEntry, type CatalogueEntryData, type ServiceMatch } from './model.ts';

/**
 * The catalogue in its order, that of the electronic office's own sections. `text` keeps the entries in which each of
 * its words begins a word of name, section, words or ways in; case and accents make no difference.
 */
export async function listCatalogue(
  store: Store,
  { text = '' }: { readonly text?: string } = {},
): Promise<CatalogueEntry[]> {
  const asked = wordsOf(text);
  const entries = await allEntries(store.prisma);
  return entries.filter((entry) => {
    const ways = entry.access.length === 0 ? [NO_IDENTIFICATION] : entry.access.map((way) => WAYS[way].name);
    const words = wordsOf([entry.name, entry.section, ...entry.words, ...ways].join(' '));
    return asked.every((word) => words.some((candidate) => candidate.startsWith(word)));
  });
}

/**
 * What the writer of a message can do on line, by his own words and the message's category. A subject that names a
 * category in the mailbox's own words (seed 003) is looked at only when the text asks for nothing. Throws NOT_FOUND.
 */
export async function servicesForMessage(store: Store, messageId: number): Promise<ServiceMatch[]> {
  const message = await store.prisma.message.findUnique({
    where: { id: messageId },
    select: { subject: true, declaredCategory: true, category: true, kind: true },
  });
  if (message === null) throw new AppError('NOT_FOUND');
  const own = readable(readBody(messageText(store.sql, messageId)), message.kind as Kind).text;
  const entries = await allEntries(store.prisma);
  const matching = (text: string) => matchingServices(text, message.category as Category | null, entries);
  const found = message.declaredCategory === null ? [] : matching(own);
  return found.length > 0 ? found : matching(`${message.subject}\n${own}`);
}

type EntryInput = CatalogueEntryData & {
  /** Null makes a new one; then `version` is null too. */
  readonly id: number | null;
  readonly version: number | null;
};

/** Throws DUPLICATE when another entry of that kind for the same people has that name, STALE, NOT_FOUND. */
export async function saveCatalogueEntry(
  store: Store,
  actor: Actor,
  { id, version, ...data }: EntryInput,
): Promise<CatalogueEntry> {
  return store.write(async (tx) => {
    const entries = await allEntries(tx);
    const before = id === null ? null : entries.find((entry) => entry.id === id);
    if (before === undefined) throw new AppError('NOT_FOUND');
    const same = entries.find((entry) => entryKey(entry) === entryKey(data));
    if (same !== undefined && same.id !== id) throw new AppError('DUPLICATE', { field: 'name' });
    if (before !== null && before.version !== version)
      throw new AppError('STALE', { changed: ['catalogue'] });
    const entry = await writeEntry(store, tx, before, data);
    await store.audit(
      {
        actor,
        action: 'catalogue.saved',
        objectType: 'CATALOGUE',
        objectId: entry.id,
        details: { name: entry.name, ...changesOf(before, entry) },
      },
      tx,
    );
    return entry;
  });
}

/** Every entry, in the order in which they were shipped or added. */
export async function allEntries(db: Tx): Promise<CatalogueEntry[]> {
  const rows = await db.catalogueEntry.findMany({ orderBy: { id: 'asc' } });
  return rows.map((row) => CatalogueEntry.parse(row));
}

/** Two entries with the same key are one. */
export function entryKey({
  kind,
  audience,
  name,
}: Pick<CatalogueEntryData, 'kind' | 'audience' | 'name'>): string {
  return `${kind} ${audience} ${fold(name)}`;
}

/** Inside a transaction of the caller's, who also logs it; `before` null makes a new one. */
export async function writeEntry(
  store: Store,
  tx: Tx,
  before: Pick<CatalogueEntry, 'id' | 'version'> | null,
  data: CatalogueEntryData,
): Promise<CatalogueEntry> {
  const updatedAt = store.clock.now();
  const row =
    before === null
      ? await tx.catalogueEntry.create({ data: { ...data, updatedAt } })
      : await tx.catalogueEntry.update({
          where: { id: before.id },
          data: { ...data, updatedAt, version: before.version + 1 },
        });
  return CatalogueEntry.parse(row);
}

/** From-to pairs of what is different; everything of a new entry. */
export function changesOf(before: CatalogueEntry | null, after: CatalogueEntry): AuditDetails {
  const details: AuditDetails = {};
  for (const field of [
    'kind',
    'audience',
    'section',
    'name',
    'category',
    'active',
    'access',
    'words',
  ] as const) {
    const to = after[field];
    if (before === null) details[field] = to;
    else if (JSON.stringify(before[field]) !== JSON.stringify(to)) {
      details[`${field}From`] = before[field];
      details[`${field}To`] = to;
    }
  }
  return details;
}

function wordsOf(text: string): string[] {
  return fold(text)
    .replaceAll('@', 'a') // "Cl@ve" and "clave"
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
