import { activityPeople, listActivity } from '../supervision/activity.ts';
import { exportActivity } from '../supervision/export.ts';
import { api } from './guard.ts';

/** The log of what was done. */
export const auditRouter = {
  list: api.audit.list.handler(({ context, input }) => listActivity(context.store, input.filter, input)),

  people: api.audit.people.handler(({ context }) => activityPeople(context.store)),

  exportCsv: api.audit.exportCsv.handler(({ context, input }) =>
    exportActivity(context.store, context.actor, input.filter),
  ),
};
