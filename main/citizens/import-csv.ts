import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { dayAt } from '../days.ts';
import { appendAuditMany, type Actor } from '../store/audit.ts';
import type { AuditDetails } from '../store/audit-model.ts';
import {
  importPhones,
  insertCitizens,
  knownCitizens,
  nextCitizenId,
  phoneHolders,
  updateCitizens,
  type KnownCitizen,
} from '../store/citizen-bulk.ts';
import { indexCitizens } from '../store/citizen-index.ts';
import type { Store, Tx } from '../store/store.ts';
import { BATCH, batches, openTable, type Rejection } from './csv-table.ts';
import { IMPORT_COLUMNS, REQUIRED_COLUMNS, readImportRow, type ImportRow } from './import-row.ts';
import type { CitizenImportReport } from './model.ts';
import { maskPhone } from './phones.ts';
import { citizenIndexRow, documentName } from './search.ts';

const PHONE_REASON = 'Importación de ciudadanos';

type ImportInput = {
  readonly csv: string;
  readonly skipBad: boolean;
  readonly dryRun: boolean;
};

/** Who watches an import: told of rows done of how many, null while they are still counted. */
export type ImportWatch = {
  readonly signal: AbortSignal;
  progress(done: number, total: number | null): void;
};

const UNWATCHED: ImportWatch = { signal: new AbortController().signal, progress: () => undefined };

/**
 * Creates the citizens of a CSV text and brings those with the same document up to date. All or nothing, unless
 * `skipBad` leaves out the rows that cannot be taken; with `dryRun` only the report is made. An empty cell leaves what
 * is on record, a different phone opens a new record. `updated` counts every row whose citizen was there, also without
 * a difference, so that read = created + updated + rows rejected. A number that comes to stand on two records is taken
 * and reported: who has it is for people to find out. Cancelled, it rejects and nothing is imported.
 */
export async function importCitizens(
  store: Store,
  actor: Actor,
  { csv, skipBad, dryRun }: ImportInput,
  watch: ImportWatch = UNWATCHED,
): Promise<CitizenImportReport> {
  const file = await readFile(csv, dayAt(store.clock.now(), 'Europe/Madrid'), watch);
  if (dryRun || file.unusable || (file.rejected.length > 0 && !skipBad)) {
    const plan = await makePlan(store, file);
    return reportOf(file, plan, dryRun && (skipBad || plan.rejected.length === 0));
  }
  return store.write(async (tx) => {
    const plan = await makePlan(store, file);
    if (plan.rejected.length > 0 && !skipBad) return reportOf(file, plan, false);
    await apply(store, tx, actor, plan, watch);
    const report = reportOf(file, plan, true);
    await store.audit(
      {
        actor,
        action: 'citizen.imported',
        objectType: 'CITIZEN',
        details: {
          read: report.read,
          created: report.created,
          updated: report.updated,
          sharedPhones: report.flagged.length,
          rejectedLines: new Set(report.rejected.map((rejection) => rejection.line)).size,
          sha256: createHash('sha256').update(csv).digest('hex'),
        },
      },
      tx,
    );
    return report;
  });
}

type ImportFile = {
  readonly read: number;
  readonly rows: readonly ImportRow[];
  readonly rejected: readonly Rejection[];
  /** The header is wrong: no row can be taken, whatever is skipped. */
  readonly unusable: boolean;
};

async function readFile(csv: string, today: string, watch: ImportWatch): Promise<ImportFile> {
  const table = openTable(csv, IMPORT_COLUMNS, REQUIRED_COLUMNS);
  if (table.headerFaults !== null) return { read: 0, rows: [], rejected: table.headerFaults, unusable: true };
  const rows: ImportRow[] = [];
  const rejected: Rejection[] = [];
  const lineOf = new Map<string, number>();
  let read = 0;
  for (const record of table.rows) {
    read += 1;
    if (read % BATCH === 0) await pause(watch, read, null);
    if (!('cells' in record)) {
      rejected.push(record);
      continue;
    }
    const { line, cells } = record;
    const row = readImportRow(line, cells, today);
    if (!('document' in row)) {
      rejected.push(...row);
      continue;
    }
    const earlier = lineOf.get(documentName(row.document));
    if (earlier === undefined) {
      lineOf.set(documentName(row.document), line);
      rows.push(row);
    } else {
      rejected.push({ line, field: 'id', reason: `Repite el documento de la línea ${earlier}.` });
    }
  }
  return { read, rows, rejected, unusable: false };
}

