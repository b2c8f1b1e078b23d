import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as ResEdit from 'resedit';

// electron-builder's own library for Windows programs, the version that it uses itself.
const fromBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib'));
const { NtExecutable, NtExecutableResource, Resource } = fromBuilder('resedit') as typeof ResEdit;

/** Where @electron/fuses finds the fuses in Electron's binary: this mark, version 1, their number, one each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = Buffer.concat([Buffer.from(fuseMark), Buffer.from([1, 8]), Buffer.from('10110011')]);

const englishUs = { lang: 0x409, codepage: 1200 };

/**
 * A folder that electron-builder takes for Electron's runtime for Windows: a program without code, but with what
 * the packaging writes into (version, integrity, fuses). The fuses stand as Electron ships them.
 */
export function makeStandInElectron(folder: string, version: string): void {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const info = Resource.VersionInfo.create({
    lang: englishUs.lang,
    fixedInfo: {},
    strings: [{ ...englishUs, values: { ProductName: 'Electron', FileVersion: version } }],
  });
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  program.setExtraData(fuses);
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeFileSync(join(folder, 'electron.exe'), Buffer.from(program.generate()));
  writeFileSync(join(folder, 'version'), version);
  mkdirSync(join(folder, 'locales'));
  for (const language of ['de', 'en-US', 'es']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
}
