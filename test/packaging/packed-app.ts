import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, getRawHeader, listPackage } from '@electron/asar';

/** One thing the packaging must keep to. `detail` says what was found. */
export type Point = { readonly name: string; readonly passed: boolean; readonly detail: string };

/** What is read from the packed app: paths inside app.asar with `/`, without a leading one. */
export type PackedApp = {
  readonly resources: string;
  readonly paths: readonly string[];
  readonly size: number;
  readonly headerHash: string;
  /** Paths of the files that lie beside the archive because the system must load them. */
  readonly unpacked: readonly string[];
  text(path: string): string;
};

export function readPackedApp(resources: string): PackedApp {
  const archive = join(resources, 'app.asar');
  const unpackedDir = join(resources, 'app.asar.unpacked');
  return {
    resources,
    paths: listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1)),
    size: readFileSync(archive).length,
    headerHash: createHash('sha256').update(getRawHeader(archive).headerString).digest('hex'),
    unpacked: readdirSync(unpackedDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(unpackedDir.length + 1)
          .replaceAll('\\', '/'),
      ),
    text: (path) => extractFile(archive, path).toString('utf8'),
  };
}

/** A point that holds when nothing was found; the detail names the first few that were. */
export function none(name: string, found: readonly string[]): Point {
  const shown = found.slice(0, 5).join(', ');
  return {
    name,
    passed: found.length === 0,
    detail: found.length === 0 ? 'none' : `${found.length}: ${shown}`,
  };
}

/** A point that holds when nothing is missing of what is wanted. */
export function all(name: string, wanted: readonly string[], there: readonly string[]): Point {
  const present = new Set(there);
  const missing = wanted.filter((path) => !present.has(path));
  const detail =
    missing.length === 0 ? `${wanted.length} there` : `missing: ${missing.slice(0, 5).join(', ')}`;
  return { name, passed: wanted.length > 0 && missing.length === 0, detail };
}
