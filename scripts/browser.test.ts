import { describe, expect, test } from 'vitest';
import { ensureBrowser, findBrowser, type Machine } from './browser.ts';

const DOWNLOAD = '/home/someone/.cache/browsers/chrome';

/** A machine on which these programs start, and others appear as steps are run. */
function makeMachine(programs: readonly string[], made: Partial<Machine> = {}): Machine & { ran: string[] } {
  const ran: string[] = [];
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    starts: (path) => programs.includes(path),
    downloaded: () => DOWNLOAD,
    isRoot: false,
    run: async ({ label }) => {
      ran.push(label);
      return true;
    },
    ...made,
    ran,
  };
}

describe('findBrowser', () => {
  test.each([
    [
      'one in PATH, by the order of names',
      ['/usr/bin/google-chrome', '/usr/bin/chromium'],
      '/usr/bin/chromium',
    ],
    ['the first folder of PATH', ['/usr/bin/chromium', '/usr/local/bin/chromium'], '/usr/local/bin/chromium'],
    ['one in a usual place', ['/opt/google/chrome/chrome', DOWNLOAD], '/opt/google/chrome/chrome'],
    ["Playwright's download", [DOWNLOAD], DOWNLOAD],
    ['none', ['/usr/bin/firefox'], undefined],
  ])('finds %s', (_, programs, expected) => {
    expect(findBrowser(makeMachine(programs))).toBe(expected);
  });

  test('CHROMIUM_PATH comes first', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/my/chrome' };
    expect(findBrowser(makeMachine(['/usr/bin/chromium', '/my/chrome'], { env }))).toBe('/my/chrome');
  });

  test('a CHROMIUM_PATH that does not start is an error, not another browser', () => {
    const env = { PATH: '/usr/bin', CHROMIUM_PATH: '/my/chrom' };
    expect(() => findBrowser(makeMachine(['/usr/bin/chromium'], { env }))).toThrow(
      'CHROMIUM_PATH names /my/chrom, which does not start. Correct it, or unset it.',
    );
  });
});

describe('ensureBrowser', () => {
  test('gets nothing where there is one', async () => {
    const machine = makeMachine(['/usr/bin/chromium']);
    expect(await ensureBrowser(machine)).toBe('/usr/bin/chromium');
    expect(machine.ran).toEqual([]);
  });

  test('downloads one', async () => {
    const programs: string[] = [];
    const run = async () => programs.push(DOWNLOAD) > 0;
    expect(await ensureBrowser(makeMachine(programs, { run }))).toBe(DOWNLOAD);
  });

  test('installs one as root where the download fails, or does not start', async () => {
    for (const isDownloaded of [false, true]) {
      const programs: string[] = [];
      const commands: string[] = [];
      const run: Machine['run'] = async ({ command, args }) => {
        const isApt = command === 'apt-get';
        if (isApt) commands.push(args[0] ?? '');
        if (args.includes('install') && isApt) programs.push('/usr/bin/chromium');
        return isApt || isDownloaded;
      };
      expect(await ensureBrowser(makeMachine(programs, { run, isRoot: true }))).toBe('/usr/bin/chromium');
      expect(commands).toEqual(['update', 'install']);
    }
  });

  test('says what to do where nothing helps, and installs nothing without being root', async () => {
    const machine = makeMachine([]);
    await expect(ensureBrowser(machine)).rejects.toThrow('sudo apt-get install chromium');
    expect(machine.ran).toEqual(['Downloading a browser (once)']);
  });
});
