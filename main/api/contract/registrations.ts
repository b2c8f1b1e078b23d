import { z } from 'zod';
import { Challenge, CheckOutcome, SendOutcome } from '../../identity/code-model.ts';
import { CounterChecklist, RegistrationView } from '../../registrations/model.ts';
import { CounterRow } from '../../registrations/search.ts';
import { SmsLanguage } from '../../sms/texts.ts';
import { id, pageInput, procedure, version } from './base.ts';

/** What is to be shown to be the citizen's, as it was typed. */
const possession = z.object({
  citizenId: id,
  kind: z.enum(['PHONE', 'EMAIL']),
  address: z.string().trim().min(1).max(254),
});

const onRegistration = z.object({ registrationId: id, version });
const reason = z.string().trim().min(3).max(300);

/** The activation code in groups, and the page with it: shown once, to be had nowhere afterwards. */
const issued = z.object({ code: z.string(), sheet: z.file() });

/** The counter of "usuario y contraseña" (Cl@ve Permanente). Refusals: main/registrations/counter.ts. */
export const registrations = {
  /** By either name of the system, by the citizen's name, document, NAF or phone. A look-up, as in citizens. */
  search: procedure
    .input(pageInput.extend({ text: z.string().max(200).default('') }))
    .output(z.object({ rows: z.array(CounterRow), nextCursor: id.nullable() })),
  /** Newest first, with the history of each. */
  ofCitizen: procedure.input(z.object({ citizenId: id })).output(z.array(RegistrationView)),
  challenge: procedure.input(possession).output(Challenge),
  sendCode: procedure
    .input(possession.extend({ language: SmsLanguage }))
    .output(z.object({ sent: SendOutcome, challenge: Challenge })),
  checkCode: procedure
    .input(possession.extend({ code: z.string().max(20) }))
    .output(z.object({ check: CheckOutcome, challenge: Challenge })),
  register: procedure
    .input(
      z.object({
        citizenId: id,
        checklist: CounterChecklist,
        phone: z.string().trim().min(1).max(40),
        email: z.string().trim().min(1).max(254),
      }),
    )
    .output(issued),
  reissue: procedure.input(onRegistration.extend({ checklist: CounterChecklist, reason })).output(issued),
  voidCode: procedure.input(onRegistration.extend({ reason })),
  block: procedure.input(onRegistration.extend({ reason })),
  close: procedure.input(onRegistration.extend({ checklist: CounterChecklist, reason })),
  /** Without the citizen: because he died, or the office found it wrong. */
  closeByOffice: procedure.input(onRegistration.extend({ reason })),
  addSheet: procedure.input(z.object({ registrationId: id, file: z.file() })),
  sheet: procedure.input(z.object({ sheetId: id })).output(z.file()),
};
