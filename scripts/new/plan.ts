// What a new paper comes to: its entry, checked as if it stood in its place already, with the reasons for its themes.
import { renderAbstract } from '../../src/catalog/abstract.ts';
import { parseLater } from '../../src/catalog/body-text.ts';
import { checkContent } from '../../src/catalog/check.ts';
import type { Content, LoadedEntry, LoadedTheme } from '../../src/catalog/content.ts';
import { parseMarkdownFile, renderEntryFile } from '../../src/catalog/entry-file.ts';
import { checkSchema } from '../../src/catalog/schema-diagnostics.ts';
import { addAlso } from '../../src/catalog/theme-file.ts';
import { citedSlugs } from '../../src/core/citations.ts';
import { type Fit, makeClassifier } from '../../src/core/classify.ts';
import { type Diagnostic, renderPlace, sortDiagnostics } from '../../src/core/diagnostics.ts';
import { indexIdentities } from '../../src/core/identity.ts';
import { indexLeftOut } from '../../src/core/left-out.ts';
import { type EntryFields, entrySchema } from '../../src/core/schema/entry.ts';
import { slug as slugSchema } from '../../src/core/schema/fields.ts';
import { makeKey, makeSlug } from '../../src/core/slugs.ts';
import { makeTermFinder } from '../../src/core/terms.ts';
import { suggest } from '../../src/core/text.ts';
import { type Paper, UnusableInputError } from './paper.ts';

/** What a person decides, where the proposal is not what they want. */
export type Choices = {
  /** Primary first; else the rules propose. */
  readonly themes?: readonly string[];
  readonly parts?: readonly string[];
  /** Why the themes were chosen. */
  readonly note?: string | undefined;
  readonly slug?: string | undefined;
  readonly summary?: string | undefined;
  /** The day on which it comes into the survey. */
  readonly today: string;
};

/** What is to be written, and why; nothing is written yet. */
export type NewPaper = {
  readonly slug: string;
  readonly file: string;
  readonly fields: EntryFields;
  /** Texts to write by file: the entry, and the theme whose essay does not tell of it yet. */
  readonly write: ReadonlyMap<string, string>;
  /** The themes that fit best, with the phrases that decided. */
  readonly fits: readonly Fit[];
  readonly isSure: boolean;
  /** Names of the terms of the glossary that title and abstract use. */
  readonly terms: readonly string[];
  /** What the check would say of it. */
  readonly diagnostics: readonly Diagnostic[];
};

/** Plans a new entry; throws `UnusableInputError` where the paper is there already or left out, or a theme is not there. */
export function planPaper(paper: Paper, content: Content, choices: Choices): NewPaper {
  refuseKnown(paper, content);
  const proposed = classify(paper, content, choices);
  const slugs = new Set(content.entries.map(({ entry }) => entry.slug));
  const slug = choices.slug === undefined ? makeSlug(paper.fields.title, slugs) : parseSlug(choices.slug);
  const fields = makeFields(paper, slug, proposed, content, choices);
  const file = `content/entries/${fields.themes[0]}/${slug}.md`;
  const text = renderEntryFile(fields, renderAbstract(paper.text));
  const theme = content.themes.find(({ theme: { id } }) => id === fields.themes[0]);
  const told = theme && tellTheme(theme, slug);
  const write = new Map([[file, text], ...(told ? [[theme.file, told] as const] : [])]);
  const find = makeTermFinder(content.terms);
  const mentioned = new Set(find(`${fields.title}\n${paper.text}`).map(({ id }) => id));
  return {
    slug,
    file,
    fields,
    write,
    fits: proposed.fits,
    isSure: proposed.isSure,
    terms: content.terms.filter(({ id }) => mentioned.has(id)).map(({ name }) => name),
    diagnostics: checkNew(file, slug, text, paper.text, content),
  };
}

function parseSlug(text: string): string {
  const { data, error } = slugSchema.safeParse(text);
  if (data === undefined) throw new UnusableInputError(`--slug: ${error?.issues[0]?.message}`);
  return data;
}

