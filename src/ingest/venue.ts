// Where a paper appeared, from the fields of a bibliography to one text, as `parseVenue` takes it apart.
import { renderVenue } from '../core/venue.ts';

/** What bibliographies say beside the name of a venue. */
type VenueFields = {
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  /** Remarks of any kind, of which those count that say how a paper appeared. */
  readonly notes?: readonly (string | undefined)[];
};

/** How a paper can have appeared at a conference, as notes of bibliographies say it. */
const APPEARANCE = /^(?:oral|spotlight|poster|main|long|short|demo|findings|tutorial|workshop|keynote)$/i;

/** Puts a venue together; undefined where it has no name, or is arXiv, which is none. */
export function readVenue(
  name: string | undefined,
  { volume, issue, notes = [] }: VenueFields,
): string | undefined {
  if (!name || /^(?:arxiv|corr$)/i.test(name)) return undefined;
  const remarks = notes.flatMap((text) => (text ?? '').split(/[;\n]/)).map((text) => text.trim());
  const note = remarks.find((text) => APPEARANCE.test(text));
  const isNumbered = /^\d+$/.test(volume ?? '');
  return renderVenue({
    name,
    ...(isNumbered && volume && { volume }),
    ...(isNumbered && issue && /^\d+(?:[-–]\d+)?$/.test(issue) && { issue }),
    ...(note && { note: note.toLowerCase() }),
  });
}
