import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { SendResult, SmsDelivery, SmsGateway } from './gateway.ts';

export const SimulatedSms = z.object({ id: z.string(), to: z.string(), text: z.string(), at: z.date() });
export type SimulatedSms = z.infer<typeof SimulatedSms>;

const KEPT = 20;

/** The telephone of the demo: what is sent lands here, in memory only, and nobody else gets it. */
export class SimulatedPhone implements SmsGateway {
  readonly kind = 'SIMULATOR';
  readonly #clock: Clock;
  #messages: readonly SimulatedSms[] = [];
  #sent = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Newest first. */
  get messages(): readonly SimulatedSms[] {
    return this.#messages;
  }

  async send(to: string, text: string): Promise<SendResult> {
    const id = `demo-${++this.#sent}`;
    this.#messages = [{ id, to, text, at: this.#clock.now() }, ...this.#messages].slice(0, KEPT);
    return { accepted: true, id };
  }

  readonly delivery = async (id: string): Promise<SmsDelivery> =>
    this.#messages.some((message) => message.id === id) ? 'DELIVERED' : 'UNKNOWN';
}
