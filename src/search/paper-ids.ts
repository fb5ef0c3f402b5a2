// Papers by what names them elsewhere: a pasted arXiv id, DOI or address leads to its paper.
import { ID_FORMS } from '../core/paper-ids.ts';

/** An identifier in a text: its place, and the word by which the index has its paper. */
export type FoundId = {
  readonly start: number;
  readonly end: number;
  readonly isExcluded: boolean;
  readonly word: string;
};

/** Each form of an identifier, with what may stand around it; the group is what tells the paper. */
const FORMS: readonly string[] = [
  // "2501.01234", "arXiv:2501.01234v2 [q-bio.PE]", "arXiv q-bio/0601001", "10.48550/arXiv.2501.01234"
  // and addresses: "https://arxiv.org/pdf/2501.01234.pdf", "https://huggingface.co/papers/2501.01234".
  String.raw`(?:\S*?arxiv[.:]\s*|arxiv\s+|https?://(?!\S*/10\.)\S*/)?` +
    String.raw`(${ID_FORMS.arxiv})(?:v\d+)?(?:\.pdf)?(?:\s*\[[a-z.-]+\])?`,
  // "10.1000/bees.2025.7", "doi: 10.1000/bees.2025.7", "https://doi.org/10.1000/bees.2025.7"
  String.raw`(?:doi:?\s*|https?://\S*/)?(${ID_FORMS.doi}?)`,
  // "https://openreview.net/forum?id=aB3_xYz9Qr"
  String.raw`https?://openreview\.net/\S*[?&]id=(${ID_FORMS.openreview})\S*?`,
  // "P19-1001", "2025.bees-main.12", "https://aclanthology.org/2025.bees-main.12.pdf"
  String.raw`(?:https?://(?:www\.)?aclanthology\.org/)?(${ID_FORMS.acl})(?:\.pdf|\.bib|/)?`,
];

/** Any of them between spaces, brackets or quotation marks, perhaps excluded, perhaps at the end of a sentence. */
const ID = new RegExp(String.raw`(?<![^\s"<(])(-?)(?:${FORMS.join('|')})(?=[.,;:)>]*(?:[\s"]|$))`, 'gi');

/** Finds the identifiers of papers in a query, from the left. */
export function findIds(text: string): FoundId[] {
  return [...text.matchAll(ID)].map((match) => {
    const [whole, minus, ...ids] = match;
    const id = ids.find((one) => one !== undefined) ?? '';
    return {
      start: match.index,
      end: match.index + whole.length,
      isExcluded: minus === '-',
      word: wordOfId(id),
    };
  });
}

/** Letters that stand for digits: of these no language makes an ending, which would be cut off. */
const DIGITS = 'bcfhjkmpqw';

/**
 * The word by which the index has the paper of an identifier. Only letters, for Pagefind would have "2501" and "01234" as
 * words of their own, by which papers would be found that have nothing to do with such a number.
 */
export function wordOfId(id: string): string {
  const plain = id.toLowerCase().replace(/[^a-z\d]/g, '');
  return `id${plain.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? '')}`;
}
