import { insertUser } from '../accounts/accounts.ts';
import type { User } from '../accounts/model.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { AppError } from '../errors.ts';
import { SYSTEM_ACTOR } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
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
    await tx.template.createMany({ data: DEFAULT_TEMPLATES.map((template) => ({ ...template, updatedAt })) });
    const templates = await tx.template.findMany();
    await tx.templateVersion.createMany({ data: templates.map((one) => versionRow(one, updatedAt, null)) });
    await store.audit(
      { actor: SYSTEM_ACTOR, action: 'office.setUp', objectType: 'OFFICE', details: office },
      tx,
    );
    return insertUser(store, tx, SYSTEM_ACTOR, { ...account, role: 'ADMIN', passwordHash });
  });
}
