import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../main/paths.ts';
import { openSql } from '../../main/store/connection.ts';
import { openStore } from '../../main/store/store.ts';
import { TEST_KEY, temporaryFolder } from '../support/store.ts';

const mailbox = join(projectRoot, 'test', 'fixtures', 'mailboxes', 'provincial');
const emlFiles = readdirSync(mailbox).filter((name) => name.endsWith('.eml'));

type Outcome = { readonly code: number | null; readonly out: Buffer; readonly err: string };

/** The real program as a process of its own; `takes` ends its output early, as `| head` does. */
function run(args: readonly string[], key: string | null = TEST_KEY, takes?: number): Promise<Outcome> {
  const child = spawn(process.execPath, [join(projectRoot, 'main', 'cli', 'estafeta.ts'), ...args], {
    env: { ...process.env, ESTAFETA_KEY: key ?? undefined },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    if (takes !== undefined && Buffer.concat(out).length >= takes) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err).toString() });
    });
  });
}

const json = ({ out }: Outcome): unknown => JSON.parse(out.toString());

let folder = '';
let data = '';
let first: Outcome;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'estafeta-cli-'));
  data = join(folder, 'datos');
  first = await run(['ingest', mailbox, '--data', data, '--json']);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

test('ingest stores everything once, and the second time says that nothing is new', async () => {
  expect(first.code).toBe(0);
  expect(json(first)).toEqual({
    read: emlFiles.length,
    stored: emlFiles.length,
    duplicates: 0,
    unparsable: 0,
    failed: [],
    seconds: expect.any(Number) as number,
  });
  const again = await run(['ingest', mailbox, '--data', data]);
  expect(again.code).toBe(0);
  expect(again.out.toString()).toContain('No había nada nuevo.');
  expect(json(await run(['ingest', mailbox, '--data', data, '--json']))).toMatchObject({
    stored: 0,
    duplicates: emlFiles.length,
  });
});

test('a source that is not there is listed, the others are read, and the exit code is 1', async () => {
  const outcome = await run(['ingest', '/no/such/mailbox', mailbox, '--data', data, '--json']);
  expect(outcome.code).toBe(1);
  expect(json(outcome)).toMatchObject({
    duplicates: emlFiles.length,
    failed: [{ item: '/no/such/mailbox', error: 'SOURCE_UNREADABLE' }],
  });
});

test('diagnose answers with the words of the service', async () => {
  const outcome = await run([
    ...['diagnose', '--id', '12345678A', '--birth', '14/03/1985', '--phone', '612034567'],
    ...['--data', data, '--json'],
  ]);
  expect(outcome.code).toBe(0);
  expect(json(outcome)).toEqual({
    outcome: 'ID_FORMAT',
    message: 'El documento identificativo introducido no tiene un formato válido.',
    explanation: 'El formato del DNI/NIE no es correcto.',
    solution: 'Compruebe y consigne el mismo número que aparece en su DNI/NIE.',
  });
  expect((await run(['diagnose', '--id', '12345678Z', '--data', data])).code).toBe(2);
});

test('export writes a line a message with the names scripts rely on', async () => {
  const { code, out } = await run(['export', '--data', data]);
  expect(code).toBe(0);
  const lines = out.toString().trimEnd().split('\n');
  const messages = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(messages.map((message) => message.source)).toEqual(emlFiles.toSorted());
  for (const message of messages) {
    expect(Object.keys(message)).toEqual([
      ...[
        'source',
        'messageId',
        'date',
        'from',
        'subject',
        'kind',
        'declaredCategory',
        'category',
        'confidence',
      ],
      ...['reasons', 'language', 'person', 'action', 'attachments', 'caseId'],
    ]);
  }
});

test('a reader that goes away ends export quietly', async () => {
  const { code, err } = await run(['export', '--data', data], TEST_KEY, 100);
  expect(code).toBe(0);
  expect(err).toBe('');
});

test('raw gives back every message byte for byte', async () => {
  for (const name of ['001.eml', '100.eml', '220.eml']) {
    const bytes = readFileSync(join(mailbox, name));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { code, out } = await run(['raw', sha256, '--data', data]);
    expect(code).toBe(0);
    expect(out.equals(bytes)).toBe(true);
  }
  expect((await run(['raw', '0'.repeat(64), '--data', data])).code).toBe(1);
  expect((await run(['raw', 'abc', '--data', data])).code).toBe(2);
});

