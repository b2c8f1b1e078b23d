import { z } from 'zod';
import { CitizenRow } from '../citizens/model.ts';
import { citizenRows, searchCitizens } from '../citizens/search.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../triage/fold.ts';
import { codeStateAt } from './activation-code.ts';
import { ActivationCodeState, RegistrationState } from './model.ts';
import { passwordOf } from './registrations.ts';

/** A citizen at the counter, with how his registration stands; null when he never had one. */
export const CounterRow = CitizenRow.extend({
  registration: z
    .object({
      state: RegistrationState,
      createdAt: z.date(),
      code: ActivationCodeState.nullable(),
      /** ACTIVATED: the password opens. NONE: he has not made one yet. */
      password: z.enum(['NONE', 'ACTIVATED', 'EXPIRED', 'BLOCKED']),
    })
    .nullable(),
});
export type CounterRow = z.infer<typeof CounterRow>;

/** The two names of one system (seeds 002 and 004), as people type them, folded. */
const NAMES = /\busuario\s*(?:y|\+)?\s*contrasena\b|\bcl@ve(?:\s+permanente)?\b|\bclave\s+permanente\b/gu;

/**
 * Citizens for the counter, newest first by keyset. An empty text, or either name of the system in it, asks for those
 * who are or were registered; what is left of the text is looked for as in the list of citizens, and written down the
 * same way.
 */
export async function searchCounter(
  store: Store,
  actor: Actor,
  input: { readonly text: string; readonly cursor: number | null; readonly limit: number },
): Promise<{ rows: CounterRow[]; nextCursor: number | null }> {
  const { text, onlyRegistered } = readText(input.text);
  if (text.trim() !== '') {
    const found = await searchCitizens(store, actor, { ...input, text });
    const rows = await withRegistrations(store, found.rows);
    return { ...found, rows: onlyRegistered ? rows.filter((row) => row.registration !== null) : rows };
  }
  const registered = await store.prisma.registration.findMany({
    where: input.cursor === null ? {} : { citizenId: { lt: input.cursor } },
    distinct: ['citizenId'],
    orderBy: { citizenId: 'desc' },
    take: input.limit + 1,
    select: { citizenId: true },
  });
  const ids = registered.slice(0, input.limit).map(({ citizenId }) => citizenId);
  const rows = await withRegistrations(
    store,
    await citizenRows(store.prisma, { id: { in: ids } }, ids.length),
  );
  return { rows, nextCursor: registered.length > input.limit ? (ids.at(-1) ?? null) : null };
}

async function withRegistrations(store: Store, rows: readonly CitizenRow[]): Promise<CounterRow[]> {
  const { registrations: settings } = await loadSettings(store);
  const registrations = await store.prisma.registration.findMany({
    where: { citizenId: { in: rows.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    include: { activationCodes: { orderBy: { id: 'desc' }, take: 1 } },
  });
  const newest = new Map(registrations.map((registration) => [registration.citizenId, registration]));
  const now = store.clock.now();
  return rows.map((row) => {
    const registration = newest.get(row.id);
    if (registration === undefined) return { ...row, registration: null };
    const [code] = registration.activationCodes;
    const password = passwordOf(registration, settings, now);
    return {
      ...row,
      registration: {
        state: registration.state as RegistrationState,
        createdAt: registration.createdAt,
        code: code === undefined ? null : codeStateAt(code, now),
        password:
          password === null
            ? 'NONE'
            : password.blocked
              ? 'BLOCKED'
              : password.expired
                ? 'EXPIRED'
                : 'ACTIVATED',
      },
    };
  });
}

/** What of the text names the system, and what is left. */
export function readText(text: string): { readonly text: string; readonly onlyRegistered: boolean } {
  const folded = fold(text);
  const rest = folded.replace(NAMES, ' ').replaceAll(/\s+/gu, ' ').trim();
  return rest === folded.replaceAll(/\s+/gu, ' ').trim()
    ? { text, onlyRegistered: false }
    : { text: rest, onlyRegistered: true };
}
