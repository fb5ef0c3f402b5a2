// Making pages portable, in a thread of its own: see threads.ts.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { makeOnce } from '../made-once.ts';
import { type BuiltSite, readSiteFile, type SiteFile, textOf } from '../site-files.ts';
import type { SitePaths } from './addresses.ts';
import { applyPlan, type PortablePlan, planPortablePage } from './pages.ts';
import { type Bundle, describeBundle } from './scripts.ts';

/** Where plans of pages are kept from one build to the next, and the fingerprint of the software that made them. */
export type PlanCache = { readonly cache: string; readonly software: string };

/** Some pages of a site, by the names of their files. */
type Job = BuiltSite & { readonly pages: readonly string[]; readonly plans?: PlanCache | undefined };

/** Portable pages, the scripts that they ask for, and which addresses on them lead nowhere. */
type Made = {
  readonly files: readonly SiteFile[];
  readonly bundles: readonly Bundle[];
  readonly missing: readonly string[];
};

/** A plan with what it depends on besides the page: which files the site was asked for, and whether it had them. */
type Planned = {
  readonly plan: PortablePlan;
  readonly asked: readonly (readonly [name: string, isThere: boolean])[];
  readonly bundles: readonly Bundle[];
};

const known = new Map<string, boolean>();

/** Makes some pages of a built site portable. */
export async function work({ folder, base, pages, plans }: Job): Promise<Made> {
  const has = (name: string) => isFile(join(folder, name));
  const files: SiteFile[] = [];
  const bundles = new Map<string, Bundle>();
  const missing: string[] = [];
  for (const name of pages) {
    const html = textOf(await readSiteFile(folder, name));
    const { plan, bundles: own } = await planOnce(html, name, { base, has }, plans);
    for (const bundle of own) bundles.set(bundle.name, bundle);
    missing.push(...plan.missing.map((address) => `${name}: ${address}`));
    files.push({ name, content: Buffer.from(applyPlan(html, plan)) });
  }
  return { files, bundles: [...bundles.values()], missing };
}

/** A plan is as good as new while the page is the same, and the site has the files that it had and lacks those it lacked. */
async function planOnce(html: string, name: string, site: SitePaths, plans?: PlanCache): Promise<Planned> {
  if (!plans) return makePlan(html, name, site);
  const kept = await makeOnce(
    plans.cache,
    `${plans.software} ${name} ${html}`,
    () => Buffer.from(JSON.stringify(makePlan(html, name, site))),
    (json) => readPlan(json)?.asked.every(([file, isThere]) => site.has(file) === isThere) ?? false,
  );
  return readPlan(kept) ?? makePlan(html, name, site);
}

/** Reads what was kept; undefined where the file is broken. */
function readPlan(json: Buffer): Planned | undefined {
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
}

function makePlan(html: string, name: string, { base, has }: SitePaths): Planned {
  const asked = new Map<string, boolean>();
  const bundles: Bundle[] = [];
  const plan = planPortablePage(html, name, {
    base,
    has: (file) => {
      const isThere = has(file);
      asked.set(file, isThere);
      return isThere;
    },
    bundleOf: (modules) => {
      const bundle = describeBundle(modules);
      bundles.push(bundle);
      return bundle.name;
    },
  });
  return { plan, asked: [...asked], bundles };
}

function isFile(path: string): boolean {
  const found = known.get(path) ?? statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  known.set(path, found);
  return found;
}
