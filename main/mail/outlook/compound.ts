/** A folder of a compound file (MS-CFB), with its streams by name in upper case. */
export type Storage = {
  readonly name: string;
  readonly storages: readonly Storage[];
  readonly streams: ReadonlyMap<string, () => Buffer>;
};

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENTRY = 128;
/** Sector numbers from here on are marks (MS-CFB 2.1): free, end of chain, table. */
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const KIND = { STORAGE: 1, STREAM: 2, ROOT: 5 } as const;
const MAX_DEPTH = 16;

export function isCompound(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(SIGNATURE) && bytes.length >= 512;
}

/**
 * Opens a compound file; null when it is none. Never throws and never runs in circles: every chain and the folder
 * tree are followed once, and all streams together give no more bytes than the file has. What is broken reads as
 * missing or short.
 */
export function readCompound(bytes: Buffer): Storage | null {
  if (!isCompound(bytes)) return null;
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 2 ** shift;
  const perSector = sectorSize / 4;
  const sectors = Math.ceil(bytes.length / sectorSize);
  const sector = (number: number): Buffer =>
    bytes.subarray((number + 1) * sectorSize, (number + 2) * sectorSize);
  const numberAt = (from: Buffer, index: number): number =>
    index * 4 + 4 <= from.length ? from.readUInt32LE(index * 4) : LAST_SECTOR;

  const table = sectorTable(bytes, sector, numberAt, perSector, sectors);
  const next = (number: number): number =>
    numberAt(sector(table[Math.floor(number / perSector)] ?? LAST_SECTOR), number % perSector);
  const chain = (start: number): number[] => follow(start, next, sectors);

  const directory = Buffer.concat(chain(bytes.readUInt32LE(48)).map(sector));
  const entries = Math.floor(directory.length / ENTRY);
  if (entries === 0) return null;
  const miniTable = Buffer.concat(chain(bytes.readUInt32LE(60)).map(sector));
  const cutOff = bytes.readUInt32LE(56);
  const miniStream = Buffer.concat(chain(directory.readUInt32LE(116)).map(sector));
  let room = bytes.length;

  const stream = (index: number) => (): Buffer => {
    const start = directory.readUInt32LE(index * ENTRY + 116);
    const size = Math.min(directory.readUInt32LE(index * ENTRY + 120), room);
    room -= size;
    const pieces =
      size < cutOff
        ? follow(start, (number) => numberAt(miniTable, number), Math.ceil(size / 64)).map((number) =>
            miniStream.subarray(number * 64, number * 64 + 64),
          )
        : follow(start, next, Math.ceil(size / sectorSize)).map(sector);
    return Buffer.concat(pieces).subarray(0, size);
  };

  const seen = new Set<number>();
  const storage = (index: number, depth: number): Storage => {
    const storages: Storage[] = [];
    const streams = new Map<string, () => Buffer>();
    const waiting = [directory.readUInt32LE(index * ENTRY + 76)];
    for (let child = waiting.pop(); child !== undefined; child = waiting.pop()) {
      if (child === NO_ENTRY || child >= entries || seen.has(child)) continue;
      seen.add(child);
      const at = child * ENTRY;
      // Right before left on the stack: siblings come out in about the order of their names.
      waiting.push(directory.readUInt32LE(at + 72), directory.readUInt32LE(at + 68));
      const kind = directory[at + 66];
      if (kind === KIND.STREAM) streams.set(entryName(directory, at).toUpperCase(), stream(child));
      else if (kind === KIND.STORAGE && depth < MAX_DEPTH) storages.push(storage(child, depth + 1));
    }
    storages.sort((a, b) => (a.name < b.name ? -1 : 1));
    return { name: entryName(directory, index * ENTRY), storages, streams };
  };
  seen.add(0);
  return storage(0, 0);
}

function entryName(directory: Buffer, at: number): string {
  const length = Math.min(directory.readUInt16LE(at + 64), 64);
  return directory.toString('utf16le', at, at + Math.max(0, length - 2));
}

/** Where the sector allocation table lies: the first 109 places stand in the header, the others in a chain. */
function sectorTable(
  bytes: Buffer,
  sector: (number: number) => Buffer,
  numberAt: (from: Buffer, index: number) => number,
  perSector: number,
  sectors: number,
): number[] {
  const table: number[] = [];
  const take = (from: Buffer, count: number): void => {
    for (let i = 0; i < count && table.length < sectors; i++) {
      const number = numberAt(from, i);
      if (number < LAST_SECTOR) table.push(number);
    }
  };
  take(bytes.subarray(76, 512), 109);
  const more = (number: number): number => numberAt(sector(number), perSector - 1);
  for (const number of follow(bytes.readUInt32LE(68), more, sectors)) take(sector(number), perSector - 1);
  return table;
}

/** At most `limit` numbers of a chain: a longer one bites its own tail. */
function follow(start: number, next: (number: number) => number, limit: number): number[] {
  const found: number[] = [];
  for (let number = start; number < LAST_SECTOR && found.length < limit; number = next(number)) {
    found.push(number);
  }
  return found;
}
