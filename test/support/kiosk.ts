import { createRouterClient, type RouterClient } from '@orpc/server';
import type { ConnectionContext, Services } from '../../main/api/context.ts';
import { router } from '../../main/api/router.ts';
import { KioskBoard } from '../../main/kiosk/kiosk-board.ts';
import { logEndedVisit } from '../../main/kiosk/log.ts';
import { VisitBoard } from '../../main/kiosk/visits.ts';
import type { Store } from '../../main/store/store.ts';

const EXIT_CODE = '135790';

/** What the service keeps of kiosks; visits end after a minute and a half, and the service's own grace. */
export function kioskBoards(store: Store): Pick<Services, 'kiosks' | 'visits'> {
  return {
    kiosks: new KioskBoard(store.clock),
    visits: new VisitBoard(store.clock, 90, (ended) => void logEndedVisit(store, ended)),
  };
}

export type KioskPage = {
  readonly client: RouterClient<typeof router>;
  readonly connectionId: string;
  readonly left: () => boolean;
};

let pages = 0;

/** The router as the page of a kiosk calls it that a supervisor opened. */
export function kioskPage(services: Services): KioskPage {
  const grant = services.kiosks.enter(services.kiosks.open(EXIT_CODE));
  if (grant === null) throw new Error('the token opened no kiosk');
  const connectionId = `kiosk ${++pages}`;
  let left = false;
  const context: ConnectionContext = {
    clientId: connectionId,
    kiosk: { grant, onLeft: () => (left = true) },
    services: () => services,
    reopen: async () => undefined,
    demo: null,
  };
  return { client: createRouterClient(router, { context }), connectionId, left: () => left };
}
