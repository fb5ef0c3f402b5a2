// What stands around the content of every page: the survey's own facts, and which of its sections have something to show.
import type { Catalog } from '../core/catalog.ts';
import { type PaperSource, paperSource } from '../core/data-pieces.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
import { PAPERS_PER_PIECE } from './page-sizes.ts';
import { makeEntryTerms } from './term-note.ts';

/** A section that every page offers in its head line, where it has something to show. */
export type SectionId = 'themes' | 'papers' | 'terms' | 'results' | 'map' | 'about' | 'list' | 'search';

export type SiteFrame = {
  readonly survey: SurveyFields;
  readonly sections: ReadonlySet<SectionId>;
  /** Where scripts find papers, below the root. */
  readonly data: PaperSource;
};

/**
 * Makes the frame. The page of a section without data is built all the same, as its address is known, and says that
 * there is nothing yet; but nothing offers it.
 */
export function makeFrame(catalog: Catalog): SiteFrame {
  const { survey, themes, entries } = catalog;
  const hasPapers = entries.length > 0;
  const termsOf = makeEntryTerms(catalog);
  const hasData: Readonly<Record<SectionId, boolean>> = {
    themes: themes.length > 0,
    papers: hasPapers,
    terms: entries.some((entry) => termsOf(entry).length > 0),
    results: entries.some(({ fields }) => (fields.results ?? []).length > 0),
    map: hasPapers,
    about: true,
    list: hasPapers,
    search: hasPapers,
  };
  const ids = Object.keys(hasData) as SectionId[];
  const data = paperSource(entries.length, PAPERS_PER_PIECE);
  return { survey, sections: new Set(ids.filter((id) => hasData[id])), data };
}
