import type { KioskGrant } from '../kiosk/model.ts';
import type { ServiceOptions } from '../service/service.ts';

/** What the shell tells the service process. CONNECT and CONNECT_KIOSK carry one port. */
export type ToService =
  | { readonly type: 'START'; readonly options: ServiceOptions }
  | { readonly type: 'CONNECT'; readonly clientId: string }
  | { readonly type: 'ENTER_KIOSK'; readonly token: string }
  | { readonly type: 'CONNECT_KIOSK'; readonly grant: KioskGrant }
  | { readonly type: 'STOP' };

/** What it answers: the kiosk that the token opens, and when one was left with its exit code. */
export type FromService =
  | { readonly type: 'KIOSK_ENTERED'; readonly token: string; readonly grant: KioskGrant | null }
  | { readonly type: 'KIOSK_LEFT'; readonly id: string };
