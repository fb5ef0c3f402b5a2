// The whole of content/, read, checked and placed: the one way into a survey, for the command line and Astro alike.
import { dirname } from 'node:path';
import type { z } from 'zod';
import { byNewest, byOrder, type Catalog, compareText } from '../core/catalog.ts';
import { type Diagnostic, diagnose, hasErrors, sortDiagnostics } from '../core/diagnostics.ts';
import { decodeText } from '../core/encoding.ts';
import { type Excess, findExcess } from '../core/markdown-limits.ts';
import { type Entry, entrySchema } from '../core/schema/entry.ts';
import { glossarySchema } from '../core/schema/glossary.ts';
import { type Path, pathSchema } from '../core/schema/path.ts';
import { relevanceSchema } from '../core/schema/relevance.ts';
import { type SurveyFields, surveySchema } from '../core/schema/survey.ts';
import { type Theme, themeSchema } from '../core/schema/theme.ts';
import { wordsSchema } from '../core/schema/words.ts';
import { SLUG } from '../core/slug.ts';
import { parseAbstract } from './abstract.ts';
import { parseLater } from './body-text.ts';
import { checkContent } from './check.ts';
import type { Content, Located, Unchecked } from './content.ts';
import { parseMarkdownFile } from './entry-file.ts';
import { checkFieldTexts } from './field-texts.ts';
import { listFiles, MAX_SOURCE, readBytes, readText } from './files.ts';
import { languageFile, listInterfaceTexts, readWords, WORDS } from './interface.ts';
import type { EntryKeeper } from './kept-entries.ts';
import { placeInBody } from './places.ts';
import { type Checked, checkSchema } from './schema-diagnostics.ts';
import { ForeignJournalError, finishStaging, JOURNAL, UnfinishedRunError } from './staging.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

const SURVEY = 'content/survey.yaml';
const PUBLIC = 'public';
const GLOSSARY = 'content/glossary.yaml';
const RELEVANCE = 'content/relevance.yaml';

/**
 * Who takes part in loading: what `keeper` knows of entries is not found out again; `whenRead` is called before the check,
 * if all files could be read.
 */
export type LoadOptions = {
  readonly keeper?: EntryKeeper | undefined;
  readonly whenRead?: (content: Unchecked) => Promise<void>;
};

/** Reads and checks `content/` below `root`. Bad files become diagnostics; the good ones are there all the same. */
export async function loadContent(
  root: string,
  today = dayOf(new Date()),
  { keeper, whenRead }: LoadOptions = {},
): Promise<Content> {
  const left = await finishLastRun(root);
  const files = (await listFiles(root, 'content')).filter((file) => !file.includes('/.'));
  const survey = loadYaml(root, SURVEY, surveySchema);
  // A survey may do without a glossary.
  const glossary = files.includes(GLOSSARY) ? loadYaml(root, GLOSSARY, glossarySchema) : NO_GLOSSARY;
  const relevance = files.includes(RELEVANCE) ? loadYaml(root, RELEVANCE, relevanceSchema) : NO_RELEVANCE;
  const words = files.includes(WORDS) ? loadYaml(root, WORDS, wordsSchema) : NO_WORDS;
  const [themes, entries, paths] = await Promise.all([
    loadMarkdown(root, 'content/themes', themeSchema, (id, fields, body): Theme => ({ id, fields, body })),
    loadMarkdown(
      root,
      'content/entries',
      entrySchema,
      (slug, fields, body, tree): Entry => ({ slug, fields, body, text: parseAbstract(body, tree()) }),
      keeper?.find,
    ),
    loadMarkdown(root, 'content/paths', pathSchema, (id, fields, body): Path => ({ id, fields, body })),
  ]);
  const sources = loadSources(root, survey.value);
  const content = {
    ...(survey.value && { survey: survey.value }),
    themeIds: themes.names,
    entrySlugs: entries.names,
    themes: themes.loaded.map(({ item, ...located }) => ({ ...located, theme: item })),
    entries: entries.loaded.map(({ item, ...located }) => ({ ...located, entry: item })),
    paths: paths.loaded.map(({ item, ...located }) => ({ ...located, path: item })),
    terms: glossary.value?.terms ?? [],
    isGlossaryRead: glossary === NO_GLOSSARY || glossary.value !== undefined,
    glossary: glossary.yaml,
    surveyFile: survey.yaml,
    queries: relevance.value?.queries ?? [],
    relevance: relevance.yaml,
    words: words.yaml,
    ...loadSpeech(root, survey.value?.language, words.yaml !== undefined),
    sources: sources.texts,
    texts: new Map([
      ...textsOf(survey),
      ...textsOf(glossary),
      ...textsOf(relevance),
      ...textsOf(words),
      ...themes.texts,
      ...entries.texts,
      ...paths.texts,
    ]),
    files,
    publicFiles: (await listFiles(root, PUBLIC)).map((file) => file.slice(PUBLIC.length + 1)),
    today,
    diagnostics: [left, survey, glossary, relevance, words, themes, entries, paths, sources].flatMap(
      ({ diagnostics }) => diagnostics,
    ),
  };
  if (!hasErrors(content.diagnostics)) await whenRead?.(content);
  const found = checkContent(content, keeper?.sound(content));
  return { ...content, diagnostics: sortDiagnostics([...content.diagnostics, ...found]) };
}

