import { z } from 'zod';
import { CaseMessage, CaseRow } from '../../cases/model.ts';
import { NumberKind, ReadNumber } from '../../citizens/identifier-texts.ts';
import { CitizenData, CitizenImportReport, CitizenRow, CitizenView } from '../../citizens/model.ts';
import { EmploymentImportReport } from '../../citizens/working-life.ts';
import { PhoneChange } from '../../citizens/phone-change-model.ts';
import { AuditEntry } from '../../store/audit-model.ts';
import { id, pageInput, procedure, version } from './base.ts';

export const citizens = {
  /** By name, document, NAF or phone; an empty text lists the newest. Recorded as a look-up when it names something. */
  search: procedure
    .input(pageInput.extend({ text: z.string().max(200).default('') }))
    .output(z.object({ rows: z.array(CitizenRow), nextCursor: id.nullable() })),
  /** Opens the record: an audit entry. */
  get: procedure.input(z.object({ citizenId: id })).output(
    z.object({
      citizen: CitizenView,
      phoneChanges: z.array(PhoneChange),
      cases: z.array(CaseRow),
      messages: z.array(CaseMessage),
      lookUps: z.array(AuditEntry), // who saw this record, newest first
    }),
  ),
  /** How a number is read, and what is wrong with it. Looks nobody up, so nothing is written down. */
  readNumber: procedure.input(z.object({ kind: NumberKind, text: z.string().max(100) })).output(ReadNumber),
  create: procedure.input(CitizenData).output(CitizenView),
  update: procedure.input(z.object({ citizenId: id, version, data: CitizenData })).output(CitizenView),
  /** CSV text; all or nothing unless `skipBad`. `dryRun` checks without writing. */
  import: procedure
    .input(z.object({ csv: z.string().max(50_000_000), skipBad: z.boolean(), dryRun: z.boolean() }))
    .output(CitizenImportReport),
  /** CSV text of whole working lives, in place of those before; all or nothing. `dryRun` checks without writing. */
  importEmployment: procedure
    .input(z.object({ csv: z.string().max(5_000_000), dryRun: z.boolean() }))
    .output(EmploymentImportReport),
};
