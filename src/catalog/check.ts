// Facts across files: each rule of the survey that a schema cannot see. One function a subject.

import { findDamage } from '../core/abstract-damage.ts';
import { citedSlugs, locateCitations } from '../core/citations.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { digestAbstract, digestLines, splitLines } from '../core/digest.ts';
import { parsePathBody } from '../core/path-steps.ts';
import { applyRepairs } from '../core/repairs.ts';
import { statesNumber } from '../core/results.ts';
import type { EntryFields } from '../core/schema/entry.ts';
import { makeTermFinder, termsOf } from '../core/terms.ts';
import { count, foldSpace, nearest, normalizeTitle, suggest } from '../core/text.ts';
import { parseVenue, venueKindOf } from '../core/venue.ts';
import type { Content, LoadedEntry, LoadedPath, LoadedTheme } from './content.ts';

type Unchecked = Omit<Content, 'diagnostics'>;

/** Checks facts across the files of a survey; all problems at once. */
export function checkContent(content: Unchecked): Diagnostic[] {
  const readLines = makeLineReader(content.sources);
  return [
    ...checkThemes(content),
    ...content.themes.flatMap(({ theme, ...located }) => checkCitations(theme.body, located, content)),
    ...content.themes.flatMap((loaded) => checkEssay(loaded, content)),
    ...content.paths.flatMap((loaded) => [
      ...checkCitations(loaded.path.body, loaded, content),
      ...checkPathSteps(loaded),
    ]),
    ...content.entries.flatMap((loaded) => [
      ...checkEntryThemes(loaded, content),
      ...checkAbstract(loaded),
      ...checkSource(loaded, content, readLines),
      ...checkAuthors(loaded),
      ...checkArxiv(loaded),
      ...checkVenue(loaded, content),
      ...checkResults(loaded, content),
      ...checkEntryTerms(loaded, content),
    ]),
    ...checkDuplicates(content.entries),
    ...checkGlossary(content),
  ];
}

function checkThemes({ themes, entries }: Unchecked): Diagnostic[] {
  const used = new Set(entries.flatMap(({ entry }) => entry.fields.themes));
  const unused = themes
    .filter(({ theme }) => entries.length > 0 && !used.has(theme.id))
    .map(({ file, theme }) =>
      diagnose(
        'theme-unused',
        { file },
        `No entry belongs to the theme ${theme.id}.`,
        'Add entries to it, or remove the file.',
      ),
    );
  const fallbacks = themes.filter(({ theme }) => theme.fields.fallback);
  const rivals = fallbacks
    .slice(1)
    .map(({ front }) =>
      diagnose(
        'theme-fallback',
        front.locate(['fallback'], 'key'),
        `The theme ${fallbacks[0]?.theme.id} is the fallback already.`,
        'Remove the field fallback from one of the two.',
      ),
    );
  return [...unused, ...rivals];
}

/** Essays and paths cite only entries that exist. */
function checkCitations(body: string, located: BodyPlace, { entries }: Unchecked): Diagnostic[] {
  const slugs = entries.filter(({ entry }) => !entry.fields.stub).map(({ entry }) => entry.slug);
  return locateCitations(body)
    .filter(({ slug }) => !slugs.includes(slug))
    .map(({ slug, offset }) =>
      diagnose(
        'unknown-citation',
        placeInBody(body, offset, located),
        `There is no entry ${slug} to cite.`,
        suggest(slug, slugs.slice(0, 200)),
      ),
    );
}

/** An essay, where a theme has one, leaves out no paper of the theme: it cites each, or names it in `also`. */
function checkEssay({ theme, file, bodyLine, front }: LoadedTheme, { entries }: Unchecked): Diagnostic[] {
  if (theme.body.trim() === '') return [];
  const also = theme.fields.also ?? [];
  const told = new Set([...citedSlugs(theme.body), ...also]);
  const own = entries
    .filter(({ entry }) => entry.fields.themes[0] === theme.id && !entry.fields.stub)
    .map(({ entry }) => entry.slug);
  const strangers = also.flatMap((slug, index) =>
    own.includes(slug)
      ? []
      : [
          diagnose(
            'essay-also',
            front.locate(['also', index]),
            `The entry ${slug} is not of this theme.`,
            suggest(slug, own),
          ),
        ],
  );
  const left = own
    .filter((slug) => !told.has(slug))
    .map((slug) =>
      diagnose(
        'essay-incomplete',
        { file, line: bodyLine, column: 1 },
        `The essay leaves out ${slug}, a paper of the theme.`,
        `Cite it as [@${slug}], or name it in the field also.`,
      ),
    );
  return [...strangers, ...left];
}