/** Finishes what a killed run has begun, if it was one. */
async function finishLastRun(root: string): Promise<{ readonly diagnostics: readonly Diagnostic[] }> {
  try {
    await finishStaging(root);
    return { diagnostics: [] };
  } catch (error) {
    if (error instanceof UnfinishedRunError) return { diagnostics: [reportUnfinished(error)] };
    if (!(error instanceof ForeignJournalError)) throw error;
    const cure = `Remove ${dirname(JOURNAL)}: somebody else has put it there.`;
    return {
      diagnostics: [
        diagnose('file-misplaced', { file: JOURNAL }, `${JOURNAL} was not left by a run of ours.`, cure),
      ],
    };
  }
}

function reportUnfinished({ file }: UnfinishedRunError): Diagnostic {
  return diagnose(
    'file-unreadable',
    { file },
    `The last run could not put ${file} in its place; what is left of that run waits in ${dirname(JOURNAL)}.`,
    `Make ${file} and its folder writable, and run this again.`,
  );
}

/** The day of a moment where it is latest: a paper of today is of today everywhere. */
function dayOf(moment: Date): string {
  const hours = 14; // UTC+14, Kiribati
  return new Date(moment.getTime() + hours * 3_600_000).toISOString().slice(0, 10);
}

/** The catalog of a survey without errors, and without the stubs that wait for their abstracts; an error to throw where it has some. */
export function toCatalog(content: Content): Catalog {
  if (!content.survey || hasErrors(content.diagnostics))
    throw new Error('The content of the survey has errors.');
  return {
    survey: content.survey,
    themes: content.themes.map(({ theme }) => theme).toSorted(byOrder),
    ...listShown(content),
    paths: content.paths.map(({ path }) => path).toSorted(byOrder),
  };
}

/** Its entries and terms in their order. */
export function listShown({ entries, terms }: Unchecked): Pick<Catalog, 'entries' | 'terms'> {
  return {
    entries: entries
      .map(({ entry }) => entry)
      .filter(({ fields }) => !fields.stub)
      .toSorted(byNewest),
    terms: terms.toSorted((a, b) => compareText(a.id, b.id)),
  };
}

const NO_GLOSSARY: LoadedYaml<z.output<typeof glossarySchema>> = { diagnostics: [] };
const NO_RELEVANCE: LoadedYaml<z.output<typeof relevanceSchema>> = { diagnostics: [] };
const NO_WORDS: LoadedYaml<z.output<typeof wordsSchema>> = { diagnostics: [] };

/** What there is to translate; a survey in English has no need to look. */
function loadSpeech(root: string, language: string | undefined, hasWords: boolean): Pick<Content, 'speech'> {
  if (language === undefined || (language === 'en' && !hasWords)) return {};
  return {
    speech: {
      texts: [...listInterfaceTexts(root).keys()],
      words: readWords(root, languageFile(language)),
    },
  };
}

type LoadedYaml<Value> = Checked<Value> & { readonly yaml?: YamlFile };

