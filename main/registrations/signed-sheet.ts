import { hash } from 'node:crypto';
import { AppError } from '../errors.ts';
import { detectType } from '../mail/attachment-type.ts';
import type { Actor } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { Attendant } from './counter.ts';
import { logRegistration, recordEvent } from './events.ts';

/** What a scanner makes, told from the bytes and not from the name. */
const SCANS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
};

/** Above any page that a scanner makes, in bytes. */
const LARGEST = 10 * 1024 * 1024;

/**
 * Keeps the sheet that the citizen signed for the newest code, for good. Throws NOT_FOUND, NOT_ALLOWED_YET (CLOSED),
 * INVALID_INPUT (file) when it is empty, larger than 10 MiB or no PDF, PNG or JPEG, DUPLICATE when it is kept already.
 */
export async function addSignedSheet(
  store: Store,
  clerk: Attendant,
  { registrationId, file }: { readonly registrationId: number; readonly file: File },
): Promise<void> {
  if (file.size === 0 || file.size > LARGEST) throw new AppError('INVALID_INPUT', { fields: ['file'] });
  const content = new Uint8Array(await file.arrayBuffer());
  const mediaType = await detectType(Buffer.from(content));
  if (mediaType === null || SCANS[mediaType] === undefined) {
    throw new AppError('INVALID_INPUT', { fields: ['file'] });
  }
  const sha256 = hash('sha256', content, 'hex');
  await store.write(async (tx) => {
    const registration = await tx.registration.findUnique({
      where: { id: registrationId },
      include: { activationCodes: { orderBy: { id: 'desc' }, take: 1, select: { id: true } } },
    });
    const code = registration?.activationCodes[0];
    if (registration === null || code === undefined) throw new AppError('NOT_FOUND');
    if (registration.state !== 'OPEN') throw new AppError('NOT_ALLOWED_YET', { reason: 'CLOSED' });
    if ((await tx.signedSheet.count({ where: { registrationId, sha256 } })) > 0) {
      throw new AppError('DUPLICATE', { field: 'file' });
    }
    const size = content.byteLength;
    const { id } = await tx.signedSheet.create({
      data: {
        registrationId,
        activationCodeId: code.id,
        mediaType,
        size,
        sha256,
        content,
        addedAt: store.clock.now(),
        addedById: clerk.id,
      },
    });
    await recordEvent(store, tx, clerk, registration, 'SHEET_SIGNED', {
      details: { sheetId: id, size, sha256 },
    });
    await tx.registration.update({
      where: { id: registrationId },
      data: { version: { increment: 1 } },
    });
  });
}

/** The sheet's bytes as they were scanned; each look is written down. Throws NOT_FOUND. */
export async function openSignedSheet(store: Store, actor: Actor, sheetId: number): Promise<File> {
  const sheet = await store.prisma.signedSheet.findUnique({
    where: { id: sheetId },
    include: { registration: { select: { id: true, citizenId: true } } },
  });
  if (sheet === null) throw new AppError('NOT_FOUND');
  const { mediaType, content, registration } = sheet;
  await store.write((tx) =>
    logRegistration(store, tx, actor, registration, 'registration.sheetOpened', { sheetId }),
  );
  return new File([content], `hoja-firmada-${sheetId}.${SCANS[mediaType] ?? 'bin'}`, { type: mediaType });
}
