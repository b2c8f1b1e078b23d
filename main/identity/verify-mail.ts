import { changeCase, type Clerk, type OnVersion } from '../cases/change.ts';
import type { CaseDetail } from '../cases/model.ts';
import { AppError } from '../errors.ts';
import { Mark, ParseStatus } from '../mail/model.ts';
import { ownDmarc } from '../mail/own-authentication.ts';
import { readRawSource } from '../mail/raw-source.ts';
import { readMessage } from '../mail/reader.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Store, Tx } from '../store/store.ts';
import { REQUEST_KINDS } from '../triage/request-kinds.ts';
import { judgedCitizen, recordVerification } from './verify.ts';

const VERIFIED = { result: 'VERIFIED', notes: '' } as const;

/**
 * The sender of the case's newest request: the address on record, whose domain sent it by the word of the office's own
 * receiving server. Throws NOT_ALLOWED_YET (NO_CITIZEN, DECEASED, NO_AUTHSERV_ID, SENDER_UNKNOWN, SENDER_UNPROVEN).
 */
export async function verifyBySender(store: Store, clerk: Clerk, input: OnVersion): Promise<CaseDetail> {
  const { ladder } = await loadSettings(store);
  const [message] = await requests(store.prisma, input.caseId);
  const dmarc =
    message === undefined
      ? 'NO_HEADER'
      : ownDmarc(await readRawSource(store, message.sha256), ladder.authservId, message.fromAddress);
  return changeCase(store, clerk, input, async (tx, current) => {
    const citizen = await judgedCitizen(tx, current, VERIFIED);
    const [newest] = await requests(tx, current.id);
    if (ladder.authservId === '') throw new AppError('NOT_ALLOWED_YET', { reason: 'NO_AUTHSERV_ID' });
    if (message === undefined || citizen.email?.toLowerCase() !== message.fromAddress) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'SENDER_UNKNOWN' });
    }
    // Mail that came this very moment may be from somebody else.
    if (dmarc !== 'PASSED' || newest?.id !== message.id) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'SENDER_UNPROVEN' });
    }
    const evidence = { messageId: message.id, server: ladder.authservId };
    return recordVerification(store, tx, clerk, {
      current,
      citizen,
      input: VERIFIED,
      method: 'SENDER',
      evidence,
    });
  });
}

/**
 * The signature of the case's newest signed request: valid by an authority that the office trusts, over all of the
 * message, by a certificate with the citizen's own number; when it names e-mail addresses, the sender's is among them,
 * because the signature does not cover who sent the message. Throws NOT_ALLOWED_YET (NO_CITIZEN, DECEASED, NOT_SIGNED,
 * SIGNATURE, OTHER_SIGNER, SIGNER_ADDRESS).
 */
export async function verifyByCertificate(store: Store, clerk: Clerk, input: OnVersion): Promise<CaseDetail> {
  const message = (await requests(store.prisma, input.caseId)).find(({ marks }) =>
    Mark.array().parse(marks).includes('SIGNED'),
  );
  const protection =
    message === undefined
      ? null
      : (await readMessage(store, { ...message, parseStatus: ParseStatus.parse(message.parseStatus) }))
          .protection;
  return changeCase(store, clerk, input, async (tx, current) => {
    const citizen = await judgedCitizen(tx, current, VERIFIED);
    if (message === undefined || protection?.kind !== 'SMIME_SIGNED') {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'NOT_SIGNED' });
    }
    const { state, whole, signer } = protection;
    const isOfCase = (await tx.message.count({ where: { id: message.id, caseId: current.id } })) > 0;
    if (state !== 'VALID' || !whole || signer === null || !isOfCase) {
      throw new AppError('NOT_ALLOWED_YET', { reason: 'SIGNATURE' });
    }
    // A passport's number may look like anything: only what is a NIF is compared with one.
    const own = citizen.documents.some(({ type, number }) => type !== 'PASSPORT' && number === signer.nif);
    if (!own) throw new AppError('NOT_ALLOWED_YET', { reason: 'OTHER_SIGNER' });
    if (signer.sameAddress === false) throw new AppError('NOT_ALLOWED_YET', { reason: 'SIGNER_ADDRESS' });
    const evidence = { messageId: message.id, issuer: signer.issuer };
    return recordVerification(store, tx, clerk, {
      current,
      citizen,
      input: VERIFIED,
      method: 'CERTIFICATE',
      evidence,
    });
  });
}

/** What people asked in a case, newest first. */
function requests(db: Tx, caseId: number) {
  return db.message.findMany({
    where: { caseId, kind: { in: [...REQUEST_KINDS] } },
    orderBy: { id: 'desc' },
    select: { id: true, sha256: true, fromAddress: true, receivedAt: true, marks: true, parseStatus: true },
  });
}