type Plan = {
  readonly created: readonly ImportRow[];
  readonly matched: readonly { readonly row: ImportRow; readonly citizen: KnownCitizen }[];
  readonly rejected: readonly Rejection[];
  /** Taken, with a word of warning. */
  readonly flagged: readonly Rejection[];
};

/** Which rows are new, and whom the others are about. */
async function makePlan(store: Store, file: ImportFile): Promise<Plan> {
  const created: ImportRow[] = [];
  const matched: { row: ImportRow; citizen: KnownCitizen }[] = [];
  const rejected = [...file.rejected];
  const lineOf = new Map<number, number>();
  for (const rows of batches(file.rows)) {
    const known = knownCitizens(
      store.sql,
      rows.map((row) => row.document),
    );
    const byDocument = new Map(known.map((citizen) => [documentName(citizen.document), citizen]));
    for (const row of rows) {
      const citizen = byDocument.get(documentName(row.document));
      if (citizen === undefined) {
        created.push(row);
        continue;
      }
      const earlier = lineOf.get(citizen.id);
      if (earlier === undefined) {
        lineOf.set(citizen.id, row.line);
        matched.push({ row, citizen });
      } else {
        const reason = `Es de la misma persona que la línea ${earlier}, con otro documento.`;
        rejected.push({ line: row.line, field: 'id', reason });
      }
    }
    await setImmediate();
  }
  const flagged = await sharedPhones(store, created, matched);
  return { created, matched, rejected: rejected.sort((a, b) => a.line - b.line), flagged };
}

/** Rows that put a number on a second record: it may have been given to somebody else since, or be a household's. */
async function sharedPhones(
  store: Store,
  created: readonly ImportRow[],
  matched: Plan['matched'],
): Promise<Rejection[]> {
  const owners = [
    ...created.map((row) => ({ row, citizenId: null })),
    ...matched.map(({ row, citizen }) => ({ row, citizenId: citizen.id })),
  ].sort((a, b) => a.row.line - b.row.line);
  const flagged: Rejection[] = [];
  const lineOf = new Map<string, number>();
  const newPhone = new Map(matched.map(({ row, citizen }) => [citizen.id, row.phone]));
  // Whoever gets another number from this same file is not its holder any more.
  const keeps = ({ e164, citizenId, contactSet }: ReturnType<typeof phoneHolders>[number]): boolean =>
    contactSet !== 'ELECTRONIC' || (newPhone.get(citizenId) ?? e164) === e164;
  for (const rows of batches(owners)) {
    const e164s = rows.flatMap(({ row }) => row.phone ?? []);
    const holders = Map.groupBy(phoneHolders(store.sql, e164s), ({ e164 }) => e164);
    for (const { row, citizenId } of rows) {
      if (row.phone === null) continue;
      const { line } = row;
      const earlier = lineOf.get(row.phone);
      if (earlier !== undefined) {
        flagged.push({ line, field: 'phone', reason: `Es también el teléfono de la línea ${earlier}.` });
      } else if (holders.get(row.phone)?.some((one) => one.citizenId !== citizenId && keeps(one))) {
        flagged.push({ line, field: 'phone', reason: 'Consta también en la ficha de otra persona.' });
      }
      lineOf.set(row.phone, earlier ?? line);
    }
    await setImmediate();
  }
  return flagged;
}

function reportOf(file: ImportFile, plan: Plan, applied: boolean): CitizenImportReport {
  return {
    read: file.read,
    created: applied ? plan.created.length : 0,
    updated: applied ? plan.matched.length : 0,
    rejected: [...plan.rejected],
    flagged: applied ? [...plan.flagged] : [],
  };
}

