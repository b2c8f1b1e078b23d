import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { AppError } from '../errors.ts';
import { compressedSource } from '../store/message-rows.ts';
import type { Store } from '../store/store.ts';

const decompress = promisify(zstdDecompress);

/** A message's bytes exactly as received, by their SHA-256 (lower-case hex). Throws NOT_FOUND. */
export async function readRawSource(store: Store, sha256: string): Promise<Uint8Array> {
  const compressed = compressedSource(store.sql, sha256);
  if (compressed === undefined) throw new AppError('NOT_FOUND');
  return decompress(compressed);
}
