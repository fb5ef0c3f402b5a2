// As much of CBOR (RFC 8949) as Pagefind's index is written in: whole numbers, texts, and arrays of them.

/** What can be read and written. */
export type Value = number | string | readonly Value[];

/** The kinds of values, in the upper three bits of their first byte. */
const KINDS = { whole: 0, negative: 1, text: 3, array: 4 } as const;
/** Lower bits of the first byte: the number itself, or in how many bytes it follows. */
const LARGEST_INSIDE = 23;
const BYTES_THAT_FOLLOW: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4 };
const BITS: Readonly<Record<number, number>> = { 1: 24, 2: 25, 4: 26 };

/** Reads values one after the other; fails where one is of another kind than is asked for. */
export class Reader {
  /** Where the next value begins. */
  place: number;
  readonly bytes: Buffer;
  #kind = 0;

  constructor(bytes: Buffer, start = 0) {
    this.bytes = bytes;
    this.place = start;
  }

  /** A whole number that is not negative. */
  readWhole(): number {
    return this.#readHead(KINDS.whole);
  }

  /** A whole number. */
  readInteger(): number {
    const number = this.#readHead();
    if (this.#kind === KINDS.whole) return number;
    if (this.#kind === KINDS.negative) return -1 - number;
    throw notExpected(this.#kind);
  }

  readText(): string {
    const length = this.#readHead(KINDS.text);
    this.place += length;
    return this.bytes.toString('utf8', this.place - length, this.place);
  }

  /** How many values an array has, which come next. */
  readArray(): number {
    return this.#readHead(KINDS.array);
  }

  /** Passes over a value. */
  skip(): void {
    for (let left = 1; left > 0; left--) {
      const number = this.#readHead();
      if (this.#kind === KINDS.array) left += number;
      else if (this.#kind === KINDS.text) this.place += number;
    }
  }

  readValue(): Value {
    const number = this.#readHead();
    if (this.#kind === KINDS.whole) return number;
    if (this.#kind === KINDS.negative) return -1 - number;
    if (this.#kind === KINDS.array) return Array.from({ length: number }, () => this.readValue());
    this.place += number;
    return this.bytes.toString('utf8', this.place - number, this.place);
  }

  /** Reads the first bytes of a value, and returns the number in them. */
  #readHead(wanted?: number): number {
    const first = this.bytes[this.place++];
    if (first === undefined) throw new Error('The value has no end.');
    const kind = first >> 5;
    if (wanted === undefined ? !isKnown(kind) : kind !== wanted) throw notExpected(kind);
    this.#kind = kind;
    const bits = first & 31;
    if (bits <= LARGEST_INSIDE) return bits;
    const length = BYTES_THAT_FOLLOW[bits];
    if (length === undefined) throw new Error(`A number of the kind ${bits} is not expected.`);
    this.place += length;
    return this.bytes.readUIntBE(this.place - length, length);
  }
}

function isKnown(kind: number): boolean {
  return kind === KINDS.whole || kind === KINDS.array || kind === KINDS.negative || kind === KINDS.text;
}

function notExpected(kind: number): Error {
  return new Error(`A value of the kind ${kind} is not expected.`);
}

/** Reads a value; fails where it is of another kind, or where something follows. */
export function decode(bytes: Buffer): Value {
  const reader = new Reader(bytes);
  const value = reader.readValue();
  if (reader.place !== bytes.length) throw new Error('Something follows the value.');
  return value;
}

/** Writes values one after the other. */
export class Writer {
  #bytes = Buffer.allocUnsafe(64);
  #length = 0;

  /** The head of an array of so many values, which have to come next. */
  writeArray(values: number): void {
    this.#writeHead(KINDS.array, values);
  }

  writeInteger(number: number): void {
    if (number < 0) this.#writeHead(KINDS.negative, -1 - number);
    else this.#writeHead(KINDS.whole, number);
  }

  writeText(text: string): void {
    const length = Buffer.byteLength(text);
    this.#writeHead(KINDS.text, length);
    const place = this.#reserve(length);
    this.#bytes.write(text, place);
  }

  /** What is written already, from one byte up to another. */
  writeBytes(bytes: Buffer, start = 0, end = bytes.length): void {
    const place = this.#reserve(end - start);
    bytes.copy(this.#bytes, place, start, end);
  }

  write(value: Value): void {
    if (typeof value === 'number') this.writeInteger(value);
    else if (typeof value === 'string') this.writeText(value);
    else {
      this.writeArray(value.length);
      for (const item of value) this.write(item);
    }
  }

  /** All that was written. */
  take(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  #writeHead(kind: number, number: number): void {
    const length = lengthOf(number);
    const place = this.#reserve(1 + length);
    this.#bytes[place] = (kind << 5) | (length === 0 ? number : (BITS[length] ?? 0));
    if (length > 0) this.#bytes.writeUIntBE(number, place + 1, length);
  }

  /** The place of so many bytes that come next. */
  #reserve(length: number): number {
    const place = this.#length;
    this.#length += length;
    if (this.#length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(2 * this.#length);
      this.#bytes.copy(larger, 0, 0, place);
      this.#bytes = larger;
    }
    return place;
  }
}

/** Writes a value. */
export function encode(value: Value): Buffer {
  const writer = new Writer();
  writer.write(value);
  return writer.take();
}

/** How many bytes of a number follow the first one. */
function lengthOf(number: number): number {
  if (number <= LARGEST_INSIDE) return 0;
  if (number < 2 ** 8) return 1;
  if (number < 2 ** 16) return 2;
  if (number < 2 ** 32) return 4;
  throw new Error(`${number} is too large.`);
}
