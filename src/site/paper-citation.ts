// How a paper is cited, for people who paste it into a text and for programs that read its page.
import { askAhead } from '../core/ahead.ts';
import { onceInARow } from '../core/once.ts';
import { renderBibtexEntry } from '../export/bibtex.ts';
import type { Citation } from '../export/citation.ts';
import type { ListedPaper, PaperRecord } from '../export/paper-record.ts';
import { type MetaTag, makeArticleData, makeCitationTags } from '../export/scholarly.ts';
import { plainFormulas } from '../formulas/formula.ts';

export type PaperCitation = {
  readonly citations: readonly Citation[];
  readonly bibtex: string;
  readonly tags: readonly MetaTag[];
  /** In the words of schema.org. */
  readonly data: object;
};

/** Gives the references of some papers, each in all styles. */
export type Cite = (papers: readonly PaperRecord[]) => Promise<readonly (readonly Citation[])[]>;

declare global {
  /** Put in place by src/integrations/references.ts before any page is made. */
  var CONSPECTUS_CITE: Cite;
}

/**
 * Makes what says how a paper is cited. `papers` are all of them, in the order in which they are most likely asked for;
 * `language` is that of the survey.
 */
export function makePaperCiter(
  papers: readonly ListedPaper[],
  language: string,
  cite: Cite,
): (paper: ListedPaper) => Promise<PaperCitation> {
  const citationsOf = askAhead(papers, (some) => cite(some.map(forReference)));
  // The page and its twin ask for the same.
  return onceInARow(async (paper: ListedPaper): Promise<PaperCitation> => {
    const spelt = spellOut(paper);
    return {
      bibtex: renderBibtexEntry(paper),
      tags: makeCitationTags(spelt),
      data: makeArticleData(spelt, language),
      citations: await citationsOf(paper),
    };
  });
}

/** BibTeX is TeX; for everybody else formulas are spelt out. */
function spellOut(paper: ListedPaper): ListedPaper {
  return {
    ...paper,
    title: plainFormulas(paper.title),
    ...(paper.abstract && { abstract: plainFormulas(paper.abstract) }),
  };
}

/** What a reference is made from, and nothing else that would have to be told. */
function forReference({ abstract: _, ...paper }: ListedPaper): PaperRecord {
  return { ...spellOut(paper), themes: [], terms: [], results: [] };
}
