import { serveTasks, type Sent } from '../mail/worker-pool.ts';
import { parsePdf } from './parse-pdf.ts';
import type { PdfAnswer, PdfTask } from './pdf-tasks.ts';

serveTasks(async (task: PdfTask): Promise<Sent<PdfAnswer>> => ({
  value: await parsePdf(task),
  transfer: [],
}));
