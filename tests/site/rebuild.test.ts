// A build takes from the last one what has not changed: what comes out has to be what a first build would make.
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../../scripts/serve.ts';
import { type BuiltSite, buildAgain, buildSite, environment } from '../sites/build-site.ts';
import { readFiles } from '../sites/read-site.ts';

const LONG = 180_000;
const root = join(import.meta.dirname, '..', '..');
const second = join(import.meta.dirname, '..', 'sites', 'second');

/** Lists of so few that some have several pages. */
const sizes = {
  'src/site/page-sizes.ts':
    'export const PAGE_SIZES = { rows: 6, list: 2, resultsOfTerm: 2, map: 8, timeline: 10 };\nexport const ROWS_PER_FILE = 7;\nexport const PAPERS_PER_PIECE = 64;\n',
};

/** A file with some of its words replaced; each has to be there. */
function edit(folder: string, name: string, from: string, to: string): Record<string, string> {
  const text = readFileSync(join(folder, name), 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no “${from}”.`);
  return { [name]: text.replaceAll(from, to) };
}

/** What somebody changes; files that are null go. */
type Change = {
  readonly what: string;
  readonly files: Readonly<Record<string, string | null>>;
  /** Where Vite has to make scripts, stylesheets and what renders pages anew. */
  readonly byVite?: true;
  /** At least so many pages do not show it; and these, which are not written again. */
  readonly stay?: number;
  readonly staying?: readonly string[];
};

/** What is changed between two builds, one after the other. */
const CHANGES: readonly Change[] = [
  {
    what: 'a title and an abstract change, and a paper comes',
    files: {
      ...edit(second, 'content/entries/loads/ice-on-stays.md', 'Ice falls', 'Ice and fatigue fall'),
      ...edit(
        second,
        'content/themes/materials.md',
        '*Timber Again*',
        'Grass is one of them [@rope-of-grass]. *Timber Again*',
      ),
      'content/entries/materials/rope-of-grass.md':
        '---\ntitle: A Rope of Grass\nthemes: [materials]\nclassification: {by: person, note: It is about grass.}\nkey: grass\n---\nA rope bridge of grass is made anew each year, and its fatigue is measured.\n',
    },
  },
  {
    what: 'a theme has another name, and a term another meaning',
    files: {
      ...edit(second, 'content/themes/loads.md', 'short: ', 'short: All '),
      ...edit(second, 'content/glossary.yaml', 'definition: "', 'definition: "In short: '),
    },
  },
  {
    what: 'a paper goes, and another has a new address',
    files: {
      'content/entries/materials/rope-of-grass.md': null,
      ...edit(second, 'content/themes/materials.md', 'short: ', 'short: All '),
      'content/entries/loads/lorries-in-line.md': null,
      'content/entries/loads/lorries-in-a-row.md': readFileSync(
        join(second, 'content/entries/loads/lorries-in-line.md'),
        'utf8',
      ),
      ...edit(second, 'content/themes/loads.md', 'lorries-in-line', 'lorries-in-a-row'),
    },
  },
  {
    what: 'the sentence of a result ends in another way, and another result has another metric',
    files: {
      ...edit(
        second,
        'content/entries/materials/self-healing-joints.md',
        'after a month',
        'after two months',
      ),
      ...edit(second, 'content/entries/materials/printed-footbridge.md', 'metric: ', 'metric: measured '),
    },
  },
  {
    what: 'the survey has another title, and a theme another colour',
    files: {
      ...edit(second, 'content/survey.yaml', 'title: ', 'title: More '),
      ...edit(second, 'content/themes/materials.md', 'colour: 120', 'colour: 20'),
    },
    byVite: true,
  },
  {
    what: 'the software has other styles, twins and pictures',
    files: {
      ...edit(root, 'src/components/page-head.astro', '<style>', '<style>\n  h1 { color: rebeccapurple; }\n'),
      ...edit(root, 'src/integrations/twins/twin.ts', "bullet: '-'", "bullet: '*'"),
      ...edit(root, 'src/integrations/pictures/picture.ts', 'const MARGIN = 72;', 'const MARGIN = 80;'),
    },
    byVite: true,
  },
  {
    what: 'a listing comes, which an entry names',
    files: {
      'content/sources/more.bib': '@article{more}\n',
      'content/survey.yaml': Object.values(edit(second, 'content/survey.yaml', 'title: ', 'title: More '))
        .join()
        .concat('  - {file: more.bib, format: bibtex, listed: 2025-02-15, origin: A made-up bibliography}\n'),
      ...edit(
        second,
        'content/entries/loads/floods-and-piers.md',
        '\nkey: ',
        '\nbibliography: {file: more.bib, lines: [1, 1]}\nkey: ',
      ),
    },
    stay: 25,
  },
  {
    what: 'a term comes, another one has one more spelling, and a third another meaning',
    files: {
      'content/glossary.yaml': Object.values(
        edit(second, 'content/glossary.yaml', 'name: corrosion,', 'name: corrosion, aliases: [rust],'),
      )
        .join()
        .replaceAll('definition: "', 'definition: "In short: ')
        .replace('Damage by many loads', 'Harm by many loads')
        .concat(
          '  - {id: wire-break, name: wire break, kind: concept, definition: "The end of a wire within a cable."}\n',
        ),
    },
    stay: 20,
  },
  {
    what: 'a paper comes before all others',
    files: {
      'content/entries/monitoring/newest-of-all.md':
        '---\ntitle: The Newest of All\nthemes: [monitoring]\npublished: 2024-06-01\nclassification: {by: person, note: It is made up.}\nkey: newest\n---\nAnd so is its fatigue.\n',
      ...edit(second, 'content/themes/monitoring.md', '[@quiet-sensors]', '[@quiet-sensors; @newest-of-all]'),
    },
    stay: 20,
    staying: ['terms/fatigue/2/index.html', 'themes/monitoring/2/index.html'],
  },
];

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite(second, sizes);
}, LONG);
afterAll(() => site?.remove());

test('where nothing has changed, nothing is done', { timeout: LONG }, async () => {
  const before = readFiles(site.dist);
  expect(await buildAgain(site.folder, {})).toMatch(/^Nothing has changed since the last build.*\n$/);
  expect(readFiles(site.dist)).toEqual(before);
});

test('where what has changed is in no page, pages are taken from the last build', {
  timeout: LONG,
}, async () => {
  const before = readFiles(site.dist);
  const said = await buildAgain(site.folder, edit(second, 'content/sources/bridges.bib', '@', '\n@'));
  const [, stay, all] = /(\d+) of (\d+) files stay as they are\./.exec(said) ?? [];
  expect(Number(stay)).toBeGreaterThan(30);
  expect(Number(stay)).toBeGreaterThan(Number(all) / 2);
  expect(said).not.toMatch(/made twice|\[vite\]/);
  expect(readFiles(site.dist)).toEqual(before);
});

test('an error in the content ends a build before Astro begins, with the place and the cure, and the site stays', {
  timeout: LONG,
}, async () => {
  const before = readFiles(site.dist);
  const entry = 'content/entries/loads/ice-on-stays.md';
  const sound = readFileSync(join(site.folder, entry), 'utf8');
  const broken = sound.replace('themes: [loads]', 'themes: [lodas]');
  const failure = await buildAgain(site.folder, { [entry]: broken }).catch(String);
  expect(failure).toMatch(new RegExp(`${entry}:4:10 unknown-theme .*lodas.*\\n {4}.*loads`));
  expect(failure).toMatch(/: 1 error, /);
  expect(failure).not.toContain('[build]');
  // What cannot even be read leaves nothing to be found out.
  const words = 'content/words.yaml';
  const unread = await buildAgain(site.folder, { [entry]: sound, [words]: 'Papers: "Artikel' }).catch(String);
  expect(unread).toMatch(new RegExp(`${words}:1:\\d+ yaml`));
  rmSync(join(site.folder, words));
  expect(readFiles(site.dist)).toEqual(before);
  expect(await buildAgain(site.folder, {})).toMatch(/^Nothing has changed/);
});

test.each(CHANGES.map((change, index) => [change.what, index] as const))(
  'where %s, they are as a first build makes them',
  { timeout: LONG },
  async (_, index) => {
    const before = readFiles(site.dist);
    const { files = {}, byVite = false, stay = 0, staying = [] } = CHANGES[index] ?? {};
    const writtenAt = () => staying.map((name) => statSync(join(site.dist, name)).mtimeMs);
    const written = writtenAt();
    const said = await buildAgain(site.folder, files);
    expect(said).not.toContain('made twice');
    expect(said.includes('[vite]')).toBe(byVite);
    const [, stays] = /(\d+) of \d+ files stay as they are\./.exec(said) ?? [];
    expect(Number(stays)).toBeGreaterThanOrEqual(stay);
    expect(writtenAt()).toEqual(written);
    const first = await buildSite(
      second,
      Object.assign({}, sizes, ...CHANGES.slice(0, index + 1).map(({ files }) => files)),
    );
    const [made, expected] = [readFiles(site.dist), readFiles(first.dist)];
    first.remove();
    expect([...made.keys()]).toEqual([...expected.keys()]);
    expect([...made].filter(([name, text]) => expected.get(name) !== text).map(([name]) => name)).toEqual([]);
    expect(made).not.toEqual(before);
  },
);

test('a site that somebody has touched is made anew', { timeout: LONG }, async () => {
  const before = readFiles(site.dist);
  writeFileSync(join(site.dist, 'about/index.html'), 'Nothing.');
  await buildAgain(site.folder, {});
  expect(readFiles(site.dist)).toEqual(before);
  writeFileSync(join(site.dist, 'mine.html'), 'Mine.');
  rmSync(join(site.dist, 'papers/paint-or-rust/index.html'));
  await buildAgain(site.folder, {});
  expect(readFiles(site.dist)).toEqual(before);
});

test('after a build by an earlier version, which said less, all is made anew', {
  timeout: LONG,
}, async () => {
  const before = readFiles(site.dist);
  const stamp = join(site.folder, '.cache/site.json');
  const { files, finished } = JSON.parse(readFileSync(stamp, 'utf8'));
  writeFileSync(stamp, JSON.stringify({ input: 'earlier', files, finished }));
  const said = await buildAgain(site.folder, {});
  expect(said).toMatch(/\b0 of \d+ files stay as they are\./);
  expect(said).toContain('[vite]');
  expect(readFiles(site.dist)).toEqual(before);
});

test('where what Vite has made is lost, it makes it again', { timeout: LONG }, async () => {
  const before = readFiles(site.dist);
  rmSync(join(site.folder, '.cache/bundle'), { recursive: true });
  expect(await buildAgain(site.folder, edit(second, 'content/sources/bridges.bib', '@', '\n\n@'))).toContain(
    '[vite]',
  );
  expect(readFiles(site.dist)).toEqual(before);
});

test('in CI, nothing is run or shown that a commit could have brought as what a build has made', {
  timeout: LONG,
}, async () => {
  const before = readFiles(site.dist);
  const page = join(site.dist, 'index.html');
  writeFileSync(page, 'Forged.');
  utimesSync(page, 0, 0);
  expect(await buildAgain(site.folder, {}, '/', { CI: '1' })).toContain('[vite]');
  expect(readFiles(site.dist)).toEqual(before);
  // Unless the workflow says that it has kept it itself.
  expect(await buildAgain(site.folder, {}, '/', { CI: '1', TRUST_CACHE: 'yes' })).toContain(
    'Nothing has changed',
  );
  const source = edit(second, 'content/sources/bridges.bib', '@', '\n\n\n@');
  expect(await buildAgain(site.folder, source, '/', { CI: '1', TRUST_CACHE: 'yes' })).not.toContain('[vite]');
  expect(readFiles(site.dist)).toEqual(before);
});

test('where somebody has added an integration of another make, Astro makes every build, and the next one without it', {
  timeout: LONG,
}, async () => {
  const before = readFiles(site.dist);
  const [config, head] = ['astro.config.mjs', 'src/components/page-head.astro'];
  const given = [config, head].map((name) => readFileSync(join(site.folder, name), 'utf8'));
  await buildAgain(site.folder, {
    ...edit(site.folder, config, 'integrations: [', "integrations: [\n    { name: 'another', hooks: {} },"),
    // Scripts and styles have other names then.
    ...edit(site.folder, head, '<style>', '<style>\n  h1 { color: teal; }\n'),
  });
  expect(await buildAgain(site.folder, edit(second, 'content/sources/bridges.bib', '@', '\n \n@'))).toContain(
    '[vite]',
  );
  await buildAgain(site.folder, { [config]: given[0] ?? '', [head]: given[1] ?? '' });
  expect(readFiles(site.dist)).toEqual(before);
});

test('a build that fails leaves nothing behind that the next one takes', { timeout: LONG }, async () => {
  const before = readFiles(site.dist);
  const page = 'src/pages/terms/index.astro';
  const entry = 'content/entries/loads/ice-on-stays.md';
  const [whole, text] = [page, entry].map((name) => readFileSync(join(site.folder, name), 'utf8'));
  const failing = buildAgain(site.folder, {
    [page]: `---\nthrow new Error('Not today.');\n---\n`,
    [entry]: `${text}\nAnd a sentence that goes again.\n`,
  });
  await expect(failing).rejects.toThrow('could not be built');
  await buildAgain(site.folder, { [page]: whole ?? '', [entry]: text ?? '' });
  expect(readFiles(site.dist)).toEqual(before);
});

test('an address that leads nowhere fails the build, which names it and where it stands', {
  timeout: LONG,
}, async () => {
  const before = readFiles(site.dist);
  const page = 'src/pages/papers/[slug].astro';
  const text = readFileSync(join(site.folder, page), 'utf8');
  const failing = buildAgain(site.folder, { [page]: `${text}\n<a href="/nowhere/">Nobody</a>\n` });
  await expect(failing).rejects.toThrow('papers/ice-on-stays/index.html: /nowhere/');
  await buildAgain(site.folder, { [page]: text });
  expect(readFiles(site.dist)).toEqual(before);
});

test('what somebody has put in the place of such a file stays', { timeout: LONG }, async () => {
  const given = {
    'public/papers/paint-or-rust.bib': 'Mine.',
    'public/papers/mine.bib': 'Mine as well.',
    'public/data/papers.ris': 'And mine.',
  };
  await buildAgain(site.folder, given);
  for (const [name, text] of Object.entries(given))
    expect(readFileSync(join(site.dist, name.replace('public/', '')), 'utf8')).toBe(text);
  expect(readFileSync(join(site.dist, 'papers/paint-or-rust.ris'), 'utf8')).toContain('TY  - ');
  await buildAgain(site.folder, Object.fromEntries(Object.keys(given).map((name) => [name, null])));
  expect(readFiles(site.dist).get('papers/paint-or-rust.bib')).toContain('@');
  expect(readFiles(site.dist).get('data/papers.ris')).toContain('TY  - ');
  expect(readFiles(site.dist).has('papers/mine.bib')).toBe(false);
});

test('while somebody writes, files that are no routes are served too, and a paper that comes or goes is seen', {
  timeout: LONG,
}, async () => {
  const port = await findFreePort('127.0.0.1', 4400);
  const server = serveDev(site.folder, port);
  try {
    for (const name of [
      'papers/paint-or-rust/index.html.md',
      'terms/structural-health-monitoring/index.html.md',
      ...['bib', 'ris', 'csl.json'].map((end) => `papers/paint-or-rust.${end}`),
      ...['bib', 'ris', 'csl.json', 'csv', 'md', 'json'].map((end) => `data/themes/materials.${end}`),
      ...['abstracts', 'papers', 'survey', 'survey.schema'].map((data) => `data/${data}.json`),
    ]) {
      const response = await fetchWhenReady(`http://127.0.0.1:${port}/${name}`);
      expect(response.status, name).toBe(200);
      expect(await response.text(), name).toBe(readFileSync(join(site.dist, name), 'utf8'));
    }
    const statusOf = async () => (await fetch(`http://127.0.0.1:${port}/papers/new-here/`)).status;
    const entry = join(site.folder, 'content/entries/loads/new-here.md');
    const theme = join(site.folder, 'content/themes/loads.md');
    const [ofEntry, ofTheme] = [entry.replace('new-here', 'ice-on-stays'), theme].map((file) =>
      readFileSync(file, 'utf8'),
    );
    // While its paper is not there yet, an essay that names it is wrong: it is the paper that makes the survey sound.
    writeFileSync(theme, `${ofTheme}`.replace('order:', 'also: [new-here]\norder:'));
    writeFileSync(entry, `${ofEntry}`.replace(/^key: .*\n/m, '').replace(/^title: .*$/m, 'title: New here'));
    await expect.poll(statusOf, { timeout: 30_000, interval: 500 }).toBe(200);
    writeFileSync(theme, `${ofTheme}`);
    rmSync(entry);
    await expect.poll(statusOf, { timeout: 30_000, interval: 500 }).toBe(404);
  } finally {
    server.kill();
  }
});

/** `astro dev` of a site, until it is killed. */
function serveDev(folder: string, port: number): ChildProcess {
  const args = [join(root, 'scripts', 'astro.ts'), 'dev', '--host', '127.0.0.1', '--port', `${port}`];
  return spawn(process.execPath, args, { cwd: folder, env: environment(), stdio: 'ignore' });
}

/** The answer to a request, once there is a server. */
async function fetchWhenReady(address: string): Promise<Response> {
  for (;;) {
    const response = await fetch(address).catch(() => undefined);
    if (response) return response;
    await setTimeout(200);
  }
}
