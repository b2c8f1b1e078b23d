-- CreateTable
CREATE TABLE "MailAccount" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "userName" TEXT NOT NULL,
    "authentication" TEXT NOT NULL,
    "tokenCommand" TEXT,
    "imapHost" TEXT NOT NULL,
    "imapPort" INTEGER NOT NULL,
    "imapSecurity" TEXT NOT NULL,
    "caPem" TEXT,
    "moveTo" TEXT,
    "smtpHost" TEXT,
    "smtpPort" INTEGER,
    "smtpSecurity" TEXT,
    "sentFolder" TEXT,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Secret" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ReplyRecipient" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "replyId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "response" TEXT,
    CONSTRAINT "ReplyRecipient_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReplyAttachment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "replyId" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "attachmentId" INTEGER,
    "content" BLOB,
    CONSTRAINT "ReplyAttachment_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReplyAttachment_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TemplateVersion" (
    "templateId" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL,
    "savedById" INTEGER,

    PRIMARY KEY ("templateId", "version"),
    CONSTRAINT "TemplateVersion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable: columns are added in place, not by making the tables anew as the tool proposes: other tables refer to
-- them with RESTRICT, and a hundred thousand sightings need not be copied.
ALTER TABLE "Mailbox" ADD COLUMN "accountId" INTEGER REFERENCES "MailAccount" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Mailbox" ADD COLUMN "folder" TEXT;
ALTER TABLE "Mailbox" ADD COLUMN "active" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Mailbox" ADD COLUMN "ledger" JSONB;
CREATE INDEX "Mailbox_accountId_idx" ON "Mailbox"("accountId");

ALTER TABLE "Sighting" ADD COLUMN "arrivedAt" DATETIME;
ALTER TABLE "Sighting" ADD COLUMN "duplicate" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "Reply" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'ANSWER';
ALTER TABLE "Reply" ADD COLUMN "templateVersion" INTEGER;
ALTER TABLE "Reply" ADD COLUMN "accountId" INTEGER REFERENCES "MailAccount" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Reply" ADD COLUMN "mime" BLOB;
ALTER TABLE "Reply" ADD COLUMN "sendAfter" DATETIME;
ALTER TABLE "Reply" ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Reply" ADD COLUMN "lastAttemptAt" DATETIME;
ALTER TABLE "Reply" ADD COLUMN "lastError" TEXT;
ALTER TABLE "Reply" ADD COLUMN "maybeTwice" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Reply" ADD COLUMN "sentCopyAt" DATETIME;
ALTER TABLE "Reply" ADD COLUMN "undeliveredById" INTEGER REFERENCES "Message" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "Reply_toAddress_createdAt_idx" ON "Reply"("toAddress", "createdAt");

-- Every sighting but a message's first was of a message known already.
UPDATE "Sighting" SET "duplicate" = true
WHERE EXISTS (SELECT 1 FROM "Sighting" s WHERE s."messageId" = "Sighting"."messageId" AND s."id" < "Sighting"."id");

INSERT INTO "ReplyRecipient" ("replyId", "kind", "address", "state")
SELECT "id", 'TO', "toAddress", 'PENDING' FROM "Reply";

INSERT INTO "TemplateVersion" ("templateId", "version", "name", "subject", "body", "savedAt")
SELECT "id", "version", "name", "subject", "body", "updatedAt" FROM "Template";

-- CreateIndex
CREATE INDEX "ReplyRecipient_replyId_idx" ON "ReplyRecipient"("replyId");

-- CreateIndex
CREATE INDEX "ReplyRecipient_address_idx" ON "ReplyRecipient"("address");

-- CreateIndex
CREATE INDEX "ReplyAttachment_attachmentId_idx" ON "ReplyAttachment"("attachmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyAttachment_replyId_ordinal_key" ON "ReplyAttachment"("replyId", "ordinal");