function refuseKnown(paper: Paper, content: Content): void {
  const identities = indexIdentities(content.entries.map(({ entry }) => entry));
  const { same } = identities.find(paper);
  const known = content.entries.find(({ entry }) => entry.slug === same);
  if (known)
    throw new UnusableInputError(
      `This paper is in the survey: ${known.file}. Correct that file if something is wrong with it.`,
    );
  const { leftOut = [] } = content.survey ?? {};
  const index = indexLeftOut(leftOut).find(paper);
  if (index === undefined) return;
  const place = content.surveyFile?.locate(['leftOut', index]);
  const { reason = 'it gives no reason' } = leftOut[index] ?? {};
  throw new UnusableInputError(
    `The survey leaves this paper out: ${reason.replace(/\.$/, '')}. If it belongs there all the same, remove what leftOut says of it in ${place ? renderPlace(place) : 'survey.yaml'}.`,
  );
}

type Proposed = {
  readonly themes: readonly string[];
  readonly parts: readonly string[];
  readonly fits: readonly Fit[];
  readonly isSure: boolean;
};

function classify(paper: Paper, content: Content, choices: Choices): Proposed {
  const themes = content.themes.map(({ theme }) => theme);
  const unknown = choices.themes?.find((id) => !content.themeIds.includes(id));
  if (unknown)
    throw new UnusableInputError(`There is no theme ${unknown}. ${suggest(unknown, content.themeIds)}`);
  const classifier = makeClassifier(themes);
  const words = { title: paper.fields.title, abstract: paper.text };
  const { fits, confidence, ...proposal } = classifier.classify(words);
  const chosen = choices.themes ?? proposal.themes;
  if (chosen.length === 0)
    throw new UnusableInputError(
      `The rules find no theme for this paper. Choose one with --theme: ${content.themeIds.join(', ')}.`,
    );
  const parts = choices.parts ?? classifier.proposeParts(words, chosen);
  return { themes: chosen, parts, fits, isSure: confidence === 'high' };
}

function makeFields(
  { fields, text }: Paper,
  slug: string,
  { themes, parts, isSure }: Proposed,
  content: Content,
  { summary, note, today, themes: chosen }: Choices,
): EntryFields {
  const keys = new Set(content.entries.flatMap(({ entry }) => entry.fields.key ?? []));
  const year = (fields.published ?? fields.issued ?? today).slice(0, 4);
  const classification = chosen
    ? { by: 'person' as const, ...(note && { note }) }
    : { by: 'rules' as const, confidence: isSure ? ('high' as const) : ('low' as const) };
  return {
    ...fields,
    ...(summary && { summary }),
    themes: [...themes],
    ...(parts.length > 0 && { parts: [...parts] }),
    classification,
    added: today,
    key: makeKey(slug, year, keys),
    ...(text === '' && { stub: true as const }),
  };
}

/** An essay names every paper of its theme; until somebody writes of this one, it stands in the field also. */
function tellTheme({ theme, text }: LoadedTheme, slug: string): string | undefined {
  const isTold = theme.body.trim() === '' || citedSlugs(theme.body).includes(slug);
  return isTold ? undefined : addAlso(text, slug);
}

/** What the check would find in the new file: its form, and how it fits with the others. */
function checkNew(
  file: string,
  slug: string,
  text: string,
  abstract: string,
  content: Content,
): Diagnostic[] {
  const parsed = parseMarkdownFile(text, file);
  if ('diagnostic' in parsed) return [parsed.diagnostic];
  const { front, body, bodyLine } = parsed.file;
  const { value, diagnostics } = checkSchema(front, entrySchema);
  if (!value) return [...diagnostics];
  const entry: LoadedEntry = {
    ...{ file, text, front, bodyLine, tree: parseLater(body) },
    entry: { slug, fields: value, body, text: abstract },
  };
  const all = checkContent({
    ...content,
    entries: [...content.entries, entry],
    texts: new Map([[file, text]]),
    files: [...content.files, file],
  });
  return sortDiagnostics([...diagnostics, ...all.filter(({ place }) => place.file === file)]);
}
