import type {
  ContractRouterClient,
  InferContractRouterInputs,
  InferContractRouterOutputs,
} from '@orpc/contract';
import { cases, replies } from './cases.ts';
import { catalogue } from './catalogue.ts';
import { citizens } from './citizens.ts';
import { documents } from './documents.ts';
import { handover } from './handover.ts';
import { identity } from './identity.ts';
import { kiosk } from './kiosk.ts';
import { learning } from './learning.ts';
import { mailboxes } from './mailboxes.ts';
import { messages } from './messages.ts';
import { passwords } from './passwords.ts';
import { phones } from './phones.ts';
import { registrations } from './registrations.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';
import { audit, supervision } from './supervision.ts';
import { events, work } from './work.ts';

/** Everything the renderer can ask of the service. The router is the only way in. */
export const contract = {
  session,
  messages,
  mailboxes,
  cases,
  replies,
  catalogue,
  citizens,
  documents,
  handover,
  phones,
  registrations,
  identity,
  kiosk,
  passwords,
  learning,
  supervision,
  audit,
  settings,
  work,
  events,
};

export type Contract = typeof contract;
export type Client = ContractRouterClient<Contract>;
export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;

export type { ErrorCode } from '../../errors.ts';
export type { ErrorData } from './base.ts';
export type { WorkingLife } from '../../citizens/foreseen-retirement.ts';
export type { KioskState } from './kiosk.ts';
export type { ProveOutcome, SignInOutcome } from './passwords.ts';
export type { PolicyCheck } from '../../registrations/password-policy.ts';
export type { WordQuestion } from '../../registrations/word-question.ts';
export type { KioskLanguage } from '../../kiosk/model.ts';
export type {
  ActivationCodeState,
  CounterChecklist,
  RegistrationEvent,
  RegistrationView,
  ShownDocument,
} from '../../registrations/model.ts';
export type { CounterRow } from '../../registrations/search.ts';
export type { SessionState } from './session.ts';
export type { MessageDetail } from '../../mail/detail-model.ts';
export type { MessageFilter, MessageRow, SearchInfo } from '../../mail/inbox-model.ts';
export type { AttachmentFacts, Danger, Mark } from '../../mail/model.ts';
export type {
  Action,
  Category,
  DeclaredField,
  DeclaredPerson,
  Found,
  IdType,
  Kind,
  Reason,
} from '../../triage/model.ts';
export type { CaseFilter } from './cases.ts';
export type {
  AcceptableField,
  CaseAttachment,
  CaseAttention,
  CaseDetail,
  CaseRow,
  CaseState,
  ComparedField,
  DocumentType,
  Template,
  Unit,
} from '../../cases/model.ts';
export type { MissingPaper, Paper, PaperState, Suggestions } from '../../cases/suggestions-model.ts';
export type { Equal, Repeat } from '../../cases/repeats.ts';
export type {
  DeliveryProblem,
  GateCode,
  GateLevel,
  OutboxFilter,
  QuoteStyle,
  RecipientState,
  RecordField,
  Reply,
  ReplyCheck,
  ReplyState,
} from '../../cases/reply-model.ts';
export type { LadderAction, LadderRow, LadderSettings } from '../../identity/ladder.ts';
export type { Diagnosis, IdentityLevel, Verification, VerificationMethod } from '../../identity/model.ts';
export type { NumberKind, ReadNumber } from '../../citizens/identifier-texts.ts';
export type {
  CitizenData,
  CitizenImportReport,
  CitizenRow,
  CitizenView as Citizen,
} from '../../citizens/model.ts';
export type { ContactSet, PhoneChange, PhoneChannel } from '../../citizens/phone-change-model.ts';
export type { Challenge, CheckOutcome, SendOutcome } from '../../identity/code-model.ts';
export type { CaseHandover, HandoverBatch, HandoverFile } from '../../handover/model.ts';
export type { LikelyType, PdfProblem, Ta1Field, Ta1Reading, Ta1Row } from '../../documents/model.ts';
export type { LearningOverview, ModelState, ModelVersion, Rule } from '../../learning/model.ts';
export type { SmsDelivery, SmsRefusal } from '../../sms/gateway.ts';
export type { HttpsGatewayData, SmppGatewayData, SmsGatewayData } from '../../sms/gateway-model.ts';
export type { SmsLanguage } from '../../sms/texts.ts';
export type { SmsGatewayInfo } from './identity.ts';
export type {
  AccessWay,
  Audience,
  CatalogueEntry,
  CatalogueEntryData,
  ServiceMatch,
} from '../../catalogue/model.ts';
export type { CaseView, Preferences, Role, User } from '../../accounts/model.ts';
export type { SendingSettings, Settings } from '../../settings/model.ts';
export type { AgeBand, Correction, SupervisionOverview } from '../../supervision/model.ts';
export type {
  AuditAction,
  AuditDetails,
  AuditEntry,
  AuditObjectType,
  AuditVerification,
} from '../../store/audit-model.ts';
export type { AuditFilter } from './supervision.ts';
export type {
  ConnectionProblem,
  ConnectionStep,
  ConnectionTest,
  Ledger,
  MailAccount,
  MailboxStatus,
  StepResult,
} from '../../mail/account-model.ts';
export type { MailboxInfo } from './settings.ts';
export type { ServiceEvent, Work } from './work.ts';
