import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUser } from '../accounts/accounts.ts';
import type { DemoInfo } from '../api/context.ts';
import { importCitizens } from '../citizens/import-csv.ts';
import { ingestSource } from '../mail/ingest.ts';
import { openSource } from '../mail/sources/open.ts';
import { projectRoot } from '../paths.ts';
import { registerDemoCitizen } from './demo-counter.ts';
import { setUpOffice } from '../settings/set-up.ts';
import { loadSettings } from '../settings/settings.ts';
import { saveGateway } from '../sms/config.ts';
import { SYSTEM_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';

/** Shown on the sign-in page of the demo, and of the demo only. Everything in it is fictional. */
export const DEMO_ACCOUNTS: DemoInfo['accounts'] = [
  // The admin stands first: setting up the office makes that account, and nobody may be there before.
  { userName: 'irene', password: 'administra-demo', displayName: 'Irene Cativiela', role: 'ADMIN' },
  { userName: 'marta', password: 'tramita-demo', displayName: 'Marta Lasierra', role: 'CLERK' },
  { userName: 'julian', password: 'supervisa-demo', displayName: 'Julián Arbués', role: 'SUPERVISOR' },
];

/** Without one nobody attends at the counter. Fictional too. */
const OWN_DOCUMENTS: Readonly<Record<string, string>> = { marta: '99000012P', julian: '99000013D' };

/**
 * Fills an empty data folder with the fixture mailbox, citizens whose records fit some of its writers, and the
 * demo accounts. The accounts come last: a start that was cut short does the rest the next time.
 */
export async function loadDemo(store: Store): Promise<void> {
  const existing = new Set((await store.prisma.user.findMany()).map((user) => user.userName));
  if (!DEMO_ACCOUNTS.every((account) => existing.has(account.userName))) await fill(store, existing);
  await registerDemoCitizen(store, 'marta');
}

async function fill(store: Store, existing: ReadonlySet<string>): Promise<void> {
  const fixtures = join(projectRoot, 'test', 'fixtures');
  const { mail, triage } = await loadSettings(store);
  await ingestSource(store, await openSource(join(fixtures, 'mailboxes', 'provincial')), {
    actor: SYSTEM_ACTOR,
    signal: new AbortController().signal,
    limits: mail,
    reviewBelow: triage.reviewBelow,
  });
  await importCitizens(store, SYSTEM_ACTOR, {
    csv: readFileSync(join(fixtures, 'demo', 'citizens.csv'), 'utf8'),
    skipBad: false,
    dryRun: false,
  });
  await saveGateway(store, SYSTEM_ACTOR, { data: { kind: 'SIMULATOR' }, secret: null });
  for (const account of DEMO_ACCOUNTS) {
    if (existing.has(account.userName)) continue;
    if (account.role !== 'ADMIN') {
      await createUser(store, SYSTEM_ACTOR, { ...account, document: OWN_DOCUMENTS[account.userName] });
      continue;
    }
    await setUpOffice(store, {
      provinceCode: '50',
      officeName: 'Dirección Provincial de Zaragoza (demostración)',
      mailboxAddress: 'zaragoza.sincertificado@tgss.example',
      admin: account,
    });
  }
}
