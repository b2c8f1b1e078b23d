import { z } from 'zod';

/** Why a gateway did not take a message. */
export const SmsRefusal = z.enum([
  'NOT_SET_UP', // the office has no gateway
  'UNREACHABLE', // no name, nobody listening, or the line broke
  'UNTRUSTED', // its certificate is not one to trust, or it speaks no TLS
  'TIMEOUT',
  'LOGIN_REFUSED',
  'REJECTED', // it said no
  'BAD_ANSWER', // it said yes without the message's id
]);
export type SmsRefusal = z.infer<typeof SmsRefusal>;

/** What became of a message that the gateway took. */
export const SmsDelivery = z.enum(['DELIVERED', 'PENDING', 'FAILED', 'UNKNOWN']);
export type SmsDelivery = z.infer<typeof SmsDelivery>;

export type SendResult =
  | { readonly accepted: true; readonly id: string }
  | {
      readonly accepted: false;
      readonly reason: SmsRefusal;
      /** It may have left all the same: whoever sends it again may send it twice. */
      readonly maybeSent: boolean;
      /** The gateway's own code (`HTTP 403`, `ESME_RINVDSTADR`); never its words, which may repeat ours. */
      readonly detail: string | null;
    };

/** A way to a telephone. Neither number nor text is logged or put into an error by any of them. */
export type SmsGateway = {
  readonly kind: 'HTTPS' | 'SMPP' | 'SIMULATOR';
  /** `to` in E.164. Tries again by itself only where nothing can have been sent. Never throws. */
  send(to: string, text: string): Promise<SendResult>;
  /** Asks what became of a message; null where the gateway has no way to say. Never throws. */
  readonly delivery: ((id: string) => Promise<SmsDelivery>) | null;
};

/** How long a gateway may take, and how often an unreachable one is tried. */
export type Patience = {
  readonly timeoutMs: number;
  readonly tries: number;
  readonly pauseMs: number;
};

export const PATIENCE: Patience = { timeoutMs: 10_000, tries: 3, pauseMs: 500 };

/** A refusal as a value. */
export function refused(
  reason: SmsRefusal,
  maybeSent: boolean,
  detail: string | null = null,
): SendResult & { readonly accepted: false } {
  return { accepted: false, reason, maybeSent, detail };
}

/** What a socket that never came to speak says about why: `UNREACHABLE` may mend itself, `UNTRUSTED` will not. */
export function connectRefusal(error: unknown): 'UNREACHABLE' | 'UNTRUSTED' {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|EPIPE)/u.test(code) ? 'UNREACHABLE' : 'UNTRUSTED';
}

/** Tries again while the gateway cannot be reached and nothing can have been sent. */
export async function persistently(
  { tries, pauseMs }: Patience,
  attempt: () => Promise<SendResult>,
): Promise<SendResult> {
  for (let n = 1; ; n++) {
    const result = await attempt();
    const hopeless = result.accepted || result.maybeSent || result.reason !== 'UNREACHABLE';
    if (hopeless || n >= tries) return result;
    await new Promise((resolve) => setTimeout(resolve, pauseMs * n));
  }
}
