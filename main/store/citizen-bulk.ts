import type { Sql } from './connection.ts';
import type { Tx } from './store.ts';

/** Statements over many records at once, the rows as JSON: for imports, where one at a time would take minutes. */

export type CitizenColumns = {
  readonly id: number;
  readonly givenName: string;
  readonly surnames: string;
  readonly birthDate: string | null;
  readonly naf: string | null;
  readonly email: string | null;
  readonly address: string | null;
  readonly deceased: boolean;
};

type DocumentColumns = { readonly type: string; readonly number: string };

/** A record as an import needs it. `numbers` and `e164s` are all of its documents and phones, past ones too. */
export type KnownCitizen = CitizenColumns & {
  readonly document: DocumentColumns;
  readonly numbers: readonly string[];
  readonly e164s: readonly string[];
  readonly phone: { readonly id: number; readonly e164: string } | null;
};

type KnownRow = Omit<KnownCitizen, 'document' | 'numbers' | 'e164s' | 'phone' | 'deceased'> & {
  readonly deceased: number;
  readonly type: string;
  readonly number: string;
  readonly numbers: string;
  readonly e164s: string;
  readonly phoneId: number | null;
  readonly phone: string | null;
};

/** The records that have one of the documents, once for each document found. */
export function knownCitizens(sql: Sql, documents: readonly DocumentColumns[]): KnownCitizen[] {
  return sql
    .prepare<[string], KnownRow>(
      `SELECT c.id, c.givenName, c.surnames, c.birthDate, c.naf, c.email, c.address, c.deceased, d.type, d.number,
         (SELECT json_group_array(number) FROM "IdentityDocument" WHERE citizenId = c.id) AS numbers,
         (SELECT json_group_array(e164) FROM "PhoneRecord" WHERE citizenId = c.id) AS e164s,
         p.id AS phoneId, p.e164 AS phone
       FROM json_each(?) j
       JOIN "IdentityDocument" d ON d.type = j.value ->> 'type' AND d.number = j.value ->> 'number'
       JOIN "Citizen" c ON c.id = d.citizenId
       LEFT JOIN "PhoneRecord" p ON p.citizenId = c.id AND p.validTo IS NULL AND p.contactSet = 'ELECTRONIC'`,
    )
    .all(JSON.stringify(documents))
    .map(({ type, number, numbers, e164s, phoneId, phone, deceased, ...columns }) => ({
      ...columns,
      deceased: deceased === 1,
      document: { type, number },
      numbers: JSON.parse(numbers) as string[],
      e164s: JSON.parse(e164s) as string[],
      phone: phoneId === null || phone === null ? null : { id: phoneId, e164: phone },
    }));
}

/** Whose record has which of these numbers now, in the electronic services' set or the general one. */
export function phoneHolders(
  sql: Sql,
  e164s: readonly string[],
): { readonly e164: string; readonly citizenId: number; readonly contactSet: string }[] {
  return sql
    .prepare<[string], { e164: string; citizenId: number; contactSet: string }>(
      `SELECT DISTINCT p.e164, p.citizenId, p.contactSet FROM json_each(?) j JOIN "PhoneRecord" p ON p.e164 = j.value
       WHERE p.validTo IS NULL`,
    )
    .all(JSON.stringify(e164s));
}

/** The id after the newest record's. */
export async function nextCitizenId(tx: Tx): Promise<number> {
  const newest = await tx.citizen.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  return (newest?.id ?? 0) + 1;
}

/** New records with one document each, under the ids given. */
export async function insertCitizens(
  tx: Tx,
  now: Date,
  rows: readonly (CitizenColumns & { readonly document: DocumentColumns })[],
): Promise<void> {
  const json = JSON.stringify(rows);
  const at = now.getTime();
  await tx.$executeRaw`INSERT INTO "Citizen"
      (id, "givenName", surnames, "birthDate", naf, email, address, deceased, "createdAt", "updatedAt")
    SELECT value ->> 'id', value ->> 'givenName', value ->> 'surnames', value ->> 'birthDate', value ->> 'naf',
      value ->> 'email', value ->> 'address', value ->> 'deceased', ${at}, ${at} FROM json_each(${json})`;
  await tx.$executeRaw`INSERT INTO "IdentityDocument" ("citizenId", type, number, "createdAt")
    SELECT value ->> 'id', value ->> '$.document.type', value ->> '$.document.number', ${at} FROM json_each(${json})`;
}

/** New values for records, each to a new version. */
export async function updateCitizens(tx: Tx, now: Date, rows: readonly CitizenColumns[]): Promise<void> {
  await tx.$executeRaw`UPDATE "Citizen" SET
      "givenName" = j.value ->> 'givenName', surnames = j.value ->> 'surnames',
      "birthDate" = j.value ->> 'birthDate', naf = j.value ->> 'naf', email = j.value ->> 'email',
      address = j.value ->> 'address', deceased = j.value ->> 'deceased',
      version = version + 1, "updatedAt" = ${now.getTime()}
    FROM json_each(${JSON.stringify(rows)}) AS j WHERE "Citizen".id = j.value ->> 'id'`;
}

/** Opens phone records for the electronic services, where codes go, and closes those that they replace. */
export async function importPhones(
  tx: Tx,
  now: Date,
  rows: readonly { readonly citizenId: number; readonly e164: string; readonly replacesId: number | null }[],
  common: { readonly reason: string; readonly recordedById: number | null },
): Promise<void> {
  const json = JSON.stringify(rows);
  await tx.$executeRaw`UPDATE "PhoneRecord" SET "validTo" = ${now.getTime()}
    WHERE id IN (SELECT value ->> 'replacesId' FROM json_each(${json}))`;
  await tx.$executeRaw`INSERT INTO "PhoneRecord"
      ("citizenId", "contactSet", e164, "validFrom", "replacesId", reason, origin, "recordedById")
    SELECT value ->> 'citizenId', 'ELECTRONIC', value ->> 'e164', ${now.getTime()}, value ->> 'replacesId', ${common.reason},
      'IMPORT', ${common.recordedById} FROM json_each(${json})`;
}
