import { z } from 'zod';
import { CaseDetail } from '../../cases/model.ts';
import { CaseHandover, HandoverFile, HandoverOverview } from '../../handover/model.ts';
import { id, procedure, version } from './base.ts';

/** An answer to a thousand changes with reasons is far smaller. */
const MAX_ANSWER_BYTES = 2 * 1024 * 1024;

export const handover = {
  overview: procedure.output(HandoverOverview),
  /** Puts what waits into the next batch. Throws NOT_ALLOWED_YET (NOTHING_TO_HAND_OVER). */
  make: procedure.output(HandoverOverview.extend({ batchId: id })),
  /** A file of a batch, the same bytes each time. */
  file: procedure.input(z.object({ batchId: id, file: HandoverFile })).output(z.file()),
  /** The central database's answer. Throws ANSWER_UNREADABLE, ANSWER_FOREIGN, ANSWER_REPEATED. */
  acknowledge: procedure
    .input(z.object({ file: z.file().max(MAX_ANSWER_BYTES) }))
    .output(HandoverOverview.extend({ accepted: z.number().int(), rejected: z.number().int() })),
  /** What became of the phone changes of a case. */
  ofCase: procedure.input(z.object({ caseId: id })).output(z.array(CaseHandover)),
  /** Takes a rejected change off the desk. */
  handle: procedure.input(z.object({ caseId: id, version, changeId: id })).output(CaseDetail),
};
