import { openCitizenFile } from '../cases/citizen-file.ts';
import { createCitizen, updateCitizen } from '../citizens/edit.ts';
import { readNumber } from '../citizens/identifier-texts.ts';
import { importEmployment } from '../citizens/import-employment.ts';
import { importCitizens } from '../citizens/import-csv.ts';
import type { Citizen, CitizenImportReport, CitizenView } from '../citizens/model.ts';
import { citizenView } from '../citizens/record.ts';
import { searchCitizens } from '../citizens/search.ts';
import type { GuardedContext } from './context.ts';
import { api } from './guard.ts';

/** The registry of citizens. */
export const citizensRouter = {
  search: api.citizens.search.handler(({ context, input }) =>
    searchCitizens(context.store, context.actor, input),
  ),

  get: api.citizens.get.handler(({ context, input }) =>
    openCitizenFile(context.store, context.actor, input.citizenId),
  ),

  readNumber: api.citizens.readNumber.handler(({ input }) => readNumber(input.kind, input.text)),

  create: api.citizens.create.handler(async ({ context, input }) =>
    tell(context, await createCitizen(context.store, context.actor, input)),
  ),

  update: api.citizens.update.handler(async ({ context, input }) =>
    tell(context, await updateCitizen(context.store, context.actor, input)),
  ),

  /** Long work that everybody sees and can cancel; whoever asked for it gets the report. */
  import: api.citizens.import.handler(({ context, input }) => {
    const { promise, resolve, reject } = Promise.withResolvers<CitizenImportReport>();
    const label = input.dryRun ? 'se comprueba el archivo' : '';
    context.work.start('CITIZEN_IMPORT', label, async (handle) => {
      try {
        const report = await importCitizens(context.store, context.actor, input, handle);
        resolve(report);
        const { read, created, updated } = report;
        return { read, created, updated, rejected: report.rejected.length };
      } catch (error) {
        reject(error);
        throw error;
      }
    });
    return promise;
  }),

  importEmployment: api.citizens.importEmployment.handler(({ context, input }) =>
    importEmployment(context.store, context.actor, input),
  ),
};

function tell(context: GuardedContext, citizen: Citizen): CitizenView {
  context.events.publish('event', { type: 'CITIZEN_CHANGED', citizenId: citizen.id });
  return citizenView(citizen);
}
