// conspectus fetch against a local server that answers as public interfaces do: well, late, wrongly and not at all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeMadeUpSurvey } from '../../scripts/bench/made-up-survey.ts';
import { MANNERS, makePoliteFetch } from '../../scripts/fetch/polite.ts';
import { listFiles } from '../../src/catalog/files.ts';

type Reply = (response: ServerResponse) => void;

const ATOM = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>http://arxiv.org/api/x</id>
  <entry>
    <id>http://arxiv.org/abs/2501.01234v1</id>
    <published>2025-01-08T12:00:00Z</published>
    <title>Nest Choice: How Swarms Vote</title>
    <summary>Swarms of bees choose among nest sites by counting scouts.</summary>
    <author><name>Ada Byron</name></author>
  </entry>
</feed>
`;
const ERROR = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/api/y</id>
<entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title><summary>incorrect id</summary></entry></feed>`;

const ok =
  (text: string): Reply =>
  (response) =>
    response.end(text);
const status =
  (code: number, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(code, headers);
    response.end();
  };

let server: Server;
let address = '';
/** What the server answers, in turn; the last goes on. */
let replies: Reply[] = [];
let asked: { url: string; agent: string; at: number }[] = [];
let root = '';

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', agent: request.headers['user-agent'] ?? '', at: Date.now() });
    (replies.length > 1 ? replies.shift() : replies[0])?.(response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  root = mkdtempSync(join(tmpdir(), 'conspectus-fetch-'));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(root, { recursive: true, force: true });
});

describe('asking politely', () => {
  const ask = (more: Partial<typeof MANNERS> = {}) =>
    makePoliteFetch({ ...MANNERS, pause: 0, backoff: 5, timeout: 300, cache: join(root, 'cache'), ...more });

  test('says who asks, and asks nothing twice', async () => {
    replies = [ok('bees')];
    const first = ask();
    expect(await first(address)).toEqual({ text: 'bees', isKept: false });
    expect(await first(address)).toEqual({ text: 'bees', isKept: true });
    expect(await ask({ isOffline: true })(address)).toEqual({ text: 'bees', isKept: true });
    expect(asked.map(({ agent }) => agent)).toEqual([expect.stringMatching(/^Conspectus/)]);
  });

  test('asks again for what is old, and offline for nothing', async () => {
    replies = [ok('bees'), ok('more bees')];
    await ask()(address);
    expect(await ask({ maxAge: -1 })(address)).toEqual({ text: 'more bees', isKept: false });
    const answer = await ask({ isOffline: true })(`${address}/other`);
    expect(answer).toEqual({
      problem: expect.stringContaining('was not asked for before. Leave out --offline'),
    });
    expect(asked).toHaveLength(2);
  });

  test('waits between two requests', async () => {
    replies = [ok('bees')];
    const slow = ask({ pause: 150 });
    await slow(`${address}/a`);
    await slow(`${address}/b`);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(140);
  });

  test.each([429, 500, 503])('tries again after status %d', async (code) => {
    replies = [status(code), status(code), ok('bees')];
    expect(await ask()(address)).toMatchObject({ text: 'bees' });
    expect(asked).toHaveLength(3);
  });

  test('waits as long as the server says', async () => {
    replies = [status(429, { 'retry-after': '1' }), ok('bees')];
    await ask()(address);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(950);
  });

  test('gives up where there is nothing, at once; and after some tries where nothing comes', async () => {
    replies = [status(404)];
    expect(await ask()(address)).toEqual({ problem: expect.stringContaining('status 404. Check the id') });
    expect(asked).toHaveLength(1);
    replies = [() => {}];
    expect(await ask({ timeout: 50, retries: 2 })(`${address}/slow`)).toEqual({
      problem: expect.stringContaining('did not answer within 0.05 s'),
    });
    expect(asked).toHaveLength(4);
    expect(await ask({ retries: 0 })('http://127.0.0.1:9/')).toEqual({
      problem: expect.stringContaining('cannot be reached'),
    });
  });

  test('takes no answer without end, and keeps none that broke off', async () => {
    replies = [ok('x'.repeat(5000))];
    expect(await ask({ maxBytes: 1000 })(address)).toEqual({
      problem: expect.stringContaining('more than 1000 bytes'),
    });
    replies = [
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
      },
    ];
    expect(await ask({ retries: 0 })(`${address}/cut`)).toHaveProperty('problem');
    expect(await ask({ isOffline: true })(`${address}/cut`)).toHaveProperty('problem');
  });
});

describe('the command', { timeout: 60_000 }, () => {
  beforeEach(() => writeMadeUpSurvey(root));

  function run(...args: string[]): Promise<{ code: number | null; output: string }> {
    const command = resolve(import.meta.dirname, '../../scripts/conspectus.ts');
    const env = { ...process.env, CONSPECTUS_FETCH_SERVER: address, CONSPECTUS_FETCH_PAUSE: '5' };
    const child = spawn(process.execPath, [command, 'fetch', ...args], { cwd: root, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    return new Promise((done) => child.on('close', (code) => done({ code, output })));
  }

  test('makes an entry of a paper of arXiv, and the answer a source; again, it changes nothing', async () => {
    replies = [ok(ATOM)];
    expect(await run('arxiv:2501.01234')).toMatchObject({ code: 0 });
    const [entry = ''] = await listFiles(root, 'content/entries');
    const text = readFileSync(join(root, entry), 'utf8');
    expect(text).toContain('arxiv: "2501.01234"');
    expect(text).toContain('Ada Byron');
    const [source = ''] = readdirSync(join(root, 'content/sources')).filter((name) => name.endsWith('.xml'));
    expect(source).toMatch(/^\d{4}-\d\d-\d\d-arxiv-2501\.01234\.xml$/);
    expect(readFileSync(join(root, 'content/survey.yaml'), 'utf8')).toContain('arXiv API, by id: 2501.01234');
    expect((await run('arxiv:2501.01234', '--offline')).output).toMatch(/unchanged +1/);
    expect(asked.map(({ url }) => url)).toEqual(['/arxiv?id_list=2501.01234&max_results=1']);
    expect(readFileSync(join(root, entry), 'utf8')).toBe(text);
  });

  test.each([
    ['an answer without papers', ERROR, 'gave no paper'],
    ['a page for people', '<html><body>Sorry</body></html>', 'gave no paper'],
    ['nothing', '', 'gave no paper'],
  ])('%s is told, and nothing is written', async (_, text, message) => {
    replies = [ok(text)];
    const { code, output } = await run('arxiv:2501.01234');
    expect([code, output]).toEqual([2, expect.stringContaining(message)]);
    expect(await listFiles(root, 'content/entries')).toEqual([]);
  });

  test('an answer that is cut in the middle of a paper gives what is whole, and says what is not', async () => {
    replies = [ok(ATOM.replace('</feed>', '<entry><id>http://arxiv.org/abs/2501.99999v1</id><title>Half'))];
    const { code, output } = await run('arxiv:2501.01234');
    expect(code).toBe(1);
    expect(output).toMatch(/\.xml:\d+:\d+/);
    expect(await listFiles(root, 'content/entries')).toHaveLength(1);
  });

  test('what cannot be fetched is told before anybody is asked', async () => {
    replies = [ok(ATOM)];
    const { code, output } = await run('arxiv:2501.01234', 'some bees');
    expect([code, output]).toEqual([
      2,
      expect.stringContaining('“some bees” is nothing that can be fetched'),
    ]);
    expect(asked).toEqual([]);
  });
});
