import { z } from 'zod';
import { LikelyType, Ta1Reading } from '../../documents/model.ts';
import { id, procedure } from './base.ts';

export const documents = {
  /** What a filled TA.1 says beside what is declared and on record. Takes nothing over. */
  readTa1: procedure.input(z.object({ caseId: id, attachmentId: id })).output(Ta1Reading),
  /** What attachments probably are, and why. A guess: nothing is read off a picture. */
  likelyTypes: procedure
    .input(z.object({ attachmentIds: z.array(id).min(1).max(200) }))
    .output(z.array(LikelyType.extend({ attachmentId: id }))),
  /** "Informe de datos identificativos y de domicilio", as a PDF. Throws NOT_ALLOWED_YET until identity is verified. */
  report: procedure.input(z.object({ caseId: id })).output(z.file()),
  /** The data of a TA.1 filled from the record, to be signed. Throws the same. */
  requestSheet: procedure
    .input(z.object({ caseId: id, cause: z.string().trim().min(3).max(200) }))
    .output(z.file()),
};
