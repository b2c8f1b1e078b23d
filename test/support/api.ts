import { createRouterClient, EventPublisher, type RouterClient } from '@orpc/server';
import type { Role } from '../../main/accounts/model.ts';
import type { Services } from '../../main/api/context.ts';
import type { ServiceEvent } from '../../main/api/contract/work.ts';
import { router } from '../../main/api/router.ts';
import { SessionRegistry } from '../../main/api/sessions.ts';
import { UndoBoard } from '../../main/api/undo.ts';
import { WorkBoard } from '../../main/api/work-board.ts';
import { kioskBoards } from './kiosk.ts';
import { idleWatchers } from './mailboxes.ts';
import { SimulatedPhone } from '../../main/sms/simulator.ts';
import type { Store } from '../../main/store/store.ts';
import { aUser, type Clerk } from './builders.ts';

export type ApiDesk = {
  readonly client: RouterClient<typeof router>;
  readonly clerk: Clerk;
  readonly services: Services;
  /** What every window was told, in order. */
  readonly told: ServiceEvent[];
};

/** What handlers work with, over the given store. */
export function apiServices(store: Store, phone: SimulatedPhone | null = null): Services {
  const events: Services['events'] = new EventPublisher();
  return {
    store,
    events,
    sessions: new SessionRegistry(store.clock, 10),
    work: new WorkBoard(events, store.clock),
    undo: new UndoBoard(),
    phone,
    mailboxes: idleWatchers(store),
    ...kioskBoards(store),
  };
}

/** The router as a signed-in person's window calls it, over the given store. */
export async function apiDesk(
  store: Store,
  role: Role = 'CLERK',
  phone: SimulatedPhone | null = new SimulatedPhone(store.clock),
): Promise<ApiDesk> {
  const services = apiServices(store, phone);
  const told: ServiceEvent[] = [];
  services.events.subscribe('event', (event) => {
    told.push(event);
  });
  const clerk = await aUser(store, { role });
  services.sessions.signIn('window', clerk.id);
  const context = {
    clientId: 'window',
    kiosk: null,
    services: () => services,
    reopen: async () => undefined,
    demo: null,
  };
  return { client: createRouterClient(router, { context }), clerk, services, told };
}
