// The programs that start.ts and test.ts run, each on the Node that runs this file.
import { join } from 'node:path';
import type { Step } from './progress.mjs';

/** The folder of the repository. */
export const root = join(import.meta.dirname, '..');

/** What our programs are run with: tests and builds choose their own mode. */
const { NODE_ENV: _, ...environment } = process.env;

/** A program of node_modules/.bin as a step. */
export function toolStep(label: string, tool: string, ...args: readonly string[]): Step {
  return nodeStep(label, join(root, 'node_modules', '.bin', tool), ...args);
}

/** Our own command line as a step. */
export function conspectusStep(label: string, ...args: readonly string[]): Step {
  return nodeStep(label, join(root, 'scripts', 'conspectus.ts'), ...args);
}

/** A command of Astro as a step. */
export function astroStep(label: string, ...args: readonly string[]): Step {
  return nodeStep(label, join(root, 'scripts', 'astro.ts'), ...args);
}

/** The build of the site, with its search index, as a step. */
export function buildStep(): Step {
  return astroStep('Building the site', 'build');
}

/** A script as a step. */
export function nodeStep(label: string, file: string, ...args: readonly string[]): Step {
  return { label, command: process.execPath, args: [file, ...args], cwd: root, env: environment };
}