test('search answers total, time and hits', async () => {
  const outcome = await run([
    'search',
    '"vida laboral" -de:noreply',
    '--data',
    data,
    '--json',
    '--limit',
    '2',
  ]);
  expect(outcome.code).toBe(0);
  const found = json(outcome) as { total: number; ms: number; hits: Record<string, string>[] };
  expect(found.total).toBeGreaterThan(2);
  expect(found.ms).toBeGreaterThan(0);
  expect(found.hits).toHaveLength(2);
  for (const hit of found.hits) {
    expect(Object.keys(hit)).toEqual(['messageId', 'source', 'subject', 'snippet']);
    expect(emlFiles).toContain(hit.source);
  }
});

test('backup, audit verify, restore and doctor go round', async () => {
  const backup = join(folder, 'copia.db');
  expect((await run(['backup', backup, '--data', data])).code).toBe(0);
  expect((await run(['backup', backup, '--data', data])).code).toBe(3);
  const other = join(folder, 'otra');
  expect(json(await run(['restore', backup, '--data', other, '--json']))).toMatchObject({
    messages: emlFiles.length,
    previous: null,
  });
  expect((await run(['restore', backup, '--data', other], 'f'.repeat(64))).code).toBe(3);
  const verified = await run(['audit', 'verify', '--data', other, '--json']);
  expect(verified.code).toBe(0);
  expect(json(verified)).toMatchObject({ fault: null });

  const sql = openSql(join(other, 'estafeta.db'), TEST_KEY, 'WRITE');
  sql.exec(`DROP TRIGGER "AuditEntry_no_update"; UPDATE "AuditEntry" SET actorName = 'x' WHERE id = 2`);
  sql.close();
  const tampered = await run(['audit', 'verify', '--data', other, '--json']);
  expect(tampered.code).toBe(1);
  expect(json(tampered)).toMatchObject({ fault: { entryId: 2, problem: 'CHANGED' } });

  const doctor = json(await run(['doctor', '--data', data, '--json'])) as {
    checks: { name: string; ok: boolean; todo: string | null }[];
  };
  const bad = doctor.checks.filter(({ ok }) => !ok);
  expect(bad.map(({ name }) => name)).toEqual(['Oficina']);
});

test('citizens import takes all rows or none', async () => {
  const header = 'idType,id,givenName,surnames,birthDate,naf,phone,email,address,deceased';
  const good = 'DNI,99999999R,Ana,Prueba Prueba,1980-01-02,,,,,false';
  const file = join(temporaryFolder(), 'personas.csv');
  writeFileSync(file, `${header}\n${good}\nDNI,12345678A,Mala,Letra,,,,,,false\n`);
  const refused = await run(['citizens', 'import', file, '--data', data, '--json']);
  expect(refused.code).toBe(1);
  expect(json(refused)).toMatchObject({ read: 2, created: 0, rejected: [{ line: 3, field: 'id' }] });
  expect(json(await run(['citizens', 'import', file, '--skip-bad', '--data', data, '--json']))).toMatchObject(
    {
      created: 1,
    },
  );
});

test('evaluate compares with the labels, without a data folder or a key', async () => {
  const outcome = await run(['evaluate', mailbox, '--json'], null);
  expect(outcome.code).toBe(0);
  expect(json(outcome)).toMatchObject({ messages: emlFiles.length, missing: [] });
});

test('evaluate counts a file with the bytes of another as the message that it is', async () => {
  const copies = temporaryFolder();
  const [label = ''] = readFileSync(join(mailbox, 'labels.jsonl'), 'utf8').split('\n');
  cpSync(join(mailbox, '001.eml'), join(copies, '001.eml'));
  cpSync(join(mailbox, '001.eml'), join(copies, '002.eml'));
  writeFileSync(join(copies, 'labels.jsonl'), `${label}\n${label.replace('001.eml', '002.eml')}\n`);
  expect(json(await run(['evaluate', copies, '--json'], null))).toMatchObject({
    messages: 2,
    missing: [],
    fields: { category: { labelled: 2, correct: 2 } },
  });
});

