import { AppError } from '../errors.ts';
import { belowFloor, type LadderSettings } from '../identity/ladder.ts';
import type { Actor } from '../store/audit.ts';
import type { AuditDetails } from '../store/audit-model.ts';
import type { Store, Tx } from '../store/store.ts';
import { certificateFingerprints } from './certificates.ts';
import { Settings, type SendingSettings } from './model.ts';

/** The whole of the settings is one row: they are read together and change seldom. */
const KEY = 'settings';

/** Before the office is set up: what the command line needs to read mail into a new data folder. */
const DEFAULTS: Settings = Settings.parse({
  office: { provinceCode: '28', officeName: 'Oficina sin configurar', mailboxAddress: '' },
});

/** The settings as saved; what an older version did not know yet comes with its default. */
export function loadSettings(store: Store): Promise<Settings> {
  const row = store.sql
    .prepare<[string], { value: string }>('SELECT value FROM "Setting" WHERE key = ?')
    .get(KEY);
  return Promise.resolve(row === undefined ? DEFAULTS : Settings.parse(JSON.parse(row.value)));
}

/**
 * Saves and logs every changed value with what it was before. Throws INVALID_INPUT: a level below its floor, or
 * `certificate`, the number of the trusted one that cannot be read.
 */
export async function saveSettings(store: Store, actor: Actor, next: Settings): Promise<Settings> {
  return store.write(async (tx) => {
    return replace(store, tx, actor, await read(tx), next);
  });
}

async function replace(
  store: Store,
  tx: Tx,
  actor: Actor,
  before: Settings,
  next: Settings,
): Promise<Settings> {
  const tooLow = belowFloor(next.ladder);
  if (tooLow.length > 0) throw new AppError('INVALID_INPUT', { fields: tooLow });
  const { trustedCertificates } = next.signatures;
  const trusted =
    trustedCertificates === before.signatures.trustedCertificates
      ? []
      : certificateFingerprints(trustedCertificates);
  if ('unreadable' in trusted) {
    throw new AppError('INVALID_INPUT', {
      fields: ['signatures.trustedCertificates'],
      certificate: trusted.unreadable,
    });
  }
  const details = changes(before, next);
  if (Object.keys(details).length === 0) return next;
  await writeSettings(store, tx, next);
  await store.audit({ actor, action: 'settings.changed', objectType: 'SETTINGS', details }, tx);
  return next;
}

/** The same for what each act needs to know of the writer; the rest stays as it is. */
export async function saveLadder(store: Store, actor: Actor, ladder: LadderSettings): Promise<Settings> {
  return store.write(async (tx) => {
    const before = await read(tx);
    return replace(store, tx, actor, before, { ...before, ladder });
  });
}

/** The same for how answers leave; the rest stays as it is. */
export async function saveSending(store: Store, actor: Actor, sending: SendingSettings): Promise<Settings> {
  return store.write(async (tx) => {
    const before = await read(tx);
    return replace(store, tx, actor, before, { ...before, sending });
  });
}

/** The same for the confidence under which a proposal needs a person. */
export async function saveReviewBelow(store: Store, actor: Actor, reviewBelow: number): Promise<Settings> {
  return store.write(async (tx) => {
    const before = await read(tx);
    return replace(store, tx, actor, before, { ...before, triage: { ...before.triage, reviewBelow } });
  });
}

/** Inside a transaction of the caller's, who also logs it. */
export async function writeSettings(store: Store, tx: Tx, value: Settings): Promise<void> {
  const updatedAt = store.clock.now();
  await tx.setting.upsert({
    where: { key: KEY },
    create: { key: KEY, value, updatedAt },
    update: { value, updatedAt },
  });
}

async function read(from: Pick<Tx, 'setting'>): Promise<Settings> {
  const row = await from.setting.findUnique({ where: { key: KEY } });
  return row === null ? DEFAULTS : Settings.parse(row.value);
}

/** `office.phoneFrom`, `office.phoneTo` and so on, for the values that differ. */
function changes(before: Settings, after: Settings): AuditDetails {
  const old = new Map(leaves(before));
  return Object.fromEntries(
    leaves(after)
      .filter(([name, value]) => old.get(name) !== value)
      .flatMap(([name, value]) => [
        [`${name}From`, old.get(name) ?? null],
        [`${name}To`, value],
      ]),
  );
}

function leaves(settings: Settings): [string, string | number | boolean][] {
  return Object.entries(settings).flatMap(([group, values]) =>
    Object.entries<string | number | boolean>(values).map(
      ([name, value]): [string, string | number | boolean] => [
        `${group}.${name}`,
        name === 'trustedCertificates' ? shortOf(String(value)) : value,
      ],
    ),
  );
}

/** Certificates as the log names them: by their fingerprints. */
function shortOf(pem: string): string {
  const trusted = certificateFingerprints(pem);
  return 'unreadable' in trusted ? '?' : trusted.join(' ');
}
