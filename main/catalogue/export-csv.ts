import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { toCsv } from '../supervision/csv.ts';
import { allEntries } from './catalogue.ts';
import { AUDIENCES, CATALOGUE_COLUMNS, KINDS, NO_WAY, WAY_WORDS } from './import-csv.ts';

/** The whole catalogue as a CSV file that can be imported again; the export itself is an entry of the log. */
export async function exportCatalogue(
  store: Store,
  actor: Actor,
): Promise<{ readonly fileName: string; readonly csv: string }> {
  const entries = await allEntries(store.prisma);
  const rows = entries.map(({ kind, audience, section, name, access, category, words, active }) => [
    wordFor(KINDS, kind),
    wordFor(AUDIENCES, audience),
    section,
    name,
    access.length === 0 ? NO_WAY : access.map((way) => wordFor(WAY_WORDS, way)).join(', '),
    category,
    words.join(', '),
    active,
  ]);
  await store.audit({
    actor,
    action: 'data.exported',
    objectType: 'CATALOGUE',
    details: { rows: rows.length },
  });
  return { fileName: 'catalogo.csv', csv: toCsv(CATALOGUE_COLUMNS, rows) };
}

/** The word that is read back as the value. */
function wordFor<T>(meanings: Readonly<Record<string, T>>, value: T): string {
  return Object.entries(meanings).find(([, meaning]) => meaning === value)?.[0] ?? '';
}
