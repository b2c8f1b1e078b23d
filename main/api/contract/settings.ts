import { z } from 'zod';
import { Role, User, password, userName } from '../../accounts/model.ts';
import { Template, TemplateVersion, Unit } from '../../cases/model.ts';
import { MailboxKind } from '../../mail/model.ts';
import { LadderSettings } from '../../identity/ladder.ts';
import { SendingSettings, Settings } from '../../settings/model.ts';
import { id, procedure, version } from './base.ts';

export const MailboxInfo = z.object({
  id,
  name: z.string(),
  kind: MailboxKind,
  location: z.string(),
  messageCount: z.number().int(),
  lastSeenAt: z.date().nullable(),
});
export type MailboxInfo = z.infer<typeof MailboxInfo>;

/** A person's own DNI or NIE, as it was typed. */
const ownDocument = z.string().max(30).nullish();

export const settings = {
  get: procedure.output(Settings),
  save: procedure.input(Settings).output(Settings),
  /** How answers leave and what only warns before one does. */
  saveSending: procedure.input(SendingSettings).output(Settings),
  /** What each act needs to know of the writer; INVALID_INPUT below the floor of the law. */
  saveLadder: procedure.input(LadderSettings).output(Settings),
  mailboxes: procedure.output(z.array(MailboxInfo)),
  users: procedure.output(z.array(User)),
  createUser: procedure
    .input(
      z.object({
        userName,
        displayName: z.string().trim().min(1).max(80),
        role: Role,
        password,
        document: ownDocument,
      }),
    )
    .output(User),
  /** The last active admin cannot be demoted or made inactive. Null leaves the password and the document. */
  updateUser: procedure
    .input(
      z.object({
        id,
        displayName: z.string().trim().min(1).max(80),
        role: Role,
        active: z.boolean(),
        password: password.nullable(),
        document: ownDocument,
      }),
    )
    .output(User),
  templates: procedure.output(z.array(Template)),
  /** `id` null makes a new one. Unknown placeholders are refused with INVALID_INPUT. */
  saveTemplate: procedure
    .input(
      z.object({
        id: id.nullable(),
        version: version.nullable(),
        name: z.string().trim().min(1).max(80),
        subject: z.string().trim().min(1).max(300),
        body: z.string().trim().min(1).max(20_000),
        active: z.boolean(),
      }),
    )
    .output(Template),
  /** Every text that a template has had, newest first. */
  templateVersions: procedure.input(z.object({ templateId: id })).output(z.array(TemplateVersion)),
  placeholders: procedure.output(z.array(z.object({ name: z.string(), meaning: z.string() }))),
  units: procedure.output(z.array(Unit)),
  saveUnit: procedure
    .input(
      z.object({
        id: id.nullable(),
        name: z.string().trim().min(1).max(120),
        email: z.email().nullable(),
        active: z.boolean(),
      }),
    )
    .output(Unit),
};
