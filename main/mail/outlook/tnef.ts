import { fileOf, itemOf, type OutlookFile, type OutlookItem } from './item.ts';
import { decodeCodePage, PROPERTY, TYPE, type Properties, type Property } from './properties.ts';

const SIGNATURE = 0x223e9f78;
/** An attribute's head: level, id, length; a checksum of two bytes follows its data. */
const HEAD = 9;

// MS-OXTNEF 2.1.3.2: ids with the type in the upper half.
const ATTRIBUTE = {
  SUBJECT: 0x00018004,
  BODY: 0x0002800c,
  ATTACH_DATA: 0x0006800f,
  ATTACH_TITLE: 0x00018010,
  ATTACH_REND_DATA: 0x00069002,
  MESSAGE_PROPERTIES: 0x00069003,
  ATTACH_PROPERTIES: 0x00069005,
  OEM_CODE_PAGE: 0x00069007,
} as const;

export function isTnef(bytes: Buffer): boolean {
  return bytes.length >= 6 && bytes.readUInt32LE(0) === SIGNATURE;
}

/**
 * Reads Outlook's winmail.dat (MS-OXTNEF), at most `maxFiles` of its files, as far as it is whole; null when it is
 * something else. Never throws; the contents are views into `bytes`, so nothing can grow.
 */
export function readTnef(bytes: Buffer, maxFiles: number): OutlookItem | null {
  if (!isTnef(bytes)) return null;
  const files: OutlookFile[] = [];
  const message = new Map<number, Property>();
  let codePage: number | null = null;
  let cut = false;
  let open: { title: string; content: Buffer | null; properties: Properties } | null = null;
  const close = () => {
    if (open === null) return;
    const { title, content, properties } = open;
    const object = properties.get(PROPERTY.ATTACH_DATA);
    // Behind the interface id of an embedded item stands another TNEF.
    const embedded = object?.type === TYPE.OBJECT ? object.data.subarray(16) : object?.data;
    files.push(fileOf(properties, embedded ?? content ?? Buffer.alloc(0), title));
    open = null;
  };
  for (let at = 6; at + HEAD <= bytes.length;) {
    const id = bytes.readUInt32LE(at + 1);
    const data = bytes.subarray(at + HEAD, at + HEAD + bytes.readUInt32LE(at + 5));
    at += HEAD + data.length + 2;
    switch (id) {
      case ATTRIBUTE.OEM_CODE_PAGE:
        if (data.length >= 4) codePage = data.readUInt32LE(0);
        break;
      case ATTRIBUTE.SUBJECT:
        put(message, PROPERTY.SUBJECT, data);
        break;
      case ATTRIBUTE.BODY:
        put(message, PROPERTY.BODY, data);
        break;
      case ATTRIBUTE.MESSAGE_PROPERTIES:
        for (const [key, value] of readProperties(data)) message.set(key, value);
        break;
      case ATTRIBUTE.ATTACH_REND_DATA:
        close();
        cut ||= files.length >= maxFiles;
        if (!cut) open = { title: '', content: null, properties: new Map() };
        break;
      case ATTRIBUTE.ATTACH_TITLE:
        if (open) open.title = decodeCodePage(data, codePage).split('\0', 1)[0]?.toWellFormed() ?? '';
        break;
      case ATTRIBUTE.ATTACH_DATA:
        if (open) open.content = data;
        break;
      case ATTRIBUTE.ATTACH_PROPERTIES:
        if (open) open.properties = readProperties(data);
        break;
    }
  }
  close();
  if (codePage !== null && !message.has(PROPERTY.MESSAGE_CODEPAGE)) {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(codePage);
    message.set(PROPERTY.MESSAGE_CODEPAGE, { type: 3, data });
  }
  return itemOf(message, [], files, cut);
}

/** The old attributes give way to the properties that say the same. */
function put(message: Map<number, Property>, id: number, data: Buffer): void {
  if (!message.has(id)) message.set(id, { type: TYPE.STRING8, data });
}

const FIXED_SIZE: Readonly<Record<number, number>> = {
  0x0002: 2,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 2,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};

/** MS-OXTNEF 2.1.3.4: a list of MAPI properties; what follows a broken one is left out. */
function readProperties(bytes: Buffer): Map<number, Property> {
  const found = new Map<number, Property>();
  let at = 4;
  const number = (): number => {
    const value = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
    at += 4;
    return value;
  };
  const padded = (size: number): Buffer => {
    const data = bytes.subarray(at, at + size);
    at += size + ((4 - (size % 4)) % 4);
    return data;
  };
  while (at + 4 <= bytes.length) {
    const type = bytes.readUInt16LE(at);
    const id = bytes.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      at += 16; // its name's set
      const byName = number() === 1;
      if (byName) padded(number());
      else at += 4;
    }
    const single = type & ~TYPE.MULTIPLE;
    const size = FIXED_SIZE[single];
    const variable =
      single === TYPE.STRING8 || single === TYPE.STRING || single === TYPE.BINARY || single === TYPE.OBJECT;
    if (size === undefined && !variable) break;
    const count: number = variable || type !== single ? number() : 1;
    for (let i = 0; i < count && at < bytes.length; i++) {
      const data = padded(size ?? number());
      if (i === 0) found.set(id, { type: single, data });
    }
  }
  return found;
}
