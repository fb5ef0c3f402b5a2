// Making files portable and packing them, in a thread of its own: see threads.ts.
import { statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type BuiltSite, readSiteFile, type SiteFile, textOf } from '../site-files.ts';
import { relativeAddress, relativeStyles, type SitePaths } from './addresses.ts';
import { applyPlan, planPortablePage } from './pages.ts';
import { describeBundle } from './scripts.ts';
import { type PackedFile, pack } from './zip.ts';

/** What a file of the site becomes, and what that depends on besides the file. */
export type Portable = {
  /** The name of the file. */
  readonly source: string;
  readonly files: readonly PackedFile[];
  /** For each of its scripts, the modules of the site that it stands for. */
  readonly scripts: readonly (readonly string[])[];
  /** Files that the site was asked for, and whether it had them. */
  readonly asked: ReadonlyMap<string, boolean>;
  /** Addresses that lead nowhere. */
  readonly missing: readonly string[];
};

/** Some files of a site, by their names. */
type Job = BuiltSite & { readonly items: readonly string[] };

const known = new Map<string, boolean>();

/** Makes some files of a built site portable. */
export function work({ folder, base, items }: Job): Portable[] {
  const site = { base, has: (name: string) => isFile(join(folder, name)) };
  return items.map((source) => makePortable(folder, source, site));
}

/** Makes a file of a site in this folder portable. */
export function makePortable(folder: string, source: string, site: SitePaths): Portable {
  const asked = new Map<string, boolean>();
  const has = (name: string) => {
    const isThere = site.has(name);
    asked.set(name, isThere);
    return isThere;
  };
  return { source, asked, ...makeForm(readSiteFile(folder, source), { ...site, has }) };
}

function makeForm(file: SiteFile, site: SitePaths): Omit<Portable, 'source' | 'asked'> {
  if (extname(file.name) === '.html') return makePage(file, site);
  const files = makeFiles(file, site).map(({ name, content }) => pack(name, content));
  return { files, scripts: [], missing: [] };
}

function makePage(file: SiteFile, site: SitePaths): Omit<Portable, 'source' | 'asked'> {
  const { name } = file;
  const html = textOf(file);
  const scripts: (readonly string[])[] = [];
  const bundleOf = (modules: readonly string[]) => {
    scripts.push(modules);
    return describeBundle(modules).name;
  };
  const plan = planPortablePage(html, name, { ...site, bundleOf });
  return { files: [pack(name, Buffer.from(applyPlan(html, plan)))], scripts, missing: plan.missing };
}

/** Data for people and their programs, which no script of a page asks for. */
const FOR_READERS = /^data\/survey(?:\.schema)?\.json$/;
/** Data for scripts, which nobody else asks for. */
const FOR_SCRIPTS = /^(?:pagefind|search|data\/(?:rows|pieces))\//;
const TEXT = /\.(?:json|txt)$/;

/** What a file that is no page becomes: what scripts ask for is, or has beside it, a script that hands it over. */
function makeFiles(file: SiteFile, site: SitePaths): readonly SiteFile[] {
  const { name } = file;
  if (extname(name) === '.css')
    return [{ name, content: Buffer.from(relativeStyles(textOf(file), name, site)) }];
  const isJson = extname(name) === '.json' && !name.startsWith('pagefind/');
  const data = isJson ? { name, content: Buffer.from(relativeData(textOf(file), name, site)) } : file;
  if (FOR_SCRIPTS.test(name)) return [scriptThatGives(data)];
  return isJson && !FOR_READERS.test(name) ? [data, scriptThatGives(data)] : [data];
}

/** See src/client/portable.ts, which runs it. */
function scriptThatGives(file: SiteFile): SiteFile {
  const { name, content } = file;
  const given = TEXT.test(name) ? `${quote(textOf(file))},1` : `"${Buffer.from(content).toString('base64')}"`;
  return { name: `${name}.js`, content: Buffer.from(`__portable.give(${JSON.stringify(name)},${given});`) };
}

/** A text as a script has it. Between single quotes JSON stays as it is, nearly. */
function quote(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `'${escaped}'`;
}

/** A text of JSON that begins with a slash, and is no name; a quotation mark within a text has a backslash before it. */
const ROOTED = /(?<!\\)"(\/(?:[^"\\]|\\.)*)"(?!\s*:)/g;

/** Data whose addresses of pages are those of files, seen from the file that they stand in. */
export function relativeData(json: string, name: string, site: SitePaths): string {
  return json.replace(ROOTED, (text) => {
    const address = relativeAddress(JSON.parse(text), name, site);
    return address === undefined ? text : JSON.stringify(address);
  });
}

/** Whether there is a file, or was when somebody asked first. */
export function isFile(path: string): boolean {
  const found = known.get(path) ?? statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  known.set(path, found);
  return found;
}
