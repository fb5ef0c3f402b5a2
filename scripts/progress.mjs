// Runs programs as the steps of a longer run, with a live line for the reader. Plain JavaScript without
// dependencies, because setup.mjs needs it on whatever Node the machine has, before anything is installed.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/**
 * One program to run.
 * @typedef {object} Step
 * @property {string} label What is being done, as the reader is told it.
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} [cwd]
 * @property {Readonly<Record<string, string | undefined>>} [env] The whole environment; else that of this process.
 * @property {() => string} [detail] What the live line says beside the time; else the last line of output.
 */

/**
 * How it went: the exit code, and all that it wrote, on both streams.
 * @typedef {{ readonly code: number, readonly output: string, readonly milliseconds: number }} StepResult
 */

/**
 * The part of a terminal or file that is written to.
 * @typedef {{ write(text: string): unknown, readonly isTTY?: boolean, readonly columns?: number }} Screen
 */

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MILLISECONDS = 120;
/** Moves to the start of the line and empties it. */
const CLEAR_LINE = '\r\u001b[2K';
/** @type {readonly NodeJS.Signals[]} */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program and says how long it takes: on a terminal with a line that lives meanwhile, elsewhere with one
 * line at the start and one at the end. Writes the program's output only if it fails. Ctrl-C ends the whole run.
 * @param {Step} step
 * @param {Screen} [screen]
 * @returns {Promise<StepResult>}
 */
export async function runStep(step, screen = process.stdout) {
  const start = Date.now();
  let output = '';
  const finish = showProgress(step, () => step.detail?.() ?? lastLine(output), screen);
  const code = await runProgram(step, (text) => {
    output += text;
  }).finally(finish);
  const milliseconds = Date.now() - start;
  screen.write(`${code === 0 ? '✓' : '✗'} ${step.label}  ${renderSeconds(milliseconds)}\n`);
  if (code !== 0) screen.write(`\n${readable(output, screen) || 'It wrote nothing.'}\n`);
  return { code, output, milliseconds };
}

/**
 * Renders a duration for a reader: `0.4 s`, `12.0 s`, `2 min 5 s`.
 * @param {number} milliseconds
 */
export function renderSeconds(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

/**
 * Shows that the step is under way; the returned function takes the live line away.
 * @param {Step} step
 * @param {() => string} detail
 * @param {Screen} screen
 * @returns {() => void}
 */
function showProgress({ label }, detail, screen) {
  if (!screen.isTTY) {
    screen.write(`${label} ...\n`);
    return () => {};
  }
  const start = Date.now();
  const draw = () => {
    const elapsed = Date.now() - start;
    const frame = FRAMES[Math.floor(elapsed / FRAME_MILLISECONDS) % FRAMES.length];
    const line = `${frame} ${label}  ${Math.floor(elapsed / 1000)} s  ${detail()}`;
    screen.write(CLEAR_LINE + line.slice(0, (screen.columns || 80) - 1));
  };
  const timer = setInterval(draw, FRAME_MILLISECONDS);
  return () => {
    clearInterval(timer);
    screen.write(CLEAR_LINE);
  };
}

/**
 * Runs the program to its end, handing over what it writes, and resolves to its exit code.
 * @param {Step} step
 * @param {(text: string) => void} onOutput
 * @returns {Promise<number>}
 */
function runProgram({ command, args, cwd, env = process.env }, onOutput) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const release = endTogether(child);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
    child.on('error', (error) => {
      release();
      onOutput(`${command} could not be started: ${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code, signal) => {
      release();
      if (signal) onOutput(`It was ended by the signal ${signal}.\n`);
      resolve(code ?? exitCodeOf(signal));
    });
  });
}

/**
 * Passes on a signal that should end this process, and ends it as soon as the child is gone, so that nothing is
 * left running. The returned function stops that.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void}
 */
function endTogether(child) {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    received ??= signal;
    child.kill(signal);
  };
  child.once('close', () => {
    if (!received) return;
    if (process.stdout.isTTY) process.stdout.write(CLEAR_LINE);
    process.exit(exitCodeOf(received));
  });
  for (const signal of ENDING_SIGNALS) process.on(signal, onSignal);
  return () => {
    for (const signal of ENDING_SIGNALS) process.off(signal, onSignal);
  };
}

/**
 * The exit code that shells give a program which a signal ended.
 * @param {NodeJS.Signals | null} signal
 */
function exitCodeOf(signal) {
  return signal ? 128 + constants.signals[signal] : 1;
}

/**
 * What a program wrote, without colours where they would be seen as control characters.
 * @param {string} output
 * @param {Screen} screen
 */
function readable(output, screen) {
  return (screen.isTTY ? output : stripVTControlCharacters(output)).trimEnd();
}

/**
 * The last line that says something. A progress bar redraws itself after a carriage return.
 * @param {string} output
 */
function lastLine(output) {
  const lines = stripVTControlCharacters(output.slice(-2000)).split(/[\r\n]+/);
  return lines.findLast((line) => line.trim() !== '')?.trim() ?? '';
}
