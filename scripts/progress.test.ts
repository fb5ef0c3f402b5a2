import { describe, expect, test } from 'vitest';
import { renderSeconds, runStep, type Screen } from './progress.mjs';

/** Runs a line of JavaScript as a step; returns how it went and what the reader saw. */
async function run(script: string, made: Partial<Screen> = {}) {
  let seen = '';
  const screen = { write: (text: string) => (seen += text), ...made };
  const step = { label: 'Trying', command: process.execPath, args: ['-e', script] };
  const result = await runStep(step, screen);
  return { ...result, seen, stable: seen.replace(/\d+\.\d s/g, '0.0 s') };
}

describe('runStep', () => {
  test('tells of a step that went well in one line at the start and one at the end', async () => {
    const { code, output, stable } = await run("console.log('much'); console.error('more')");
    expect({ code, stable }).toEqual({ code: 0, stable: 'Trying ...\n✓ Trying  0.0 s\n' });
    expect(output.split('\n').toSorted()).toEqual(['', 'more', 'much']);
  });

  test('shows the whole output of one that failed, without control characters', async () => {
    const { code, stable } = await run(
      "console.log('\\u001b[31mred\\u001b[0m'); console.log('two'); process.exitCode = 3",
    );
    expect({ code, stable }).toEqual({ code: 3, stable: 'Trying ...\n✗ Trying  0.0 s\n\nred\ntwo\n' });
  });

  test('says so where a failed step wrote nothing', async () => {
    const { stable } = await run('process.exitCode = 1');
    expect(stable).toBe('Trying ...\n✗ Trying  0.0 s\n\nIt wrote nothing.\n');
  });

  test('on a terminal, a line lives with the last line of output, and goes', async () => {
    const { seen } = await run("console.log('one\\n42% done'); setTimeout(() => {}, 600)", {
      isTTY: true,
      columns: 40,
    });
    const frames = seen.split('\r\u001b[2K');
    expect(frames.some((frame) => /^. Trying {2}0 s {2}42% done$/.test(frame))).toBe(true);
    expect(frames.at(-1)).toMatch(/^✓ Trying {2}\d\.\d s\n$/);
    expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThan(40);
  });

  test('a program that is not there, or was ended, has failed', async () => {
    let seen = '';
    const screen = { write: (text: string) => (seen += text) };
    const missing = await runStep({ label: 'Trying', command: 'no-such-program', args: [] }, screen);
    expect(missing.code).toBe(127);
    expect(seen).toContain('no-such-program could not be started');
    const ended = await run("process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 9000)");
    expect(ended.code).toBe(143);
    expect(ended.seen).toContain('It was ended by the signal SIGTERM.');
  });
});

test.each([
  [40, '0.0 s'],
  [12_340, '12.3 s'],
  [125_900, '2 min 5 s'],
])('%i ms is %s', (milliseconds, expected) => {
  expect(renderSeconds(milliseconds)).toBe(expected);
});