async function apply(store: Store, tx: Tx, actor: Actor, plan: Plan, watch: ImportWatch): Promise<void> {
  const now = store.clock.now();
  const total = plan.created.length + plan.matched.length;
  let done = 0;
  let nextId = await nextCitizenId(tx);
  for (const rows of batches(plan.created)) {
    await createBatch(tx, actor, now, rows, nextId);
    nextId += rows.length;
    await pause(watch, (done += rows.length), total);
  }
  for (const pairs of batches(plan.matched)) {
    await updateBatch(tx, actor, now, pairs);
    await pause(watch, (done += pairs.length), total);
  }
}

async function createBatch(
  tx: Tx,
  actor: Actor,
  now: Date,
  rows: readonly ImportRow[],
  firstId: number,
): Promise<void> {
  const people = rows.map((row, index) => ({ ...row, id: firstId + index, deceased: row.deceased ?? false }));
  await insertCitizens(tx, now, people);
  const phones = people.flatMap(({ id, phone }) =>
    phone === null ? [] : [{ citizenId: id, e164: phone, replacesId: null }],
  );
  await importPhones(tx, now, phones, { reason: PHONE_REASON, recordedById: actor.id });
  await indexCitizens(
    tx,
    people.map((person) =>
      citizenIndexRow(person, [person.document.number], person.phone === null ? [] : [person.phone]),
    ),
  );
}

async function updateBatch(
  tx: Tx,
  actor: Actor,
  now: Date,
  pairs: readonly { readonly row: ImportRow; readonly citizen: KnownCitizen }[],
): Promise<void> {
  const changes = pairs.map(changeOf).filter((change) => Object.keys(change.details).length > 0);
  const phones = changes.flatMap(({ phone }) => phone ?? []);
  await updateCitizens(
    tx,
    now,
    changes.map(({ after }) => after),
  );
  await importPhones(tx, now, phones, { reason: PHONE_REASON, recordedById: actor.id });
  await indexCitizens(
    tx,
    changes.map(({ after, citizen, phone }) =>
      citizenIndexRow(after, citizen.numbers, [...citizen.e164s, ...(phone === null ? [] : [phone.e164])]),
    ),
  );
  await appendAuditMany(
    tx,
    now,
    changes.map(({ citizen, details }) => ({
      actor,
      action: 'citizen.updated',
      objectType: 'CITIZEN',
      objectId: citizen.id,
      details,
    })),
  );
}

/** What a row changes of a record: its columns afterwards, the next phone, and from-to for the log. */
function changeOf({ row, citizen }: { readonly row: ImportRow; readonly citizen: KnownCitizen }) {
  const after = {
    id: citizen.id,
    givenName: row.givenName,
    surnames: row.surnames,
    birthDate: row.birthDate ?? citizen.birthDate,
    naf: row.naf ?? citizen.naf,
    email: row.email ?? citizen.email,
    address: row.address ?? citizen.address,
    deceased: row.deceased ?? citizen.deceased,
  };
  const details: AuditDetails = {};
  for (const field of [
    'givenName',
    'surnames',
    'birthDate',
    'naf',
    'email',
    'address',
    'deceased',
  ] as const) {
    if (after[field] === citizen[field]) continue;
    details[`${field}From`] = citizen[field];
    details[`${field}To`] = after[field];
  }
  if (row.phone === null || row.phone === citizen.phone?.e164)
    return { after, citizen, details, phone: null };
  details.phoneFrom = citizen.phone === null ? null : maskPhone(citizen.phone.e164);
  details.phoneTo = maskPhone(row.phone);
  const phone = { citizenId: citizen.id, e164: row.phone, replacesId: citizen.phone?.id ?? null };
  return { after, citizen, details, phone };
}

/** Lets others have their turn between two batches, and stops when the import was cancelled. */
async function pause(watch: ImportWatch, done: number, total: number | null): Promise<void> {
  watch.progress(done, total);
  await setImmediate();
  watch.signal.throwIfAborted();
}
