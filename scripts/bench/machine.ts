// What the figures were measured with: without it they mean nothing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../browser.ts';

/** The day (2026-11-26), the cores, and the versions; `chromium` is absent where there is none. */
export type Machine = {
  readonly date: string;
  readonly cores: number;
  readonly node: string;
  readonly astro: string;
  readonly pagefind: string;
  readonly chromium?: string;
};

/** Describes this machine, now. */
export function describeMachine(): Machine {
  const packages = join(import.meta.dirname, '../../node_modules');
  const browser = findBrowser();
  const chromium =
    browser && /[\d.]+/.exec(spawnSync(browser, ['--version'], { encoding: 'utf8' }).stdout)?.[0];
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    node: process.versions.node,
    astro: versionOf(packages, 'astro') ?? '?',
    pagefind: versionOf(packages, 'pagefind') ?? '?',
    ...(chromium && { chromium }),
  };
}

/** The version of a package in a folder node_modules; undefined where it is not there. */
export function versionOf(packages: string, name: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

/** Renders it as a sentence: `Measured on 2026-11-26 with 2 cores, Node 24.21.0, ...`. */
export function renderMachine({ date, cores, node, astro, pagefind, chromium }: Machine): string {
  const parts = [`${cores} cores`, `Node ${node}`, `Astro ${astro}`, `Pagefind ${pagefind}`];
  return `Measured on ${date} with ${[...parts, ...(chromium ? [`Chromium ${chromium}`] : [])].join(', ')}.`;
}
