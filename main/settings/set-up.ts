import { insertUser } from '../accounts/accounts.ts';
import type { User } from '../accounts/model.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { AppError } from '../errors.ts';
import { SYSTEM_ACTOR } from '../store/audit.ts';
import type { Store, Tx } from '../store/store.ts';
import { DEFAULT_TEMPLATES, type DefaultTemplate } from './default-templates.ts';
import { Settings } from './model.ts';
import { writeSettings } from './settings.ts';
import { versionRow } from './templates.ts';
import { DEFAULT_UNITS } from './units.ts';

type SetUp = {
  readonly provinceCode: string;
  readonly officeName: string;
  readonly mailboxAddress: string;
  readonly admin: { readonly userName: string; readonly displayName: string; readonly password: string };
};

/** Whether the office has its first account; before that the app shows the first-run wizard. */
export async function isSetUp(store: Store): Promise<boolean> {
  return (await store.prisma.user.findFirst({ select: { id: true } })) !== null;
}

/**
 * The first run: the office's settings, its first admin, the shipped templates and units, all or nothing. Throws
 * FORBIDDEN when an account exists already.
 */
export async function setUpOffice(store: Store, input: SetUp): Promise<User> {
  const { admin, ...office } = input;
  const { password, ...account } = admin;
  const passwordHash = await hashPassword(password);
  return store.write(async (tx) => {
    if ((await tx.user.count()) > 0) throw new AppError('FORBIDDEN');
    const updatedAt = store.clock.now();
    await writeSettings(store, tx, Settings.parse({ office }));
    await tx.unit.createMany({ data: DEFAULT_UNITS.map((name) => ({ name })) });
    await createShipped(tx, DEFAULT_TEMPLATES, updatedAt);
    await store.audit(
      { actor: SYSTEM_ACTOR, action: 'office.setUp', objectType: 'OFFICE', details: office },
      tx,
    );
    return insertUser(store, tx, SYSTEM_ACTOR, { ...account, role: 'ADMIN', passwordHash });
  });
}

/**
 * Gives an office that was set up before the templates that came with a later version of the program. Those that it
 * has under whatever name, changed or put out of use stay as it left them: only names it never had are added.
 */
export async function addNewTemplates(store: Store, shipped = DEFAULT_TEMPLATES): Promise<void> {
  if (!(await isSetUp(store)) || (await neverHad(store.prisma, shipped)).length === 0) return;
  await store.write(async (tx) => {
    for (const { id, name } of await createShipped(tx, await neverHad(tx, shipped), store.clock.now())) {
      await store.audit(
        {
          actor: SYSTEM_ACTOR,
          action: 'template.saved',
          objectType: 'TEMPLATE',
          objectId: id,
          details: { name, version: 1, active: true },
        },
        tx,
      );
    }
  });
}

async function neverHad(db: Tx, shipped: readonly DefaultTemplate[]): Promise<readonly DefaultTemplate[]> {
  const rows = await Promise.all([
    db.template.findMany({ select: { name: true } }),
    db.templateVersion.findMany({ select: { name: true } }),
  ]);
  const had = new Set(rows.flat().map(({ name }) => name));
  return shipped.filter(({ name }) => !had.has(name));
}

async function createShipped(tx: Tx, shipped: readonly DefaultTemplate[], savedAt: Date) {
  const made = await tx.template.createManyAndReturn({
    data: shipped.map((template) => ({ ...template, updatedAt: savedAt })),
  });
  await tx.templateVersion.createMany({ data: made.map((one) => versionRow(one, savedAt, null)) });
  return made;
}