function checkPathSteps({ path, ...located }: LoadedPath): Diagnostic[] {
  const cure = 'Write each as a line such as: 1. [@nest-choice] See how the scouts vote.';
  const { steps } = parsePathBody(path.body);
  const place = { file: located.file, line: located.bodyLine, column: 1 };
  if (steps.length === 0) return [diagnose('path-step', place, 'The path has no numbered steps.', cure)];
  const slugs = steps.map(({ slug }) => slug);
  return steps.flatMap(({ slug, offset }, index) => {
    const isRepeated = slug !== undefined && slugs.indexOf(slug) < index;
    if (slug && !isRepeated) return [];
    const message = isRepeated
      ? `The step leads to ${slug} a second time.`
      : 'The step does not begin with its only citation, followed by a sentence.';
    const remedy = isRepeated ? 'Remove it, or lead on to another paper.' : cure;
    return [diagnose('path-step', placeInBody(path.body, offset, located), message, remedy)];
  });
}

type BodyPlace = { readonly file: string; readonly bodyLine: number };

/** The place of an offset into the body of a file. */
function placeInBody(body: string, offset: number, { file, bodyLine }: BodyPlace) {
  const before = body.slice(0, offset).split('\n');
  return { file, line: bodyLine + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
}

function checkEntryThemes(
  { entry, file, front }: LoadedEntry,
  { themes, themeIds }: Unchecked,
): Diagnostic[] {
  const { themes: ids, parts = [], classification } = entry.fields;
  const known = new Map(themes.map(({ theme }) => [theme.id, theme]));
  const diagnostics = ids.flatMap((id, index) => {
    const place = front.locate(['themes', index]);
    if (!themeIds.includes(id))
      return [diagnose('unknown-theme', place, `There is no theme ${id}.`, suggest(id, themeIds))];
    if (ids.indexOf(id) < index)
      return [diagnose('theme-repeated', place, `The theme ${id} is named twice.`, 'Remove one of the two.')];
    return [];
  });
  const folder = file.split('/').at(-2);
  if (folder !== ids[0])
    diagnostics.push(
      diagnose(
        'theme-folder',
        front.locate(['themes', 0]),
        `The primary theme is ${ids[0]}, but the file is in the folder ${folder}.`,
        `Move the file to content/entries/${ids[0]}/, or put ${folder} first in themes.`,
      ),
    );
  const offered = ids.flatMap((id) => known.get(id)?.fields.parts?.map((part) => part.id) ?? []);
  diagnostics.push(
    ...parts.flatMap((part, index) =>
      offered.includes(part)
        ? []
        : [
            diagnose(
              'unknown-part',
              front.locate(['parts', index]),
              `None of its themes has the part ${part}.`,
              suggest(part, offered),
            ),
          ],
    ),
  );
  for (const id of ids) {
    const own = known.get(id)?.fields.parts?.map((part) => part.id) ?? [];
    if (own.length > 0 && !own.some((part) => parts.includes(part)))
      diagnostics.push(
        diagnose(
          'part-missing',
          front.locate(['themes', ids.indexOf(id)]),
          `The theme ${id} has parts, and the entry names none of them.`,
          `Add parts: [${own[0]}] or another of ${own.join(', ')}.`,
        ),
      );
  }
  if (classification?.confidence === 'low' && classification.by === 'rules')
    diagnostics.push(
      diagnose(
        'needs-review',
        front.locate(['classification'], 'key'),
        `The rules were not sure that this belongs to ${ids[0]}.`,
        'Read the abstract, correct the themes if need be, and write classification: {by: person, note: "why"}.',
      ),
    );
  return diagnostics;
}

function checkAbstract({ entry, file, front, bodyLine }: LoadedEntry): Diagnostic[] {
  const isEmpty = entry.text.trim() === '';
  if (entry.fields.stub) return [reportStub(front.locate(['stub'], 'key'), isEmpty)];
  if (isEmpty)
    return [
      diagnose(
        'abstract-empty',
        { file, line: bodyLine, column: 1 },
        'The entry has no abstract.',
        'Put it after the front matter.',
      ),
    ];
  return findDamage(entry.text.replaceAll('\n', ' ')).map(({ what, found }) =>
    diagnose(
      'text-damage',
      placeInBody(entry.body, Math.max(entry.body.indexOf(found), 0), { file, bodyLine }),
      `This looks like ${what}: “${found}”.`,
      'Mend it and say so in the field edited.',
    ),
  );
}

function reportStub(place: Diagnostic['place'], isEmpty: boolean): Diagnostic {
  return isEmpty
    ? diagnose(
        'stub',
        place,
        'The entry has no abstract yet, so the site leaves it out.',
        'Put the abstract after the front matter and remove the line stub: true, or ingest a source that has it.',
      )
    : diagnose(
        'stub',
        place,
        'The entry has an abstract, but is still marked as a stub, so the site leaves it out.',
        'Remove the line stub: true.',
      );
}

/** The lines of a source, with their fingerprint: each source is split once, however many entries it has. */
type LineReader = (
  file: string,
) => { lines: readonly string[]; digest: (range: Range) => string } | undefined;
type Range = readonly [first: number, last: number];

function makeLineReader(sources: ReadonlyMap<string, string>): LineReader {
  const read = new Map<string, ReturnType<LineReader>>();
  return (file) => {
    const text = sources.get(file);
    if (text === undefined || read.has(file)) return read.get(file);
    const lines = splitLines(text);
    const digests = new Map<string, string>();
    const digest = (range: Range) => {
      const key = range.join();
      const known = digests.get(key) ?? digestLines(lines, range);
      digests.set(key, known);
      return known;
    };
    read.set(file, { lines, digest });
    return read.get(file);
  };
}

/** The abstract equals its source after the recorded repairs, or the entry says why not. */
function checkSource(loaded: LoadedEntry, { survey }: Unchecked, readLines: LineReader): Diagnostic[] {
  const { entry, front } = loaded;
  const { source, edited } = entry.fields;
  if (!source || !survey) return [];
  const names = survey.sources.map((item) => item.file);
  if (!names.includes(source.file))
    return [
      diagnose(
        'source-unknown',
        front.locate(['source', 'file']),
        `content/survey.yaml lists no source ${source.file}.`,
        suggest(source.file, names),
      ),
    ];
  const read = readLines(source.file);
  if (read === undefined) return [];
  const [first, last] = source.lines;
  if (last > read.lines.length)
    return [
      diagnose(
        'source-unknown',
        front.locate(['source', 'lines']),
        `${source.file} has only ${read.lines.length} lines.`,
        'Correct the lines of the source.',
      ),
    ];
  const changed =
    read.digest(source.lines) === source.digest
      ? []
      : [
          diagnose(
            'source-changed',
            front.locate(['source', 'digest']),
            `${source.file}, lines ${first} to ${last}, are not as they were when the entry was made.`,
            'Compare them with the entry; then correct the lines, or run npm run conspectus -- ingest on the source as it was.',
          ),
        ];
  return [...changed, ...(edited ? [] : checkWords(loaded, source, read.lines))];
}

/** Title and abstract are the words of the source: by letter, or by fingerprint where the format spells them in another way. */
function checkWords(
  { entry, front, file, bodyLine }: LoadedEntry,
  source: NonNullable<EntryFields['source']>,
  lines: readonly string[],
): Diagnostic[] {
  const { title, repairs = [] } = entry.fields;
  const [first, last] = source.lines;
  const cure = `Restore the words of content/sources/${source.file}:${first}, or say why in the field edited, such as edited: Completed from the published version.`;
  const body = { file, line: bodyLine, column: 1 };
  if (source.text)
    return digestAbstract(title, entry.text) === source.text
      ? []
      : [diagnose('abstract-edited', body, 'Title or abstract differ from what ingest read.', cure)];
  const repaired = foldSpace(applyRepairs(lines.slice(first - 1, last).join(' '), repairs));
  const isTitle = repaired.includes(foldSpace(title));
  const isAbstract = repaired.includes(foldSpace(entry.text));
  return [
    ...(isTitle
      ? []
      : [diagnose('abstract-edited', front.locate(['title']), 'The title differs from its source.', cure)]),
    ...(isAbstract
      ? []
      : [
          diagnose(
            'abstract-edited',
            body,
            'The abstract differs from its source after the recorded repairs.',
            cure,
          ),
        ]),
  ];
}

function checkAuthors({ entry, front }: LoadedEntry): Diagnostic[] {
  const { authors, authorCount } = entry.fields;
  if (!authors || !authorCount || authors.length === authorCount) return [];
  return [
    diagnose(
      'author-count',
      front.locate(['authors'], 'key'),
      `${count(authors.length, 'name')} in authors, but authorCount says ${authorCount}.`,
      'Complete the names, or correct authorCount.',
    ),
  ];
}

/** Where a survey lists venues, it lists all of them; one that is missing is likely a slip of the pen. */
function checkVenue({ entry, front }: LoadedEntry, { survey }: Unchecked): Diagnostic[] {
  const { venue } = entry.fields;
  const venues = survey?.venues;
  if (!venue || !venues || venueKindOf(venue, venues)) return [];
  const { name } = parseVenue(venue);
  const meant = nearest(
    name,
    venues.map((known) => known.name),
  );
  return [
    diagnose(
      'unknown-venue',
      front.locate(['venue']),
      `survey.yaml does not list the venue ${name}.`,
      meant
        ? `Did you mean ${meant}?`
        : `Add it to its venues: { name: ${name}, kind: proceedings }, or kind: journal.`,
    ),
  ];
}

/** An arXiv id begins with year and month of its first version; time zones may move a date into the next month. */
function checkArxiv({ entry, front }: LoadedEntry): Diagnostic[] {
  const { arxiv, published } = entry.fields;
  // Ids before April 2007 are numbered within a field: "q-bio/0601001".
  if (!arxiv || !published || arxiv.includes('/')) return [];
  const months = (year: number, month: number) => year * 12 + month;
  const ofId = months(2000 + Number(arxiv.slice(0, 2)), Number(arxiv.slice(2, 4)));
  const ofDate = months(Number(published.slice(0, 4)), Number(published.slice(5, 7)));
  if (Math.abs(ofId - ofDate) <= 1) return [];
  return [
    diagnose(
      'arxiv-month',
      front.locate(['arxiv']),
      `The arXiv id ${arxiv} is of month ${arxiv.slice(2, 4)} of 20${arxiv.slice(0, 2)}, but the date is ${published}.`,
      'Correct the id or the date.',
    ),
  ];
}

/** The evidence of a result is verbatim in the abstract and states the value. */
function checkResults({ entry, front }: LoadedEntry, { terms }: Unchecked): Diagnostic[] {
  const text = foldSpace(entry.text);
  const benchmarks = terms.filter(({ kind }) => kind === 'benchmark').map(({ id }) => id);
  return (entry.fields.results ?? []).flatMap(({ benchmark, setting, value, upper, from, quote }, index) => {
    const at = (name: string) => front.locate(['results', index, name]);
    const isKnown = benchmark === undefined ? setting !== undefined : benchmarks.includes(benchmark);
    const numbers = Object.entries({ value, upper, from }).filter(
      (pair): pair is [string, number] => pair[1] !== undefined,
    );
    const unstated = numbers.filter(([, number]) => !statesNumber(quote, number));
    return [
      ...(isKnown
        ? []
        : [
            diagnose(
              'result-benchmark',
              at('benchmark'),
              benchmark
                ? `There is no benchmark ${benchmark} in content/glossary.yaml.`
                : 'The result names neither benchmark nor setting.',
              benchmark
                ? suggest(benchmark, benchmarks)
                : 'Add benchmark: with an id of the glossary, or setting: in words.',
            ),
          ]),
      ...(text.includes(foldSpace(quote))
        ? []
        : [
            diagnose(
              'result-quote',
              at('quote'),
              `The abstract does not say: “${quote}”.`,
              'Copy the words from the abstract, letter by letter.',
            ),
          ]),
      ...unstated.map(([name, number]) =>
        diagnose(
          'result-value',
          at(name),
          `The quote does not state the number ${number}.`,
          'Correct the number, or quote the words that state it.',
        ),
      ),
    ];
  });
}

function checkEntryTerms({ entry, front }: LoadedEntry, { terms }: Unchecked): Diagnostic[] {
  const known = terms.map(({ id }) => id);
  return (entry.fields.terms ?? []).flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          diagnose(
            'unknown-term',
            front.locate(['terms', index]),
            `There is no term ${id} in content/glossary.yaml.`,
            suggest(id, known),
          ),
        ],
  );
}

