// Astro's way into the survey: the same loadContent() as the command line, so that the two cannot disagree.
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Catalog } from '../core/catalog.ts';
import { hasErrors } from '../core/diagnostics.ts';
import type { Content } from './content.ts';
import { loadContent, toCatalog } from './load.ts';
import { renderForTerminal } from './reporters/terminal.ts';

/** The collections of a survey. */
type CollectionName = 'entries' | 'themes' | 'paths' | 'terms' | 'survey';

let loading: Promise<Content> | undefined;

/** Makes the loader of one collection. Content is read once for all of them. */
export function surveyLoader(name: CollectionName): Loader {
  return {
    name: `conspectus-${name}`,
    async load(context) {
      loading ??= loadContent(fileURLToPath(context.config.root));
      await fillStore(name, await loading, context);
      watch(name, context);
    },
  };
}

async function fillStore(name: CollectionName, content: Content, context: LoaderContext): Promise<void> {
  if (hasErrors(content.diagnostics)) {
    const errors = content.diagnostics.filter(({ severity }) => severity === 'error');
    throw new Error(`The survey has errors.\n${renderForTerminal(errors)}`);
  }
  const items = itemsOf(name, toCatalog(content));
  const ids = new Set(items.map(({ id }) => id));
  for (const id of context.store.keys()) if (!ids.has(id)) context.store.delete(id);
  // Terms are marked where they stand: another glossary makes other texts.
  const common = context.generateDigest(JSON.stringify([CONSPECTUS_ENGINE, content.terms]));
  for (const { id, fields, body, notTerms = [] } of items) {
    const digest = context.generateDigest(JSON.stringify([common, fields, body]));
    if (context.store.get(id)?.digest === digest) continue;
    const data = await context.parseData({ id, data: fields });
    const rendered =
      body.trim() === '' ? undefined : await context.renderMarkdown(withFrontMatter({ notTerms }, body));
    context.store.set({ id, data, body, digest, ...(rendered && { rendered }) });
  }
}

/** Astro hands front matter to the plugins only as part of the text. JSON is YAML. */
function withFrontMatter(data: Record<string, unknown>, body: string): string {
  return `---\n${JSON.stringify(data)}\n---\n${body}`;
}

type Item = {
  readonly id: string;
  readonly fields: Record<string, unknown>;
  readonly body: string;
  /** Terms whose words mean something else in this text. */
  readonly notTerms?: readonly string[] | undefined;
};

function itemsOf(name: CollectionName, catalog: Catalog): readonly Item[] {
  switch (name) {
    case 'survey':
      return [{ id: 'survey', fields: catalog.survey, body: '' }];
    case 'themes':
      return catalog.themes;
    case 'paths':
      return catalog.paths;
    case 'terms':
      return catalog.terms.map((term) => ({ id: term.id, fields: term, body: '' }));
    case 'entries':
      return catalog.entries.map(({ slug, fields, body, text }) => {
        return { id: slug, fields: { ...fields, text }, body, notTerms: fields.notTerms };
      });
  }
}

/** In `astro dev`, a change of a file below content/ loads the survey again. */
function watch(name: CollectionName, context: LoaderContext): void {
  const folder = fileURLToPath(new URL('content/', context.config.root));
  context.watcher?.add(folder);
  context.watcher?.on('change', async (path) => {
    if (!path.startsWith(folder)) return;
    loading = loadContent(fileURLToPath(context.config.root));
    try {
      await fillStore(name, await loading, context);
    } catch (error) {
      context.logger.error(String(error));
    }
  });
}
