import { hash } from 'node:crypto';
import { requireCase, type Clerk } from '../cases/change.ts';
import { requireCaseDetail } from '../cases/detail.ts';
import { requireCitizen } from '../citizens/record.ts';
import { AppError } from '../errors.ts';
import { requireLevel } from '../identity/ladder.ts';
import type { AccessMethod } from '../kiosk/model.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { CaseFacts } from './facts.ts';
import { caseReport, kioskReport } from './identity-report.ts';
import { requestSheet } from './request-sheet.ts';
import type { TaggedDocument } from './tagged-pdf.ts';

export type MadeDocument = {
  readonly name: string;
  readonly type: 'application/pdf';
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/**
 * The "Informe de datos identificativos y de domicilio" as the office has them on record. Throws NOT_FOUND,
 * NOT_ALLOWED_YET with a reason (NO_CITIZEN, DECEASED, IDENTITY: the ladder's `issueReport`), or INVALID_INPUT when
 * a name has letters that cannot be printed.
 */
export function makeReport(store: Store, clerk: Clerk, caseId: number): Promise<MadeDocument> {
  return make(store, clerk, caseId, 'REPORT', 'informe-datos-identificativos.pdf', caseReport);
}

/**
 * A sheet with the data of the model TA.1, filled with what is on record, to be checked and signed; `cause` is why the
 * data change. Throws like `makeReport`.
 */
export function makeRequestSheet(
  store: Store,
  clerk: Clerk,
  { caseId, cause }: { readonly caseId: number; readonly cause: string },
): Promise<MadeDocument> {
  return make(store, clerk, caseId, 'TA1_SHEET', 'hoja-solicitud-variacion-datos.pdf', (facts) =>
    requestSheet(facts, cause),
  );
}

/**
 * The same report for a citizen at a kiosk, who has answered a code by SMS. Throws NOT_FOUND, NOT_ALLOWED_YET
 * (DECEASED), or INVALID_INPUT for letters that cannot be printed.
 */
export async function makeKioskReport(
  store: Store,
  actor: Actor,
  {
    citizenId,
    method,
    saved,
  }: { readonly citizenId: number; readonly method: AccessMethod; readonly saved: boolean },
): Promise<MadeDocument> {
  const citizen = await requireCitizen(store.prisma, citizenId);
  if (citizen.deceased) throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
  const { office } = await loadSettings(store);
  const bytes = await asPdf(kioskReport({ citizen, office, now: store.clock.now() }, method));
  await store.audit({
    actor,
    action: 'document.generated',
    objectType: 'CITIZEN',
    objectId: citizen.id,
    details: { document: 'REPORT', sha256: hash('sha256', bytes, 'hex'), method, saved },
  });
  return { name: 'informe-datos-identificativos.pdf', type: 'application/pdf', bytes };
}

async function make(
  store: Store,
  clerk: Clerk,
  caseId: number,
  document: 'REPORT' | 'TA1_SHEET',
  name: string,
  compose: (facts: CaseFacts) => TaggedDocument,
): Promise<MadeDocument> {
  const { prisma, clock } = store;
  const current = await requireCase(prisma, caseId);
  if (current.citizenId === null) throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_CITIZEN' });
  const citizen = await requireCitizen(prisma, current.citizenId);
  if (citizen.deceased) throw new AppError('NOT_ALLOWED_YET', { reason: 'DECEASED' });
  const { ladder, office } = await loadSettings(store);
  requireLevel(ladder, current.identityLevel, 'issueReport');
  const verification = await prisma.verification.findFirstOrThrow({
    where: { caseId, citizenId: citizen.id, result: 'VERIFIED', method: current.identityLevel },
    orderBy: { id: 'desc' },
  });
  const { comparison } = await requireCaseDetail(prisma, caseId);
  const facts = {
    citizen,
    comparison,
    caseNumber: current.number,
    verifiedBy: current.identityLevel,
    verifiedAt: verification.createdAt,
    office,
    now: clock.now(),
  };
  const bytes = await asPdf(compose(facts));
  await store.audit({
    actor: clerk,
    action: 'document.generated',
    objectType: 'CITIZEN',
    objectId: citizen.id,
    caseId,
    details: { document, sha256: hash('sha256', bytes, 'hex'), verificationId: verification.id },
  });
  return { name, type: 'application/pdf', bytes };
}

/** The typesetter is loaded by the first document: it is as large as the rest of the service's libraries together. */
export async function asPdf(document: TaggedDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { taggedPdf } = await import('./tagged-pdf.ts');
  return taggedPdf(document);
}
