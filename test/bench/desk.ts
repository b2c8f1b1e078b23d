/** A big store with an office and its first account, for the benches of the service and the screen. */
import { setUpOffice } from '../../main/settings/set-up.ts';
import { openStore } from '../../main/store/store.ts';
import { BENCH_KEY, makeBigStore } from './big-store.ts';

export const BENCH_ACCOUNT = { userName: 'prueba', password: 'frase larga de prueba' };

/** Fills a new data folder with an office of one person and `messages` messages. */
export async function makeDesk(dataDir: string, messages: number): Promise<void> {
  await makeBigStore(dataDir, messages);
  const store = await openStore({ dataDir, key: { kind: 'hex', hex: BENCH_KEY } });
  await setUpOffice(store, {
    provinceCode: '50',
    officeName: 'Oficina de prueba',
    mailboxAddress: 'oficina@ejemplo.test',
    admin: { ...BENCH_ACCOUNT, displayName: 'Persona de Prueba' },
  });
  await store.close();
}
