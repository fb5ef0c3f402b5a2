// Zip files out of parts that are compressed already, in threads or in the zip of an earlier build: libraries compress what
// they are given, which for a large survey takes longer than all else.
// Format: APPNOTE.TXT 6.3.10 of PKWARE, with ZIP64 where numbers are too large.
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';

/** A file as it lies in a zip; sizes in bytes. */
export type PackedFile = {
  readonly name: string;
  readonly size: number;
  /** CRC-32 of what was packed. */
  readonly crc: number;
  readonly deflated: Uint8Array;
};

/** Where what is packed of a file begins in its zip, in bytes. */
export type Place = { readonly start: number; readonly packed: number };

/** A zip in the making. */
export type ZipWriter = {
  readonly add: (file: PackedFile) => Promise<Place>;
  /** Writes the list of the files; the size of the zip in bytes. */
  readonly end: () => Promise<number>;
};

const DEFLATED = 8;
const NAMES_ARE_UTF8 = 0x0800;
/** The first moment that a zip can tell, 1 January 1980: the same content gives the same bytes. */
const MADE = { time: 0, date: 0x0021 };
const REGULAR_FILE = 0o100644;
const UNIX = 3;
/** What a reader has to know of the format: 2.0, and 4.5 for ZIP64. */
const VERSION = 20;
const VERSION_ZIP64 = 45;
const MAX_16 = 0xffff;
const MAX_32 = 0xffffffff;
/** So much is written at a time, in bytes. */
const BLOCK = 1 << 20;

/** Packs a file. */
export function pack(name: string, content: Uint8Array): PackedFile {
  return { name, size: content.byteLength, crc: crc32(content), deflated: deflateRawSync(content) };
}

/** Begins a zip in place of what is at `path`. */
export async function openZip(path: string): Promise<ZipWriter & { readonly close: () => Promise<void> }> {
  const handle = await open(path, 'w');
  const output = writeBlocks(handle);
  const list: Uint8Array[] = [];
  return {
    add: async (file) => {
      const header = output.position();
      await output.write(localHeader(file));
      const place = { start: output.position(), packed: file.deflated.byteLength };
      await output.write(file.deflated);
      // A small buffer is part of a larger one, which would stay in memory because of it.
      list.push(new Uint8Array(listHeader(file, header)));
      return place;
    },
    end: async () => {
      const start = output.position();
      const listed = Buffer.concat(list);
      await output.write(listed);
      await output.write(endOfZip({ count: list.length, start, bytes: listed.byteLength }));
      await output.flush();
      return output.position();
    },
    close: () => handle.close(),
  };
}

function writeBlocks(handle: FileHandle) {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let position = 0;
  const flush = async () => {
    await handle.writeFile(Buffer.concat(waiting));
    waiting = [];
    bytes = 0;
  };
  return {
    position: () => position,
    write: async (data: Uint8Array) => {
      waiting.push(data);
      bytes += data.byteLength;
      position += data.byteLength;
      if (bytes >= BLOCK) await flush();
    },
    flush,
  };
}

/** Numbers of so many bytes each, one after the other, the least byte first; then some bytes as they are. */
function layOut(
  numbers: readonly (readonly [bytes: 2 | 4 | 8, value: number])[],
  ...rest: Uint8Array[]
): Buffer {
  const parts = numbers.map(([bytes, value]) => {
    const part = Buffer.alloc(bytes);
    if (bytes === 8) part.writeBigUInt64LE(BigInt(value));
    else part.writeUIntLE(value, 0, bytes);
    return part;
  });
  return Buffer.concat([...parts, ...rest]);
}

/** What stands of a file both before it and in the list. */
function facts({ name, size, crc, deflated }: PackedFile, version: number, extra: number) {
  return [
    [2, version],
    [2, NAMES_ARE_UTF8],
    [2, DEFLATED],
    [2, MADE.time],
    [2, MADE.date],
    [4, crc],
    [4, deflated.byteLength],
    [4, size],
    [2, Buffer.byteLength(name)],
    [2, extra],
  ] as const;
}

function localHeader(file: PackedFile): Buffer {
  return layOut([[4, 0x04034b50], ...facts(file, VERSION, 0)], Buffer.from(file.name));
}

/** A line of the list at the end: a file whose header begins at `start`. */
export function listHeader(file: PackedFile, start: number): Buffer {
  const isFar = start >= MAX_32;
  const extra = isFar
    ? layOut([
        [2, 1],
        [2, 8],
        [8, start],
      ])
    : Buffer.alloc(0);
  const version = isFar ? VERSION_ZIP64 : VERSION;
  return layOut(
    [
      [4, 0x02014b50],
      [2, (UNIX << 8) | VERSION_ZIP64],
      ...facts(file, version, extra.byteLength),
      [2, 0], // of a comment
      [2, 0], // the disk that it begins on
      [2, 0], // no text, for systems that care
      [4, REGULAR_FILE * 0x10000],
      [4, Math.min(start, MAX_32)],
    ],
    Buffer.from(file.name),
    extra,
  );
}

/** The end: how many files there are, and where their list is. */
export function endOfZip({ count, start, bytes }: { count: number; start: number; bytes: number }): Buffer {
  const end = layOut([
    [4, 0x06054b50],
    [2, 0], // the number of this disk
    [2, 0],
    [2, Math.min(count, MAX_16)],
    [2, Math.min(count, MAX_16)],
    [4, Math.min(bytes, MAX_32)],
    [4, Math.min(start, MAX_32)],
    [2, 0], // of a comment
  ]);
  if (count < MAX_16 && start < MAX_32 && bytes < MAX_32) return end;
  const large = layOut([
    [4, 0x06064b50],
    [8, 44], // bytes of this record that follow
    [2, (UNIX << 8) | VERSION_ZIP64],
    [2, VERSION_ZIP64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, bytes],
    [8, start],
    // Where this record is.
    [4, 0x07064b50],
    [4, 0],
    [8, start + bytes],
    [4, 1],
  ]);
  return Buffer.concat([large, end]);
}
