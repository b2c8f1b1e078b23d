import { z } from 'zod';
import { Correction, SupervisionOverview } from '../../supervision/model.ts';
import { AuditAction, AuditEntry, AuditObjectType, NO_USER } from '../../store/audit-model.ts';
import { id, pageInput, procedure } from './base.ts';

const csv = z.object({ fileName: z.string(), csv: z.string() });

export const supervision = {
  overview: procedure.output(SupervisionOverview),
  corrections: procedure
    .input(pageInput)
    .output(z.object({ rows: z.array(Correction), nextCursor: id.nullable() })),
  exportCsv: procedure
    .input(
      z.object({ table: z.enum(['FLOW', 'OPEN', 'AGE', 'LOAD', 'AGREEMENT', 'ACCURACY', 'CORRECTIONS']) }),
    )
    .output(csv),
};

export const AuditFilter = z.object({
  actorId: z
    .union([id, z.literal(NO_USER)])
    .nullable()
    .default(null),
  action: AuditAction.nullable().default(null),
  objectType: AuditObjectType.nullable().default(null),
  objectId: id.nullable().default(null),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const audit = {
  list: procedure
    .input(pageInput.extend({ filter: AuditFilter }))
    .output(z.object({ rows: z.array(AuditEntry), nextCursor: id.nullable() })),
  /** To filter by, also those who no longer work here. */
  people: procedure.output(z.array(z.object({ id, displayName: z.string(), active: z.boolean() }))),
  exportCsv: procedure.input(z.object({ filter: AuditFilter })).output(csv),
};
