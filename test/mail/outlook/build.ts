// Makes files in Outlook's formats. The compound file comes from msgreader's own writer: not from the code under test.
import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js';

const STRING = 0x001f;
const STRING8 = 0x001e;
const BINARY = 0x0102;
export const OBJECT = 0x000d;
const LONG = 0x0003;
const TIME = 0x0040;

export type Value = readonly [id: number, type: number, data: Buffer];

export const utf16 = (id: number, text: string): Value => [id, STRING, Buffer.from(`${text}\0`, 'utf16le')];
export const latin1 = (id: number, text: string): Value => [id, STRING8, Buffer.from(`${text}\0`, 'latin1')];
export const binary = (id: number, data: Buffer): Value => [id, BINARY, data];
export const long = (id: number, value: number): Value => {
  const data = Buffer.alloc(4);
  data.writeInt32LE(value);
  return [id, LONG, data];
};
export const time = (id: number, ms: number): Value => {
  const data = Buffer.alloc(8);
  data.writeBigUInt64LE(BigInt(ms + 11_644_473_600_000) * 10_000n);
  return [id, TIME, data];
};

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32LE(value >>> 0, 4 * i));
  return bytes;
}

const pad = (data: Buffer): Buffer => Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);

/** A property list as TNEF writes it. */
export function tnefProperties(values: readonly Value[]): Buffer {
  return Buffer.concat([
    u32(values.length),
    ...values.map(([id, type, data]) => {
      const named =
        id >= 0x8000
          ? Buffer.concat([Buffer.alloc(16, 7), u32(1, 6), pad(Buffer.from('abc', 'utf16le'))])
          : [];
      const head = u32((id << 16) | type);
      const body =
        type === LONG || type === TIME ? pad(data) : Buffer.concat([u32(1, data.length), pad(data)]);
      return Buffer.concat([head, ...[named].flat(), body]);
    }),
  ]);
}

/** A winmail.dat from its attributes: id and data. */
export function tnef(...attributes: readonly (readonly [id: number, data: Buffer])[]): Buffer {
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    ...attributes.map(([id, data]) =>
      Buffer.concat([
        Buffer.from([id >>> 16 === 6 && id & 0x1 ? 2 : 1]),
        u32(id, data.length),
        data,
        Buffer.alloc(2),
      ]),
    ),
  ]);
}

export const ATTACH_DATA = 0x0006800f;
export const ATTACH_TITLE = 0x00018010;
export const ATTACH_REND_DATA = 0x00069002;
export const MESSAGE_PROPERTIES = 0x00069003;
export const ATTACH_PROPERTIES = 0x00069005;
export const CODE_PAGE = 0x00069007;
export const BODY = 0x0002800c;

export type Folder = {
  readonly values: readonly Value[];
  readonly folders?: Readonly<Record<string, Folder>>;
};

/** An .msg from its properties. */
export function msg(root: Folder): Buffer {
  const entries: Entry[] = [{ name: 'Root Entry', type: 5, children: [], length: 0 }];
  // A buffer of its own: the writer takes the whole of what lies behind the bytes.
  const stream = (parent: number, name: string, data: Buffer): void => {
    entries[parent]?.children?.push(entries.length);
    entries.push({ name, type: 2, binaryProvider: () => new Uint8Array(data), length: data.length });
  };
  const fill = (index: number, { values, folders = {} }: Folder, head: number): void => {
    const fixed = values.filter(([, type]) => type === LONG || type === TIME);
    const rows = fixed.map(([id, type, data]) =>
      Buffer.concat([u32((id << 16) | type, 6), data, Buffer.alloc(8 - data.length)]),
    );
    stream(index, '__properties_version1.0', Buffer.concat([Buffer.alloc(head), ...rows]));
    for (const [id, type, data] of values) {
      if (type === LONG || type === TIME) continue;
      const hex = (value: number): string => value.toString(16).padStart(4, '0').toUpperCase();
      stream(index, `__substg1.0_${hex(id)}${hex(type)}`, data);
    }
    for (const [name, folder] of Object.entries(folders)) {
      const child = entries.length;
      entries[index]?.children?.push(child);
      entries.push({ name, type: 1, children: [], length: 0 });
      fill(child, folder, 8);
    }
  };
  fill(0, root, 32);
  return Buffer.from(burn(entries));
}
