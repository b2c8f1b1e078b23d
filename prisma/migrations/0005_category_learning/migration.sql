-- CreateTable
CREATE TABLE "CategoryModel" (
    "version" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "state" TEXT NOT NULL,
    "model" BLOB,
    "trainedAt" DATETIME NOT NULL,
    "trainedById" INTEGER,
    "shipped" INTEGER NOT NULL,
    "decided" INTEGER NOT NULL,
    "kept" INTEGER NOT NULL,
    "keptRight" INTEGER NOT NULL,
    "keptRightBefore" INTEGER NOT NULL,
    "comparedWith" INTEGER,
    "changes" JSONB,
    "usedSince" DATETIME
);

-- CreateTable
CREATE TABLE "CategoryRule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "phrase" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER NOT NULL,
    "removedAt" DATETIME,
    "removedById" INTEGER
);

-- CreateTable
CREATE TABLE "SolvedMessage" (
    "messageId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "decidedAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "SolvedMessage_decidedAt_idx" ON "SolvedMessage"("decidedAt");

-- Telling words of decided messages, as numbers: newest messages of a word are read without touching the rest.
CREATE TABLE "SolvedWord" (
  "word" INTEGER NOT NULL,
  "messageId" INTEGER NOT NULL,
  PRIMARY KEY ("word", "messageId")
) WITHOUT ROWID;

CREATE UNIQUE INDEX "CategoryModel_in_use_idx" ON "CategoryModel"("state") WHERE "state" = 'IN_USE';
INSERT INTO "CategoryModel" ("version", "state", "trainedAt", "shipped", "decided", "kept", "keptRight", "keptRightBefore", "usedSince")
VALUES (1, 'IN_USE', 0, 0, 0, 0, 0, 0, 0);

-- What needs a person, most doubtful first, with all that a list filters by.
CREATE INDEX "Message_doubt_idx" ON "Message"("proposedConfidence", "id" DESC, "isRequest", "category", "state",
  "kind", "assigneeId", "identityLevel", "attachmentCount", "openedAt", "copyOfId")
WHERE "needsReview" = 1;

-- What people decided, in the order of time, against what was proposed; costs nothing while nobody decided.
CREATE INDEX "Message_decidedAt_idx" ON "Message"("finalAt", "id", "proposedCategory", "proposedConfidence", "finalCategory")
WHERE "finalCategory" IS NOT NULL;
