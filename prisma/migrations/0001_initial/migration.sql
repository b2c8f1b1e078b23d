-- CreateTable
CREATE TABLE "Mailbox" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "syncPosition" JSONB,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "RawSource" (
    "sha256" TEXT NOT NULL PRIMARY KEY,
    "size" INTEGER NOT NULL,
    "zstd" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "Message" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sha256" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "messageIdHeader" TEXT,
    "subject" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "fromAddress" TEXT NOT NULL,
    "replyToAddress" TEXT,
    "sentAt" DATETIME,
    "receivedAt" DATETIME NOT NULL,
    "storedAt" DATETIME NOT NULL,
    "preview" TEXT NOT NULL,
    "parseStatus" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "attachmentCount" INTEGER NOT NULL,
    "textHash" TEXT,
    "threadSubject" TEXT,
    "threadId" INTEGER NOT NULL,
    "copyOfId" INTEGER,
    "kind" TEXT NOT NULL,
    "kindReason" JSONB NOT NULL,
    "isRequest" BOOLEAN NOT NULL,
    "language" TEXT,
    "declaredCategory" TEXT,
    "proposedCategory" TEXT,
    "proposedConfidence" REAL NOT NULL,
    "proposedReasons" JSONB NOT NULL,
    "finalCategory" TEXT,
    "finalById" INTEGER,
    "finalAt" DATETIME,
    "category" TEXT,
    "needsReview" BOOLEAN NOT NULL,
    "declaredPerson" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "assigneeId" INTEGER,
    "identityLevel" TEXT NOT NULL,
    "openedAt" DATETIME,
    "caseId" INTEGER,
    CONSTRAINT "Message_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "RawSource" ("sha256") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Message_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Message_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Sighting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "mailboxId" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "messageId" INTEGER NOT NULL,
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "Sighting_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Sighting_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Recipient" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "messageId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    CONSTRAINT "Recipient_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MessageReference" (
    "messageId" INTEGER NOT NULL,
    "messageIdHeader" TEXT NOT NULL,

    PRIMARY KEY ("messageId", "messageIdHeader"),
    CONSTRAINT "MessageReference_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "messageId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "safeName" TEXT NOT NULL,
    "declaredType" TEXT NOT NULL,
    "detectedType" TEXT,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "contentId" TEXT,
    "inline" BOOLEAN NOT NULL,
    "dangers" JSONB NOT NULL,
    CONSTRAINT "Attachment_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Citizen" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "givenName" TEXT NOT NULL,
    "surnames" TEXT NOT NULL,
    "birthDate" TEXT,
    "naf" TEXT,
    "email" TEXT,
    "address" TEXT,
    "deceased" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "IdentityDocument" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "citizenId" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "IdentityDocument_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PhoneRecord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "citizenId" INTEGER NOT NULL,
    "e164" TEXT NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validTo" DATETIME,
    "replacesId" INTEGER,
    "reason" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "recordedById" INTEGER,
    "caseId" INTEGER,
    "verificationId" INTEGER,
    "attachmentId" INTEGER,
    CONSTRAINT "PhoneRecord_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PhoneRecord_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "PhoneRecord_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Case" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "category" TEXT,
    "assigneeId" INTEGER,
    "citizenId" INTEGER,
    "unitId" INTEGER,
    "identityLevel" TEXT NOT NULL,
    "dueDate" TEXT,
    "openedAt" DATETIME NOT NULL,
    "openedById" INTEGER NOT NULL,
    "resolvedAt" DATETIME,
    "updatedAt" DATETIME NOT NULL,
    "updatedById" INTEGER NOT NULL,
    CONSTRAINT "Case_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Case_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Case_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CaseAttachment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "caseId" INTEGER NOT NULL,
    "attachmentId" INTEGER NOT NULL,
    "documentType" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL,
    "linkedById" INTEGER NOT NULL,
    CONSTRAINT "CaseAttachment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CaseAttachment_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "caseId" INTEGER NOT NULL,
    "citizenId" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "checklist" JSONB NOT NULL,
    "notes" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER NOT NULL,
    CONSTRAINT "Verification_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Verification_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Note" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "caseId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER NOT NULL,
    CONSTRAINT "Note_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "caseId" INTEGER NOT NULL,
    "inReplyToId" INTEGER,
    "templateId" INTEGER,
    "messageIdHeader" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "Reply_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reply_inReplyToId_fkey" FOREIGN KEY ("inReplyToId") REFERENCES "Message" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Template" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true
);

-- CreateTable
CREATE TABLE "User" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "userName" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "failedAttempts" INTEGER NOT NULL DEFAULT 0,
    "blockedUntil" DATETIME,
    "preferences" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorId" INTEGER,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" INTEGER,
    "caseId" INTEGER,
    "details" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Mailbox_location_key" ON "Mailbox"("location");

-- CreateIndex
CREATE UNIQUE INDEX "Message_sha256_key" ON "Message"("sha256");

-- CreateIndex
CREATE INDEX "Message_messageIdHeader_idx" ON "Message"("messageIdHeader");

-- CreateIndex
CREATE INDEX "Message_textHash_idx" ON "Message"("textHash");

-- CreateIndex
CREATE INDEX "Message_threadId_idx" ON "Message"("threadId");

-- CreateIndex
CREATE INDEX "Message_copyOfId_idx" ON "Message"("copyOfId");

-- CreateIndex
CREATE INDEX "Message_caseId_idx" ON "Message"("caseId");

