// Runs a program in a process of its own, and tells what it cost.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Seconds on the clock; seconds of the processor and the peak of memory in bytes, where the machine tells them. */
export type Cost = { readonly seconds: number; readonly processor?: number; readonly peak?: number };
/** A script for Node, or else a program, and its arguments. */
export type Command = ({ readonly script: string } | { readonly program: string }) & {
  readonly args: readonly string[];
};

/** Said by each process when it ends: seconds of the user, of the system, and KiB. */
const COST = /cost=([\d.]+),([\d.]+),([\d.]+)/;
const REPORT = `import { isMainThread } from 'node:worker_threads';
// A thread that ends says nothing: the process goes on.
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.error('cost=' + [userCPUTime / 1e6, systemCPUTime / 1e6, maxRSS]);
});`;
/** Tells the same of a program that is not Node's; of Linux alone, and not everywhere there. */
const TIMER = '/usr/bin/time';

/** Runs it to its end, in a folder. What it starts beside itself is in the time, not in the rest. Throws if it fails. */
export async function runMeasured(cwd: string, command: Command): Promise<Cost> {
  const [program = '', ...before] = prefixOf(command);
  const { args } = command;
  const start = performance.now();
  const child = spawn(program, [...before, ...args], {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-10_000);
  });
  const code = await new Promise((done, fail) => child.on('close', done).on('error', fail));
  if (code !== 0) throw new Error(`${[program, ...before.slice(-1), ...args].join(' ')} failed:\n${errors}`);
  const seconds = (performance.now() - start) / 1000;
  const [, user, system, peak] = COST.exec(errors) ?? [];
  if (peak === undefined) return { seconds };
  return { seconds, processor: Number(user) + Number(system), peak: Number(peak) * 1024 };
}

function prefixOf(command: Command): string[] {
  if ('script' in command)
    return [
      process.execPath,
      '--import',
      `data:text/javascript,${encodeURIComponent(REPORT)}`,
      command.script,
    ];
  const isTimed = process.platform === 'linux' && existsSync(TIMER);
  return [...(isTimed ? [TIMER, '-f', 'cost=%U,%S,%M'] : []), command.program];
}
