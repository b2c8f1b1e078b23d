import { newActivationCode, issueActivationCode } from '../../main/registrations/activation-code.ts';
import { setPassword } from '../../main/registrations/set-password.ts';
import { proveActivation } from '../../main/registrations/access.ts';
import type { IdentityDocument } from '../../main/citizens/model.ts';
import type { Store } from '../../main/store/store.ts';
import { aCitizen, aUser } from './builders.ts';

export type Registered = {
  readonly id: number;
  readonly citizenId: number;
  readonly document: IdentityDocument;
  readonly email: string;
  readonly e164: string;
  readonly activationCode: string;
};

/** A citizen who was registered at the counter just now, with the code that he was handed. */
export async function aRegistration(store: Store, document?: IdentityDocument): Promise<Registered> {
  const clerk = await aUser(store);
  const citizen = await aCitizen(store, document === undefined ? {} : { documents: [document] });
  const [own] = citizen.documents;
  if (own === undefined) throw new Error('a citizen has a document');
  const e164 = '+34600123456';
  const email = 'persona@correo.example';
  return store.write(async (tx) => {
    const now = store.clock.now();
    const answered = async (purpose: string, channel: string, address: string) =>
      tx.oneTimeCode.create({
        data: {
          citizenId: citizen.id,
          boundTo: `counter/${citizen.id}`,
          purpose,
          channel,
          address,
          language: 'es',
          salt: '00'.repeat(16),
          hash: '00'.repeat(32),
          state: 'USED',
          createdAt: now,
          createdById: clerk.id,
          expiresAt: now,
          seenAt: now,
          countsAt: new Date(now.getTime() - 86_400_000), // counts in no limit of the test
        },
      });
    const { id } = await tx.registration.create({
      data: {
        citizenId: citizen.id,
        documentType: own.type,
        documentNumber: own.number,
        checklist: {},
        e164,
        phoneCodeId: (await answered('REGISTRATION_PHONE', 'SMS', e164)).id,
        email,
        emailCodeId: (await answered('REGISTRATION_EMAIL', 'EMAIL', email)).id,
        state: 'OPEN',
        createdAt: now,
        createdById: clerk.id,
      },
    });
    const activationCode = await issueActivationCode(
      store,
      tx,
      clerk,
      { id, citizenId: citizen.id },
      { codeDays: 365 },
    );
    return { id, citizenId: citizen.id, document: own, email, e164, activationCode };
  });
}

/** The same with a password. */
export async function anActivated(store: Store, password: string): Promise<Registered> {
  const registered = await aRegistration(store);
  const { registration } = await proveActivation(store, registered);
  if (registration === null) throw new Error('a new registration is proved by its code');
  const outcome = await setPassword(store, registration, { cause: 'ACTIVATION', password });
  if (outcome !== 'SET') throw new Error(outcome);
  return registered;
}

/** A code that is well written and not that one. */
export function anotherCode(code: string): string {
  const other = newActivationCode();
  return other === code ? anotherCode(code) : other;
}
