import { listCatalogue, saveCatalogueEntry, servicesForMessage } from '../catalogue/catalogue.ts';
import { exportCatalogue } from '../catalogue/export-csv.ts';
import { importCatalogue } from '../catalogue/import-csv.ts';
import { api } from './guard.ts';

/** What can be done on line, and with which identification. */
export const catalogueRouter = {
  list: api.catalogue.list.handler(({ context, input }) => listCatalogue(context.store, input)),

  forMessage: api.catalogue.forMessage.handler(({ context, input }) =>
    servicesForMessage(context.store, input.messageId),
  ),

  save: api.catalogue.save.handler(({ context, input }) =>
    saveCatalogueEntry(context.store, context.actor, input),
  ),

  exportCsv: api.catalogue.exportCsv.handler(({ context }) => exportCatalogue(context.store, context.actor)),

  import: api.catalogue.import.handler(({ context, input }) =>
    importCatalogue(context.store, context.actor, input),
  ),
};
