// Guides that show the output of commands: what they show is what the commands say.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const repository = join(import.meta.dirname, '..');

/** A change that a reader is to imagine, a file that one is to write, or a block that begins with a command. */
const STEP =
  /<!-- change (\S+) \| (.*) \| (.*) -->|<!-- file (\S+) -->\n+```\w*\n([\s\S]*?)```|```console\n\$ (.*)\n[\s\S]*?```/g;

/** Where a command runs, and how its output is made the same on every day and machine. */
export type Replay = {
  readonly folderOf: (command: string) => string;
  readonly steady: (output: string) => string;
};

/** Does what a guide says, step by step; returns the guide with the output that its commands have, and their number. */
export function replay(text: string, { folderOf, steady }: Replay): { text: string; steps: number } {
  let steps = 0;
  const real = text.replaceAll(
    STEP,
    (step, changed?: string, from = '', to = '', file?: string, content = '', command = '') => {
      steps++;
      if (changed !== undefined) change(join(folderOf(''), changed), from, to);
      else if (file !== undefined) write(join(folderOf(''), file), content);
      else return `\`\`\`console\n$ ${command}\n${steady(run(command, folderOf(command))).trimEnd()}\n\`\`\``;
      return step;
    },
  );
  return { text: real, steps };
}

function change(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not have: ${from}`);
  writeFileSync(file, before.replace(from, to));
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Runs `npm run <command> -- <arguments>` as npm does, without npm's own lines. */
function run(command: string, cwd: string): string {
  const [, script = '', rest = ''] = /^npm run (?:-s )?(\w+)(?: -- (.*))?$/.exec(command) ?? [];
  const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const all = script === 'conspectus' ? args : [script, ...args];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'scripts/conspectus.ts'), ...all],
    { cwd, encoding: 'utf8' },
  );
  return stripVTControlCharacters(stdout + stderr);
}

/** The links of a guide that lead to no file, seen from its own folder in the repository, or in another project. */
export function findLostFiles(text: string, folder: string, root = repository): string[] {
  const prose = text.replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\((?!https:)([^)#]+)[^)]*\)/g)].map(([, path = '']) => path);
  return links.filter((path) => !existsSync(join(root, folder, path)));
}
