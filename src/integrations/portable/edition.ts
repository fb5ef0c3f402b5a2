// The portable edition: the built site as files that a browser opens by double click, without a server or a network.
import { type BuiltSite, byBuild, selectForReaders } from '../site-files.ts';
import { inThreads } from '../threads.ts';
import type { SitePaths } from './addresses.ts';
import { type Bundle, bundleModules, bundlePagefind, describeBundle } from './scripts.ts';
import { makePortable, type Portable, type work } from './work.ts';
import { pack } from './zip.ts';

const WORK = new URL('work.ts', import.meta.url);

/** So many files are made by threads: to begin one takes half a second. */
const WORTH_THREADS = 200;

const README = `Unpack the whole folder first, then open index.html in a browser. Everything works without a network, search included.
`;

const LEFT_OUT: readonly RegExp[] = [
  /^404\.html$/, // Without a server nobody asks for what is not there.
  /\.webmanifest$/,
  /^icon-[^/]+\.png$/,
  // Modules are made anew, as classic scripts.
  /^_astro\/(?!.+\.classic\.).+\.js$/,
  /^pagefind\/pagefind(?:-worker)?\.js$/,
];

/** The names of the files of a built site that the edition has in a form of its own, in the order that they have there. */
export function selectForEdition(names: readonly string[]): string[] {
  return selectForReaders(names)
    .filter((name) => !LEFT_OUT.some((pattern) => pattern.test(name)))
    .toSorted(byBuild);
}

/** What an earlier edition has of files that would be made in the same way, on a site that has certain files. */
export type Earlier = {
  readonly has: (source: string, site: Pick<SitePaths, 'has'>) => boolean;
  readonly read: (source: string) => Portable;
  /** A file that stands for none of the site, by its name in the edition. */
  readonly readOwn: (name: string) => Portable | undefined;
};

/** What has to be known of a file that is in the edition already. */
export type Ahead = Pick<Portable, 'source' | 'scripts' | 'missing'>;

/**
 * What the edition is made of, file after file: of a large survey they do not fit in memory together. `names` are those of
 * all files of the site; those that are made ahead are passed over. Fails, naming all of them, if addresses lead to no file.
 */
export async function* makePortableEdition(
  site: BuiltSite,
  names: readonly string[],
  { earlier, ahead = [] }: { readonly earlier?: Earlier | undefined; readonly ahead?: readonly Ahead[] } = {},
): AsyncGenerator<Portable> {
  const there = new Set(names);
  const isAhead = new Set(ahead.map(({ source }) => source));
  const sources = selectForEdition(names).filter((source) => !isAhead.has(source));
  const isFresh = new Set(sources.filter((source) => !earlier?.has(source, there)));
  const fresh = makeAll([...isFresh], site, there);
  const bundles = new Map<string, Bundle>();
  const missing: string[] = [];
  const note = (made: Ahead) => {
    for (const modules of made.scripts) {
      const bundle = describeBundle(modules);
      bundles.set(bundle.name, bundle);
    }
    missing.push(...made.missing.map((address) => `${made.source}: ${address}`));
  };
  for (const made of ahead) note(made);
  try {
    for (const source of sources) {
      const made = isFresh.has(source) ? (await fresh.next()).value : earlier?.read(source);
      if (!made) throw new Error(`${source} was not made.`);
      note(made);
      yield made;
    }
  } finally {
    await fresh.return(undefined);
  }
  if (missing.length > 0) throw new Error(`These addresses lead nowhere:\n  ${missing.join('\n  ')}`);
  // Modules are named by what is in them, so that the name of a bundle tells that as well; Pagefind is part of the software.
  const own = async (name: string, make: () => string | Promise<string>) =>
    earlier?.readOwn(name) ?? ownFile(name, await make());
  yield own('README.txt', () => README);
  for (const bundle of bundles.values()) yield own(bundle.name, () => bundleModules(site.folder, bundle));
  yield own('portable/pagefind.js', () => bundlePagefind(site.folder));
}

/** Makes some files portable; `there` are the files of the site. */
async function* makeAll(
  sources: readonly string[],
  site: BuiltSite,
  there: ReadonlySet<string>,
): AsyncGenerator<Portable, undefined> {
  if (sources.length >= WORTH_THREADS)
    for await (const some of inThreads<typeof work>(WORK, sources, site)) yield* some;
  else
    for (const source of sources)
      yield makePortable(site.folder, source, { base: site.base, has: (name) => there.has(name) });
}

/** A file that stands for none of the site. */
function ownFile(name: string, text: string): Portable {
  return { source: '', files: [pack(name, Buffer.from(text))], scripts: [], asked: new Map(), missing: [] };
}
