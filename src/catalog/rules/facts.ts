// Facts of a paper that must fit each other: authors, identifiers, dates.
import { splitName } from '../../core/author-names.ts';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { hasCheckDigit } from '../../core/orcid.ts';
import { nearest, normalizeTitle, suggest } from '../../core/text.ts';
import { parseVenue, venueKindOf } from '../../core/venue.ts';
import { count } from '../../core/words.ts';
import type { LoadedEntry, Unchecked } from '../content.ts';

/** The number of names is the number of authors. */
export function checkAuthors({ entry, front, text }: LoadedEntry): Diagnostic[] {
  const { authors, authorCount, source } = entry.fields;
  if (!authors) return [];
  if (!authorCount || authors.length === authorCount) {
    const repeated = findRepeated(authors);
    if (!authorCount) return repeated.map((index) => reportRepeated(authors, index, front));
    // Of two authors with one name the number says that they are two.
    return source || repeated.length > 0 ? [] : [reportRedundant(front, text)];
  }
  return [
    diagnose(
      'author-count',
      front.locate(['authors'], 'key'),
      `${count(authors.length, 'name')} in authors, but authorCount says ${authorCount}.`,
      'Complete the names, or correct authorCount.',
    ),
  ];
}

/** A family name is that of an author, and stands in the name. */
export function checkFamilyNames({ entry, front }: LoadedEntry): Diagnostic[] {
  const { authors = [], familyNames = {} } = entry.fields;
  return Object.entries(familyNames).flatMap(([name, family]) => {
    if (!authors.includes(name)) {
      const place = front.locate(['familyNames', name], 'key');
      return [diagnose('family-name', place, `No author is called ${name}.`, suggest(name, authors))];
    }
    if (splitName(name, family)) return [];
    const message = `${name} neither begins nor ends with ${family}.`;
    const cure = 'Write the family name as it stands in the name.';
    return [diagnose('family-name', front.locate(['familyNames', name]), message, cure)];
  });
}

/** Which names stood there before, with or without accents. */
function findRepeated(authors: readonly string[]): number[] {
  const names = authors.map(normalizeTitle);
  return [...names.keys()].filter(
    (index) => names[index] !== '' && names.indexOf(names[index] ?? '') < index,
  );
}

function reportRepeated(authors: readonly string[], index: number, front: LoadedEntry['front']): Diagnostic {
  return diagnose(
    'author-repeated',
    front.locate(['authors', index]),
    `${authors[index]} is named twice.`,
    `Remove one of the two; if two authors have the same name, say so by authorCount: ${authors.length}.`,
  );
}

/** The check digit of every ORCID is right, and none is of two authors. */
export function checkOrcids({ entry, front }: LoadedEntry): Diagnostic[] {
  const given = Object.entries(entry.fields.orcids ?? {});
  return given.flatMap(([name, orcid], index) => {
    const other = given.slice(0, index).find(([, earlier]) => earlier === orcid)?.[0];
    if (hasCheckDigit(orcid) && other === undefined) return [];
    return [
      diagnose(
        'orcid',
        front.locate(['orcids', name]),
        other === undefined
          ? `${orcid} is no ORCID: its last digit does not fit the others.`
          : `${orcid} is the ORCID of ${other} already.`,
        `Look ${name} up at https://orcid.org, or remove the line.`,
      ),
    ];
  });
}

/** An arXiv id begins with year and month of its first version; time zones may move a date into the next month. */
export function checkArxiv({ entry, front }: LoadedEntry): Diagnostic[] {
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

/** The field alone on its line: a comment behind it may say something that is lost otherwise. */
const COUNT = /^authorCount:[ \t]*\d+[ \t]*(?:\r?\n|$)/m;

/** Where a listing tells the number, it is kept beside the names, to be compared; elsewhere it says nothing. */
function reportRedundant(front: LoadedEntry['front'], text: string): Diagnostic {
  return diagnose(
    'count-redundant',
    front.locate(['authorCount'], 'key'),
    'authorCount repeats what authors says.',
    'Remove the field authorCount.',
    COUNT.test(text) ? { does: 'removed authorCount', rewrite: text.replace(COUNT, '') } : undefined,
  );
}

/** Nothing is published, or came into the survey, on a day to come. */
export function checkDates({ entry, front }: LoadedEntry, { today }: Unchecked): Diagnostic[] {
  const days = (['published', 'added'] as const).flatMap((field) =>
    checkDay(entry.fields[field], today, () => front.locate([field])),
  );
  // Journals are dated ahead, into the year to come, but no further.
  const { issued } = entry.fields;
  const isAhead = issued !== undefined && Number(issued.slice(0, 4)) > Number(today.slice(0, 4)) + 1;
  return isAhead ? [...days, ...checkDay(issued, today, () => front.locate(['issued']))] : days;
}

/** No source was listed on a day to come. */
export function checkListingDates({ survey, surveyFile, today }: Unchecked): Diagnostic[] {
  return (survey?.sources ?? []).flatMap(({ listed }, index) =>
    surveyFile ? checkDay(listed, today, () => surveyFile.locate(['sources', index, 'listed'])) : [],
  );
}

function checkDay(day: string | undefined, today: string, locate: () => Diagnostic['place']): Diagnostic[] {
  if (day === undefined || day <= today) return [];
  return [
    diagnose('date-future', locate(), `${day} has not come yet: today is ${today}.`, 'Correct the date.'),
  ];
}

/** Where a survey lists venues, it lists all of them; one that is missing is likely a slip of the pen. */
export function checkVenue({ entry, front }: LoadedEntry, { survey }: Unchecked): Diagnostic[] {
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
