import { WorkerPool } from '../mail/worker-pool.ts';
import { scriptExtension } from '../paths.ts';
import { PDF_BOUNDS, type PdfAnswer, type PdfTask } from './pdf-tasks.ts';

/** One worker for the whole process, started by the first PDF that is read. */
const pool = new WorkerPool<PdfTask, PdfAnswer>({
  url: new URL(`./pdf-worker${scriptExtension}`, import.meta.url),
  workers: 1,
  timeoutMs: 5_000,
  worthAWorker: 1,
  send: (value) => ({ value, transfer: [] }),
  lost: () => ({ kind: 'REFUSED', problem: 'TOO_HARD' }),
});

/**
 * What a PDF from a stranger says: form fields and text, with their places. Away from the service's thread and within
 * `PDF_BOUNDS`; what cannot be read is answered with its reason, never thrown.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfAnswer> {
  if (bytes.byteLength > PDF_BOUNDS.bytes) return { kind: 'REFUSED', problem: 'TOO_BIG' };
  return pool.run({ bytes, bounds: PDF_BOUNDS });
}
