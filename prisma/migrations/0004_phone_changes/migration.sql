-- CreateTable
CREATE TABLE "PhoneChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "citizenId" INTEGER NOT NULL,
    "caseId" INTEGER NOT NULL,
    "contactSet" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fromE164" TEXT,
    "toE164" TEXT,
    "channel" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "verificationId" INTEGER,
    "possessionCodeId" INTEGER,
    "recycled" BOOLEAN NOT NULL,
    "needs" TEXT,
    "state" TEXT NOT NULL,
    "requestedById" INTEGER NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    "decisionNote" TEXT,
    "effectiveAt" DATETIME,
    "undoneAt" DATETIME,
    "handedOverAt" DATETIME,
    CONSTRAINT "PhoneChange_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PhoneChange_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PhoneChange_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "PhoneChange_possessionCodeId_fkey" FOREIGN KEY ("possessionCodeId") REFERENCES "OneTimeCode" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PhoneChangeAttachment" (
    "changeId" INTEGER NOT NULL,
    "attachmentId" INTEGER NOT NULL,

    PRIMARY KEY ("changeId", "attachmentId"),
    CONSTRAINT "PhoneChangeAttachment_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "PhoneChange" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PhoneChangeAttachment_attachmentId_fkey" FOREIGN KEY ("attachmentId") REFERENCES "Attachment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_PhoneRecord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "citizenId" INTEGER NOT NULL,
    "contactSet" TEXT NOT NULL,
    "e164" TEXT NOT NULL,
    "validFrom" DATETIME NOT NULL,
    "validTo" DATETIME,
    "replacesId" INTEGER,
    "reason" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "recordedById" INTEGER,
    "changeId" INTEGER,
    CONSTRAINT "PhoneRecord_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PhoneRecord_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "PhoneChange" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
-- What a case changed before becomes a change that has taken effect, under the number of the record that it opened.
-- Every number on record so far is one that codes were sent to: the electronic services' contact set.
INSERT INTO "PhoneChange" ("id", "citizenId", "caseId", "contactSet", "kind", "fromE164", "toE164", "channel", "cause",
    "verificationId", "recycled", "state", "requestedById", "requestedAt", "effectiveAt")
  SELECT p."id", p."citizenId", p."caseId", 'ELECTRONIC', CASE WHEN o."id" IS NULL THEN 'REGISTER' ELSE 'CHANGE' END,
    o."e164", p."e164", 'MAILBOX', p."reason", p."verificationId", false, 'EFFECTIVE', p."recordedById", p."validFrom", p."validFrom"
  FROM "PhoneRecord" p LEFT JOIN "PhoneRecord" o ON o."id" = p."replacesId"
  WHERE p."origin" = 'CASE' AND p."caseId" IS NOT NULL AND p."recordedById" IS NOT NULL;
INSERT INTO "PhoneChangeAttachment" ("changeId", "attachmentId")
  SELECT p."id", p."attachmentId" FROM "PhoneRecord" p JOIN "PhoneChange" c ON c."id" = p."id"
  JOIN "Attachment" a ON a."id" = p."attachmentId";
INSERT INTO "new_PhoneRecord" ("id", "citizenId", "contactSet", "e164", "validFrom", "validTo", "replacesId", "reason", "origin", "recordedById", "changeId")
  SELECT p."id", p."citizenId", 'ELECTRONIC', p."e164", p."validFrom", p."validTo", p."replacesId", p."reason", p."origin", p."recordedById", c."id"
  FROM "PhoneRecord" p LEFT JOIN "PhoneChange" c ON c."id" = p."id";
DROP TABLE "PhoneRecord";
ALTER TABLE "new_PhoneRecord" RENAME TO "PhoneRecord";
CREATE UNIQUE INDEX "PhoneRecord_replacesId_key" ON "PhoneRecord"("replacesId");
CREATE INDEX "PhoneRecord_citizenId_validFrom_idx" ON "PhoneRecord"("citizenId", "validFrom");
CREATE INDEX "PhoneRecord_e164_idx" ON "PhoneRecord"("e164");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "PhoneChange_citizenId_id_idx" ON "PhoneChange"("citizenId", "id");

-- CreateIndex
CREATE INDEX "PhoneChange_caseId_id_idx" ON "PhoneChange"("caseId", "id");

-- CreateIndex
CREATE INDEX "PhoneChange_state_id_idx" ON "PhoneChange"("state", "id");

-- CreateIndex
CREATE INDEX "PhoneChangeAttachment_attachmentId_idx" ON "PhoneChangeAttachment"("attachmentId");
