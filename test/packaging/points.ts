import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { z } from 'zod';
import { projectRoot } from '../../main/paths.ts';
import { all, none, type PackedApp, type Point } from './packed-app.ts';

const Manifest = z.object({
  main: z.string(),
  dependencies: z.record(z.string(), z.string()),
});

/** npm's own word on which installed packages only the development needs. */
const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().default(false) })) });

/** Upper bounds in bytes: what was measured (43 and 2.4 MB) and room to grow, but not for another Prisma. */
const maxArchive = 46_000_000;
const maxUnpacked = 5_000_000;

const nativeModule = 'node_modules/better-sqlite3/prebuilds/win32-x64.node';

/** What must be in the archive for the app to start. */
export function contentPoints(app: PackedApp): Point[] {
  const manifest = Manifest.parse(readJson('package.json'));
  const lock = Lock.parse(readJson('package-lock.json'));
  const pageAndAssets = (folder: string): string[] => {
    const page = app.text(`${folder}/index.html`);
    const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((match) => `${folder}/${match[1]}`);
    return [`${folder}/index.html`, ...named];
  };
  const migrations = readdirSync(join(projectRoot, 'prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `prisma/migrations/${entry.name}/migration.sql`);
  const packages = topPackages(app);
  // electron-builder lays the libraries out anew: a name counts as needed wherever npm put it.
  const needed = new Set(
    Object.entries(lock.packages).flatMap(([path, { dev }]) =>
      dev ? [] : path.split('node_modules/').slice(-1),
    ),
  );
  const preloads = ['preload', 'kiosk-preload'].map((name) => `dist/main/electron/${name}.cjs`);
  const required = preloads.flatMap((path) =>
    [...app.text(path).matchAll(/require\(['"]([^'"]+)['"]\)/g)].map((match) => match[1] ?? ''),
  );
  return [
    all('main process and service', [manifest.main, 'dist/main/electron/service-process.js'], app.paths),
    all('mail worker', ['dist/main/mail/parse-worker.js'], app.paths),
    all('preloads', preloads, app.paths),
    none(
      'preloads load nothing but electron',
      required.filter((name) => name !== 'electron'),
    ),
    all('renderer and all that its page names', pageAndAssets('dist/renderer'), app.paths),
    all('kiosk and all that its page names', pageAndAssets('dist/kiosk'), app.paths),
    none("nothing of the clerk's window in the kiosk", deskWordsInKiosk(app)),
    all('every migration', migrations, app.paths),
    all('every dependency', Object.keys(manifest.dependencies), packages),
    all('licence', ['LICENSE'], app.paths),
    none(
      'no devDependency',
      packages.filter((name) => !needed.has(name)),
    ),
  ];
}

/** What must not be in it. */
export function absencePoints(app: PackedApp): Point[] {
  const own = app.paths.filter((path) => /^dist\/.*\.(js|cjs|mjs|css)$/.test(path));
  return [
    none('no test', find(app, /(^|\/)(tests?|__tests__|fixtures)(\/|$)|\.(test|spec)\.\w+$|\.eml$/)),
    none('no source map', find(app, /\.map$/)),
    none(
      'no source map inside our files',
      own.filter((path) => /sourceMappingURL=|"sourcesContent"/.test(app.text(path))),
    ),
    none('no TypeScript', find(app, /\.(ts|tsx|mts|cts)$/)),
    none('no C sources', find(app, /\.(c|cc|cpp|h|hpp|gyp|gypi)$/)),
    none('no data, key or setting of ours', find(app, /(^|\/)\.(env|estafeta|git)(\/|$)|\.(vault|key|db)$/)),
    none(
      'nothing but the build, the migrations and the libraries',
      app.paths.filter((path) => !/^(dist|prisma|node_modules|LICENSE$|package\.json$)/.test(path)),
    ),
    none('no scaffolding of the build', find(app, /^dist\/main\/(start|electron\/after-pack)\./)),
  ];
}

/** The native module of Windows, and of no other system, outside the archive. */
export function nativePoints(app: PackedApp): Point[] {
  const file = readFileSync(join(app.resources, 'app.asar.unpacked', nativeModule));
  // PE: the header's offset stands at 0x3c, the machine four bytes after its signature; 0x8664 is x64.
  const machine = file.readUInt16LE(file.readUInt32LE(0x3c) + 4);
  const isWindows = file.subarray(0, 2).toString('latin1') === 'MZ' && machine === 0x8664;
  return [
    {
      name: 'native module is for Windows x64',
      passed: isWindows,
      detail: `machine 0x${machine.toString(16)}`,
    },
    none(
      'no other native file',
      find(app, /\.(node|dll|so|dylib|exe)$/).filter((path) => path !== nativeModule),
    ),
    none(
      'nothing else outside the sealed archive',
      app.unpacked.filter((path) => path !== nativeModule),
    ),
  ];
}

export function sizePoints(app: PackedApp): Point[] {
  const unpacked = app.unpacked
    .map((path) => readFileSync(join(app.resources, 'app.asar.unpacked', path)).length)
    .reduce((sum, size) => sum + size, 0);
  return [
    { name: 'archive size', passed: app.size < maxArchive, detail: megabytes(app.size, maxArchive) },
    { name: 'unpacked size', passed: unpacked < maxUnpacked, detail: megabytes(unpacked, maxUnpacked) },
  ];
}

/** What was written into Electron's program itself. */
export async function programPoints(app: PackedApp): Promise<Point[]> {
  const program = join(app.resources, '..', 'Estafeta.exe');
  const wire = await getCurrentFuseWire(program);
  const fuse = (option: FuseV1Options, wanted: boolean): Point => {
    // One character each in the binary; the package gives its code.
    const state = String.fromCharCode(wire[option] ?? 0);
    return {
      name: `fuse ${FuseV1Options[option]} ${wanted ? 'on' : 'off'}`,
      passed: state === (wanted ? '1' : '0'),
      detail: state,
    };
  };
  const locales = readdirSync(join(app.resources, '..', 'locales'));
  const sealed = readFileSync(program).includes(app.headerHash);
  return [
    fuse(FuseV1Options.RunAsNode, false),
    fuse(FuseV1Options.EnableCookieEncryption, true),
    fuse(FuseV1Options.EnableNodeOptionsEnvironmentVariable, false),
    fuse(FuseV1Options.EnableNodeCliInspectArguments, false),
    fuse(FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true),
    fuse(FuseV1Options.OnlyLoadAppFromAsar, true),
    fuse(FuseV1Options.GrantFileProtocolExtraPrivileges, false),
    { name: "archive's hash is in the program", passed: sealed, detail: app.headerHash.slice(0, 16) },
    none(
      'no language but Spanish and its fallback',
      locales.filter((name) => !['es.pak', 'en-US.pak'].includes(name)),
    ),
  ];
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(projectRoot, name), 'utf8'));
}

function find(app: PackedApp, pattern: RegExp): string[] {
  return app.paths.filter((path) => pattern.test(path));
}

function topPackages(app: PackedApp): string[] {
  const names = app.paths.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/@]+)/.exec(path)?.[1] ?? []);
  return [...new Set(names)];
}

function megabytes(size: number, limit: number): string {
  return `${(size / 1_000_000).toFixed(1)} MB of at most ${(limit / 1_000_000).toFixed(0)} MB`;
}

/** Files of the kiosk's build that hold what only the clerk's window says. */
function deskWordsInKiosk(app: PackedApp): string[] {
  const desk = ['Bandeja de salida', 'Supervisión', 'Atajos de teclado'];
  return app.paths.filter(
    (path) => /^dist\/kiosk\/.*\.js$/.test(path) && desk.some((words) => app.text(path).includes(words)),
  );
}