test('no key, another key, a folder in use: exit code 3 with its code, and nothing is made', async () => {
  const fresh = join(temporaryFolder(), 'nueva');
  const missing = await run(['ingest', mailbox, '--data', fresh, '--json'], null);
  expect(missing.code).toBe(3);
  expect(json(missing)).toMatchObject({ error: { code: 'KEY_MISSING' } });
  expect(missing.err).toContain('--create-key');
  expect(existsSync(fresh)).toBe(false);

  const wrong = await run(['search', 'x', '--data', data, '--json'], 'f'.repeat(64));
  expect(wrong.code).toBe(3);
  expect(json(wrong)).toMatchObject({ error: { code: 'KEY_WRONG' } });

  const store = await openStore({ dataDir: data, key: { kind: 'hex', hex: TEST_KEY } });
  const locked = await run(['search', 'x', '--data', data]);
  await store.close();
  expect(locked.code).toBe(3);
  expect(locked.err).toContain('STORE_LOCKED');
});

test('a data folder that is a file, and one under a file: exit code 3 with its code', async () => {
  const file = join(temporaryFolder(), 'archivo');
  writeFileSync(file, 'otra cosa');
  for (const dataDir of [file, join(file, 'datos')]) {
    const refused = await run(['ingest', mailbox, '--data', dataDir, '--json']);
    expect(refused.code).toBe(3);
    expect(json(refused)).toMatchObject({ error: { code: 'FOLDER_UNUSABLE' } });
  }
  expect(readFileSync(file, 'utf8')).toBe('otra cosa');
});

test('a damaged page, met while reading, and a newer database: exit code 3 with its code; doctor says which', async () => {
  const dataDir = join(temporaryFolder(), 'copia');
  cpSync(data, dataDir, { recursive: true });
  const file = join(dataDir, 'estafeta.db');
  const sql = openSql(file, TEST_KEY, 'WRITE');
  const { page } = sql
    .prepare<[], { page: number }>(`SELECT rootpage AS page FROM sqlite_master WHERE name = 'AuditEntry'`)
    .get() ?? { page: 0 };
  sql.close();
  const bytes = readFileSync(file);
  bytes.fill(0x5a, (page - 1) * 4096 + 50, (page - 1) * 4096 + 90);
  writeFileSync(file, bytes);
  const met = await run(['audit', 'verify', '--data', dataDir, '--json']);
  expect(met.code).toBe(3);
  expect(json(met)).toMatchObject({ error: { code: 'STORE_DAMAGED' } });
  const doctor = await run(['doctor', '--data', dataDir]);
  expect(doctor.code).toBe(3);
  expect(doctor.out.toString()).toContain('STORE_DAMAGED');
  expect(readFileSync(file).equals(bytes)).toBe(true);

  cpSync(join(data, 'estafeta.db'), file);
  const newer = openSql(file, TEST_KEY, 'WRITE');
  newer.exec(
    `INSERT INTO "_migration" SELECT 999, 'future', sha256, appliedAt FROM "_migration" WHERE id = 1`,
  );
  newer.close();
  const refused = await run(['search', 'vida', '--data', dataDir, '--json']);
  expect(refused.code).toBe(3);
  expect(json(refused)).toMatchObject({ error: { code: 'STORE_NEWER' } });
});

test('a key file is only made where that is asked for, and only for a new folder', async () => {
  const where = temporaryFolder();
  const keyFile = join(where, 'clave');
  const empty = join(where, 'vacia.mbox');
  writeFileSync(empty, '');
  const args = ['ingest', empty, '--data', join(where, 'datos'), '--key-file', keyFile];
  expect((await run(args, null)).code).toBe(3);
  expect(existsSync(keyFile)).toBe(false);
  expect((await run([...args, '--create-key'], null)).code).toBe(0);
  expect(readFileSync(keyFile, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  rmSync(keyFile);
  expect((await run([...args, '--create-key'], null)).code).toBe(3);
  expect(existsSync(keyFile)).toBe(false);
});

test.each([
  [[]],
  [['inventada', '--data', '/tmp']],
  [['search', '--data', '/tmp']],
  [['search', 'x']],
  [['search', 'x', '--data', '/no/such/folder']],
  [['search', 'x', '--data', '/tmp', '--limit', 'muchos']],
  [['ingest', '--data', '/tmp', '--inventada']],
  [['ingest', 'x', '--data', '/tmp', '--create-key']],
])('wrong use %j: exit code 2 and a line that helps', async (args) => {
  const { code, err } = await run(args);
  expect(code).toBe(2);
  expect(err).toContain('--help');
});

test('help is in Spanish and names every command', async () => {
  const { code, out } = await run(['--help'], null);
  expect(code).toBe(0);
  for (const name of [
    'ingest',
    'export',
    'search',
    'raw',
    'citizens import',
    'evaluate',
    'audit verify',
    'doctor',
  ]) {
    expect(out.toString()).toContain(name);
  }
});
