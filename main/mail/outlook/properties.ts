import { decodeUnknown } from '../repair.ts';

/** `type` is the property type of MS-OXCDATA 2.11.1. */
export type Property = { readonly type: number; readonly data: Buffer };
/** MAPI properties by their id (MS-OXPROPS). */
export type Properties = ReadonlyMap<number, Property>;

export const TYPE = {
  OBJECT: 0x000d,
  STRING8: 0x001e,
  STRING: 0x001f,
  BINARY: 0x0102,
  MULTIPLE: 0x1000, // flag
} as const;

export const PROPERTY = {
  SUBJECT: 0x0037,
  CLIENT_SUBMIT_TIME: 0x0039,
  SENT_REPRESENTING_NAME: 0x0042,
  SENT_REPRESENTING_ADDRESS: 0x0065,
  RECIPIENT_TYPE: 0x0c15,
  SENDER_NAME: 0x0c1a,
  SENDER_ADDRESS: 0x0c1f,
  DELIVERY_TIME: 0x0e06,
  BODY: 0x1000,
  HTML: 0x1013,
  DISPLAY_NAME: 0x3001,
  ADDRESS: 0x3003,
  ATTACH_DATA: 0x3701,
  ATTACH_FILENAME: 0x3704,
  ATTACH_LONG_FILENAME: 0x3707,
  ATTACH_MIME_TAG: 0x370e,
  ATTACH_CONTENT_ID: 0x3712,
  SMTP_ADDRESS: 0x39fe,
  INTERNET_CODEPAGE: 0x3fde,
  MESSAGE_CODEPAGE: 0x3ffd,
  SENDER_SMTP_ADDRESS: 0x5d01,
  SENT_REPRESENTING_SMTP_ADDRESS: 0x5d02,
} as const;

/** Text of a property without what follows its first NUL; '' when it is not there. */
export function text(properties: Properties, id: number): string {
  const found = properties.get(id);
  if (found === undefined) return '';
  const codePage = integer(
    properties,
    id === PROPERTY.HTML ? PROPERTY.INTERNET_CODEPAGE : PROPERTY.MESSAGE_CODEPAGE,
  );
  const read =
    found.type === TYPE.STRING ? found.data.toString('utf16le') : decodeCodePage(found.data, codePage);
  return (read.split('\0', 1)[0] ?? '').toWellFormed();
}

/** The first of several properties that says something. */
export function firstText(properties: Properties, ...ids: readonly number[]): string {
  for (const id of ids) {
    const found = text(properties, id).trim();
    if (found !== '') return found;
  }
  return '';
}

export function integer(properties: Properties, id: number): number | null {
  const data = properties.get(id)?.data;
  return data !== undefined && data.length >= 4 ? data.readInt32LE(0) : null;
}

/** A FILETIME (100 ns since 1601) as UTC ms; null when there is none or it is out of reach. */
export function instant(properties: Properties, id: number): number | null {
  const data = properties.get(id)?.data;
  if (data === undefined || data.length < 8) return null;
  const ms = Number(data.readBigUInt64LE(0) / 10_000n) - 11_644_473_600_000;
  return ms > 0 && ms < Date.UTC(10_000, 0) ? ms : null;
}

/** Text in a Windows code page; without a usable one by the look of its bytes. */
export function decodeCodePage(bytes: Buffer, codePage: number | null): string {
  const name = codePage === null ? undefined : codePageName(codePage);
  return name === undefined ? decodeUnknown(bytes) : new TextDecoder(name).decode(bytes);
}

function codePageName(codePage: number): string | undefined {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage === 28605) return 'iso-8859-15';
  // Latin 1 as mail uses it is windows-1252; UTF-8 and ASCII are told by their bytes.
  return codePage === 28591 ? 'windows-1252' : undefined;
}
