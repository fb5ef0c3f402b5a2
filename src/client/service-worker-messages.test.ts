import { expect, test } from 'vitest';
import { readMessage } from './service-worker-messages.ts';

test('only what the worker says is heard: other scripts of the host may speak too', () => {
  expect(readMessage({ type: 'keep-failed', reason: 'full' })).toEqual({
    type: 'keep-failed',
    reason: 'full',
  });
  for (const other of [undefined, null, 'keep-done', { type: 'other' }, {}])
    expect(readMessage(other)).toBe(undefined);
});
