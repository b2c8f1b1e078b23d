import { client } from '../../app/client.ts';
import type { AttachmentFacts } from '../../../main/api/contract/index.ts';
import { saveFile } from '../../ui/save-file.ts';

export type Attachment = AttachmentFacts & { readonly id: number };

export type ViewKind = 'PDF' | 'IMAGE' | 'TEXT' | 'MESSAGE' | 'NONE';

const IMAGES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
]);

/** How an attachment can be looked at here, by what it is and not by what it says. Dangerous ones cannot. */
export function viewKind(attachment: Attachment): ViewKind {
  if (attachment.dangers.length > 0) return 'NONE';
  // An item inside a winmail.dat is declared so by the reader; the winmail.dat itself holds the files beside it.
  if (attachment.detectedType === 'application/ms-tnef') {
    return attachment.declaredType === 'application/vnd.ms-outlook' ? 'MESSAGE' : 'NONE';
  }
  const type = attachment.detectedType ?? attachment.declaredType;
  if (type === 'application/pdf') return 'PDF';
  if (IMAGES.has(type)) return 'IMAGE';
  if (type === 'message/rfc822' || type === 'application/vnd.ms-outlook') return 'MESSAGE';
  return type.startsWith('text/') && type !== 'text/html' ? 'TEXT' : 'NONE';
}

/** Fetches the bytes and hands them to the browser as a download. */
export async function saveAttachment(attachment: Attachment, acceptDanger: boolean): Promise<void> {
  const file = await client.messages.attachment({ attachmentId: attachment.id, acceptDanger });
  saveFile(file, attachment.safeName);
}
