// As much of CBOR (RFC 8949) as Pagefind's list of papers is written in: whole numbers, texts, and arrays of them.

/** What can be read and written. */
export type Value = number | string | readonly Value[];

/** The kinds of values, in the upper three bits of their first byte. */
const KINDS = { whole: 0, negative: 1, text: 3, array: 4 } as const;
/** Lower bits of the first byte: the number itself, or in how many bytes it follows. */
const LARGEST_INSIDE = 23;
const BYTES_THAT_FOLLOW: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4 };
const BITS: Readonly<Record<number, number>> = { 1: 24, 2: 25, 4: 26 };
/** An array without a length, and what ends it. */
const OPEN_ARRAY = 0x9f;
const END = 0xff;

/** Reads a value; fails where it is of another kind, or where something follows. */
export function decode(bytes: Buffer): Value {
  let place = 0;
  const readNumber = (bits: number): number => {
    if (bits <= LARGEST_INSIDE) return bits;
    const length = BYTES_THAT_FOLLOW[bits];
    if (length === undefined) throw new Error(`A number of the kind ${bits} is not expected.`);
    place += length;
    return bytes.readUIntBE(place - length, length);
  };
  const readValue = (): Value => {
    const first = bytes.readUInt8(place++);
    if (first === OPEN_ARRAY) {
      const values: Value[] = [];
      while (bytes.readUInt8(place) !== END) values.push(readValue());
      place++;
      return values;
    }
    const kind = first >> 5;
    const number = readNumber(first & 31);
    if (kind === KINDS.whole) return number;
    if (kind === KINDS.negative) return -1 - number;
    if (kind === KINDS.array) {
      const values: Value[] = [];
      for (let item = 0; item < number; item++) values.push(readValue());
      return values;
    }
    if (kind !== KINDS.text) throw new Error(`A value of the kind ${kind} is not expected.`);
    place += number;
    return bytes.toString('utf8', place - number, place);
  };
  const value = readValue();
  if (place !== bytes.length) throw new Error('Something follows the value.');
  return value;
}

/** Writes a value. */
export function encode(value: Value): Buffer {
  const bytes = Buffer.alloc(sizeOf(value));
  let place = 0;
  const writeHead = (kind: number, number: number) => {
    const length = lengthOf(number);
    place = bytes.writeUInt8((kind << 5) | (length === 0 ? number : (BITS[length] ?? 0)), place);
    if (length > 0) place = bytes.writeUIntBE(number, place, length);
  };
  const write = (one: Value) => {
    if (typeof one === 'number')
      if (one < 0) writeHead(KINDS.negative, -1 - one);
      else writeHead(KINDS.whole, one);
    else if (typeof one === 'string') {
      writeHead(KINDS.text, Buffer.byteLength(one));
      place += bytes.write(one, place);
    } else {
      writeHead(KINDS.array, one.length);
      for (const item of one) write(item);
    }
  };
  write(value);
  return bytes;
}

/** How many bytes a value takes. */
function sizeOf(value: Value): number {
  if (typeof value === 'number') return 1 + lengthOf(value < 0 ? -1 - value : value);
  if (typeof value === 'string') {
    const length = Buffer.byteLength(value);
    return 1 + lengthOf(length) + length;
  }
  let size = 1 + lengthOf(value.length);
  for (const item of value) size += sizeOf(item);
  return size;
}

/** How many bytes of a number follow the first one. */
function lengthOf(number: number): number {
  if (number <= LARGEST_INSIDE) return 0;
  if (number < 2 ** 8) return 1;
  if (number < 2 ** 16) return 2;
  if (number < 2 ** 32) return 4;
  throw new Error(`${number} is too large.`);
}
