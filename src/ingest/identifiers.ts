// Identifiers of papers, found in the addresses and notes in which sources hide them.
import { ID_FORMS, IDENTIFIERS } from '../core/paper-ids.ts';

/** The identifiers that tell papers apart. */
export type Identifiers = {
  readonly arxiv?: string;
  readonly doi?: string;
  readonly openreview?: string;
  readonly acl?: string;
};

/** An arXiv id in a text. "arXiv:2501.01234", "https://arxiv.org/abs/2501.01234" */
const ARXIV = new RegExp(
  String.raw`(?:arxiv\s*[:.]\s*|arxiv\.org/(?:abs|pdf|html)/|/papers/|arxiv preprint\s+)(${ID_FORMS.arxiv})`,
  'i',
);

/** Finds an arXiv id in "2501.01234v2", "arXiv:2501.01234" or an address of arXiv; without its version. */
export function findArxiv(text: string): string | undefined {
  const bare = text.trim().replace(/v\d+$/, '');
  if (IDENTIFIERS.arxiv.test(bare)) return bare;
  const found = ARXIV.exec(text.slice(0, 2000))?.[1];
  return found && IDENTIFIERS.arxiv.test(found) ? found : undefined;
}

/** A DOI in a text; angle brackets only as "<1661::AID-SIM968>". "10.1061/(ASCE)0733-9445(2000)126:1(17)" */
const DOI = new RegExp(ID_FORMS.doi);

/** Finds a DOI in "10.1000/x", "doi:10.1000/x" or an address, in lower case: DOIs do not tell cases apart. */
function findDoi(text: string): string | undefined {
  const plain = decode(text.slice(0, 2000)).replace(/&([lg])t;/gi, (_, sign) =>
    /l/i.test(sign) ? '<' : '>',
  );
  const match = DOI.exec(plain);
  if (!match) return undefined;
  // What goes on behind a bracket that is no part of a DOI would be half of one, but for the end of an element.
  if (/^<[^/]/.test(plain.slice(match.index + match[0].length))) return undefined;
  const found = trimClosing(match[0]).toLowerCase();
  return IDENTIFIERS.doi.test(found) ? found : undefined;
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Drops marks of punctuation at the end, and brackets that nothing in the text opens: "10.1000/x(1))." -> "10.1000/x(1)" */
function trimClosing(text: string): string {
  const last = text.at(-1) ?? '';
  const opening = OPENING[last];
  const isSurplus = opening ? text.split(opening).length < text.split(last).length : /[.,;]/.test(last);
  return isSurplus ? trimClosing(text.slice(0, -1)) : text;
}

/** Sorts what a source says into identifiers. A DOI that arXiv gives out is the arXiv id, and no version of its own. */
export function identify(hints: {
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
  readonly urls?: readonly (string | undefined)[];
}): Identifiers {
  const urls = (hints.urls ?? []).filter((url) => url !== undefined);
  const doi = [hints.doi, ...urls.filter((url) => /doi\.org\//i.test(url))]
    .map((text) => (text ? findDoi(text) : undefined))
    .find((found) => found);
  const ofDoi = /^10\.48550\/arxiv\.(.+)$/.exec(doi ?? '')?.[1];
  const arxiv = [hints.arxiv, ofDoi, ...urls.filter((url) => /arxiv\.org|\/papers\//i.test(url))]
    .map((text) => (text ? findArxiv(text) : undefined))
    .find((found) => found);
  const openreview = firstMatch(urls, /openreview\.net\/(?:forum|pdf)\?(?:.*&)?id=([A-Za-z0-9_-]+)/);
  const acl = firstMatch(urls, /aclanthology\.org\/([A-Za-z0-9.-]+?)(?:\.pdf|\.bib|\/|$)/);
  return {
    ...(arxiv && { arxiv }),
    ...(doi && !ofDoi && { doi }),
    ...(openreview && IDENTIFIERS.openreview.test(openreview) && { openreview }),
    ...(acl && IDENTIFIERS.acl.test(acl) && { acl }),
  };
}

function firstMatch(urls: readonly string[], pattern: RegExp): string | undefined {
  return urls.map((url) => pattern.exec(url)?.[1]).find((found) => found);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An https address; an http one is made safe; undefined for anything else. */
export function httpsAddress(text: string | undefined): string | undefined {
  const address = text?.trim().replace(/^http:/i, 'https:');
  return address && URL.canParse(address) && new URL(address).protocol === 'https:' ? address : undefined;
}
