// Runs a program in a process of its own, and tells what it cost, with all that it starts: Pagefind is a program too.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Seconds on the clock; seconds of the processor and the most memory at one time in bytes, where the machine tells them. */
export type Cost = { readonly seconds: number; readonly processor?: number; readonly peak?: number };
/** A script for Node, or else a program, and its arguments. */
export type Command = ({ readonly script: string } | { readonly program: string }) & {
  readonly args: readonly string[];
};

/** Said by each process when it ends: the most memory that it had itself, in KiB. */
const PEAK = /peak=(\d+)/;
const REPORT = `import { isMainThread } from 'node:worker_threads';
// A thread that ends says nothing: the process goes on.
if (isMainThread) process.on('exit', () => console.error('peak=' + process.resourceUsage().maxRSS));`;
/** Tells the same of a program that is not Node's; of Linux alone, and not everywhere there. */
const TIMER = '/usr/bin/time';

/** Runs it to its end, in a folder; nothing else may be run meanwhile. Throws if it fails. */
export async function runMeasured(cwd: string, command: Command): Promise<Cost> {
  const [program = '', ...prefix] = prefixOf(command);
  const { args } = command;
  const before = processorOfChildren();
  const start = performance.now();
  const child = spawn(program, [...prefix, ...args], {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors = (errors + chunk).slice(-10_000);
  });
  const stopWatch = watchMemory(child.pid);
  const code = await new Promise((done, fail) => child.on('close', done).on('error', fail));
  const watched = stopWatch();
  if (code !== 0) throw new Error(`${[program, ...prefix.slice(-1), ...args].join(' ')} failed:\n${errors}`);
  const seconds = (performance.now() - start) / 1000;
  const after = processorOfChildren();
  const own = Number(PEAK.exec(errors)?.[1] ?? 0) * KIB;
  const peak = Math.max(own, watched);
  return {
    seconds,
    ...(before !== undefined && after !== undefined && { processor: after - before }),
    ...(peak > 0 && { peak }),
  };
}

const KIB = 1024;
/** Linux counts time in such parts of a second. */
const TICKS = 100;

/** Seconds of the processor taken by all that was started from here and has ended; proc(5) of Linux tells them. */
function processorOfChildren(): number | undefined {
  const stat = read('/proc/self/stat');
  // After the name of the program, which may have blanks.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(13, 15);
  return system === undefined ? undefined : (Number(user) + Number(system)) / TICKS;
}

/** How often memory is looked at, in milliseconds: that takes a hundredth of it. */
const EVERY = 100;

/** Looks at the memory of a process and of all that it starts, until it is asked for the most at one time, in bytes. */
function watchMemory(pid = 0): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, EVERY);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** The memory that a process and all that it has started have now, in bytes; 0 where that is not told. */
function memoryOf(pid: number): number {
  const own = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0;
  const threads = ifThere(() => readdirSync(`/proc/${pid}/task`), []);
  const started = threads.flatMap(
    (thread) => read(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? [],
  );
  return started.reduce((sum, child) => sum + memoryOf(Number(child)), Number(own) * KIB);
}

/** What a file says; nothing where it is not. */
function read(path: string): string {
  return ifThere(() => readFileSync(path, 'utf8'), '');
}

/** What is read, or something else where that is not there, or not any more: processes end. */
function ifThere<Value>(reading: () => Value, otherwise: Value): Value {
  try {
    return reading();
  } catch {
    return otherwise;
  }
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
  return [...(isTimed ? [TIMER, '-f', 'peak=%M'] : []), command.program];
}
