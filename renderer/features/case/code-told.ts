import { useEffect, useState } from 'react';
import type { CheckOutcome, SendOutcome, SmsRefusal } from '../../../main/api/contract/index.ts';
import { identityStrings } from '../../strings/es/identity.ts';

const text = identityStrings.code;

/** What a person is told of a code that was sent or answered. */
export type Told = {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly title: string;
  readonly body: string;
};

/** `refusals`: why the way to the citizen did not take it, in words of that way. */
export function sendingTold(
  { outcome, notice, refusal, refusalDetail }: SendOutcome,
  refusals: Readonly<Record<SmsRefusal, string>> = identityStrings.refusals,
): Told {
  const why = refusal === null ? '' : `${refusals[refusal]} `;
  const detail = refusalDetail === null ? '' : ` (${refusalDetail})`;
  if (notice === null)
    return { intent: 'error', title: text.notSent, body: `${why}${text.notSentText}${detail}` };
  if (outcome === 'RESEND_LIMIT')
    return { intent: 'warning', title: notice.message, body: notice.explanation };
  return refusal === null
    ? { intent: 'success', title: notice.message, body: notice.explanation }
    : { intent: 'warning', title: notice.message, body: `${why}${text.maybeSent}${detail}` };
}

export function checkTold({ outcome, notice }: CheckOutcome): Told {
  if (notice !== null) {
    const intent = outcome === 'WRONG' ? 'warning' : 'error';
    return { intent, title: notice.message, body: notice.explanation };
  }
  const title = outcome === 'EXPIRED' || outcome === 'VOID' || outcome === 'USED' ? outcome : 'NONE';
  return { intent: 'warning', title: text.outcomes[title], body: text.sendAnother };
}

/** Whole seconds since that instant of this machine's clock, counted while it is shown. */
export function useSecondsSince(instant: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return Math.max(0, Math.floor((now - instant) / 1000));
}

/** 4:05. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