-- CreateIndex
CREATE INDEX "Message_fromAddress_threadSubject_idx" ON "Message"("fromAddress", "threadSubject");

-- CreateIndex
CREATE INDEX "Message_category_id_idx" ON "Message"("category", "id");

-- CreateIndex
CREATE INDEX "Message_assigneeId_id_idx" ON "Message"("assigneeId", "id");

-- CreateIndex
CREATE INDEX "Message_counts_idx" ON "Message"("isRequest", "category", "state", "needsReview", "identityLevel", "kind", "assigneeId", "attachmentCount", "openedAt", "copyOfId");

-- CreateIndex
CREATE INDEX "Message_list_idx" ON "Message"("id", "isRequest", "category", "state", "needsReview", "identityLevel", "kind", "assigneeId", "attachmentCount", "openedAt", "copyOfId", "caseId", "receivedAt");

-- CreateIndex
CREATE INDEX "Message_flow_idx" ON "Message"("isRequest", "receivedAt", "category", "state", "copyOfId");

-- CreateIndex
CREATE INDEX "Sighting_messageId_idx" ON "Sighting"("messageId");

-- CreateIndex
CREATE UNIQUE INDEX "Sighting_mailboxId_item_messageId_key" ON "Sighting"("mailboxId", "item", "messageId");

-- CreateIndex
CREATE INDEX "Recipient_messageId_idx" ON "Recipient"("messageId");

-- CreateIndex
CREATE INDEX "MessageReference_messageIdHeader_idx" ON "MessageReference"("messageIdHeader");

-- CreateIndex
CREATE INDEX "Attachment_sha256_idx" ON "Attachment"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_messageId_ordinal_key" ON "Attachment"("messageId", "ordinal");

-- CreateIndex
CREATE INDEX "Citizen_naf_idx" ON "Citizen"("naf");

-- CreateIndex
CREATE INDEX "Citizen_surnames_givenName_idx" ON "Citizen"("surnames", "givenName");

-- CreateIndex
CREATE INDEX "IdentityDocument_number_idx" ON "IdentityDocument"("number");

-- CreateIndex
CREATE INDEX "IdentityDocument_citizenId_idx" ON "IdentityDocument"("citizenId");

-- CreateIndex
CREATE UNIQUE INDEX "IdentityDocument_type_number_key" ON "IdentityDocument"("type", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PhoneRecord_replacesId_key" ON "PhoneRecord"("replacesId");

-- CreateIndex
CREATE INDEX "PhoneRecord_citizenId_validFrom_idx" ON "PhoneRecord"("citizenId", "validFrom");

-- CreateIndex
CREATE INDEX "PhoneRecord_e164_idx" ON "PhoneRecord"("e164");

-- CreateIndex
CREATE UNIQUE INDEX "Case_number_key" ON "Case"("number");

-- CreateIndex
CREATE INDEX "Case_state_id_idx" ON "Case"("state", "id");

-- CreateIndex
CREATE INDEX "Case_assigneeId_id_idx" ON "Case"("assigneeId", "id");

-- CreateIndex
CREATE INDEX "Case_citizenId_idx" ON "Case"("citizenId");

-- CreateIndex
CREATE INDEX "CaseAttachment_attachmentId_idx" ON "CaseAttachment"("attachmentId");

-- CreateIndex
CREATE UNIQUE INDEX "CaseAttachment_caseId_attachmentId_key" ON "CaseAttachment"("caseId", "attachmentId");

-- CreateIndex
CREATE INDEX "Verification_caseId_idx" ON "Verification"("caseId");

-- CreateIndex
CREATE INDEX "Verification_citizenId_idx" ON "Verification"("citizenId");

-- CreateIndex
CREATE INDEX "Note_caseId_idx" ON "Note"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Reply_messageIdHeader_key" ON "Reply"("messageIdHeader");

-- CreateIndex
CREATE INDEX "Reply_caseId_idx" ON "Reply"("caseId");

-- CreateIndex
CREATE INDEX "Reply_state_id_idx" ON "Reply"("state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Template_name_key" ON "Template"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_name_key" ON "Unit"("name");

-- CreateIndex
CREATE UNIQUE INDEX "User_userName_key" ON "User"("userName");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_hash_key" ON "AuditEntry"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_caseId_id_idx" ON "AuditEntry"("caseId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_objectType_objectId_id_idx" ON "AuditEntry"("objectType", "objectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_action_id_idx" ON "AuditEntry"("action", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id");

-- Full-text index over messages; its rowid is the message's id, so that "newest first" costs nothing. The text
-- lives here once: nothing else keeps it but the raw source.
CREATE VIRTUAL TABLE "message_search" USING fts5(
  subject, sender, body, attachments, case_number, identifiers,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- The same over citizens; its rowid is the citizen's id.
CREATE VIRTUAL TABLE "citizen_search" USING fts5(
  name, identifiers, phones,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- What people decided against what the machine proposed; costs nothing while nobody decided.
CREATE INDEX "Message_decided_idx" ON "Message"("id", "proposedCategory", "finalCategory")
WHERE "finalCategory" IS NOT NULL;

-- The audit log only ever grows.
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry"
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;

-- Raw sources are never changed or removed behind the log's back either.
CREATE TRIGGER "RawSource_no_update" BEFORE UPDATE ON "RawSource"
BEGIN SELECT RAISE(ABORT, 'raw sources never change'); END;
