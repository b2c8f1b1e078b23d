import { parseIdentityDocument } from '../citizens/identifiers.ts';
import type { IdentityDocument } from '../citizens/model.ts';
import { AppError } from '../errors.ts';
import { checkBoundCode, sendBoundCode } from '../identity/bound-code.ts';
import { logAdmitted } from '../kiosk/log.ts';
import type { Visit } from '../kiosk/visits.ts';
import { closeByCitizen, proveActivation, provePassword } from '../registrations/access.ts';
import { readActivationCode } from '../registrations/activation-code.ts';
import type { Progress } from '../registrations/progress.ts';
import { checkNewPassword, setPassword } from '../registrations/set-password.ts';
import { answersQuestion, newWordQuestion, type WordQuestion } from '../registrations/word-question.ts';
import { loadSettings } from '../settings/settings.ts';
import { openGateway } from '../sms/config.ts';
import type { VisitContext } from './context.ts';
import type { ProveOutcome } from './contract/passwords.ts';
import { visitApi } from './guard.ts';

/** User name and password, by the citizen himself at a kiosk. */
export const passwordsRouter = {
  question: visitApi.passwords.question.handler(({ context }) => askAnother(context)),

  prove: visitApi.passwords.prove.handler(async ({ context, input }) => {
    const { store, visit } = context;
    const { codeAttempts: attempts } = (await loadSettings(store)).registrations;
    const { answer } = visit.progress;
    const question = askAnother(context);
    const told = (outcome: ProveOutcome) => ({ outcome, question, attempts });
    if (answer === null || !answersQuestion(input.answer, answer)) return told('WRONG_ANSWER');
    const document = readDocument(input.document);
    if (document === null) return told('BAD_DOCUMENT');
    const { cause, activationCode } = input;
    if (readActivationCode(activationCode) === null) return told('BAD_CODE');
    const email = cause === 'ACTIVATION' ? input.email : null;
    const { outcome, registration } = await proveActivation(store, { document, email, activationCode });
    if (registration === null) return told(outcome);
    if (cause === 'ACTIVATION' && registration.activated) return told('ALREADY_ACTIVE');
    if (cause === 'FORGOTTEN' && !registration.activated) return told('NOT_ACTIVE');
    keep(context, { proven: { cause, registration, codeAnswered: false } });
    return told('PROVEN');
  }),

  sendCode: visitApi.passwords.sendCode.handler(async ({ context }) => {
    const { store, phone, actor, visit } = context;
    const { target } = codeTarget(visit);
    const gateway = await openGateway(store, phone);
    const sent = await sendBoundCode(store, gateway, actor, { ...target, language: visit.language });
    return { outcome: sent.outcome, notice: sent.notice };
  }),

  checkCode: visitApi.passwords.checkCode.handler(async ({ context, input }) => {
    const { store, actor, visit } = context;
    const { target, proven } = codeTarget(visit);
    const { check } = await checkBoundCode(store, actor, { ...target, code: input.code });
    if (check.outcome === 'VERIFIED') keep(context, { proven: { ...proven, codeAnswered: true } });
    return check;
  }),

  proveCurrent: visitApi.passwords.proveCurrent.handler(async ({ context, input }) => {
    const { store } = context;
    const { passwordAttempts: attempts } = (await loadSettings(store)).registrations;
    keep(context, { proven: null });
    const document = readDocument(input.document);
    if (document === null) return { outcome: 'BAD_DOCUMENT', attempts };
    const { outcome, registration } = await provePassword(store, { document, password: input.password });
    if (registration === null) return { outcome, attempts };
    keep(context, { proven: { cause: input.cause, registration, codeAnswered: false } });
    return { outcome: 'PROVEN', attempts };
  }),

  check: visitApi.passwords.check.handler(async ({ context, input }) => {
    const { registration } = provenForPassword(context.visit);
    return checkNewPassword(context.store, registration.citizenId, input.password);
  }),

  set: visitApi.passwords.set.handler(async ({ context, input }) => {
    const { registration, cause } = provenForPassword(context.visit);
    const outcome = await setPassword(context.store, registration, { cause, password: input.password });
    if (outcome === 'SET') keep(context, { proven: null });
    return outcome;
  }),

  close: visitApi.passwords.close.handler(async ({ context }) => {
    const { store, visit, visits, clientId } = context;
    const { proven } = visit.progress;
    if (proven?.cause !== 'CLOSE') throw notProven();
    if (!(await closeByCitizen(store, proven.registration))) throw new AppError('STALE');
    visits.mustStillBe(clientId, visit);
    visits.claim(clientId, null);
  }),

  signIn: visitApi.passwords.signIn.handler(async ({ context, input }) => {
    const { store, visits, clientId, visit } = context;
    const { passwordAttempts: attempts } = (await loadSettings(store)).registrations;
    const document = readDocument(input.document);
    if (document === null) return { outcome: 'BAD_DOCUMENT', attempts };
    const proof = await provePassword(store, { document, password: input.password });
    if (proof.outcome !== 'PROVEN') return { outcome: proof.outcome, attempts };
    const { citizenId } = proof.registration;
    const visitor = { citizenId, method: 'PASSWORD', secondFactor: false } as const;
    visits.mustStillBe(clientId, visit);
    visits.admit(clientId, visitor);
    await logAdmitted(store, visitor);
    return { outcome: 'ADMITTED', attempts };
  }),
};

function keep(context: VisitContext, change: Partial<Progress>): void {
  const { visits, clientId, visit } = context;
  visits.mustStillBe(clientId, visit);
  visits.setProgress(clientId, { ...visits.touch(clientId).progress, ...change });
}

/** Each question is asked and answered once, and whatever was proved before it is proved no more. */
function askAnother(context: VisitContext): WordQuestion {
  const { kiosks, kiosk } = context;
  const { question, answer } = newWordQuestion(kiosks.lastQuestion(kiosk.grant));
  keep(context, { answer, proven: null });
  kiosks.showed(kiosk.grant, question);
  return question;
}

/** Null when it is neither a DNI nor a NIE with the right letter. */
function readDocument(typed: {
  readonly type: 'DNI' | 'NIE' | null;
  readonly number: string;
}): IdentityDocument | null {
  const { type, number, valid } = parseIdentityDocument(typed.number, typed.type);
  return valid === true && (type === 'DNI' || type === 'NIE') ? { type, number } : null;
}

/** A first or forgotten password that was proved by its activation code: where its code by SMS goes. */
function codeTarget({ id, progress: { proven } }: Visit) {
  if (proven === null || (proven.cause !== 'ACTIVATION' && proven.cause !== 'FORGOTTEN')) throw notProven();
  const { citizenId, e164: address } = proven.registration;
  const purpose = proven.cause === 'ACTIVATION' ? ('ACTIVATION' as const) : ('SECOND_FACTOR' as const);
  return { proven, target: { citizenId, boundTo: `visit/${id}`, purpose, address } };
}

/** What was proved, when it is enough to set a password. Throws NOT_ALLOWED_YET. */
function provenForPassword({ progress: { proven } }: Visit) {
  if (proven === null || proven.cause === 'CLOSE') throw notProven();
  if (proven.cause !== 'CHANGE' && !proven.codeAnswered) throw notProven();
  return { registration: proven.registration, cause: proven.cause };
}

function notProven(): AppError {
  return new AppError('NOT_ALLOWED_YET', { reason: 'IDENTITY' });
}
