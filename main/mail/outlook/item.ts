import type { Address } from '../model.ts';
import { cleanLine } from '../headers.ts';
import { firstText, instant, PROPERTY, text, type Properties } from './properties.ts';

/** A file inside an Outlook item. An item in an item has only its name here. */
export type OutlookFile = {
  readonly name: string;
  readonly type: string; // '' when it says none
  readonly contentId: string | null;
  readonly content: Buffer | null;
};

/** What a person sees of a message in one of Outlook's own formats. */
export type OutlookItem = {
  readonly subject: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly sentAt: number | null; // UTC ms
  readonly text: string;
  readonly html: string;
  readonly files: readonly OutlookFile[];
  /** There were more files than the limit. */
  readonly cut: boolean;
};

/** `recipients` are each one's properties. */
export function itemOf(
  message: Properties,
  recipients: readonly Properties[],
  files: readonly OutlookFile[],
  cut: boolean,
): OutlookItem {
  return {
    subject: cleanLine(text(message, PROPERTY.SUBJECT)),
    from: {
      name: cleanLine(firstText(message, PROPERTY.SENT_REPRESENTING_NAME, PROPERTY.SENDER_NAME)),
      address: addressIn(
        message,
        PROPERTY.SENT_REPRESENTING_SMTP_ADDRESS,
        PROPERTY.SENDER_SMTP_ADDRESS,
        PROPERTY.SENT_REPRESENTING_ADDRESS,
        PROPERTY.SENDER_ADDRESS,
      ),
    },
    to: recipients.map((one) => ({
      name: cleanLine(text(one, PROPERTY.DISPLAY_NAME)),
      address: addressIn(one, PROPERTY.SMTP_ADDRESS, PROPERTY.ADDRESS),
    })),
    sentAt: instant(message, PROPERTY.CLIENT_SUBMIT_TIME) ?? instant(message, PROPERTY.DELIVERY_TIME),
    text: text(message, PROPERTY.BODY),
    html: text(message, PROPERTY.HTML),
    files,
    cut,
  };
}

/** `content` is null for an item in an item. */
export function fileOf(properties: Properties, content: Buffer | null, title = ''): OutlookFile {
  const contentId = text(properties, PROPERTY.ATTACH_CONTENT_ID).replace(/^<|>$/g, '');
  return {
    name:
      firstText(properties, PROPERTY.ATTACH_LONG_FILENAME, PROPERTY.DISPLAY_NAME, PROPERTY.ATTACH_FILENAME) ||
      title,
    type: text(properties, PROPERTY.ATTACH_MIME_TAG).trim().toLowerCase(),
    contentId: contentId === '' ? null : contentId,
    content,
  };
}

/** Inside an Exchange an address may be a directory name (/o=...): that is no mail address. */
function addressIn(properties: Properties, ...ids: readonly number[]): string {
  const found = ids.map((id) => cleanLine(text(properties, id))).find((one) => one.includes('@'));
  return (found ?? '').toLowerCase();
}
