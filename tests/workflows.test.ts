// The workflows of .github/, read as YAML: what a stranger sends can run nothing that may write.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Permissions = Readonly<Record<string, string>> | string;
type Job = {
  readonly permissions?: Permissions;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
};
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
};

/** An expression as workflows write it; in one piece it would look like a slip for a template. */
const expression = (words: string) => ['$', `{{ ${words} }}`].join('');
const DEFAULT_BRANCH = expression('github.event.repository.default_branch');
const folder = join(import.meta.dirname, '../.github/workflows');

/** What brings the packages of others along: "npm test", "node scripts/setup.mjs". */
const PROGRAMS = /^\s*(?:npm|npx|node)\b/m;

function mayWrite(permissions: Permissions | undefined): boolean {
  return (
    typeof permissions === 'string' || Object.values(permissions ?? {}).some((level) => level === 'write')
  );
}

/** Whether a job takes what an earlier build has made, and what a commit may have brought in its place. */
function trustsCommits({ steps }: Job): boolean {
  const emptied = steps.findIndex(({ run }) => run === 'rm -rf .cache dist');
  const isCheckout = ({ uses = '' }: Step) => uses.startsWith('actions/checkout@');
  return (
    steps.some(({ env = {} }) => 'TRUST_CACHE' in env) &&
    (emptied < 0 || steps.slice(emptied).some(isCheckout))
  );
}

/** Every weakness of a workflow, in words. */
function findWeaknesses(text: string): string[] {
  const workflow: Workflow = parse(text);
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  const comesFromOutside = ['pull_request_target', 'workflow_run', 'issues', 'issue_comment'].some(
    (event) => event in workflow.on,
  );
  const writes = [workflow, ...Object.values(workflow.jobs)].some(({ permissions }) => mayWrite(permissions));
  return [
    ...(workflow.permissions === undefined ? ['no permissions for the whole'] : []),
    ...('pull_request_target' in workflow.on && checkouts.length > 0
      ? ['pull_request_target checks out']
      : []),
    ...('pull_request' in workflow.on && writes ? ['a pull request may write'] : []),
    ...('pull_request' in workflow.on && /secrets\./.test(text) ? ['a pull request sees a secret'] : []),
    ...jobs.flatMap(([name, job]) => (job['timeout-minutes'] ? [] : [`${name} has no end`])),
    ...jobs.flatMap(([name, job]) => (trustsCommits(job) ? [`${name} builds on what a commit brings`] : [])),
    ...jobs.flatMap(([name, job]) =>
      mayWrite(job.permissions) && job.steps.some(({ run = '' }) => PROGRAMS.test(run))
        ? [`${name} may write, and runs programs with packages of others`]
        : [],
    ),
    ...steps.flatMap(({ run = '' }) => (run.includes('${{') ? [`an expression in a shell: ${run}`] : [])),
    ...checkouts.flatMap((step) => [
      ...(step.with?.['persist-credentials'] === false ? [] : ['a checkout keeps its credentials']),
      ...(comesFromOutside && step.with?.['ref'] !== DEFAULT_BRANCH
        ? ['a checkout of something else than the default branch']
        : []),
    ]),
    ...steps.flatMap(({ uses }) =>
      uses === undefined || /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses) ? [] : [`${uses} is not pinned`],
    ),
    ...[...text.matchAll(/uses: .*/g)].flatMap(([line]) =>
      / # v\d+\.\d+\.\d+$/.test(line) ? [] : [`${line} names no version`],
    ),
  ];
}

test.each(readdirSync(folder))('%s is safe with strangers', (file) => {
  expect(findWeaknesses(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
});

test('the same action has the same version everywhere', () => {
  const lines = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/uses: (\S+)@(.*)/g)].map(([, name, at]) => [
      name,
      at,
    ]),
  );
  const versions = Map.groupBy(lines, ([name]) => name);
  for (const [name, all] of versions)
    expect([name, new Set(all.map(([, at]) => at)).size]).toEqual([name, 1]);
});

test('commands of the workflows are there', () => {
  const { scripts } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8'));
  const commands = readFileSync(join(folder, '../../scripts/conspectus.ts'), 'utf8');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, script = ''] of text.matchAll(/npm (?:run (?:-s )?)?(\w+)/g))
      expect(scripts).toHaveProperty(script);
    for (const [, name] of text.matchAll(/conspectus -- ([\w-]+)/g))
      expect(commands).toMatch(new RegExp(`^ {2}'?${name}'?: \\{$`, 'm'));
  }
});

describe('a weakness is found:', () => {
  const CHECKOUT = `actions/checkout@${'a'.repeat(40)} # v4.3.1`;
  const make = (lines: { on?: string; permissions?: string; step?: string; ref?: string }) => `
on: ${lines.on ?? '{push: {}}'}
permissions: ${lines.permissions ?? '{contents: read}'}
jobs:
  a:
    timeout-minutes: 5
    steps:
      - uses: ${CHECKOUT}
        with: {persist-credentials: false${lines.ref ?? ''}}
      - ${lines.step ?? 'run: npm test'}
`;

  test('none in a sound one', () => {
    expect(findWeaknesses(make({}))).toEqual([]);
  });

  test.each([
    [
      'words of an issue in a shell',
      make({ step: `run: "echo ${expression('github.event.issue.title')}"` }),
      /in a shell/,
    ],
    ['a checkout for strangers with rights', make({ on: '{pull_request_target: {}}' }), /checks out/],
    [
      'a write token for pull requests',
      make({ on: '{pull_request: {}}', permissions: 'write-all' }),
      /may write/,
    ],
    ['a tag', make({ step: 'uses: actions/cache@v4 # v4.0.0' }), /not pinned/],
    ['no version', make({ step: `uses: actions/cache@${'b'.repeat(40)}` }), /names no version/],
    ['the commit of a stranger', make({ on: '{workflow_run: {}}', ref: ', ref: evil' }), /something else/],
    ['kept credentials', make({}).replace('persist-credentials: false', 'x: 1'), /keeps its credentials/],
    [
      'our programs where one may write',
      make({}).replace('timeout-minutes: 5', 'permissions: {contents: write}\n    timeout-minutes: 5'),
      /may write, and runs programs/,
    ],
    [
      'pages that a commit brings',
      make({ step: 'run: npm run build\n        env: {TRUST_CACHE: "yes"}' }),
      /builds on what a commit brings/,
    ],
    ['no permissions', make({}).replace(/^permissions.*$/m, ''), /no permissions/],
    ['no end', make({}).replace(/^ *timeout.*$/m, ''), /has no end/],
  ])('%s', (_, text, weakness) => {
    expect(findWeaknesses(text).join('\n')).toMatch(weakness);
  });
});
