// Libraries for search in the page, each with the settings that its documentation begins with: title and text, results by
// relevance, beginnings of words where it offers them.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { Entry } from '../../../src/core/schema/entry.ts';
import { EMPTY_STATE } from '../../../src/search/state.ts';
import { openEngine } from '../../commands/search.ts';
import { versionOf } from '../machine.ts';
import { OURS, type Row, type Values } from '../results.ts';
import { folderOf, installPackages } from './peer.ts';

type Document = { readonly id: string; readonly title: string; readonly text: string };
/** An index in memory, which is empty at first; `save` makes of it what a page would load. */
type Index = {
  readonly add: (documents: readonly Document[]) => unknown;
  readonly search: (query: string) => unknown;
  readonly save: () => string | Promise<string>;
  readonly load: (saved: string) => unknown;
};
/** `version` is absent for what the project has itself; `create` takes what the package exports. */
type Library = {
  readonly name: string;
  readonly package: string;
  readonly version?: string;
  readonly create: (exports: never) => Index;
};

const LIMIT = 10;
const FIELDS = ['title', 'text'];

const miniSearch: Library = {
  name: 'MiniSearch',
  package: 'minisearch',
  create: () => {
    const options = { fields: FIELDS };
    let index = new MiniSearch<Document>(options);
    return {
      add: (documents) => index.addAll(documents),
      search: (query) => index.search(query, { boost: { title: 2 }, prefix: true, fuzzy: 0.2 }),
      save: () => JSON.stringify(index),
      load: (saved) => {
        index = MiniSearch.loadJSON(saved, options);
      },
    };
  },
};

type FlexDocument = {
  readonly add: (document: Document) => void;
  readonly search: (query: string, options: object) => unknown;
  readonly export: (write: (key: string, data: unknown) => void) => unknown;
  readonly import: (key: string, data: unknown) => void;
};
const flexSearch: Library = {
  name: 'FlexSearch',
  package: 'flexsearch',
  version: '0.8.212',
  create: ({ Document: Made }: { Document: new (options: object) => FlexDocument }) => {
    const index = new Made({ document: { id: 'id', index: FIELDS }, tokenize: 'forward' });
    return {
      add: (documents) => {
        for (const document of documents) index.add(document);
      },
      search: (query) => index.search(query, { limit: LIMIT, suggest: true }),
      save: async () => {
        const parts: [string, unknown][] = [];
        await index.export((key, data) => void parts.push([key, data]));
        return JSON.stringify(parts);
      },
      load: (saved) => {
        for (const [key, data] of JSON.parse(saved)) index.import(key, data);
      },
    };
  },
};

type Orama = {
  readonly create: (options: object) => object;
  readonly insertMultiple: (index: object, documents: readonly Document[]) => Promise<unknown>;
  readonly search: (index: object, options: object) => unknown;
  readonly save: (index: object) => object;
  readonly load: (index: object, saved: object) => void;
};
const orama: Library = {
  name: 'Orama',
  package: '@orama/orama',
  version: '3.1.18',
  create: ({ create, insertMultiple, search, save, load }: Orama) => {
    const index = create({ schema: { id: 'string', title: 'string', text: 'string' } });
    return {
      add: (documents) => insertMultiple(index, documents),
      search: (term) => search(index, { term, limit: LIMIT, properties: FIELDS }),
      save: () => JSON.stringify(save(index)),
      load: (saved) => load(index, JSON.parse(saved)),
    };
  },
};

type LunrBuilder = { ref(name: string): void; field(name: string): void; add(document: Document): void };
type LunrIndex = { readonly query: (fill: (query: { term: (words: object) => void }) => void) => unknown };
type Lunr = ((fill: (this: LunrBuilder) => void) => LunrIndex) & {
  readonly Index: { readonly load: (saved: object) => LunrIndex };
  readonly tokenizer: (text: string) => object;
};
const lunr: Library = {
  name: 'lunr',
  package: 'lunr',
  version: '2.3.9',
  create: (make: Lunr) => {
    let index: LunrIndex | undefined;
    return {
      add: (documents) => {
        index = make(function () {
          this.ref('id');
          for (const field of FIELDS) this.field(field);
          for (const document of documents) this.add(document);
        });
      },
      // Words go in as such: `:` and `^` in a query are signs to it.
      search: (text) => index?.query((query) => query.term(make.tokenizer(text))),
      save: () => JSON.stringify(index),
      load: (saved) => {
        index = make.Index.load(JSON.parse(saved));
      },
    };
  },
};

const LIBRARIES = [miniSearch, flexSearch, orama, lunr];

/** Measures each library on the same papers and queries; one that cannot be had is told and left out. */
export async function measureLibraries(
  entries: readonly Entry[],
  queries: readonly string[],
  tell: (text: string) => void,
): Promise<Row[]> {
  const folder = folderOf('search');
  const wanted = LIBRARIES.flatMap(({ package: name, version }) => (version ? [[name, version]] : []));
  const problem = await installPackages(folder, Object.fromEntries(wanted));
  const documents = entries.map(({ slug, fields, text }) => ({ id: slug, title: fields.title, text }));
  const require = createRequire(resolve(folder, 'package.json'));
  const rows: Row[] = [];
  for (const library of LIBRARIES) {
    const isSkipped = problem !== undefined && library.version !== undefined;
    tell(isSkipped ? `${library.name} skipped: ${problem}` : library.name);
    if (isSkipped) continue;
    const create = () => library.create(require(library.package) as never);
    const version = library.version ?? versionOf('node_modules', library.package) ?? '?';
    const values = await measureLibrary(create, documents, queries);
    rows.push({ subject: library.name, version, papers: entries.length, values });
  }
  return rows;
}

async function measureLibrary(
  create: () => Index,
  documents: readonly Document[],
  queries: readonly string[],
): Promise<Values> {
  const start = performance.now();
  const index = create();
  await index.add(documents);
  const build = (performance.now() - start) / 1000;
  const saved = await index.save();
  const load = async () => {
    const loaded = create();
    await loaded.load(saved);
    return loaded;
  };
  const size = gzipSync(saved, { level: 9 }).length;
  return { build: [build], size: [size], ...(await measureQueries(load, queries)) };
}

/** Our own search in Node, on the index of a site of the same papers; `costs` are those of making it. */
export async function measureOwnSearch(
  site: string,
  papers: number,
  queries: readonly string[],
  costs: Readonly<Record<string, number>>,
): Promise<Row> {
  const load = async () => {
    const engine = await openEngine(join(site, 'pagefind'));
    return { search: (query: string) => engine.search({ ...EMPTY_STATE, query }, LIMIT) };
  };
  const made = { build: [costs['index'] ?? 0], size: [costs['indexBytes'] ?? 0] };
  return { subject: OURS, papers, values: { ...made, ...(await measureQueries(load, queries)) } };
}

/** Milliseconds: until an index is there and has answered a first query, and of each query after that. */
async function measureQueries(
  load: () => Promise<Pick<Index, 'search'>>,
  queries: readonly string[],
): Promise<Values> {
  const start = performance.now();
  const index = await load();
  await index.search('bees');
  const ready = performance.now() - start;
  const times: number[] = [];
  for (const query of queries) {
    const asked = performance.now();
    await index.search(query);
    times.push(performance.now() - asked);
  }
  return { ready: [ready], query: times };
}
