import { appendAuditSql, type Actor } from './audit.ts';
import type { Sql } from './connection.ts';

/** One message as it goes into the tables. JSON columns come as text, instants as UTC ms. */
export type NewMessage = {
  readonly sha256: string;
  readonly size: number;
  readonly zstd: Uint8Array;
  readonly messageIdHeader: string | null;
  readonly references: readonly string[];
  readonly subject: string;
  readonly fromName: string;
  readonly fromAddress: string; // lower case, as all addresses: threads compare it
  readonly replyToAddress: string | null;
  readonly sentAt: number | null;
  readonly receivedAt: number;
  readonly preview: string;
  readonly parseStatus: string;
  readonly marks: readonly string[];
  readonly textHash: string | null;
  readonly threadSubject: string | null;
  readonly kind: string;
  readonly kindReason: string;
  readonly isRequest: boolean;
  readonly language: string | null;
  readonly declaredCategory: string | null;
  readonly proposedCategory: string | null;
  readonly proposedConfidence: number;
  readonly proposedReasons: string;
  readonly needsReview: boolean;
  readonly declaredPerson: string;
  readonly recipients: readonly { readonly kind: string; readonly name: string; readonly address: string }[];
  readonly attachments: readonly {
    readonly ordinal: number;
    readonly name: string;
    readonly safeName: string;
    readonly declaredType: string;
    readonly detectedType: string | null;
    readonly size: number;
    readonly sha256: string;
    readonly contentId: string | null;
    readonly inline: boolean;
    readonly dangers: readonly string[];
  }[];
  /** Text and identifiers for the full-text index. */
  readonly text: string;
  readonly identifiers: string;
};

/** Instants in UTC ms; `arrivedAt` only where a server tells it. */
export type NewSighting = {
  readonly mailboxId: number;
  readonly item: string;
  readonly messageId: number;
  readonly seenAt: number;
  readonly arrivedAt: number | null;
  /** The message was stored before. */
  readonly duplicate: boolean;
};

/** A message without references joins the last one of the same sender and subject within so much time. */
const THREAD_WINDOW_MS = 30 * 24 * 3600 * 1000;

type CaseColumns = {
  readonly id: number;
  readonly number: string;
  readonly state: string;
  readonly assigneeId: number | null;
  readonly identityLevel: string;
};

