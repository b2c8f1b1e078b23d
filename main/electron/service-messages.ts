import type { ServiceOptions } from '../service/service.ts';

/** What the shell tells the service process. CONNECT carries one port. */
export type ToService =
  | { readonly type: 'START'; readonly options: ServiceOptions }
  | { readonly type: 'CONNECT'; readonly clientId: string }
  | { readonly type: 'STOP' };
