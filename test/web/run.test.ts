import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import { TEST_KEY, temporaryFolder } from '../support/store.ts';

function run(...args: string[]) {
  const child = spawn(process.execPath, [join(projectRoot, 'main', 'web', 'main.ts'), ...args], {
    env: { ...process.env, CI: '1', ESTAFETA_KEY: TEST_KEY },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('says on the terminal too why the data are not open, and ends in order', async () => {
  const file = join(temporaryFolder(), 'archivo');
  writeFileSync(file, '');
  const child = run('--data', join(file, 'datos'));
  const told = text(child.stderr);
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('Ctrl+C')) break;
  }
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await told).toMatch(/^No se han podido abrir los datos: .* \(FOLDER_UNUSABLE\)$/m);
});

test('a port in use is said, and ends with 2', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = run('--data', join(temporaryFolder(), 'datos'), '--port', String(port));
  const told = text(child.stderr);
  expect(await once(child, 'exit')).toEqual([2, null]);
  expect(await told).toContain(`El puerto ${port} está ocupado`);
});
