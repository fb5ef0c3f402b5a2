// Where a paper appeared, as people write it ("ICML 2025 (oral)"), and the parts that bibliographies want of it.

/** What a venue is: bibliographies have one type of record for each. */
export const VENUE_KINDS = ['journal', 'proceedings'] as const;
export type VenueKind = (typeof VENUE_KINDS)[number];

/** The parts of a venue; only the name is always there. */
export type VenueParts = {
  readonly name: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly year?: string;
  /** How it appeared there: `oral`. */
  readonly note?: string;
};

/** "Animal Behaviour 2025 (oral)" -> "oral"; the bracket of "Bees 6(10)" is an issue. */
const NOTE = /\s+\(([^()]+)\)$/;
/** The notes of a venue that tell a talk from a poster, "oral" or "main track", and not one volume from another, "findings". */
const PRESENTATION =
  /^(?:main|long|short|oral|poster|spotlight|highlight)(?: (?:conference|track|paper|presentation|talk))?$/i;
/** "Animal Behaviour 2025", "Bees 6(10), 2025" */
const YEAR = /,?\s+((?:19|20)\d\d)$/;
/** "Bees 6(10)", "Bees 6(10-11)" */
const ISSUE = /,?\s+(\d+)\((\d+(?:[-–]\d+)?)\)$/;

/** Takes a venue apart: `Bees 6(10), 2025 (short)`. What fits no part stays in the name. */
export function parseVenue(text: string): VenueParts {
  const note = NOTE.exec(text)?.[1];
  const withoutNote = note === undefined ? text : text.replace(NOTE, '');
  const year = YEAR.exec(withoutNote)?.[1];
  const withoutYear = year === undefined ? withoutNote : withoutNote.replace(YEAR, '');
  const [, volume, issue] = ISSUE.exec(withoutYear) ?? [];
  return {
    name: withoutYear.replace(ISSUE, ''),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(year && { year }),
    ...(note && { note }),
  };
}

/** A venue as bibliographies print it, without how a paper was presented there: `Hive 2025 (oral)` -> `Hive 2025`. */
export function withoutPresentation(venue: string): string {
  return venue.replace(NOTE, (bracket, note) => (PRESENTATION.test(note) ? '' : bracket));
}

/** Writes the parts as one text, which `parseVenue` takes apart again. */
export function renderVenue({ name, volume, issue, year, note }: VenueParts): string {
  const place = volume ? `${name} ${volume}${issue ? `(${issue})` : ''}` : name;
  const dated = year ? `${place}${volume ? ',' : ''} ${year}` : place;
  return note ? `${dated} (${note})` : dated;
}

/** A venue that the survey lists. */
export type KnownVenue = { readonly name: string; readonly kind: VenueKind };

/** What only journals are called, "Journal of Bees", "Bee Letters", and what only a meeting is, "Workshop on Honey". */
const JOURNAL = /\b(?:journal|transactions|letters|annals|quarterly|magazine|zeitschrift)\b/i;
const MEETING = /\b(?:conference|workshop|symposium|congress|colloquium|konferenz|tagung|kongress)\b/i;
/** "Proceedings of the 3rd Hive" is of a meeting; "Proceedings of the Society of Bees" may well be a journal. */
const NUMBERED = /\bproceedings of (?:the )?\d/i;

/** What kind of venue a text names by its own words; undefined where they do not say it, or say both. */
export function guessVenueKind(text: string): VenueKind | undefined {
  const { name } = parseVenue(text);
  const isJournal = JOURNAL.test(name);
  const isMeeting = MEETING.test(name) || NUMBERED.test(name);
  if (isJournal === isMeeting) return undefined;
  return isJournal ? 'journal' : 'proceedings';
}

/** What kind of venue a text names; undefined where the survey does not list it. */
export function venueKindOf(text: string, venues: readonly KnownVenue[]): VenueKind | undefined {
  const { name } = parseVenue(text);
  return venues.find((venue) => venue.name === name)?.kind;
}
