// Astro's way into the survey: the same loadContent() as the command line, so that the two cannot disagree.
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { hasErrors } from '../core/diagnostics.ts';
import type { Content } from './content.ts';
import { loadContent, toCatalog } from './load.ts';
import { renderForTerminal } from './reporters/terminal.ts';

/** The collections of a survey. */
type CollectionName = 'entries' | 'themes' | 'survey';

let loading: Promise<Content> | undefined;

/** Makes the loader of one collection. Content is read once for all three. */
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
  const catalog = toCatalog(content);
  const items =
    name === 'survey'
      ? [{ id: 'survey', fields: catalog.survey, body: '' }]
      : name === 'themes'
        ? catalog.themes
        : catalog.entries.map(({ slug, fields, body, text }) => ({
            id: slug,
            fields: { ...fields, text },
            body,
          }));
  context.store.clear();
  for (const { id, fields, body } of items) {
    const data = await context.parseData({ id, data: fields });
    const rendered = body.trim() === '' ? undefined : await context.renderMarkdown(body);
    context.store.set({ id, data, body, ...(rendered && { rendered }) });
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
