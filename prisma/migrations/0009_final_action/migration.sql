-- AlterTable
ALTER TABLE "Message" ADD COLUMN "finalAction" TEXT;
