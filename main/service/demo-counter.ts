import { addDays, dayAt } from '../days.ts';
import { register } from '../registrations/counter.ts';
import { checkPossessionCode, sendPossessionCode } from '../registrations/possession.ts';
import { SimulatedPhone } from '../sms/simulator.ts';
import type { Store } from '../store/store.ts';

/** Concepción Biarge: registered already. Whoever else has a DNI and is alive can be. Fictional like all of the demo. */
const DNI = '99731996V';
const ADDRESSES = [
  { kind: 'PHONE', address: '+34600014477' },
  { kind: 'EMAIL', address: 'concepcion.biarge@correo.example' },
] as const;

/**
 * Registers one citizen of the demo at the counter as a clerk would, so that the rules hold for the demo too; nothing
 * when somebody is registered, or the demo was made before clerks had documents.
 */
export async function registerDemoCitizen(store: Store, userName: string): Promise<void> {
  if ((await store.prisma.registration.count()) > 0) return;
  const user = await store.prisma.user.findUnique({ where: { userName } });
  const document = await store.prisma.identityDocument.findFirst({ where: { number: DNI } });
  if (user === null || user.identityNumber === null || document === null) return;
  const clerk = { id: user.id, name: user.displayName };
  const { citizenId } = document;
  const phone = new SimulatedPhone(store.clock);
  for (const address of ADDRESSES) {
    await sendPossessionCode(store, phone, clerk, { citizenId, ...address, language: 'es' });
    const code = /\b\d{6}\b/u.exec(phone.messages[0]?.text ?? '')?.[0] ?? '';
    await checkPossessionCode(store, clerk, { citizenId, ...address, code });
  }
  await register(store, clerk, {
    citizenId,
    checklist: {
      shown: 'DNI',
      number: DNI,
      supportNumber: 'CAA000731',
      validUntil: addDays(dayAt(store.clock.now(), 'Europe/Madrid'), 2000),
      dataMatch: true,
      isBearer: true,
    },
    phone: ADDRESSES[0].address,
    email: ADDRESSES[1].address,
  });
}
