import { zstdDecompressSync } from 'node:zlib';
import { AppError } from '../errors.ts';
import { readAttachment, readNested, readStored } from './body.ts';
import type { ReadAnswer, ReadTask } from './reader-tasks.ts';
import { serveTasks, type Sent } from './worker-pool.ts';

serveTasks(async ({ zstd, limits, want }: ReadTask): Promise<Sent<ReadAnswer>> => {
  const raw = zstdDecompressSync(zstd);
  try {
    switch (want.kind) {
      case 'MESSAGE':
        return { value: { kind: 'MESSAGE', message: await readStored(raw, limits, want) }, transfer: [] };
      case 'ATTACHMENT': {
        const found = await readAttachment(raw, want, limits);
        const bytes = new Uint8Array(found.bytes);
        return { value: { kind: 'ATTACHMENT', facts: found.facts, bytes }, transfer: [bytes.buffer] };
      }
      case 'NESTED':
        return { value: { kind: 'NESTED', nested: await readNested(raw, want, limits) }, transfer: [] };
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      return { value: { kind: 'NOT_FOUND' }, transfer: [] };
    throw error;
  }
});
