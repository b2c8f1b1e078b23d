import { maskEmail } from '../citizens/mask.ts';
import { maskPhone } from '../citizens/phones.ts';
import type { RegistrationSettings } from '../settings/model.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store } from '../store/store.ts';
import { codeStateAt } from './activation-code.ts';
import { RegistrationView } from './model.ts';

const DAY_MS = 86_400_000;

/** A citizen's registrations, the newest first: what there is, and who did what, when and why. Writes nothing down. */
export async function registrationsOf(store: Store, citizenId: number): Promise<RegistrationView[]> {
  const { registrations: settings } = await loadSettings(store);
  const rows = await store.prisma.registration.findMany({
    where: { citizenId },
    orderBy: { id: 'desc' },
    include: {
      activationCodes: { orderBy: { id: 'desc' }, take: 1 },
      events: { orderBy: { id: 'desc' } },
      signedSheets: { orderBy: { id: 'desc' }, omit: { content: true } },
    },
  });
  const people = await namesOf(store);
  const now = store.clock.now();
  return rows.map((row) => {
    const [code] = row.activationCodes;
    return RegistrationView.parse({
      ...row,
      maskedPhone: maskPhone(row.e164),
      maskedEmail: maskEmail(row.email),
      createdBy: people(row.createdById),
      code: code === undefined ? null : { ...code, state: codeStateAt(code, now) },
      password: passwordOf(row, settings, now),
      sheets: row.signedSheets.map((sheet) => ({ ...sheet, addedBy: people(sheet.addedById) })),
      events: row.events.map((event) => ({ ...event, by: event.byId === null ? null : people(event.byId) })),
    });
  });
}

/** What may be known of a password: since when, and whether it still opens anything. Null before the activation. */
export function passwordOf(
  row: {
    readonly passwordHash: string | null;
    readonly passwordSetAt: Date | null;
    readonly passwordBlocked: Date | null;
  },
  { passwordDays }: RegistrationSettings,
  now: Date,
): { readonly setAt: Date; readonly expired: boolean; readonly blocked: boolean } | null {
  const { passwordHash, passwordSetAt: setAt, passwordBlocked } = row;
  if (passwordHash === null || setAt === null) return null;
  const expired = now.getTime() >= setAt.getTime() + passwordDays * DAY_MS;
  return { setAt, expired, blocked: passwordBlocked !== null };
}

async function namesOf(store: Store): Promise<(id: number) => string> {
  const users = await store.prisma.user.findMany({ select: { id: true, displayName: true } });
  const names = new Map(users.map(({ id, displayName }) => [id, displayName]));
  return (id) => names.get(id) ?? '';
}
