import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../main/paths.ts';
import { runTool } from '../support/tools.ts';
import { readPackedApp, type Point } from './packed-app.ts';
import { absencePoints, contentPoints, nativePoints, programPoints, sizePoints } from './points.ts';
import { runPoints } from './run-packed.ts';
import { makeStandInElectron } from './stand-in-electron.ts';

/**
 * `npm run package:check`: builds, packs for Windows around a stand-in for Electron's runtime, and looks at what
 * came out. Nothing is downloaded. Exit code 1 when a point fails. `--json FILE` also writes the points there.
 */
const folder = mkdtempSync(join(tmpdir(), 'estafeta-package-'));
try {
  const points = await check();
  for (const { name, passed, detail } of points)
    console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}: ${detail}`);
  const failed = points.filter(({ passed }) => !passed).length;
  writeResult(points);
  console.log(`packaging: ${points.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

async function check(): Promise<Point[]> {
  // What an earlier build left behind must not be packed.
  rmSync(join(projectRoot, 'dist', 'main'), { recursive: true, force: true });
  run('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  run('@typescript/native/bin/tsc', ['-p', 'tsconfig.build.json']);

  const electron = join(folder, 'electron');
  const release = join(folder, 'release');
  makeStandInElectron(electron, installedVersion('electron'));
  run('electron-builder/cli.js', [
    ...['--win', '--x64', '--dir', '--publish', 'never'],
    ...[`-c.electronDist=${electron}`, `-c.directories.output=${release}`],
  ]);

  const app = readPackedApp(join(release, 'win-unpacked', 'resources'));
  return [
    ...contentPoints(app),
    ...absencePoints(app),
    ...nativePoints(app),
    ...sizePoints(app),
    ...(await programPoints(app)),
    ...(await runPoints(app, folder)),
  ];
}

function run(script: string, args: readonly string[]): void {
  const code = runTool(script, args);
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

function installedVersion(name: string): string {
  const file = join(projectRoot, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function writeResult(points: readonly Point[]): void {
  const at = process.argv.indexOf('--json');
  const file = at === -1 ? undefined : process.argv[at + 1];
  if (file === undefined) return;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(points, null, 2));
}