/** Inserts messages inside one raw write transaction: nobody else writes them or the office's addresses meanwhile. */
export class MessageWriter {
  readonly #sql: Sql;
  readonly #statements: ReturnType<typeof prepare>;
  #own: ReadonlySet<string> | null = null;
  #lastId: number | null = null;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#statements = prepare(sql);
  }

  /** Id of the message with these bytes, null when it is new. */
  find(sha256: string): number | null {
    return this.#statements.find.get(sha256)?.id ?? null;
  }

  /** Notes where a message was seen; nothing when that is known already. */
  see(sighting: NewSighting): void {
    this.#statements.sighting.run({ ...sighting, duplicate: sighting.duplicate ? 1 : 0 });
  }

  /** Where the mailbox goes on from, as JSON. */
  setPosition(mailboxId: number, position: string): void {
    this.#statements.position.run(position, mailboxId);
  }

  /** Stores a new message, threads it, marks copies and joins the thread's case; answers its id. */
  add(message: NewMessage, now: number, actor: Actor): number {
    const st = this.#statements;
    const copy = this.#copy(message);
    const threadId = copy?.threadId ?? this.#thread(message);
    const threadCase = threadId === null ? undefined : st.threadCase.get(threadId);
    const marks = [...message.marks, ...(copy?.marks ?? [])];
    st.source.run(message.sha256, message.size, message.zstd);
    const id = this.#nextId();
    st.message.run({
      ...message,
      id,
      storedAt: now,
      marks: JSON.stringify(marks),
      isRequest: message.isRequest ? 1 : 0,
      needsReview: message.needsReview ? 1 : 0,
      attachmentCount: message.attachments.filter((attachment) => !attachment.inline).length,
      threadId: threadId ?? id,
      copyOfId: copy?.foldUnder ?? null,
      state: threadCase === undefined ? 'NEW' : reopened(threadCase.state),
      assigneeId: threadCase?.assigneeId ?? null,
      identityLevel: threadCase?.identityLevel ?? 'NONE',
      caseId: threadCase?.id ?? null,
    });
    for (const recipient of message.recipients) {
      st.recipient.run(id, recipient.kind, recipient.name, recipient.address);
    }
    for (const reference of message.references) st.reference.run(id, reference);
    for (const attachment of message.attachments) {
      st.attachment.run({
        ...attachment,
        messageId: id,
        inline: attachment.inline ? 1 : 0,
        dangers: JSON.stringify(attachment.dangers),
      });
    }
    st.search.run(
      id,
      message.subject,
      `${message.fromName} ${message.fromAddress}`,
      message.text,
      message.attachments.map((attachment) => attachment.name).join('\n'),
      threadCase?.number ?? '',
      message.identifiers,
    );
    if (threadCase !== undefined) this.#joinCase(threadCase, id, now, actor);
    return id;
  }

  /** Known beforehand, because the first message of a thread names itself. */
  #nextId(): number {
    this.#lastId = (this.#lastId ?? this.#statements.lastId.get()?.seq ?? 0) + 1;
    return this.#lastId;
  }

  /** Same Message-ID with other bytes, or the same text again: both messages are marked as likely copies. */
  #copy(message: NewMessage) {
    const st = this.#statements;
    const sameId = message.messageIdHeader === null ? undefined : st.byMessageId.get(message.messageIdHeader);
    const sameText = message.textHash === null ? undefined : st.byText.get(message.textHash);
    const earlier = sameId ?? sameText;
    if (earlier === undefined) return null;
    const mark = sameId === undefined ? 'SAME_TEXT' : 'SAME_MESSAGE_ID';
    st.mark.run({ id: earlier.id, mark });
    // A form letter sent by two people is two requests: only the same sender's copy is folded under the first.
    const fold = earlier.fromAddress.toLowerCase() === message.fromAddress.toLowerCase();
    return {
      marks: [mark],
      foldUnder: fold ? (earlier.copyOfId ?? earlier.id) : null,
      threadId: fold ? earlier.threadId : null,
    };
  }

  /**
   * The thread of a message that it refers to (References, In-Reply-To; our own answers included), that refers to
   * it, or that refers to the same one, which may never have arrived; else that of the last message of the same
   * sender under the same telling subject within 30 days. What only a circular of the office or a message that was
   * never seen has in common is nobody's conversation (docs/decisions/0012).
   */
  #thread(message: NewMessage): number | null {
    const st = this.#statements;
    const { references, messageIdHeader, threadSubject, fromAddress, recipients } = message;
    const addressed = recipients.map(({ address }) => address);
    for (const reference of references) {
      const answer = st.byReply.get(reference);
      if (answer !== undefined) return answer.threadId;
      const parent = st.byMessageId.get(reference);
      if (parent === undefined) continue;
      const itsAddressed = () => st.recipients.all(parent.id).map(({ address }) => address);
      if (!this.#isCircular(parent.fromAddress, itsAddressed)) return parent.threadId;
    }
    const child = messageIdHeader === null ? undefined : st.byReference.get(messageIdHeader);
    if (child !== undefined && !this.#isCircular(fromAddress, () => addressed)) return child.threadId;
    const own = this.#ownAddresses();
    for (const reference of own.has(fromAddress) ? [] : references) {
      const sibling = st.sibling.get({
        reference,
        fromAddress,
        addressed: JSON.stringify(addressed),
        own: JSON.stringify([...own]),
      });
      if (sibling !== undefined) return sibling.threadId;
    }
    if (threadSubject === null) return null;
    const earlier = st.bySubject.get(
      message.fromAddress,
      threadSubject,
      message.receivedAt - THREAD_WINDOW_MS,
      message.receivedAt + THREAD_WINDOW_MS,
    );
    return earlier?.threadId ?? null;
  }

  /** From the office, and not to one person alone: to several, or to hidden ones. */
  #isCircular(fromAddress: string, addressed: () => readonly string[]): boolean {
    const own = this.#ownAddresses();
    return own.has(fromAddress) && new Set(addressed()).difference(own).size !== 1;
  }

  #ownAddresses(): ReadonlySet<string> {
    this.#own ??= new Set(this.#statements.ownAddresses.all().map(({ address }) => address));
    return this.#own;
  }

  #joinCase(joined: CaseColumns, messageId: number, now: number, actor: Actor): void {
    const state = reopened(joined.state);
    this.#statements.touchCase.run({ id: joined.id, state, now });
    if (state !== joined.state) this.#statements.caseMessages.run({ id: joined.id, state });
    appendAuditSql(this.#sql, new Date(now), {
      actor,
      action: 'case.messageAdded',
      objectType: 'CASE',
      objectId: joined.id,
      caseId: joined.id,
      details: {
        messageId,
        byThread: true,
        ...(state === joined.state ? {} : { from: joined.state, to: state }),
      },
    });
  }
}

