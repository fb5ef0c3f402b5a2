// What Lighthouse says of each kind of page, as on a phone. The package is not one of the project's: with what it brings
// it has 114 packages and 176 MB, and it is needed now and then. `npm install --no-save lighthouse` puts it here.
import { launchBrowser } from '../browser.ts';
import { findFreePort } from '../serve.ts';
import { serveCompressed } from './compressed-site.ts';

/** Scores from 0 to 100 by category, what readers feel, and the audits that cost points. */
export type LighthouseScores = {
  readonly path: string;
  readonly scores: Readonly<Record<string, number>>;
  readonly measures: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
  /** Why it could not measure the page. */
  readonly failure?: string;
};

/** What we use of a result of Lighthouse 13. */
type Result = {
  readonly lhr: {
    readonly categories: Readonly<Record<string, Category>>;
    readonly audits: Readonly<Record<string, Audit>>;
    readonly runtimeError?: { readonly message: string };
  };
};
type Category = {
  readonly id: string;
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
};
type Audit = { readonly score: number | null; readonly displayValue?: string };
type Lighthouse = (url: string, flags: Readonly<Record<string, unknown>>) => Promise<Result | undefined>;

const HOST = '127.0.0.1';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const MEASURES: Readonly<Record<string, string>> = {
  'first-contentful-paint': 'first paint',
  'largest-contentful-paint': 'largest paint',
  'cumulative-layout-shift': 'shift',
  'total-blocking-time': 'blocked',
};

/** Measures pages of a built site, one after the other. Throws where there is no browser, or no Lighthouse. */
export async function measureLighthouse(
  outDir: string,
  paths: readonly string[],
): Promise<LighthouseScores[]> {
  const lighthouse = await importLighthouse();
  const port = await findFreePort(HOST, 9222);
  const browser = await launchBrowser(`--remote-debugging-port=${port}`);
  const site = await serveCompressed(outDir, HOST);
  try {
    const all: LighthouseScores[] = [];
    const look = async (path: string) => {
      const result = await lighthouse(new URL(path, site.address).href, {
        ...{ port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES },
      });
      if (!result) throw new Error(`Lighthouse said nothing of /${path}.`);
      return readResult(path, result);
    };
    for (const path of paths) {
      const first = await look(path);
      // Now and then it misses what a page has painted, which is no fault of the page.
      all.push(first.failure ? await look(path) : first);
    }
    return all;
  } finally {
    await browser.close();
    site.close();
  }
}

async function importLighthouse(): Promise<Lighthouse> {
  // Not named in the call, for the types of the package may not be there.
  const name = 'lighthouse';
  try {
    return ((await import(name)) as { default: Lighthouse }).default;
  } catch {
    throw new Error('Lighthouse is not installed. Run: npm install --no-save lighthouse');
  }
}

/** Reads the scores out of a result. */
export function readResult(
  path: string,
  { lhr: { categories, audits, runtimeError } }: Result,
): LighthouseScores {
  const faults = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.flatMap(({ id, weight }) => {
      const { score = null, displayValue = '' } = audits[id] ?? {};
      return weight > 0 && score !== null && score < 0.99
        ? [`${id} ${Math.round(score * 100)} ${displayValue}`.trim()]
        : [];
    }),
  );
  return {
    path,
    scores: Object.fromEntries(
      Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]),
    ),
    measures: Object.fromEntries(
      Object.entries(MEASURES).map(([id, name]) => [name, audits[id]?.displayValue ?? '']),
    ),
    faults,
    ...(runtimeError && { failure: runtimeError.message }),
  };
}

/** Renders scores as a table, with what cost points below each page. */
export function renderLighthouse(all: readonly LighthouseScores[]): string {
  return all
    .map(({ path, scores, measures, faults, failure }) => {
      const cells = CATEGORIES.map((id) => `${id} ${scores[id] ?? '–'}`.padEnd(20)).join('');
      const felt = Object.entries(measures).map(([name, value]) => `${name} ${value}`);
      return [
        `/${path}`,
        `  ${cells}`,
        `  ${felt.join(', ')}`,
        ...(failure ? [`  not measured, twice: ${failure}`] : []),
        ...faults.map((fault) => `  - ${fault}`),
      ].join('\n');
    })
    .join('\n');
}
