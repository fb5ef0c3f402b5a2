// The portable edition as files: whatever it refers to lies beside it.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePortableEdition } from '../../src/integrations/portable/edition.ts';
import { writeZip } from '../../src/integrations/portable/write.ts';
import { listFiles } from '../../src/integrations/site-files.ts';
import { createUrls } from '../../src/site/urls.ts';
import { type PortableFolder, unpackPortableEdition } from '../portable-folder.ts';
import { readHtml } from './html.ts';

let portable: PortableFolder;
beforeAll(async () => {
  portable = await unpackPortableEdition();
});
afterAll(() => portable.remove());

const read = (name: string) => readFileSync(join(portable.folder, name), 'utf8');

test('every link, form, script, style and picture of every page is a file of the edition', () => {
  const pages = portable.names.filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(50);
  const lost = pages.flatMap((name) => {
    const { links, files } = readHtml(read(name));
    return [...links, ...files]
      .filter((address) => !/^(?:https?:|mailto:|#|\?)/.test(address))
      .map((address) => posix.join(posix.dirname(name), decodeURI(address.replace(/[?#].*$/, ''))))
      .filter(
        (file) =>
          !existsSync(join(portable.folder, file)) || statSync(join(portable.folder, file)).isDirectory(),
      )
      .map((file) => `${name}: ${file}`);
  });
  expect(lost).toEqual([]);
});

test('no page loads a module, nor anything from elsewhere', () => {
  const pages = portable.names.filter((name) => name.endsWith('.html')).map((name) => readHtml(read(name)));
  expect(pages.filter(({ html }) => html.includes('type="module"'))).toEqual([]);
  expect(pages.flatMap(({ files }) => files).filter((file) => /^(?:[a-z]+:|\/)/.test(file))).toEqual([]);
});

test('what scripts ask for is handed over as it is, and nothing that none asks for', () => {
  const given = new Map<string, string>();
  const give = (name: string, content: string, isText?: 1) => {
    given.set(name, isText ? content : Buffer.from(content, 'base64').toString('latin1'));
  };
  const ofData = portable.names.filter((name) => /\.(?:json|txt|wasm|pf_\w+|pagefind)\.js$/.test(name));
  for (const name of ofData) new Function('__portable', read(name))({ give });
  expect(ofData).toEqual([...given.keys()].map((name) => `${name}.js`));
  const words = 'search/words.txt';
  expect(given.get(words)).toBe(readFileSync(join('dist', words), 'utf8'));
  for (const name of ['data/papers.json', 'data/abstracts.json']) expect(given.get(name)).toBe(read(name));
  expect(JSON.parse(given.get('search/lexicon.json') ?? '')).toHaveProperty('terms');
  const [chunk = ''] = [...given.keys()].filter((name) => name.endsWith('.pf_index'));
  expect(given.get(chunk)).toBe(readFileSync(join('dist', chunk), 'latin1'));
  expect(portable.names).toContain('data/survey.json');
  for (const name of ['data/survey.json', 'data/survey.schema.json']) expect(given.has(name)).toBe(false);
});

test('the site says how large it is', () => {
  const [zip = ''] = readdirSync('dist').filter((name) => name.endsWith('.zip'));
  const size = `${(statSync(join('dist', zip)).size / 1e6).toFixed(1)} MB`;
  expect(readHtml(readFileSync('dist/offline/index.html', 'utf8')).text).toContain(`${zip} (${size})`);
});

test('the same site gives the same bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-zip-'));
  const base = createUrls(process.env['BASE_PATH'] ?? '/').home();
  const digests = [];
  for (const name of ['a.zip', 'b.zip']) {
    const path = join(folder, name);
    const edition = makePortableEdition({ folder: 'dist', base }, await listFiles('dist'));
    await writeZip(path, 'survey', edition);
    digests.push(createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  expect(digests[0]).toBe(digests[1]);
  rmSync(folder, { recursive: true });
});

test('the command writes the folder and the zip that the site offers', async () => {
  const out = mkdtempSync(join(tmpdir(), 'conspectus-export-'));
  const { stdout } = await promisify(execFile)(process.execPath, [
    'scripts/conspectus.ts',
    'export',
    'portable',
    '--out',
    out,
  ]);
  const [zip = ''] = readdirSync('dist').filter((name) => name.endsWith('.zip'));
  expect(readFileSync(join(out, zip)).equals(readFileSync(join('dist', zip)))).toBe(true);
  const index = join(zip.replace('.zip', ''), 'index.html');
  expect(readFileSync(join(out, index), 'utf8')).toBe(read('index.html'));
  expect(stdout).toContain(index);
  rmSync(out, { recursive: true });
});
