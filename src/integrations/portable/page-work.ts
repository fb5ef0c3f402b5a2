// Making pages portable, in a thread of its own: see threads.ts.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type BuiltSite, readSiteFile, type SiteFile, textOf } from '../site-files.ts';
import { makePortablePage } from './pages.ts';
import { type Bundle, describeBundle } from './scripts.ts';

/** Some pages of a site, by the names of their files. */
type Job = BuiltSite & { readonly pages: readonly string[] };

/** Portable pages, the scripts that they ask for, and which addresses on them lead nowhere. */
type Made = {
  readonly files: readonly SiteFile[];
  readonly bundles: readonly Bundle[];
  readonly missing: readonly string[];
};

const known = new Map<string, boolean>();

/** Makes some pages of a built site portable. */
export async function work({ folder, base, pages }: Job): Promise<Made> {
  const bundles = new Map<string, Bundle>();
  const site = {
    base,
    has: (name: string) => isFile(join(folder, name)),
    bundleOf: (modules: readonly string[]) => {
      const bundle = describeBundle(modules);
      bundles.set(bundle.name, bundle);
      return bundle.name;
    },
  };
  const files: SiteFile[] = [];
  const missing: string[] = [];
  for (const name of pages) {
    const page = makePortablePage(textOf(await readSiteFile(folder, name)), name, site);
    missing.push(...page.missing.map((address) => `${name}: ${address}`));
    files.push({ name, content: Buffer.from(page.html) });
  }
  return { files, bundles: [...bundles.values()], missing };
}

function isFile(path: string): boolean {
  const found = known.get(path) ?? statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  known.set(path, found);
  return found;
}
