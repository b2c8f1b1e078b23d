import { readCompound, type Storage } from './compound.ts';
import { fileOf, itemOf, type OutlookItem } from './item.ts';
import { TYPE, type Properties, type Property } from './properties.ts';

const PROPERTY_STREAM = '__PROPERTIES_VERSION1.0';
/** Entries of the property stream begin behind a head of 32 bytes in a message, 8 in what belongs to it. */
const HEAD = { message: 32, part: 8 } as const;
/** More people than a message may have: what follows is left out. */
const MAX_RECIPIENTS = 200;

/**
 * Reads an Outlook item (.msg, MS-OXMSG), at most `maxFiles` of its files; null when the bytes are something else.
 * Never throws.
 */
export function readMsg(bytes: Buffer, maxFiles: number): OutlookItem | null {
  const root = readCompound(bytes);
  if (root === null || !root.streams.has(PROPERTY_STREAM)) return null;
  const parts = (prefix: string): Storage[] =>
    root.storages.filter(({ name }) => name.toLowerCase().startsWith(prefix));
  const attachments = parts('__attach_version1.0_');
  return itemOf(
    propertiesOf(root, HEAD.message),
    parts('__recip_version1.0_')
      .slice(0, MAX_RECIPIENTS)
      .map((one) => propertiesOf(one, HEAD.part)),
    attachments.slice(0, maxFiles).map((one) => {
      const properties = propertiesOf(one, HEAD.part);
      return fileOf(properties, one.streams.get('__SUBSTG1.0_37010102')?.() ?? null);
    }),
    attachments.length > maxFiles,
  );
}

const WANTED = new Set<number>([TYPE.STRING, TYPE.STRING8, TYPE.BINARY]);
const ATTACHED_DATA = '__SUBSTG1.0_3701';

/** Values of fixed size stand in the property stream, each other one in a stream of its own. */
function propertiesOf(storage: Storage, head: number): Properties {
  const found = new Map<number, Property>();
  const fixed = storage.streams.get(PROPERTY_STREAM)?.() ?? Buffer.alloc(0);
  for (let at = head; at + 16 <= fixed.length; at += 16) {
    const type = fixed.readUInt16LE(at);
    if (!WANTED.has(type)) {
      found.set(fixed.readUInt16LE(at + 2), { type, data: fixed.subarray(at + 8, at + 16) });
    }
  }
  for (const [name, read] of storage.streams) {
    const [, id, type] = /^__SUBSTG1\.0_([0-9A-F]{4})([0-9A-F]{4})$/.exec(name) ?? [];
    if (id === undefined || type === undefined || name.startsWith(ATTACHED_DATA)) continue;
    if (WANTED.has(parseInt(type, 16)))
      found.set(parseInt(id, 16), { type: parseInt(type, 16), data: read() });
  }
  return found;
}
