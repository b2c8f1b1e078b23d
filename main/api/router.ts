import { casesRouter, repliesRouter } from './cases.ts';
import { catalogueRouter } from './catalogue.ts';
import { citizensRouter } from './citizens.ts';
import { documentsRouter } from './documents.ts';
import { auditRouter } from './audit.ts';
import { handoverRouter } from './handover.ts';
import { identityRouter } from './identity.ts';
import { kioskRouter } from './kiosk.ts';
import { learningRouter } from './learning.ts';
import { mailboxesRouter } from './mailboxes.ts';
import { messagesRouter } from './messages.ts';
import { passwordsRouter } from './passwords.ts';
import { phonesRouter } from './phones.ts';
import { registrationsRouter } from './registrations.ts';
import { sessionRouter } from './session.ts';
import { settingsRouter } from './settings.ts';
import { supervisionRouter } from './supervision.ts';
import { eventsRouter, workRouter } from './work.ts';
import { openApi } from './guard.ts';

/** Every procedure of the contract, implemented: complete by type. */
export const router = openApi.router({
  session: sessionRouter,
  messages: messagesRouter,
  mailboxes: mailboxesRouter,
  cases: casesRouter,
  replies: repliesRouter,
  catalogue: catalogueRouter,
  citizens: citizensRouter,
  documents: documentsRouter,
  handover: handoverRouter,
  phones: phonesRouter,
  registrations: registrationsRouter,
  identity: identityRouter,
  kiosk: kioskRouter,
  passwords: passwordsRouter,
  learning: learningRouter,
  supervision: supervisionRouter,
  audit: auditRouter,
  settings: settingsRouter,
  work: workRouter,
  events: eventsRouter,
});
