import { readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** Kinds of file a build of the renderer may hold. Anything else (a source map, a stray file) is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};

export type BuiltFile = { readonly path: string; readonly contentType: string };

/**
 * The allow-list of the renderer's build: what is in `rendererDir` now, by URL path; `/` is the start page.
 * A request is looked up here and its text never becomes part of a file name, so no spelling of `..` leads out.
 */
export function listBuiltFiles(rendererDir: string): ReadonlyMap<string, BuiltFile> {
  const files = new Map<string, BuiltFile>();
  for (const entry of readdirSync(rendererDir, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(rendererDir.length).split(sep).join('/'), { path, contentType });
  }
  const start = files.get('/index.html');
  if (start !== undefined) files.set('/', start);
  return files;
}
