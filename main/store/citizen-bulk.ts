import type { Tx } from './store.ts';

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

/** Changes many records in one statement, each to a new version. */
export async function updateCitizens(tx: Tx, now: Date, rows: readonly CitizenColumns[]): Promise<void> {
  await tx.$executeRaw`UPDATE "Citizen" SET
      "givenName" = json_extract(j.value, '$.givenName'), "surnames" = json_extract(j.value, '$.surnames'),
      "birthDate" = json_extract(j.value, '$.birthDate'), "naf" = json_extract(j.value, '$.naf'),
      "email" = json_extract(j.value, '$.email'), "address" = json_extract(j.value, '$.address'),
      "deceased" = json_extract(j.value, '$.deceased'), "version" = "version" + 1, "updatedAt" = ${now.getTime()}
    FROM json_each(${JSON.stringify(rows)}) AS j WHERE "Citizen"."id" = json_extract(j.value, '$.id')`;
}
