// How a paper is cited, for people who paste it into a text and for programs that read its page.
import type { Catalog } from '../core/catalog.ts';
import { renderBibtexEntry } from '../export/bibtex.ts';
import { type Citation, makeCiter } from '../export/citation.ts';
import { type MetaTag, makeArticleData, makeCitationTags } from '../export/scholarly.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { makeListedPapers } from './paper-data.ts';
import type { Urls } from './urls.ts';

export type PaperCitation = {
  readonly citations: readonly Citation[];
  readonly bibtex: string;
  readonly tags: readonly MetaTag[];
  /** In the words of schema.org. */
  readonly data: object;
};

/** Makes what says how a paper is cited, by its slug. */
export function makePaperCiter(
  catalog: Catalog,
  urls: Pick<Urls, 'paper' | 'papers'>,
): (slug: string) => PaperCitation | undefined {
  const cite = makeCiter();
  const papers = new Map(makeListedPapers(catalog, urls).map((paper) => [paper.slug, paper]));
  return (slug) => {
    const paper = papers.get(slug);
    if (!paper) return undefined;
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
      data: makeArticleData(spelt, catalog.survey.language),
    };
  };
}
