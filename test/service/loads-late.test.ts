import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { projectRoot } from '../../main/paths.ts';

/** Large, and wanted by few acts or by workers only: a start that loads them is late and keeps their memory. */
const LATE = [
  'pdfkit',
  'fontkit',
  'pdfjs-dist',
  'mailparser',
  'sanitize-html',
  'first-model.json',
  'act-model.json',
];

test('the service starts without what only workers and rare acts need', () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve: (name, context, next) => { loaded.push(name); return next(name, context); } });
    await import(${JSON.stringify(String(pathToFileURL(join(projectRoot, 'main', 'service', 'service.ts'))))});
    process.stdout.write(JSON.stringify(loaded));
    process.exit(0);`;
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const loaded = JSON.parse(out) as string[];
  expect(loaded).toContain('imapflow');
  expect(loaded.filter((name) => LATE.some((late) => name === late || name.endsWith(`/${late}`)))).toEqual(
    [],
  );
});