function loadYaml<Schema extends z.ZodObject>(
  root: string,
  file: string,
  schema: Schema,
): LoadedYaml<z.output<Schema>> {
  const read = readText(root, file);
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic] };
  const yaml = parseYaml(read.text, file);
  if (yaml.diagnostics.length > 0) return { diagnostics: yaml.diagnostics, yaml };
  const checked = checkSchema(yaml, schema);
  return { ...checked, diagnostics: [...checked.diagnostics, ...checkFieldTexts(yaml)], yaml };
}

function textsOf({ yaml }: { readonly yaml?: YamlFile }): [string, string][] {
  return yaml ? [[yaml.file, yaml.text]] : [];
}

type LoadedFiles<Item> = {
  readonly loaded: readonly (Located & { item: Item })[];
  readonly names: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
};

async function loadMarkdown<Schema extends z.ZodObject, Item>(
  root: string,
  folder: string,
  schema: Schema,
  make: (name: string, fields: z.output<Schema>, body: string, tree: Located['tree']) => Item,
  known: (file: string, text: string) => (Located & { readonly item: Item }) | undefined = () => undefined,
): Promise<LoadedFiles<Item>> {
  const names: string[] = [];
  const texts = new Map<string, string>();
  const loaded: (Located & { item: Item })[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of await listFiles(root, folder)) {
    const name = nameOf(file, folder);
    if (name === undefined) {
      diagnostics.push(reportMisplaced(file, folder));
      continue;
    }
    names.push(name);
    const read = readText(root, file);
    if ('diagnostic' in read) {
      diagnostics.push(read.diagnostic);
      continue;
    }
    texts.set(file, read.text);
    const kept = known(file, read.text);
    if (kept) {
      loaded.push(kept);
      continue;
    }
    const parsed = parseMarkdownFile(read.text, file);
    if ('diagnostic' in parsed) {
      diagnostics.push(parsed.diagnostic);
      continue;
    }
    const { front, body, bodyLine } = parsed.file;
    diagnostics.push(...front.diagnostics);
    if (front.diagnostics.length > 0) continue;
    const checked = checkSchema(front, schema);
    const excess = findExcess(body);
    diagnostics.push(
      ...checked.diagnostics,
      ...checkFieldTexts(front),
      ...(excess ? [reportExcess(excess, { file, bodyLine, body })] : []),
    );
    if (!checked.value || excess) continue;
    const tree = parseLater(body);
    const item = make(name, checked.value, body, tree);
    loaded.push({ file, text: read.text, front, bodyLine, tree, item });
  }
  return { loaded, names, texts, diagnostics };
}

function reportExcess(
  { offset, what }: Excess,
  { file, bodyLine, body }: { file: string; bodyLine: number; body: string },
): Diagnostic {
  return diagnose(
    'text-limits',
    placeInBody(body, offset, { file, bodyLine }),
    `The text ${what}.`,
    'Shorten or simplify it.',
  );
}

/** The slug of an entry, or the id of a theme or path, from its path; undefined where the path has another form. */
function nameOf(file: string, folder: string): string | undefined {
  const depth = folder === 'content/entries' ? '[a-z0-9-]+/' : '';
  const name = new RegExp(`^${folder}/${depth}([^/]+)\\.md$`).exec(file)?.[1];
  return name !== undefined && SLUG.test(name) ? name : undefined;
}

function reportMisplaced(file: string, folder: string): Diagnostic {
  const form = folder === 'content/entries' ? `${folder}/<theme>/<slug>.md` : `${folder}/<id>.md`;
  return diagnose(
    'file-misplaced',
    { file },
    `${file} is not of the form ${form}.`,
    'Move or rename it: lower-case letters, digits and single hyphens.',
  );
}

function loadSources(
  root: string,
  survey: SurveyFields | undefined,
): { texts: Map<string, string>; diagnostics: Diagnostic[] } {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { file } of survey?.sources ?? []) {
    const read = readBytes(root, `content/sources/${file}`, MAX_SOURCE);
    if ('bytes' in read) texts.set(file, decodeText(read.bytes).text);
    else diagnostics.push(read.diagnostic);
  }
  return { texts, diagnostics };
}
