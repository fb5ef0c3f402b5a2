// Astro's way into the survey: the same loadContent() as the command line, so that the two cannot disagree.
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Catalog } from '../core/catalog.ts';
import { hasErrors } from '../core/diagnostics.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Theme } from '../core/schema/theme.ts';
import type { MarkdownRenderer, RenderedBody, SharedSurvey } from '../core/shared-survey.ts';
import { makeTermFinder, rememberMentions, type TermFinder } from '../core/terms.ts';
import type { MapPlanner } from './alike.ts';
import type { Content } from './content.ts';
import { beginFindings } from './findings.ts';
import type { TextKeeper } from './kept-texts.ts';
import { toCatalog } from './load.ts';
import { loadToKeep } from './load-kept.ts';
import { renderForTerminal } from './reporters/terminal.ts';
import { bodyKey, bodyOf } from './survey-texts.ts';

/** What the loader does not know of itself. */
type Parts = {
  /** Makes what turns Markdown into HTML, with links to the terms that are found. */
  readonly createRenderer: (findTerms: TermFinder) => MarkdownRenderer;
  readonly mapsOf: (catalog: Catalog) => MapPlanner;
};

/** Loads the survey. Pages find it in `CONSPECTUS_SURVEY`; Astro's own store says only whether it has changed. */
export function surveyLoader(parts: Parts): Loader {
  return {
    name: 'conspectus-survey',
    async load(context) {
      await shareSurvey(context, parts);
      watch(context, parts);
    },
  };
}

async function shareSurvey(context: LoaderContext, { createRenderer, mapsOf }: Parts): Promise<void> {
  const root = fileURLToPath(context.config.root);
  const loaded = globalThis.CONSPECTUS_LOADED ?? (await loadToKeep(root, process.env, CONSPECTUS_ENGINE));
  globalThis.CONSPECTUS_LOADED = undefined;
  const { content } = loaded;
  if (hasErrors(content.diagnostics)) {
    const errors = content.diagnostics.filter(({ severity }) => severity === 'error');
    throw new Error(`The survey has errors.\n${renderForTerminal(errors)}`);
  }
  const catalog = toCatalog(content);
  const findings = loaded.findings ?? (await beginFindings(root, CONSPECTUS_ENGINE, catalog));
  const { texts } = findings;
  const mentions = await findings.mentions;
  rememberMentions(catalog.terms, mentions);
  const render = createRenderer(makeTermFinder(catalog.terms));
  const alike = await findings.alike;
  const abstracts = texts.bodiesMade.then(() => renderWhenAsked(catalog.entries, texts.bodies, render));
  // Pages wait for it later, and will hear of a failure.
  abstracts.catch(() => undefined);
  const saveTexts = async () => {
    await loaded.save();
    await abstracts;
    await texts.bodies.save();
    await texts.mentions.save();
  };
  globalThis.CONSPECTUS_SURVEY = {
    catalog,
    related: alike.related,
    maps: alike.planMaps(mapsOf(catalog)),
    abstracts,
    essays: renderEssays(catalog.themes, texts.bodies, render),
    mentions,
    keep: async () => {
      await saveTexts();
      await alike.save();
    },
  };
  // A build does so when it has nothing else to do: megabytes of JSON take a second or two. Who writes does not wait for
  // what is alike.
  if (context.watcher) await saveTexts();
  const digest = digestFiles(content);
  context.store.set({ id: 'survey', data: { digest }, digest });
}

/** Tells surveys apart by the files that they are made from: there is less in them than in what is made. */
function digestFiles({ texts }: Content): string {
  const hash = createHash('sha256');
  for (const [file, text] of texts) hash.update(`\0${file}\0`).update(text);
  return hash.digest('base64url');
}

/** Gives the bodies of entries by their slugs, as far as they have one: after a change few pages ask for theirs. */
function renderWhenAsked(
  entries: readonly Entry[],
  keeper: TextKeeper<RenderedBody>,
  render: MarkdownRenderer,
): Awaited<SharedSurvey['abstracts']> {
  const known = new Map(entries.map((entry) => [entry.slug, entry]));
  return {
    get: (slug) => {
      const entry = known.get(slug);
      return entry && renderOnce(entry, keeper, render);
    },
  };
}

function renderEssays(
  themes: readonly Theme[],
  keeper: TextKeeper<RenderedBody>,
  render: MarkdownRenderer,
): Map<string, RenderedBody> {
  return new Map(
    themes.flatMap((theme) => {
      const rendered = renderOnce(theme, keeper, render);
      return rendered ? [[theme.id, rendered]] : [];
    }),
  );
}

/** The body of an entry or theme, which an earlier build may have rendered; undefined where it has none. */
function renderOnce(
  item: Entry | Theme,
  keeper: TextKeeper<RenderedBody>,
  render: MarkdownRenderer,
): RenderedBody | undefined {
  const body = bodyOf(item);
  if (!body) return undefined;
  const key = bodyKey(body);
  return keeper.find(key) ?? keeper.add(key, render(body));
}

/** In `astro dev`, a file below content/ that comes, changes or goes loads the survey again. */
function watch(context: LoaderContext, parts: Parts): void {
  const folder = fileURLToPath(new URL('content/', context.config.root));
  context.watcher?.add(folder);
  let loading = Promise.resolve();
  let isAsked = false;
  const load = async () => {
    isAsked = false;
    await shareSurvey(context, parts).catch((error: unknown) => context.logger.error(String(error)));
  };
  const ask = (path: string) => {
    if (isAsked || !path.startsWith(folder) || path.startsWith('.', folder.length)) return;
    isAsked = true;
    // One after the other: an older survey must not come last.
    loading = loading.then(load);
  };
  for (const event of ['add', 'change', 'unlink'] as const) context.watcher?.on(event, ask);
}
