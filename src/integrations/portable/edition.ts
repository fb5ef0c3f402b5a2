// The portable edition: the built site as files that a browser opens by double click, without a server or a network.
import { extname } from 'node:path';
import { WORDS_FILE } from '../../search/lexicon.ts';
import {
  type BuiltSite,
  listFiles,
  readSiteFile,
  type SiteFile,
  selectForReaders,
  textOf,
} from '../site-files.ts';
import { inThreads } from '../threads.ts';
import { relativeAddress, relativeStyles, type SitePaths } from './addresses.ts';
import type { PlanCache, work } from './page-work.ts';
import { type Bundle, bundleModules, bundlePagefind } from './scripts.ts';

const PAGE_WORK = new URL('page-work.ts', import.meta.url);

const README = `Unpack the whole folder first, then open index.html in a browser. Everything works without a network, search included.
`;

const LEFT_OUT: readonly RegExp[] = [
  /^404\.html$/, // Without a server nobody asks for what is not there.
  /\.webmanifest$/,
  /^icon-[^/]+\.png$/,
  // Made anew, as classic scripts.
  /^_astro\/.+\.js$/,
  /^pagefind\/pagefind(?:-worker)?\.js$/,
];

/**
 * The files of the portable edition, one after the other: of a large survey they do not fit in memory together.
 * `plans` is where pages that are the same as in an earlier build are found. Fails, naming all of them, if addresses on its pages lead to no file.
 */
export async function* makePortableEdition(
  { folder, base }: BuiltSite,
  plans?: PlanCache,
): AsyncGenerator<SiteFile> {
  const names = await listFiles(folder);
  const kept = selectForReaders(names).filter((name) => !LEFT_OUT.some((pattern) => pattern.test(name)));
  const pages = kept.filter((name) => name.endsWith('.html'));
  const bundles = new Map<string, Bundle>();
  const missing: string[] = [];
  for await (const made of inThreads<typeof work>(PAGE_WORK, pages, { folder, base, plans })) {
    yield* made.files;
    for (const bundle of made.bundles) bundles.set(bundle.name, bundle);
    missing.push(...made.missing);
  }
  if (missing.length > 0) throw new Error(`These addresses lead nowhere:\n  ${missing.join('\n  ')}`);
  const known = new Set(names);
  const site: SitePaths = { base, has: (name) => known.has(name) };
  for (const name of kept)
    if (!name.endsWith('.html')) yield* makePortableFile(await readSiteFile(folder, name), site);
  yield { name: 'README.txt', content: Buffer.from(README) };
  for (const bundle of bundles.values())
    yield { name: bundle.name, content: Buffer.from(await bundleModules(folder, bundle)) };
  yield { name: 'portable/pagefind.js', content: Buffer.from(await bundlePagefind(folder)) };
}

/** What a file that is no page becomes: what scripts ask for is, or has beside it, a script that hands it over. */
function makePortableFile(file: SiteFile, site: SitePaths): readonly SiteFile[] {
  const { name } = file;
  if (extname(name) === '.css')
    return [{ name, content: Buffer.from(relativeStyles(textOf(file), name, site)) }];
  if (name.startsWith('pagefind/') || name === WORDS_FILE) return [scriptThatGives(file)];
  if (extname(name) !== '.json') return [file];
  const data = { name, content: Buffer.from(relativeData(textOf(file), name, site)) };
  return [data, scriptThatGives(data)];
}

/** See src/client/portable.ts, which runs it. */
function scriptThatGives({ name, content }: SiteFile): SiteFile {
  const bytes = Buffer.from(content).toString('base64');
  return { name: `${name}.js`, content: Buffer.from(`__portable.give(${JSON.stringify(name)},"${bytes}");`) };
}

/** Data whose addresses of pages are those of files, seen from the file that they stand in. */
function relativeData(json: string, name: string, site: SitePaths): string {
  const visit = (_: string, value: unknown) =>
    typeof value === 'string' && value.startsWith('/')
      ? (relativeAddress(value, name, site) ?? value)
      : value;
  return JSON.stringify(JSON.parse(json, visit));
}
