-- CreateTable
CREATE TABLE "OneTimeCode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "citizenId" INTEGER NOT NULL,
    "caseId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "e164" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "countsAt" DATETIME NOT NULL,
    "gatewayId" TEXT,
    "delivery" TEXT,
    CONSTRAINT "OneTimeCode_citizenId_fkey" FOREIGN KEY ("citizenId") REFERENCES "Citizen" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OneTimeCode_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "OneTimeCode_citizenId_id_idx" ON "OneTimeCode"("citizenId", "id");

-- CreateIndex
CREATE INDEX "OneTimeCode_caseId_id_idx" ON "OneTimeCode"("caseId", "id");

-- CreateIndex
CREATE INDEX "OneTimeCode_createdById_countsAt_idx" ON "OneTimeCode"("createdById", "countsAt");
