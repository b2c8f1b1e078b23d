import { WAYS } from '../catalogue/access.ts';
import { listCatalogue } from '../catalogue/catalogue.ts';
import { workingLifeOf } from '../citizens/foreseen-retirement.ts';
import { makeKioskReport } from '../documents/generate.ts';
import { AppError } from '../errors.ts';
import { checkVisitCode, claimBySms, sendVisitCode, type AtKiosk, type SentCode } from '../kiosk/codes.ts';
import { personalPage } from '../kiosk/personal.ts';
import { languagesOf, provinceName } from '../settings/provinces.ts';
import { loadSettings } from '../settings/settings.ts';
import { openGateway } from '../sms/config.ts';
import type { KioskContext } from './context.ts';
import type { KioskCode, KioskState } from './contract/kiosk.ts';
import { api, kioskApi, visitApi, visitorApi } from './guard.ts';

/** What citizens do by themselves, at a kiosk that a supervisor opened. */
export const kioskRouter = {
  open: api.kiosk.open.handler(async ({ context, input }) => {
    const { store, sessions, kiosks, actor, clientId, events } = context;
    const token = kiosks.open(input.exitCode);
    await store.audit({ actor, action: 'kiosk.opened', objectType: 'KIOSK' });
    // Whoever stands at the machine next is a citizen.
    sessions.lock(clientId);
    events.publish('event', { type: 'SESSION_CHANGED' });
    return { token };
  }),

  state: kioskApi.kiosk.state.handler(({ context }) => stateOf(context)),

  begin: kioskApi.kiosk.begin.handler(({ context, input }) => {
    context.visits.begin(context.clientId, input.language);
    return stateOf(context);
  }),

  touch: kioskApi.kiosk.touch.handler(({ context }) => {
    context.visits.touch(context.clientId);
  }),

  end: kioskApi.kiosk.end.handler(({ context, input }) => {
    context.visits.end(context.clientId, input.ending);
    return stateOf(context);
  }),

  services: visitApi.kiosk.services.handler(async ({ context, input }) => {
    const entries = await listCatalogue(context.store, input);
    return entries
      .filter(({ active }) => active)
      .map(({ id, name, section, audience, access }) => {
        return { id, name, section, audience, ways: access.map((way) => WAYS[way].name) };
      });
  }),

  smsAccess: visitApi.kiosk.smsAccess.handler(async ({ context, input }) => {
    const { diagnosis, code } = await claimBySms(await atKiosk(context), context.visit, input);
    return { diagnosis, code: code === null ? null : toCode(code) };
  }),

  sendCode: visitApi.kiosk.sendCode.handler(async ({ context }) =>
    toCode(await sendVisitCode(await atKiosk(context), context.visit)),
  ),

  checkCode: visitApi.kiosk.checkCode.handler(async ({ context, input }) => {
    const check = await checkVisitCode(await atKiosk(context), context.visit, input.code);
    return { check, state: await stateOf(context) };
  }),

  personalPage: visitorApi.kiosk.personalPage.handler(({ context }) =>
    personalPage(context.store, context.visitor),
  ),

  workingLife: visitorApi.kiosk.workingLife.handler(({ context }) =>
    workingLifeOf(context.store, context.visitor.citizenId),
  ),

  report: visitorApi.kiosk.report.handler(async ({ context, input: { saved } }) => {
    const { store, actor, visitor } = context;
    if (!visitor.secondFactor) throw new AppError('NOT_ALLOWED_YET', { reason: 'SECOND_FACTOR' });
    if (saved && !(await loadSettings(store)).kiosk.savesReports)
      throw new AppError('NOT_ALLOWED_YET', { reason: 'SAVING' });
    const { name, type, bytes } = await makeKioskReport(store, actor, { ...visitor, saved });
    return new File([bytes], name, { type });
  }),

  leave: kioskApi.kiosk.leave.handler(async ({ context, input }) => {
    const { store, kiosks, kiosk, visits, clientId, actor } = context;
    const left = kiosks.leave(kiosk.grant, input.code);
    const action = left ? 'kiosk.left' : 'kiosk.exitRefused';
    await store.audit({ actor, action, objectType: 'KIOSK' });
    if (left) {
      visits.leave(clientId);
      kiosk.onLeft();
    }
    return { left };
  }),
};

async function stateOf(context: KioskContext): Promise<KioskState> {
  const { store, visits, clientId, demo } = context;
  const { office, kiosk } = await loadSettings(store);
  const visit = visits.at(clientId);
  return {
    office: { officeName: office.officeName, provinceName: provinceName(office.provinceCode) },
    languages: languagesOf(office.provinceCode),
    idleSeconds: kiosk.idleSeconds,
    savesReports: kiosk.savesReports,
    visit: visit === null ? null : { language: visit.language, isIdentified: visit.visitor !== null },
    ending: visits.endingAt(clientId),
    demo: demo !== null,
  };
}

async function atKiosk({ store, phone, visits, clientId }: KioskContext): Promise<AtKiosk> {
  return { store, visits, gateway: await openGateway(store, phone), connectionId: clientId };
}

function toCode({ sent, challenge }: SentCode): KioskCode {
  return {
    outcome: sent.outcome,
    notice: sent.notice,
    maskedPhone: challenge.maskedPhone,
  };
}
