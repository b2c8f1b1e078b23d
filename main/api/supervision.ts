import { listCorrections } from '../supervision/corrections.ts';
import { exportSupervision } from '../supervision/export.ts';
import { supervisionOverview } from '../supervision/overview.ts';
import { api } from './guard.ts';

/** What a supervisor watches. */
export const supervisionRouter = {
  overview: api.supervision.overview.handler(({ context }) => supervisionOverview(context.store)),

  corrections: api.supervision.corrections.handler(({ context, input }) =>
    listCorrections(context.store, input),
  ),

  exportCsv: api.supervision.exportCsv.handler(({ context, input }) =>
    exportSupervision(context.store, context.actor, input.table),
  ),
};
