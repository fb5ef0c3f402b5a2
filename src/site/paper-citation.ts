// How a paper is cited, for people who paste it into a text and for programs that read its page.
import { onceInARow } from '../core/once.ts';
import { renderBibtexEntry } from '../export/bibtex.ts';
import { type Citation, makeCiter } from '../export/citation.ts';
import type { ListedPaper } from '../export/paper-record.ts';
import { type MetaTag, makeArticleData, makeCitationTags } from '../export/scholarly.ts';
import { plainFormulas } from '../formulas/formula.ts';

export type PaperCitation = {
  readonly citations: readonly Citation[];
  readonly bibtex: string;
  readonly tags: readonly MetaTag[];
  /** In the words of schema.org. */
  readonly data: object;
};

/** Makes what says how a paper is cited; `language` is that of the survey. */
export function makePaperCiter(language: string): (paper: ListedPaper) => PaperCitation {
  const cite = makeCiter();
  // The page and its twin ask for the same.
  return onceInARow((paper: ListedPaper): PaperCitation => {
    // BibTeX is TeX; for everybody else formulas are spelt out.
    const spelt = {
      ...paper,
      title: plainFormulas(paper.title),
      ...(paper.abstract && { abstract: plainFormulas(paper.abstract) }),
    };
    return {
      citations: cite(spelt),
      bibtex: renderBibtexEntry(paper),
      tags: makeCitationTags(spelt),
      data: makeArticleData(spelt, language),
    };
  });
}