/** A new message wakes a case that was waiting or done. */
function reopened(state: string): string {
  return state === 'WAITING_CITIZEN' || state === 'RESOLVED' || state === 'ARCHIVED' ? 'IN_PROGRESS' : state;
}

type Earlier = { id: number; threadId: number; copyOfId: number | null; fromAddress: string };

function prepare(sql: Sql) {
  return {
    find: sql.prepare<[string], { id: number }>('SELECT id FROM "Message" WHERE sha256 = ?'),
    sighting: sql.prepare(
      `INSERT OR IGNORE INTO "Sighting" (mailboxId, item, messageId, seenAt, arrivedAt, duplicate)
       VALUES (@mailboxId, @item, @messageId, @seenAt, @arrivedAt, @duplicate)`,
    ),
    position: sql.prepare<[string, number]>('UPDATE "Mailbox" SET syncPosition = ? WHERE id = ?'),
    source: sql.prepare<[string, number, Uint8Array]>(
      'INSERT INTO "RawSource" (sha256, size, zstd) VALUES (?, ?, ?)',
    ),
    message: sql.prepare(
      `INSERT INTO "Message" (id, sha256, messageIdHeader, subject, fromName, fromAddress, replyToAddress, sentAt,
         receivedAt, storedAt, preview, parseStatus, marks, attachmentCount, textHash, threadSubject, threadId, copyOfId, kind,
         kindReason, isRequest, language, declaredCategory, proposedCategory, proposedConfidence, proposedReasons,
         category, needsReview, declaredPerson, state, assigneeId, identityLevel, caseId)
       VALUES (@id, @sha256, @messageIdHeader, @subject, @fromName, @fromAddress, @replyToAddress, @sentAt,
         @receivedAt, @storedAt, @preview, @parseStatus, @marks, @attachmentCount, @textHash, @threadSubject, @threadId, @copyOfId,
         @kind, @kindReason, @isRequest, @language, @declaredCategory, @proposedCategory, @proposedConfidence,
         @proposedReasons, @proposedCategory, @needsReview, @declaredPerson, @state, @assigneeId, @identityLevel,
         @caseId)`,
    ),
    lastId: sql.prepare<[], { seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'Message'`),
    recipient: sql.prepare<[number, string, string, string]>(
      'INSERT INTO "Recipient" (messageId, kind, name, address) VALUES (?, ?, ?, ?)',
    ),
    reference: sql.prepare<[number, string]>(
      'INSERT OR IGNORE INTO "MessageReference" (messageId, messageIdHeader) VALUES (?, ?)',
    ),
    attachment: sql.prepare(
      `INSERT INTO "Attachment" (messageId, ordinal, name, safeName, declaredType, detectedType, size, sha256,
         contentId, inline, dangers)
       VALUES (@messageId, @ordinal, @name, @safeName, @declaredType, @detectedType, @size, @sha256, @contentId,
         @inline, @dangers)`,
    ),
    search: sql.prepare<[number, string, string, string, string, string, string]>(
      `INSERT INTO "message_search" (rowid, subject, sender, body, attachments, case_number, identifiers)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    byMessageId: sql.prepare<[string], Earlier>(
      'SELECT id, threadId, copyOfId, fromAddress FROM "Message" WHERE messageIdHeader = ? ORDER BY id LIMIT 1',
    ),
    byText: sql.prepare<[string], Earlier>(
      'SELECT id, threadId, copyOfId, fromAddress FROM "Message" WHERE textHash = ? ORDER BY id LIMIT 1',
    ),
    byReply: sql.prepare<[string], { threadId: number }>(
      `SELECT m.threadId FROM "Reply" r JOIN "Message" m ON m.id = r.inReplyToId WHERE r.messageIdHeader = ?`,
    ),
    byReference: sql.prepare<[string], { threadId: number }>(
      `SELECT m.threadId FROM "MessageReference" r JOIN "Message" m ON m.id = r.messageId
       WHERE r.messageIdHeader = ? ORDER BY r.rowid LIMIT 1`,
    ),
    // Of the same person, or of two who write to each other and not only to the office.
    sibling: sql.prepare<
      { reference: string; fromAddress: string; addressed: string; own: string },
      { threadId: number }
    >(
      `SELECT m.threadId FROM "MessageReference" r JOIN "Message" m ON m.id = r.messageId
       WHERE r.messageIdHeader = @reference
         AND m.fromAddress NOT IN (SELECT value FROM json_each(@own))
         AND (m.fromAddress = @fromAddress OR m.fromAddress IN (SELECT value FROM json_each(@addressed))
           OR EXISTS (SELECT 1 FROM "Recipient" a WHERE a.messageId = m.id AND a.address = @fromAddress))
       ORDER BY r.rowid LIMIT 1`,
    ),
    recipients: sql.prepare<[number], { address: string }>(
      'SELECT address FROM "Recipient" WHERE messageId = ?',
    ),
    ownAddresses: sql.prepare<[], { address: string }>(
      `SELECT lower(address) AS address FROM "MailAccount"
       UNION SELECT lower(json_extract(value, '$.office.mailboxAddress')) FROM "Setting" WHERE key = 'settings'`,
    ),
    bySubject: sql.prepare<[string, string, number, number], { threadId: number }>(
      `SELECT threadId FROM "Message"
       WHERE fromAddress = ? AND threadSubject = ? AND receivedAt BETWEEN ? AND ? ORDER BY id DESC LIMIT 1`,
    ),
    mark: sql.prepare<{ id: number; mark: string }>(
      `UPDATE "Message" SET marks = json_insert(marks, '$[#]', @mark)
       WHERE id = @id AND NOT EXISTS (SELECT 1 FROM json_each(marks) WHERE value = @mark)`,
    ),
    threadCase: sql.prepare<[number], CaseColumns>(
      `SELECT c.id, c.number, c.state, c.assigneeId, c.identityLevel
       FROM "Message" m JOIN "Case" c ON c.id = m.caseId WHERE m.threadId = ? LIMIT 1`,
    ),
    touchCase: sql.prepare<{ id: number; state: string; now: number }>(
      `UPDATE "Case" SET version = version + 1, state = @state, updatedAt = @now,
         resolvedAt = CASE WHEN @state IN ('RESOLVED', 'ARCHIVED') THEN resolvedAt ELSE NULL END
       WHERE id = @id`,
    ),
    caseMessages: sql.prepare<{ id: number; state: string }>(
      'UPDATE "Message" SET state = @state, version = version + 1 WHERE caseId = @id',
    ),
  };
}
