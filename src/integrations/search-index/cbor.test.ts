import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, Reader, type Value } from './cbor.ts';

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value')),
  ),
}));

test('whatever is written is read again', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(decode(encode(one))).toEqual(one);
    }),
  );
});

test.each<[string, Value]>([
  // From appendix A of RFC 8949.
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['3903e7', -1000],
  ['62c3bc', 'ü'],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
])('%s', (hex, known) => {
  expect(encode(known).toString('hex')).toBe(hex);
  expect(decode(Buffer.from(hex, 'hex'))).toEqual(known);
});

test('what is passed over is what would be read', () => {
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const reader = new Reader(Buffer.concat([...values.map(encode), encode('end')]));
      for (const _ of values) reader.skip();
      expect(reader.readText()).toBe('end');
    }),
  );
});

test.each(['f5', '9f0102ff', 'fb3ff199999999999a', '4101', '1901', '8201', '0101', ''])(
  '%s is refused',
  (hex) => {
    expect(() => decode(Buffer.from(hex, 'hex'))).toThrow();
  },
);
