import { join } from 'node:path';
import { projectRoot } from '../../main/paths.ts';

/** As `npm start` runs the host, the second time: what was compiled the first time is kept. */
export const AS_STARTED = ['--max-semi-space-size=2'];
process.env.NODE_COMPILE_CACHE ??= join(projectRoot, '.estafeta', 'compile-cache');
