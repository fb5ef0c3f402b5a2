// References as people paste them into a text, in the styles of the Citation Style Language. Made at build: the
// processor, citeproc-js, is far too large for a reader's browser.
import citeproc from 'citeproc';
import { type CslItem, makeCslItem } from './csl.ts';
import { citedAddressOf, type PaperRecord } from './paper-record.ts';

/** A reference in one style; `html` has italics and nothing else that is not text. */
export type Citation = { readonly style: string; readonly html: string };

/** The files of the styles, below `styles/`, and that of the words in them. */
const STYLE_FILES = { APA: 'apa.csl', ACL: 'association-for-computational-linguistics.csl' } as const;
const LOCALE_FILE = 'locales-en-US.xml';

/**
 * What styles say of many references together, how they are sorted and told apart: each paper has a list of its own. And
 * how they are cited within a text, which the processor tries for each, to see whether two look alike. Without these a
 * reference is made in half the time.
 */
const OF_SEVERAL = /<sort>.*?<\/sort>| (?:disambiguate|givenname)-[a-z-]+="[^"]*"/gs;
const WITHIN_TEXT = /<citation\b.*?<\/citation>/s;
const PLAIN = '<citation><layout><text value="-"/></layout></citation>';

function forOneReference(style: string): string {
  return style.replace(OF_SEVERAL, '').replace(WITHIN_TEXT, PLAIN);
}

/**
 * Makes the references of papers, in each style. The processor is made once for all of them; `readStyle` gives the text of a
 * file below `styles/`.
 */
export function makeCiter(readStyle: (name: string) => string): (paper: PaperRecord) => Citation[] {
  let item: CslItem | undefined;
  const locale = readStyle(LOCALE_FILE);
  const system = { retrieveLocale: () => locale, retrieveItem: () => item };
  const engines = Object.entries(STYLE_FILES).map(
    ([style, name]) =>
      [style, new citeproc.Engine(system, forOneReference(readStyle(name)), 'en-US')] as const,
  );
  let made = 0;
  return (paper) =>
    engines.map(([style, engine]) => {
      const render = (content: CslItem): string | undefined => {
        // The processor remembers items by their ids: each gets one that was not seen before.
        const id = `item-${made++}`;
        item = { ...content, id };
        try {
          engine.updateItems([id]);
          const bibliography = engine.makeBibliography();
          return bibliography ? toInline(bibliography[1][0] ?? '') : '';
        } catch {
          return undefined;
        }
      };
      const content = citable(makeCslItem(paper), paper);
      // It takes names apart further, and stumbles over some that are made of signs.
      return { style, html: render(content) ?? render(withWholeNames(content, paper)) ?? '' };
    });
}

function withWholeNames(item: CslItem, { authors = [] }: PaperRecord): CslItem {
  return { ...item, author: authors.map((literal) => ({ literal })) };
}

/**
 * What belongs into a reference: no remarks, abstracts or keywords. Of an item that is in no journal and no proceedings
 * the style of the ACL prints its note alone, and APA prints none: the number of a preprint stands there, in the words
 * of the ACL's own style for BibTeX.
 */
function citable({ note: _, abstract: __, keyword: ___, ...item }: CslItem, paper: PaperRecord): CslItem {
  return {
    ...item,
    ...(item.publisher === 'arXiv' && { note: `<i>Preprint</i>, ${item.number}` }),
    URL: citedAddressOf(paper),
  };
}

/** `<div class="csl-entry">Byron, A. <i>Bees</i>.</div>` -> `Byron, A. <i>Bees</i>.` */
function toInline(entry: string): string {
  return entry
    .replace(/<\/?(?!\/?(?:i|b|sub|sup)>)[a-z][^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
