// Finds the Chromium that tests and measurements drive, gets one where there is none, and starts it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runStep, type Step } from './progress.mjs';
import { nodeStep, root } from './steps.ts';

/** What the search asks of the machine; the tests answer in its stead. */
export type Machine = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether there is such a program, and it starts. A download that went wrong, or a stub, does not. */
  readonly starts: (path: string) => boolean;
  /** Where Playwright puts its download. */
  readonly downloaded: () => string;
  readonly isRoot: boolean;
  /** Runs a step; resolves to whether it went well. */
  readonly run: (step: Step) => Promise<boolean>;
};

/** Of Debian. */
const PACKAGES = ['chromium', 'firefox-esr'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const thisMachine: Machine = {
  env: process.env,
  starts: canStart,
  downloaded: () => chromium.executablePath(),
  isRoot: process.getuid?.() === 0,
  run: async (step) => (await runStep(step)).code === 0,
};

/**
 * The path of a Chromium or Chrome that starts: $CHROMIUM_PATH, else one in PATH, else one in a usual place, else
 * Playwright's download. Throws if $CHROMIUM_PATH does not start, as no other is meant then.
 */
export function findBrowser({ env, starts, downloaded }: Machine = thisMachine): string | undefined {
  const chosen = env.CHROMIUM_PATH;
  if (chosen && !starts(chosen)) {
    throw new Error(`CHROMIUM_PATH names ${chosen}, which does not start. Correct it, or unset it.`);
  }
  if (chosen) return chosen;
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...USUAL_PLACES, downloaded()].find(starts);
}

/** The path of a Firefox that starts, if there is one: in it only the portable edition is tested. */
export function findFirefox({ env, starts }: Machine = thisMachine): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return ['firefox-esr', 'firefox']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(starts);
}

/** The path of a browser, which is downloaded or installed first where there is none. */
export async function ensureBrowser(machine: Machine = thisMachine): Promise<string> {
  const present = findBrowser(machine);
  if (present) return present;
  for (const steps of waysToGetOne(machine)) {
    if (!(await runAll(steps, machine))) continue;
    const path = findBrowser(machine);
    if (path) return path;
    console.log('The browser is there, but does not start.');
  }
  throw new Error(
    'The browser tests need Chromium or Chrome, and none was found or could be installed. ' +
      'Install one (on Debian: sudo apt-get install chromium), or set CHROMIUM_PATH to its program.',
  );
}

/**
 * What Chromium does not do here, in lists. Of two such arguments it takes the last one, so that Playwright's, as far as it is
 * not about other systems, has to stand here too (chromiumSwitches.ts of version 1.65).
 */
const SWITCHED_OFF = [
  // What an address bar would show is two hidden pages in each window, which take longer than a page of ours.
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  'AimEnabled,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding',
  'PreconnectToSearch,ThirdPartyStoragePartitioning',
];

/** Starts the browser that `findBrowser` finds, with more arguments. Throws where there is none. */
export async function launchBrowser(...args: readonly string[]): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no browser: npm test gets one.');
  return chromium.launch({
    executablePath,
    // Chromium refuses to run as root, as on most build machines, inside its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [`--disable-features=${SWITCHED_OFF.join(',')}`, ...args],
  });
}

function waysToGetOne({ isRoot }: Machine): readonly (readonly Step[])[] {
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const download = nodeStep('Downloading a browser (once)', playwright, 'install', 'chromium', '--no-shell');
  const apt = (label: string, ...args: string[]): Step => ({
    label,
    command: 'apt-get',
    args,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const debian = [
    apt('Updating the package lists', 'update'),
    apt('Installing Chromium and Firefox (once)', 'install', '-y', '--no-install-recommends', ...PACKAGES),
  ];
  return isRoot ? [[download], debian] : [[download]];
}

async function runAll(steps: readonly Step[], { run }: Machine): Promise<boolean> {
  for (const step of steps) {
    if (!(await run(step))) return false;
  }
  return true;
}

function canStart(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}
