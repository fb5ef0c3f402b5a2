// The papers of a survey as data for the reader's browser: what comparison and reading list are made from.

import { appearedOn } from '../core/appeared.ts';
import type { Catalog } from '../core/catalog.ts';
import { oncePer } from '../core/once.ts';
import type { Entry, Result } from '../core/schema/entry.ts';
import { makeTermFinder, termsOf } from '../core/terms.ts';
import { guessVenueKind, venueKindOf } from '../core/venue.ts';
import { say } from '../core/words.ts';
import type { ListedPaper, PaperData, PaperRecord, ResultRecord } from '../export/paper-record.ts';
import { authorCountOf } from './labels.ts';
import { makeLinks } from './paper-page.ts';
import type { Urls } from './urls.ts';

/** Makes the data of all papers, newest first, or of some. */
export function makePaperData(
  catalog: Catalog,
  urls: PaperUrls,
  entries: readonly Entry[] = catalog.entries,
): PaperData {
  const { title, address } = catalog.survey;
  return {
    survey: title,
    address: new URL(urls.papers(), address).href,
    papers: entries.map(recorderOf(catalog)(urls)),
  };
}

type PaperUrls = Pick<Urls, 'paper' | 'papers'>;

/** Makes what makes the record of an entry, once: it stands in the file of all, in a piece, and in lists. */
const recorderOf = oncePer((catalog: Catalog) =>
  oncePer((urls: PaperUrls) => {
    const themeTitles = new Map(catalog.themes.map(({ id, fields }) => [id, fields.title]));
    const termNames = new Map(catalog.terms.map(({ id, name }) => [id, name]));
    const findTerms = makeTermFinder(catalog.terms);
    return oncePer(
      (entry: Entry): PaperRecord => ({
        slug: entry.slug,
        url: urls.paper(entry.slug),
        ...factsOf(entry),
        ...kindOf(entry, catalog),
        themes: entry.fields.themes.flatMap((id) => themeTitles.get(id) ?? []),
        terms: termsOf(entry, findTerms).flatMap((id) => termNames.get(id) ?? []),
        results: (entry.fields.results ?? []).map((result) => makeResult(result, termNames)),
        links: makeLinks(entry),
      }),
    );
  }),
);

const listedOf = oncePer((catalog: Catalog) => oncePer((urls: PaperUrls) => listPapers(catalog, urls)));

/** Makes what files of papers are made from: with abstracts, and with addresses that hold wherever a file goes. */
export function makeListedPapers(catalog: Catalog, urls: PaperUrls): readonly ListedPaper[] {
  return listedOf(catalog)(urls);
}

function listPapers(catalog: Catalog, urls: PaperUrls): readonly ListedPaper[] {
  const texts = new Map(catalog.entries.map(({ slug, text }) => [slug, text]));
  return makePaperData(catalog, urls).papers.map((paper) => {
    const abstract = texts.get(paper.slug);
    return {
      ...paper,
      url: new URL(paper.url, catalog.survey.address).href,
      ...(abstract && { abstract }),
    };
  });
}

const COPIED = [
  'summary',
  'published',
  'authors',
  'familyNames',
  'organization',
  'venue',
  'arxiv',
  'arxivClass',
  'doi',
  'key',
] as const;

function factsOf({ fields }: Entry): Pick<PaperRecord, 'title' | 'authorCount' | (typeof COPIED)[number]> {
  const known = COPIED.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]);
  const authorCount = authorCountOf(fields);
  const published = appearedOn(fields);
  return {
    title: fields.title,
    ...Object.fromEntries(known),
    ...(published && { published }),
    ...(authorCount && { authorCount }),
  };
}

function kindOf({ fields: { venue } }: Entry, { survey }: Catalog): Pick<PaperRecord, 'venueKind'> {
  const { venues } = survey;
  // Where venues are listed, what is not among them is likely a slip of the pen.
  const venueKind = venue && (venues ? venueKindOf(venue, venues) : guessVenueKind(venue));
  return venueKind ? { venueKind } : {};
}

function makeResult(result: Result, termNames: ReadonlyMap<string, string>): ResultRecord {
  const { benchmark, setting, metric, model, versus, quote } = result;
  const on = [benchmark && (termNames.get(benchmark) ?? benchmark), setting].filter(Boolean).join(', ');
  return {
    on,
    metric,
    value: renderValue(result),
    ...(model && { model }),
    ...(versus && { versus }),
    quote,
  };
}

/** `up to 30% gain`, `18 to 49% less`, `90%, 58.8% before`, `2.7× faster` */
export function renderValue({ value, upper, from, bound, unit = '', measure }: Result): string {
  // A sign stands at its number, a word apart from it.
  const withUnit = (number: number) => `${number}${/^[\p{L}]{2,}/u.test(unit) ? ' ' : ''}${unit}`;
  const range = upper === undefined ? withUnit(value) : say`${value} to ${withUnit(upper)}`;
  const kind = {
    score: '',
    gain: ` ${say`gain`}`,
    reduction: ` ${say`less`}`,
    'speed-up': ` ${say`faster`}`,
  }[measure];
  const before = from === undefined ? '' : say`, ${withUnit(from)} before`;
  return `${bound ? `${bound} ` : ''}${range}${kind}${before}`;
}
