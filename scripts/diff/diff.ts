// What a change of content/ means for readers: as data, which may come from a stranger, and as Markdown, which may not.
import { z } from 'zod';
import type { Content, LoadedEntry } from '../../src/catalog/content.ts';
import { slug } from '../../src/core/schema/fields.ts';
import { listAddresses } from '../../src/core/site-pages.ts';
import { count } from '../../src/core/words.ts';

/** More papers of one kind are only counted. */
const MAX_LISTED = 30;
const MAX_TITLE = 200;

const paper = z.strictObject({
  slug,
  title: z.string().max(MAX_TITLE),
  fields: z.array(z.string().regex(/^[A-Za-z]{1,40}$/)).max(40),
});
const counts = z.strictObject({ before: z.int().min(0), now: z.int().min(0) });

/** A difference as it travels from the job that ran a stranger's code to the one that writes the comment. */
export const differenceSchema = z.strictObject({
  /** The pull request, where there is one. */
  pull: z.int().min(1).optional(),
  added: z.array(paper).max(10_000),
  changed: z.array(paper).max(10_000),
  removed: z.array(paper).max(10_000),
  entries: counts,
  pages: counts,
  /** Bytes of the built site, where it was built. */
  size: z.int().min(0).optional(),
  sizeBefore: z.int().min(0).optional(),
  errors: z.int().min(0),
  warnings: z.int().min(0),
});

/** What changes for the reader. */
export type Difference = z.output<typeof differenceSchema>;
type Paper = z.output<typeof paper>;

/** Compares the content before and after a change. */
export function compareContent(before: Content, now: Content): Difference {
  const known = new Map(before.entries.map((loaded) => [loaded.entry.slug, loaded]));
  const left = new Set(now.entries.map(({ entry }) => entry.slug));
  const changed = now.entries.flatMap((loaded) => {
    const other = known.get(loaded.entry.slug);
    return other && other.text !== loaded.text ? [describe(loaded, changedFields(other, loaded))] : [];
  });
  const errors = now.diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    added: now.entries.filter(({ entry }) => !known.has(entry.slug)).map((loaded) => describe(loaded)),
    changed,
    removed: before.entries.filter(({ entry }) => !left.has(entry.slug)).map((loaded) => describe(loaded)),
    entries: { before: before.entries.length, now: now.entries.length },
    pages: { before: countPages(before), now: countPages(now) },
    errors,
    warnings: now.diagnostics.length - errors,
  };
}

function describe({ entry }: LoadedEntry, fields: readonly string[] = []): Paper {
  return { slug: entry.slug, title: entry.fields.title.slice(0, MAX_TITLE), fields: [...fields] };
}

function changedFields({ entry: a }: LoadedEntry, { entry: b }: LoadedEntry): string[] {
  const names = [
    ...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]),
  ] as (keyof typeof a.fields)[];
  const fields = names.filter((name) => JSON.stringify(a.fields[name]) !== JSON.stringify(b.fields[name]));
  return a.text === b.text ? fields : [...fields, 'abstract'];
}

function countPages(content: Content): number {
  return listAddresses({
    themes: content.themeIds,
    entries: content.entries.filter(({ entry }) => !entry.fields.stub).map(({ entry }) => entry.slug),
    paths: content.paths.map(({ path }) => path.id),
    terms: content.terms,
  }).filter((address) => address === '' || address.endsWith('/')).length;
}

/** Renders a difference as Markdown. Words of a stranger stand in code, where they call nobody and link nowhere. */
export function renderDifference(difference: Difference): string {
  const { added, changed, removed, entries, pages, size, sizeBefore, errors, warnings } = difference;
  const lists = [
    renderList('added', added),
    renderList('changed', changed),
    renderList('removed', removed),
  ].filter((list) => list !== '');
  const rows = [
    `| papers | ${entries.before} | ${entries.now} |`,
    `| pages | ${pages.before} | ${pages.now} |`,
    ...(size === undefined ? [] : [`| size of the site | ${renderSize(sizeBefore)} | ${renderSize(size)} |`]),
  ];
  return `### What changes for the reader

${lists.length > 0 ? lists.join('\n\n') : 'No paper is added, changed or removed.'}

|  | before | now |
| --- | --- | --- |
${rows.join('\n')}

The check: ${count(errors, 'error')}, ${count(warnings, 'warning')}. The preview is among the artifacts of the run.
`;
}

/** "31.44 MB": the page of one paper must be seen in it. */
function renderSize(bytes: number | undefined): string {
  return bytes === undefined ? '' : `${(bytes / 1e6).toFixed(2)} MB`;
}

function renderList(what: string, papers: readonly Paper[]): string {
  if (papers.length === 0) return '';
  const items = papers
    .slice(0, MAX_LISTED)
    .map(
      ({ slug: name, title, fields }) =>
        `- ${inCode(title)} (${inCode(name)})${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`,
    );
  const more = papers.length > MAX_LISTED ? [`- and ${papers.length - MAX_LISTED} more`] : [];
  return [`**${count(papers.length, 'paper')} ${what}**`, '', ...items, ...more].join('\n');
}

/** A code span that nothing within can end. */
function inCode(text: string): string {
  return `\`${
    text
      .replaceAll('`', '’')
      .replace(/\p{Cc}+|\s+/gu, ' ')
      .trim() || ' '
  }\``;
}
