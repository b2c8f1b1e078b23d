import { z } from 'zod';
import {
  CatalogueEntry,
  CatalogueEntryData,
  CatalogueImportReport,
  ServiceMatch,
} from '../../catalogue/model.ts';
import { id, procedure, version } from './base.ts';

export const catalogue = {
  /** Everything, or what has each of the text's words at the beginning of one of its own. */
  list: procedure.input(z.object({ text: z.string().max(200).default('') })).output(z.array(CatalogueEntry)),
  /** What the writer can do on line, the likeliest first. */
  forMessage: procedure.input(z.object({ messageId: id })).output(z.array(ServiceMatch)),
  /** `id` null makes a new one. */
  save: procedure
    .input(CatalogueEntryData.extend({ id: id.nullable(), version: version.nullable() }))
    .output(CatalogueEntry),
  /** Everything, as `import` reads it. */
  exportCsv: procedure.output(z.object({ fileName: z.string(), csv: z.string() })),
  /** CSV text; all or nothing. `dryRun` checks without writing. */
  import: procedure
    .input(z.object({ csv: z.string().max(2_000_000), dryRun: z.boolean() }))
    .output(CatalogueImportReport),
};