function checkGlossary({ terms, glossary, entries }: Unchecked): Diagnostic[] {
  if (!glossary) return [];
  const seen = new Map<string, string>();
  const duplicates = terms.flatMap(({ id, name, aliases = [] }, index) =>
    [id, ...new Set([name, ...aliases])].flatMap((word, position) => {
      // An id and a name are different things: "hive" may be both of one term.
      const key = position === 0 ? `id ${word}` : word;
      const other = seen.get(key);
      seen.set(key, other ?? id);
      if (other === undefined) return [];
      return [
        diagnose(
          'duplicate-term',
          glossary.locate(['terms', index, 'id']),
          `“${word}” is the term ${other} already.`,
          'Remove it from one of the two.',
        ),
      ];
    }),
  );
  const find = makeTermFinder(terms);
  const used = new Set(entries.flatMap(({ entry }) => termsOf(entry, find)));
  const unused = terms.flatMap(({ id }, index) =>
    used.has(id) || entries.length === 0
      ? []
      : [
          diagnose(
            'term-unused',
            glossary.locate(['terms', index, 'id']),
            `No abstract uses the term ${id}.`,
            'Add the spelling that the abstracts use to its aliases, or remove it.',
          ),
        ],
  );
  return [...duplicates, ...unused];
}

function checkDuplicates(entries: readonly LoadedEntry[]): Diagnostic[] {
  return [
    ...findDuplicates(entries, 'duplicate-slug', 'address', ({ entry }) => entry.slug, []),
    ...findDuplicates(
      entries,
      'duplicate-title',
      'title',
      ({ entry }) => normalizeTitle(entry.fields.title),
      ['title'],
    ),
    ...findDuplicates(entries, 'duplicate-arxiv', 'arXiv id', ({ entry }) => entry.fields.arxiv, ['arxiv']),
    ...findDuplicates(entries, 'duplicate-key', 'citation key', ({ entry }) => entry.fields.key, ['key']),
  ];
}

