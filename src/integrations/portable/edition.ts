// The portable edition: the built site as files that a browser opens by double click, without a server or a network.
import { extname } from 'node:path';
import { WORDS_FILE } from '../../search/lexicon.ts';
import { listFiles, readSiteFile, type SiteFile, selectForReaders } from '../site-files.ts';
import { relativeAddress, relativeStyles, type SitePaths } from './addresses.ts';
import { makePortablePage } from './pages.ts';
import { type Bundle, bundleModules, bundlePagefind, describeBundle } from './scripts.ts';

/** A built site: its folder, and the path that it is served under, with a slash at both ends. */
export type BuiltSite = { readonly folder: string; readonly base: string };

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
 * Fails, naming all of them, if addresses on its pages lead to no file.
 */
export async function* makePortableEdition({ folder, base }: BuiltSite): AsyncGenerator<SiteFile> {
  const names = await listFiles(folder);
  const known = new Set(names);
  const site: SitePaths = { base, has: (name) => known.has(name) };
  const bundles = new Map<string, Bundle>();
  const bundleOf = (modules: readonly string[]) => {
    const bundle = describeBundle(modules);
    bundles.set(bundle.name, bundle);
    return bundle.name;
  };
  const missing: string[] = [];
  for (const name of selectForReaders(names)) {
    if (LEFT_OUT.some((pattern) => pattern.test(name))) continue;
    const file = await readSiteFile(folder, name);
    if (name.endsWith('.html')) {
      const page = makePortablePage(textOf(file), name, { ...site, bundleOf });
      missing.push(...page.missing.map((address) => `${name}: ${address}`));
      yield { name, content: Buffer.from(page.html) };
    } else yield* makePortableFile(file, site);
  }
  if (missing.length > 0) throw new Error(`These addresses lead nowhere:\n  ${missing.join('\n  ')}`);
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

function textOf({ content }: SiteFile): string {
  return Buffer.from(content).toString('utf8');
}
