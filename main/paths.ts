import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'prisma', 'migrations'))) return folder;
    if (dirname(folder) === folder) throw new Error('prisma/migrations not found above the program');
  }
}

/** The folder that holds package.json and prisma/: the checkout, or the packed app (main/ runs from dist/ there). */
export const projectRoot = findRoot(import.meta.dirname);

/** `.ts` in the checkout, `.js` in the build: what a worker file beside this program ends with. */
export const scriptExtension = extname(import.meta.filename);
