import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { projectRoot } from './paths.ts';

/**
 * What this program and its workers load from now on is kept as it was compiled: from the second start on they load no
 * compiler to take the types out, 33 MB and a second. Where the folder cannot be written it is compiled every time.
 */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= join(projectRoot, '.estafeta', 'compile-cache');
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
