// Astro's way into the survey: the same loadContent() as the command line, so that the two cannot disagree.
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { hasErrors } from '../core/diagnostics.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Theme } from '../core/schema/theme.ts';
import type { RenderedBody } from '../core/shared-survey.ts';
import { type Keep, openKeeper } from './kept-bodies.ts';
import { loadContent, toCatalog } from './load.ts';
import { renderForTerminal } from './reporters/terminal.ts';

/** Loads the survey. Pages find it in `CONSPECTUS_SURVEY`; Astro's own store says only whether it has changed. */
export function surveyLoader(): Loader {
  return {
    name: 'conspectus-survey',
    async load(context) {
      await shareSurvey(context);
      watch(context);
    },
  };
}

async function shareSurvey(context: LoaderContext): Promise<void> {
  const root = fileURLToPath(context.config.root);
  const content = await loadContent(root);
  if (hasErrors(content.diagnostics)) {
    const errors = content.diagnostics.filter(({ severity }) => severity === 'error');
    throw new Error(`The survey has errors.\n${renderForTerminal(errors)}`);
  }
  const catalog = toCatalog(content);
  // Terms are marked where they stand: another glossary makes other texts.
  const keeper = await openKeeper(root, JSON.stringify([CONSPECTUS_ENGINE, catalog.terms]));
  globalThis.CONSPECTUS_SURVEY = {
    catalog,
    abstracts: await renderBodies(catalog.entries, ({ slug }) => slug, keeper.keep, context),
    essays: await renderBodies(catalog.themes, ({ id }) => id, keeper.keep, context),
  };
  await keeper.save();
  const digest = context.generateDigest(JSON.stringify(catalog));
  context.store.set({ id: 'survey', data: { digest }, digest });
}

/** Renders the bodies of entries or themes, as far as they have one. */
async function renderBodies<Item extends Entry | Theme>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  keep: Keep,
  context: LoaderContext,
): Promise<Map<string, RenderedBody>> {
  const rendered = new Map<string, RenderedBody>();
  for (const item of items) {
    const { body, fields } = item;
    if (body.trim() === '') continue;
    // Terms whose words mean something else in this text reach the plugins as front matter. JSON is YAML.
    const front = JSON.stringify({ notTerms: 'notTerms' in fields ? fields.notTerms : [] });
    const text = `---\n${front}\n---\n${body}`;
    rendered.set(idOf(item), await keep(text, () => renderBody(text, context)));
  }
  return rendered;
}

async function renderBody(text: string, context: LoaderContext): Promise<RenderedBody> {
  const { html, metadata } = await context.renderMarkdown(text);
  return { html, headings: metadata?.headings ?? [] };
}

/** In `astro dev`, a change of a file below content/ loads the survey again. */
function watch(context: LoaderContext): void {
  const folder = fileURLToPath(new URL('content/', context.config.root));
  context.watcher?.add(folder);
  context.watcher?.on('change', async (path) => {
    if (!path.startsWith(folder)) return;
    try {
      await shareSurvey(context);
    } catch (error) {
      context.logger.error(String(error));
    }
  });
}
