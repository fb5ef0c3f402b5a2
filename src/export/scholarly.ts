// A paper for programs that read its page: the tags that Google Scholar and Zotero look for, and schema.org.
import type { Book, Periodical, PublicationIssue, PublicationVolume, ScholarlyArticle } from 'schema-dts';
import { isGroup, renderFamilyFirst } from '../core/author-names.ts';
import { parseVenue } from '../core/venue.ts';
import { addressOf, dateOf, type ListedPaper } from './paper-record.ts';

/** A meta tag. */
export type MetaTag = { readonly name: string; readonly content: string };

/**
 * The tags of Highwire Press, which Google Scholar asks for (https://scholar.google.com/intl/en/scholar/inclusion.html)
 * and Zotero reads. No author is named where the names are not known.
 */
export function makeCitationTags(paper: ListedPaper): MetaTag[] {
  const { title, authors, familyNames = {}, arxiv, doi, url } = paper;
  // As it is written, but where programs would take another word for the family name.
  const nameOf = (name: string) =>
    Object.hasOwn(familyNames, name) ? renderFamilyFirst(name, familyNames) : name;
  const tags: readonly (readonly [name: string, content: string | undefined])[] = [
    ['title', title],
    ...(authors ?? []).map((name) => ['author', nameOf(name)] as const),
    ['publication_date', dateOf(paper).join('/')],
    ...venueTags(paper),
    ['arxiv_id', arxiv],
    ['doi', doi],
    ['abstract_html_url', url],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name: `citation_${name}`, content }] : []));
}

function venueTags({ venue, venueKind }: ListedPaper): readonly (readonly [string, string | undefined])[] {
  if (!venue || !venueKind) return [];
  const { name, volume, issue, year } = parseVenue(venue);
  if (venueKind === 'proceedings') return [['conference_title', [name, year].filter(Boolean).join(' ')]];
  return [
    ['journal_title', name],
    ['volume', volume],
    ['issue', issue],
  ];
}

/** A node of schema.org, whose types tell which properties it may have, not a mere address. */
type Node<Thing> = Exclude<Thing, string>;
type Article = Node<ScholarlyArticle>;
type Place = Node<Book | Periodical | PublicationVolume | PublicationIssue>;

/** The paper as a ScholarlyArticle of schema.org; `language` is that of the survey. */
export function makeArticleData(paper: ListedPaper, language: string): Article {
  const { title, authors, familyNames, arxiv, doi, url, abstract, terms } = paper;
  const place = makePlace(paper);
  const identifiers = [
    ...(arxiv ? [{ '@type': 'PropertyValue' as const, propertyID: 'arXiv', value: arxiv }] : []),
    ...(doi ? [{ '@type': 'PropertyValue' as const, propertyID: 'DOI', value: doi }] : []),
  ];
  return {
    '@type': 'ScholarlyArticle',
    '@id': url,
    mainEntityOfPage: url,
    name: title,
    headline: title,
    ...(authors && { author: authors.map((name) => makeAuthor(name, familyNames)) }),
    ...(dateOf(paper).length > 0 && { datePublished: dateOf(paper).join('-') }),
    ...(place && { isPartOf: place }),
    ...(identifiers.length > 0 && { identifier: identifiers }),
    ...(addressOf(paper) !== url && { sameAs: addressOf(paper) }),
    ...(abstract && { abstract }),
    ...(terms.length > 0 && { keywords: terms.join(', ') }),
    inLanguage: language,
  };
}

function makeAuthor(name: string, families: ListedPaper['familyNames']) {
  return isGroup(name, families)
    ? { '@type': 'Organization' as const, name }
    : { '@type': 'Person' as const, name };
}

function makePlace({ venue, venueKind }: ListedPaper): Place | undefined {
  if (!venue || !venueKind) return undefined;
  const { name, volume, issue, year } = parseVenue(venue);
  if (venueKind === 'proceedings') return { '@type': 'Book', name: [name, year].filter(Boolean).join(' ') };
  const journal: Place = { '@type': 'Periodical', name };
  const inVolume: Place = volume
    ? { '@type': 'PublicationVolume', volumeNumber: volume, isPartOf: journal }
    : journal;
  return issue ? { '@type': 'PublicationIssue', issueNumber: issue, isPartOf: inVolume } : inVolume;
}
