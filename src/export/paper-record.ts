// What exports and the reader's own lists know of a paper: the shape of /data/papers.json. Plain values, so that
// what is copied from a page says the same as the page.
import { parseVenue, type VenueKind } from '../core/venue.ts';
import { say } from '../core/words.ts';

/** All papers of a survey, newest first. */
export type PaperData = {
  /** Title of the survey. */
  readonly survey: string;
  /** Where their pages are published, with a slash at the end: the name of a paper and a slash follow. */
  readonly address: string;
  readonly papers: readonly PaperRecord[];
};

/** A paper. What its source does not give is left out, never filled in. */
export type PaperRecord = {
  readonly slug: string;
  readonly title: string;
  /** Its page; from the root of the site in the file, absolute once loaded. */
  readonly url: string;
  readonly summary?: string;
  /** Day of the first version, such as `2025-01-08`; its month or year alone, where no more is known. */
  readonly published?: string;
  readonly authors?: readonly string[];
  /** Family names of authors for whom they are not the last word, by name; for a group its whole name. */
  readonly familyNames?: Readonly<Record<string, string>>;
  /** How many authors there are, where that is known. */
  readonly authorCount?: number;
  readonly organization?: string;
  /** As people write it: `Animal Behaviour 12(3), 2025`. */
  readonly venue?: string;
  /** Where the survey says so. */
  readonly venueKind?: VenueKind;
  readonly arxiv?: string;
  /** Its primary class at arXiv, such as `q-bio.PE`. */
  readonly arxivClass?: string;
  readonly doi?: string;
  /** Citation key. */
  readonly key?: string;
  /** Titles of its themes, the primary one first. */
  readonly themes: readonly string[];
  /** Names of the terms of the glossary that it uses. */
  readonly terms: readonly string[];
  readonly results: readonly ResultRecord[];
  readonly links: readonly LinkRecord[];
};

/** A paper in a list to export: with its abstract, where that is at hand, and with what its reader added. */
export type ListedPaper = PaperRecord & {
  /** The abstract, as plain text. */
  readonly abstract?: string;
  readonly isRead?: boolean;
  readonly note?: string;
};

/** A quantitative result, in words. */
export type ResultRecord = {
  /** Name of the benchmark, or what was measured. */
  readonly on: string;
  readonly metric: string;
  /** The value with its limits and unit: `up to 30% gain`, `90%, 58.8% before`. */
  readonly value: string;
  readonly model?: string;
  readonly versus?: string;
  /** The words of the abstract that state it. */
  readonly quote: string;
};

export type LinkRecord = { readonly label: string; readonly url: string };

/** The citation key of a paper; one without has its name in addresses, without hyphens. */
export function keyOf({ key, slug }: Pick<PaperRecord, 'key' | 'slug'>): string {
  return key ?? slug.replaceAll('-', '');
}

type Places = Pick<PaperRecord, 'arxiv' | 'doi' | 'links' | 'url'>;

/** Where a paper is read: at arXiv, at its publisher, else on its page in the survey. */
export function addressOf(paper: Places): string {
  if (paper.arxiv) return `https://arxiv.org/abs/${paper.arxiv}`;
  return publishedAt(paper) ?? paper.url;
}

/** Where a reference leads: one that names a venue to what that published, where it is known. */
export function citedAddressOf(paper: Places & Pick<PaperRecord, 'venue'>): string {
  return (paper.venue && publishedAt(paper)) || addressOf(paper);
}

function publishedAt({ doi, links }: Places): string | undefined {
  return links.find(({ label }) => label === PAPER_LINK)?.url ?? (doi && `https://doi.org/${encodeURI(doi)}`);
}

/** What the link to the paper itself is called. */
export const PAPER_LINK = say`Paper`;

/** Year, month and day on which a paper appeared, as far as they are known: those of the venue, which may name a year. */
export function dateOf({ venue, published }: Pick<PaperRecord, 'venue' | 'published'>): readonly string[] {
  const ofVenue = venue && parseVenue(venue).year;
  const parts = published?.split('-') ?? [];
  // The day is of the first version, which says nothing of the day of another.
  return ofVenue ? [ofVenue] : venue ? parts.slice(0, 1) : parts;
}
