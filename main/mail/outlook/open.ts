import { hash } from 'node:crypto';
import type { AddressObject, Attachment, ParsedMail } from 'mailparser';
import type { Address, ParseLimits } from '../model.ts';
import type { OutlookFile, OutlookItem } from './item.ts';
import { readMsg } from './msg.ts';
import { isTnef, readTnef } from './tnef.ts';

/**
 * Adds the files inside winmail.dat attachments behind the message's own, so that those keep their places, and takes
 * its text where the message has none. Answers whether files were left out because of the limit.
 */
export function openWinmail(mail: ParsedMail, limits: ParseLimits): boolean {
  let cut = false;
  for (const { content } of [...mail.attachments]) {
    const item = isTnef(content)
      ? readTnef(content, Math.max(0, limits.maxParts - mail.attachments.length))
      : null;
    if (item === null) continue;
    cut ||= item.cut;
    if (!mail.text?.trim() && !mail.html) takeText(mail, item);
    mail.attachments.push(...item.files.map(asAttachment));
  }
  return cut;
}

/** How an item inside a winmail.dat is declared, to tell it from the winmail.dat itself. */
const ITEM_TYPE = 'application/vnd.ms-outlook';

/** An Outlook item in an attachment (.msg, or one inside a winmail.dat) as a mail; null when it is none. */
export function outlookMail({ content, contentType }: Attachment, limits: ParseLimits): ParsedMail | null {
  const item =
    contentType === ITEM_TYPE && isTnef(content)
      ? readTnef(content, limits.maxParts)
      : readMsg(content, limits.maxParts);
  if (item === null) return null;
  const mail: ParsedMail = {
    subject: item.subject,
    from: addresses([item.from]),
    to: addresses(item.to),
    attachments: item.files.map(asAttachment),
    headers: new Map(),
    headerLines: [],
    html: false,
  };
  if (item.sentAt !== null) {
    const line = `Date: ${new Date(item.sentAt).toUTCString()}`;
    mail.headerLines = [{ key: 'date', line }];
    mail.headers = new Map([['date', new Date(item.sentAt)]]);
  }
  takeText(mail, item);
  return mail;
}

function takeText(mail: ParsedMail, { text, html }: OutlookItem): void {
  if (text.trim() !== '') mail.text = text;
  if (html.trim() !== '') mail.html = html;
}

function asAttachment({ name, type, contentId, content }: OutlookFile): Attachment {
  const bytes = content ?? Buffer.alloc(0);
  return {
    type: 'attachment',
    content: bytes,
    contentType: isTnef(bytes) ? ITEM_TYPE : type || 'application/octet-stream',
    contentDisposition: 'attachment',
    filename: name,
    checksum: hash('sha256', bytes),
    size: bytes.length,
    headers: new Map(),
    headerLines: [],
    related: false,
    ...(contentId === null ? {} : { cid: contentId, contentId: `<${contentId}>` }),
  };
}

function addresses(list: readonly Address[]): AddressObject {
  const text = list.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
  return { value: list.map(({ name, address }) => ({ name, address })), html: '', text };
}
