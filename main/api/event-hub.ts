import type { EventPublisher } from '@orpc/server';
import type { ServiceEvent } from './contract/work.ts';

/** Events to every window; whoever shows the data asks for it again. */
export type EventHub = EventPublisher<{ event: ServiceEvent }>;
