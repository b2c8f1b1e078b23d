import { makeReport, makeRequestSheet, type MadeDocument } from '../documents/generate.ts';
import { likelyTypes } from '../documents/likely-types.ts';
import { readTa1 } from '../documents/ta1.ts';
import { api } from './guard.ts';

/** Forms that came in and papers that go out. */
export const documentsRouter = {
  readTa1: api.documents.readTa1.handler(({ context, input }) =>
    readTa1(context.store, context.actor, input),
  ),

  likelyTypes: api.documents.likelyTypes.handler(({ context, input }) =>
    likelyTypes(context.store, input.attachmentIds),
  ),

  report: api.documents.report.handler(async ({ context, input }) =>
    toFile(await makeReport(context.store, context.actor, input.caseId)),
  ),

  requestSheet: api.documents.requestSheet.handler(async ({ context, input }) =>
    toFile(await makeRequestSheet(context.store, context.actor, input)),
  ),
};

function toFile({ name, type, bytes }: MadeDocument): File {
  return new File([bytes], name, { type });
}
