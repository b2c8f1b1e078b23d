import { z } from 'zod';

/**
 * Everything that leaves a trace. Names are object.act; they never change once released, because they are part
 * of what is hashed.
 */
export const AuditAction = z.enum([
  'store.created',
  'store.migrated',
  'store.backup',
  'store.restored',
  'office.setUp',
  'session.signIn',
  'session.signInRefused',
  'session.signOut',
  'session.lock',
  'session.unlock',
  'session.passwordChanged',
  'access.refused',
  'mailbox.ingested',
  'mailbox.readAgain',
  'mailbox.uidValidityChanged',
  'mailbox.missingFound',
  'mailbox.moved',
  'mailAccount.saved',
  'message.stored',
  'message.opened',
  'message.exported',
  'message.categorySet',
  'message.assigned',
  'message.archived',
  'message.undone',
  'attachment.opened',
  'case.created',
  'case.opened',
  'case.messageAdded',
  'case.messageRemoved',
  'case.citizenSet',
  'case.stateSet',
  'case.assigned',
  'case.dueDateSet',
  'case.noteAdded',
  'case.attachmentLinked',
  'case.attachmentUnlinked',
  'case.identityVerified',
  'case.identityRejected',
  'reply.queued',
  'reply.attempted',
  'reply.sent',
  'reply.postponed',
  'reply.failed',
  'reply.interrupted',
  'reply.cancelled',
  'reply.released',
  'reply.undelivered',
  'citizen.created',
  'citizen.updated',
  'citizen.declaredAccepted',
  'citizen.acceptedUndone',
  'citizen.opened',
  'citizen.searched',
  'citizen.accessDiagnosed',
  'citizen.phoneChanged',
  'citizen.phoneRequested',
  'citizen.phoneRefused',
  'citizen.phoneWithdrawn',
  'citizen.phoneUndone',
  'citizen.phoneRevealed',
  'document.generated',
  'handover.batchMade',
  'handover.sent',
  'handover.exported',
  'handover.acknowledged',
  'handover.accepted',
  'handover.rejected',
  'handover.handled',
  'code.requested',
  'code.sent',
  'code.notSent',
  'code.failed',
  'code.exhausted',
  'code.resendLimit',
  'code.possessionShown',
  'sms.gatewaySaved',
  'sms.tested',
  'citizen.imported',
  'user.created',
  'user.updated',
  'template.saved',
  'catalogue.shipped',
  'catalogue.saved',
  'catalogue.imported',
  'unit.saved',
  'settings.changed',
  'data.exported',
  'search.reindexed',
  'categoryModel.trained',
  'categoryModel.switched',
  'categoryRule.taught',
  'categoryRule.removed',
]);
export type AuditAction = z.infer<typeof AuditAction>;

export const AuditObjectType = z.enum([
  'STORE',
  'OFFICE',
  'SESSION',
  'MAILBOX',
  'MESSAGE',
  'ATTACHMENT',
  'CASE',
  'CITIZEN',
  'REPLY',
  'USER',
  'TEMPLATE',
  'CATALOGUE',
  'UNIT',
  'SETTINGS',
  'HANDOVER',
  'CATEGORY_MODEL',
  'CATEGORY_RULE',
  'PROCEDURE',
]);
export type AuditObjectType = z.infer<typeof AuditObjectType>;

/** Facts of an act; from-to pairs where they are not secret. Phones masked, never passwords or codes. */
export const AuditDetails = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
);
export type AuditDetails = z.infer<typeof AuditDetails>;

export const AuditEntry = z.object({
  id: z.number().int(),
  at: z.date(),
  actorId: z.number().int().nullable(),
  actorName: z.string(),
  action: AuditAction,
  objectType: AuditObjectType,
  objectId: z.number().int().nullable(),
  caseId: z.number().int().nullable(),
  details: AuditDetails,
  host: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** Result of walking the chain. A fault names the first entry that does not fit and how. */
export const AuditVerification = z.object({
  entries: z.number().int(),
  head: z.string(), // hash of the last entry, to be kept elsewhere
  fault: z
    .object({
      entryId: z.number().int(),
      problem: z.enum(['CHANGED', 'REMOVED', 'INSERTED', 'REORDERED', 'TRUNCATED', 'MESSAGES_CHANGED']),
    })
    .nullable(),
});
export type AuditVerification = z.infer<typeof AuditVerification>;
