// What stands in for a server where the survey is opened from a folder: a browser fetches no file from a file, but it
// runs a script that lies beside the page. So each file that scripts ask for lies there as a script, too, which hands
// over its bytes. See src/integrations/portable/, which makes those, and puts this first in every script of a page.
import type { Pagefind, PagefindAnswer, PagefindResult } from '../search/pagefind.ts';

/** What the scripts of the portable edition find under `__portable`. */
type Portable = {
  /** Called by the script of a file: its path below the root, and its text, or its bytes in Base64. */
  readonly give: (name: string, content: string, isText?: 1) => void;
  /** In place of the browser's own, which refuses files. */
  readonly fetch: (address: string | URL | Request) => Promise<Response>;
  readonly pagefindAddress: string;
  /** Put here by `portable/pagefind.js`. */
  pagefindModule?: Pagefind;
};

/** This script lies one folder below the root. */
const root = new URL('..', (document.currentScript as HTMLScriptElement).src).href;
const given = new Map<string, string | Uint8Array<ArrayBuffer>>();
let pagefind: Promise<Pagefind> | undefined;

const portable: Portable = {
  give: (name, content, isText) => given.set(name, isText ? content : decode(content)),
  fetch: fetchFile,
  pagefindAddress: `${root}pagefind/pagefind.js`,
};

Object.assign(globalThis, {
  __portable: portable,
  __portablePagefind: () => (pagefind ??= loadPagefind()),
});

async function fetchFile(address: string | URL | Request): Promise<Response> {
  const { href } = new URL(address instanceof Request ? address.url : address, document.baseURI);
  const name = href.slice(root.length).replace(/[?#].*$/, '');
  if (!href.startsWith(root)) throw new TypeError(`${href} is not a file of this survey.`);
  await runScript(`${name}.js`);
  const content = given.get(decodeURI(name));
  given.delete(decodeURI(name));
  return content === undefined ? new Response(null, { status: 404 }) : new Response(content);
}

function runScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = root + name;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new TypeError(`${name} is missing.`)));
    document.head.append(script);
    // It runs all the same, and nobody needs it afterwards.
    script.remove();
  });
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Pagefind, whose results lead to files. */
async function loadPagefind(): Promise<Pagefind> {
  await runScript('portable/pagefind.js');
  const module = portable.pagefindModule;
  if (!module) throw new Error('portable/pagefind.js has no Pagefind.');
  return {
    ...module,
    // Its worker would be a file of its own, which browsers refuse, and would not know what stands in for the server.
    options: (options) => module.options({ ...options, baseUrl: '/', noWorker: true }),
    search: async (...args) => leadToFiles(await module.search(...args)),
  };
}

function leadToFiles(answer: PagefindAnswer): PagefindAnswer {
  return { ...answer, results: answer.results.map(leadToFile) };
}

function leadToFile(result: PagefindResult): PagefindResult {
  const data = async () => {
    const fragment = await result.data();
    // "/papers/hive/" -> ".../papers/hive/index.html"
    const [, path = '', tail = ''] = /^\/?([^?#]*)(.*)$/s.exec(fragment.url) ?? [];
    return {
      ...fragment,
      url: `${root}${path}${path === '' || path.endsWith('/') ? 'index.html' : ''}${tail}`,
    };
  };
  return { ...result, data };
}
