-- CreateTable
CREATE TABLE "HandoverBatch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER NOT NULL,
    "json" BLOB NOT NULL,
    "csv" BLOB NOT NULL,
    "jsonSha256" TEXT NOT NULL,
    "csvSha256" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "acknowledgedAt" DATETIME,
    "acknowledgedById" INTEGER,
    "acknowledgement" BLOB,
    "acknowledgementSha256" TEXT
);

-- CreateTable
CREATE TABLE "HandoverItem" (
    "changeId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "batchId" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "handledAt" DATETIME,
    "handledById" INTEGER,
    CONSTRAINT "HandoverItem_changeId_fkey" FOREIGN KEY ("changeId") REFERENCES "PhoneChange" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HandoverItem_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "HandoverBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "HandoverBatch_number_key" ON "HandoverBatch"("number");

-- CreateIndex
CREATE INDEX "HandoverItem_state_handledAt_idx" ON "HandoverItem"("state", "handledAt");

-- CreateIndex
CREATE UNIQUE INDEX "HandoverItem_batchId_line_key" ON "HandoverItem"("batchId", "line");

-- CreateIndex
CREATE INDEX "PhoneChange_state_handedOverAt_idx" ON "PhoneChange"("state", "handedOverAt");

-- What left the building is never written again, and no batch disappears.
CREATE TRIGGER "HandoverBatch_bytes" BEFORE UPDATE OF
  number, createdAt, json, csv, jsonSha256, csvSha256, publicKey, signature ON "HandoverBatch"
BEGIN
  SELECT RAISE(ABORT, 'a batch never changes');
END;
CREATE TRIGGER "HandoverBatch_no_delete" BEFORE DELETE ON "HandoverBatch"
BEGIN
  SELECT RAISE(ABORT, 'a batch is never deleted');
END;
