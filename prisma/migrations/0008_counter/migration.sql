-- AlterTable
ALTER TABLE "User" ADD COLUMN "identityNumber" TEXT;

-- CreateTable
CREATE TABLE "Registration" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "citizenId" INTEGER NOT NULL,
    "documentType" TEXT NOT NULL,
    "documentNumber" TEXT NOT NULL,
    "checklist" JSONB NOT NULL,
    "e164" TEXT NOT NULL,
    "phoneCodeId" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "emailCodeId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER NOT NULL,
    "closedAt" DATETIME,
    "closedById" INTEGER,
    "closedReason" TEXT,
    "passwordHash" TEXT,
    "passwordSetAt" DATETIME,
    "passwordFailures" INTEGER NOT NULL DEFAULT 0,
    "passwordBlocked" DATETIME,
    CONSTRAINT "Registration_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Registration_phoneCodeId_fkey" FOREIGN KEY ("phoneCodeId") REFERENCES "OneTimeCode" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Registration_emailCodeId_fkey" FOREIGN KEY ("emailCodeId") REFERENCES "OneTimeCode" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActivationCode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "registrationId" INTEGER NOT NULL,
    "salt" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "issuedAt" DATETIME NOT NULL,
    "issuedById" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "ActivationCode_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignedSheet" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "registrationId" INTEGER NOT NULL,
    "activationCodeId" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedById" INTEGER NOT NULL,
    CONSTRAINT "SignedSheet_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SignedSheet_activationCodeId_fkey" FOREIGN KEY ("activationCodeId") REFERENCES "ActivationCode" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RegistrationEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "registrationId" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" INTEGER,
    "reason" TEXT,
    CONSTRAINT "RegistrationEvent_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EmploymentPeriod" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "citizenId" INTEGER NOT NULL,
    "employer" TEXT NOT NULL,
    "fromDate" TEXT NOT NULL,
    "toDate" TEXT,
    "days" INTEGER NOT NULL,
    "importedAt" DATETIME NOT NULL,
    "importedById" INTEGER,
    CONSTRAINT "EmploymentPeriod_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_OneTimeCode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "citizenId" INTEGER NOT NULL,
    "caseId" INTEGER,
    "boundTo" TEXT,
    "purpose" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'SMS',
    "address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER,
    "expiresAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "countsAt" DATETIME NOT NULL,
    "gatewayId" TEXT,
    "delivery" TEXT,
    CONSTRAINT "OneTimeCode_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OneTimeCode_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CHECK (("caseId" IS NULL) <> ("boundTo" IS NULL))
);
INSERT INTO "new_OneTimeCode" ("attempts", "caseId", "citizenId", "countsAt", "createdAt", "createdById", "delivery", "expiresAt", "gatewayId", "hash", "id", "language", "purpose", "salt", "seenAt", "state", "address") SELECT "attempts", "caseId", "citizenId", "countsAt", "createdAt", "createdById", "delivery", "expiresAt", "gatewayId", "hash", "id", "language", "purpose", "salt", "seenAt", "state", "e164" FROM "OneTimeCode";
-- Dropping a table empties what points to it, also in a transaction that asks for no foreign keys: the evidence of the
-- changes of phone is put aside and back.
CREATE TEMP TABLE "possession" AS SELECT "id", "possessionCodeId" FROM "PhoneChange" WHERE "possessionCodeId" IS NOT NULL;
DROP TABLE "OneTimeCode";
ALTER TABLE "new_OneTimeCode" RENAME TO "OneTimeCode";
UPDATE "PhoneChange" SET "possessionCodeId" = (SELECT p."possessionCodeId" FROM "possession" p WHERE p."id" = "PhoneChange"."id")
  WHERE "id" IN (SELECT "id" FROM "possession");
DROP TABLE "possession";
CREATE INDEX "OneTimeCode_citizenId_id_idx" ON "OneTimeCode"("citizenId", "id");
CREATE INDEX "OneTimeCode_caseId_id_idx" ON "OneTimeCode"("caseId", "id");
CREATE INDEX "OneTimeCode_boundTo_id_idx" ON "OneTimeCode"("boundTo", "id");
CREATE INDEX "OneTimeCode_createdById_countsAt_idx" ON "OneTimeCode"("createdById", "countsAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Registration_phoneCodeId_key" ON "Registration"("phoneCodeId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_emailCodeId_key" ON "Registration"("emailCodeId");

-- CreateIndex
CREATE INDEX "Registration_citizenId_id_idx" ON "Registration"("citizenId", "id");

-- CreateIndex
CREATE INDEX "Registration_documentType_documentNumber_idx" ON "Registration"("documentType", "documentNumber");

-- CreateIndex
CREATE INDEX "ActivationCode_registrationId_id_idx" ON "ActivationCode"("registrationId", "id");

-- CreateIndex
CREATE INDEX "SignedSheet_registrationId_id_idx" ON "SignedSheet"("registrationId", "id");

-- CreateIndex
CREATE INDEX "RegistrationEvent_registrationId_id_idx" ON "RegistrationEvent"("registrationId", "id");

-- CreateIndex
CREATE INDEX "EmploymentPeriod_citizenId_fromDate_idx" ON "EmploymentPeriod"("citizenId", "fromDate");

-- One registration in force per citizen, and one code per registration that opens anything, whatever a program does.
CREATE UNIQUE INDEX "Registration_open_key" ON "Registration"("citizenId") WHERE "state" = 'OPEN';
CREATE UNIQUE INDEX "ActivationCode_active_key" ON "ActivationCode"("registrationId") WHERE "state" = 'ACTIVE';

-- History and evidence are only ever added to.
CREATE TRIGGER "RegistrationEvent_no_update" BEFORE UPDATE ON "RegistrationEvent"
BEGIN SELECT RAISE(ABORT, 'the history of a registration is append-only'); END;
CREATE TRIGGER "RegistrationEvent_no_delete" BEFORE DELETE ON "RegistrationEvent"
BEGIN SELECT RAISE(ABORT, 'the history of a registration is append-only'); END;
CREATE TRIGGER "SignedSheet_no_update" BEFORE UPDATE ON "SignedSheet"
BEGIN SELECT RAISE(ABORT, 'a signed sheet never changes'); END;
CREATE TRIGGER "SignedSheet_no_delete" BEFORE DELETE ON "SignedSheet"
BEGIN SELECT RAISE(ABORT, 'a signed sheet is never deleted'); END;
CREATE TRIGGER "Registration_no_delete" BEFORE DELETE ON "Registration"
BEGIN SELECT RAISE(ABORT, 'a registration is never deleted'); END;