/** Two papers may have one title, such as "Reply": their identifiers tell them apart. */
function haveOwnIds(a: LoadedEntry, b: LoadedEntry): boolean {
  return (['arxiv', 'doi', 'acl', 'openreview'] as const).some((id) => {
    const [ours, theirs] = [a.entry.fields[id], b.entry.fields[id]];
    return ours !== undefined && theirs !== undefined && ours !== theirs;
  });
}

function findDuplicates(
  entries: readonly LoadedEntry[],
  rule: 'duplicate-slug' | 'duplicate-title' | 'duplicate-arxiv' | 'duplicate-key',
  what: string,
  identify: (loaded: LoadedEntry) => string | undefined,
  path: readonly string[],
): Diagnostic[] {
  const seen = new Map<string, LoadedEntry>();
  return entries.flatMap((loaded) => {
    const value = identify(loaded);
    const other = value === undefined ? undefined : seen.get(value);
    if (value !== undefined && !other) seen.set(value, loaded);
    if (!other || (rule === 'duplicate-title' && haveOwnIds(loaded, other))) return [];
    return [
      diagnose(
        rule,
        path.length > 0 ? loaded.front.locate(path) : { file: loaded.file },
        `It has the same ${what} as ${other.file}.`,
        rule === 'duplicate-slug'
          ? 'Rename one of the files.'
          : 'Keep one of the two entries, or correct the field.',
      ),
    ];
  });
}
