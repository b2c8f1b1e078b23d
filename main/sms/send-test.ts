import { maskPhone, parsePhone } from '../citizens/phones.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import { refused, type SmsGateway, type SmsRefusal } from './gateway.ts';
import { TEST_TEXT } from './texts.ts';

/** Sends a fixed text to see that the gateway works. Throws INVALID_INPUT (phone). */
export async function sendTest(
  store: Store,
  gateway: SmsGateway | null,
  actor: Actor,
  number: string,
): Promise<{ readonly refusal: SmsRefusal | null; readonly detail: string | null }> {
  const phone = parsePhone(number);
  if (phone?.kind !== 'MOBILE' && phone?.kind !== 'FOREIGN') {
    throw new AppError('INVALID_INPUT', { fields: ['phone'] });
  }
  const result = gateway === null ? refused('NOT_SET_UP', false) : await gateway.send(phone.e164, TEST_TEXT);
  const refusal = result.accepted ? null : result.reason;
  const detail = result.accepted ? null : result.detail;
  await store.audit({
    actor,
    action: 'sms.tested',
    objectType: 'SETTINGS',
    details: { phone: maskPhone(phone.e164), gateway: gateway?.kind ?? 'NONE', refusal, detail },
  });
  return { refusal, detail };
}
