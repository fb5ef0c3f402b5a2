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
  place = 0;
  readonly bytes: Buffer;
  #kind = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** A whole number that is not negative. */
  readWhole(): number {
    return this.#readHead(KINDS.whole);
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
    const first = this.bytes.readUInt8(this.place++);
    this.#kind = first >> 5;
    const isKnown = wanted === undefined ? KNOWN.has(this.#kind) : this.#kind === wanted;
    if (!isKnown) throw new Error(`A value of the kind ${this.#kind} is not expected.`);
    const bits = first & 31;
    if (bits <= LARGEST_INSIDE) return bits;
    const length = BYTES_THAT_FOLLOW[bits];
    if (length === undefined) throw new Error(`A number of the kind ${bits} is not expected.`);
    this.place += length;
    return this.bytes.readUIntBE(this.place - length, length);
  }
}

const KNOWN: ReadonlySet<number> = new Set(Object.values(KINDS));

/** Reads a value; fails where it is of another kind, or where something follows. */
export function decode(bytes: Buffer): Value {
  const reader = new Reader(bytes);
  const value = reader.readValue();
  if (reader.place !== bytes.length) throw new Error('Something follows the value.');
  return value;
}

/** Writes a value. */
export function encode(value: Value): Buffer {
  if (typeof value === 'number')
    return value < 0 ? encodeHead(KINDS.negative, -1 - value) : encodeHead(KINDS.whole, value);
  if (typeof value === 'string')
    return Buffer.concat([encodeHead(KINDS.text, Buffer.byteLength(value)), Buffer.from(value)]);
  return encodeArray(value.map(encode));
}

/** Writes an array of values that are written already. */
export function encodeArray(values: readonly Buffer[]): Buffer {
  return Buffer.concat([encodeHead(KINDS.array, values.length), ...values]);
}

function encodeHead(kind: number, number: number): Buffer {
  const length = lengthOf(number);
  const bytes = Buffer.allocUnsafe(1 + length);
  bytes.writeUInt8((kind << 5) | (length === 0 ? number : (BITS[length] ?? 0)));
  if (length > 0) bytes.writeUIntBE(number, 1, length);
  return bytes;
}

/** How many bytes of a number follow the first one. */
function lengthOf(number: number): number {
  if (number <= LARGEST_INSIDE) return 0;
  if (number < 2 ** 8) return 1;
  if (number < 2 ** 16) return 2;
  if (number < 2 ** 32) return 4;
  throw new Error(`${number} is too large.`);
}
