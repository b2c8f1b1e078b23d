import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { dayAt } from '../days.ts';
import { appendAuditMany, type Actor } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { batches, openTable, type Rejection, type TableRow } from './csv-table.ts';
import { readDocument } from './import-row.ts';
import type { IdentityDocument } from './model.ts';
import { documentName } from './search.ts';
import { checkedNaf, isBirthDate, oneLine } from './validate.ts';
import { daysBetween, type EmploymentImportReport } from './working-life.ts';

/** The header, in any order. Whose row it is: the NAF, or type and number of a document. An empty `to`: it goes on. */
const COLUMNS = ['naf', 'idType', 'id', 'employer', 'from', 'to', 'days'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['employer', 'from', 'to', 'days'];

type Row = {
  readonly line: number;
  readonly naf: string | null;
  readonly document: IdentityDocument | null;
  readonly employer: string;
  readonly from: string;
  readonly to: string | null;
  readonly days: number;
};

/**
 * Puts the working lives of a CSV text on record. A person's rows are the whole of his working life: they take the place
 * of those imported before, and who is not in the file keeps his. All or nothing: with one bad row only the report is
 * made, as with `dryRun`. Nobody is created: who is not in the register is a bad row.
 */
export async function importEmployment(
  store: Store,
  actor: Actor,
  { csv, dryRun }: { readonly csv: string; readonly dryRun: boolean },
): Promise<EmploymentImportReport> {
  const now = store.clock.now();
  const { read, rows, rejected } = readFile(csv, dayAt(now, 'Europe/Madrid'));
  return store.write(async (tx) => {
    const plan = await makePlan(tx, rows);
    const faults = [...rejected, ...plan.rejected].sort((a, b) => a.line - b.line);
    if (faults.length > 0) return { read, people: 0, rejected: faults };
    const report = { read, people: plan.byCitizen.size, rejected: [] };
    if (dryRun || read === 0) return report;
    await replacePeriods(tx, actor, now, plan.byCitizen);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    const details = { read, people: report.people, sha256 };
    await store.audit({ actor, action: 'citizen.employmentImported', objectType: 'CITIZEN', details }, tx);
    return report;
  });
}

function readFile(csv: string, today: string): { read: number; rows: Row[]; rejected: Rejection[] } {
  const table = openTable(csv, COLUMNS, REQUIRED);
  if (table.headerFaults !== null) return { read: 0, rows: [], rejected: [...table.headerFaults] };
  const rows: Row[] = [];
  const rejected: Rejection[] = [];
  let read = 0;
  for (const record of table.rows) {
    read += 1;
    const row = 'cells' in record ? readRow(record, today) : [record];
    if ('employer' in row) rows.push(row);
    else rejected.push(...row);
  }
  return { read, rows, rejected };
}

function readRow({ line, cells }: TableRow<Column>, today: string): Row | Rejection[] {
  const faults: Rejection[] = [];
  const fault = (field: Column, reason: string) => {
    faults.push({ line, field, reason });
    return null;
  };
  const text = (field: Column) => {
    const value = oneLine(cells[field] ?? '');
    if (value.includes('\uFFFD')) fault(field, 'Tiene caracteres ilegibles: guarde el archivo en UTF-8.');
    return value;
  };
  const readDay = (field: 'from' | 'to') =>
    z.iso.date().safeParse(text(field)).success && isBirthDate(text(field), today)
      ? text(field)
      : fault(field, 'Debe ser un día ya pasado, escrito AAAA-MM-DD.');

  const naf =
    text('naf') === ''
      ? null
      : (checkedNaf(text('naf')) ?? fault('naf', 'No es un NAF: sus doce cifras no cuadran.'));
  const document = text('id') === '' ? null : readDocument(text('idType'), text('id'), fault);
  if (text('naf') === '' && text('id') === '') fault('naf', 'Falta el NAF o el documento de la persona.');
  const employer = text('employer');
  if (employer === '' || employer.length > 200) fault('employer', 'Debe tener entre 1 y 200 caracteres.');
  const from = readDay('from');
  const to = text('to') === '' ? null : readDay('to');
  if (from !== null && to !== null && to < from) fault('to', 'Es anterior al comienzo.');
  const days = /^\d{1,5}$/u.test(text('days'))
    ? Number(text('days'))
    : fault('days', 'Debe ser un número de días.');
  if (faults.length > 0 || from === null || days === null) return faults;
  const longest = daysBetween(from, to ?? today);
  if (days > longest) {
    return [
      { line, field: 'days', reason: `Del comienzo al final van ${longest} días: no pueden contar más.` },
    ];
  }
  return { line, naf, document, employer, from, to, days };
}

type Plan = {
  readonly byCitizen: ReadonlyMap<number, readonly Row[]>;
  readonly rejected: readonly Rejection[];
};

/** Whose rows they are. A row with NAF and document must say the same person with both. */
async function makePlan(tx: Tx, rows: readonly Row[]): Promise<Plan> {
  const byCitizen = new Map<number, Row[]>();
  const rejected: Rejection[] = [];
  const lineOf = new Map<string, number>();
  for (const batch of batches(rows)) {
    const find = await finder(tx, batch);
    for (const row of batch) {
      const [citizenId, ...others] = find(row);
      const key = JSON.stringify([citizenId, row.employer, row.from, row.to]);
      const earlier = lineOf.get(key);
      const field = row.naf === null ? 'id' : 'naf';
      const reject = (reason: string, where: Column = field) =>
        rejected.push({ line: row.line, field: where, reason });
      if (citizenId === undefined) reject('No consta en el registro de ciudadanos.');
      else if (others.length > 0) reject('Es de más de una persona del registro.');
      else if (earlier !== undefined) reject(`Repite el periodo de la línea ${earlier}.`, 'from');
      else {
        lineOf.set(key, row.line);
        const known = byCitizen.get(citizenId);
        if (known === undefined) byCitizen.set(citizenId, [row]);
        else known.push(row);
      }
    }
    await setImmediate();
  }
  return { byCitizen, rejected };
}

/** The citizens that a row can be about; none when NAF and document are of different ones. */
async function finder(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => number[]> {
  const nafs = rows.flatMap(({ naf }) => naf ?? []);
  const numbers = rows.flatMap(({ document }) => document?.number ?? []);
  const citizens = await tx.citizen.findMany({
    where: { naf: { in: nafs } },
    select: { id: true, naf: true },
  });
  const documents = await tx.identityDocument.findMany({
    where: { number: { in: numbers } },
    select: { type: true, number: true, citizenId: true },
  });
  const byNaf = Map.groupBy(citizens, ({ naf }) => naf);
  const byDocument = new Map(documents.map((one) => [documentName(one), one.citizenId]));
  return ({ naf, document }) => {
    const ofNaf = (byNaf.get(naf) ?? []).map(({ id }) => id);
    if (document === null) return ofNaf;
    const ofDocument = byDocument.get(documentName(document));
    if (ofDocument === undefined || (naf !== null && !ofNaf.includes(ofDocument))) return [];
    return [ofDocument];
  };
}

async function replacePeriods(tx: Tx, actor: Actor, now: Date, byCitizen: Plan['byCitizen']): Promise<void> {
  for (const people of batches([...byCitizen])) {
    const before = await tx.employmentPeriod.groupBy({
      by: ['citizenId'],
      where: { citizenId: { in: people.map(([citizenId]) => citizenId) } },
      _count: true,
    });
    const countBefore = new Map(before.map(({ citizenId, _count }) => [citizenId, _count]));
    await tx.employmentPeriod.deleteMany({
      where: { citizenId: { in: people.map(([citizenId]) => citizenId) } },
    });
    const data = people.flatMap(([citizenId, rows]) =>
      rows.map(({ employer, from, to, days }) => ({
        citizenId,
        employer,
        fromDate: from,
        toDate: to,
        days,
        importedAt: now,
        importedById: actor.id,
      })),
    );
    for (const part of batches(data)) await tx.employmentPeriod.createMany({ data: [...part] });
    await appendAuditMany(
      tx,
      now,
      people.map(([citizenId, rows]) => ({
        actor,
        action: 'citizen.updated',
        objectType: 'CITIZEN',
        objectId: citizenId,
        details: { employmentPeriodsFrom: countBefore.get(citizenId) ?? 0, employmentPeriodsTo: rows.length },
      })),
    );
    await setImmediate();
  }
}
