import { z } from 'zod';
import { CaseDetail } from '../../cases/model.ts';
import { Challenge, CheckOutcome, SendOutcome } from '../../identity/code-model.ts';
import { LadderRow } from '../../identity/ladder.ts';
import { Diagnosis } from '../../identity/model.ts';
import { SmsRefusal } from '../../sms/gateway.ts';
import { SmsGatewayData } from '../../sms/gateway-model.ts';
import { SimulatedSms } from '../../sms/simulator.ts';
import { SmsLanguage } from '../../sms/texts.ts';
import { id, procedure, version } from './base.ts';

/** What is made on a case names the version that the person saw. */
const onVersion = z.object({ caseId: id, version });
const typed = z.string().max(60);
/** Null: the phone on record, as proof of who he is. Else a new number, as proof that he holds it. */
const newPhone = z.string().trim().min(1).max(40).nullable().default(null);

export const SmsGatewayInfo = z.object({ data: SmsGatewayData, hasSecret: z.boolean() });
export type SmsGatewayInfo = z.infer<typeof SmsGatewayInfo>;

export const SmsTest = z.object({ refusal: SmsRefusal.nullable(), detail: z.string().nullable() });
export type SmsTest = z.infer<typeof SmsTest>;

export const identity = {
  /** What each act needs to know of the writer, and what the law asks at least. */
  ladder: procedure.output(z.array(LadderRow)),
  /** Why access by SMS fails for these data, in the service's words. Audited; RATE_LIMITED per person and hour. */
  diagnose: procedure
    .input(z.object({ id: typed, birth: typed, phone: typed, prefix: z.string().max(8) }))
    .output(Diagnosis),
  /** Where the challenge to the phone on record, or to a new number, stands. */
  challenge: procedure.input(z.object({ caseId: id, newPhone })).output(Challenge),
  /** Sends a code there. Throws STALE, NOT_ALLOWED_YET, RATE_LIMITED. */
  sendCode: procedure
    .input(onVersion.extend({ language: SmsLanguage, newPhone }))
    .output(z.object({ sent: SendOutcome, challenge: Challenge })),
  /** The code that the citizen reads out. The right one to the phone on record verifies the case. A wrong one is an answer. */
  checkCode: procedure
    .input(onVersion.extend({ code: z.string().max(40), newPhone }))
    .output(z.object({ check: CheckOutcome, challenge: Challenge, detail: CaseDetail })),
  /** Asks the gateway what became of the last code. */
  askDelivery: procedure.input(z.object({ caseId: id, newPhone })).output(Challenge),
  gateway: procedure.output(SmsGatewayInfo),
  /** `secret` null keeps the one there is, unless the gateway is another machine now. */
  saveGateway: procedure
    .input(z.object({ data: SmsGatewayData, secret: z.string().max(1000).nullable() }))
    .output(SmsGatewayInfo),
  /** A fixed text to a number of the office's own. `refusal` null: the gateway took it. */
  testSms: procedure.input(z.object({ phone: z.string().max(40) })).output(SmsTest),
  /** What the demo's telephone got, newest first. On real data there is none: NOT_FOUND. */
  simulatedPhone: procedure.output(z.array(SimulatedSms)),
};
