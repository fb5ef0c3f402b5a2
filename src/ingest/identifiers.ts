// Identifiers of papers, found in the addresses and notes in which sources hide them.
import { IDENTIFIERS } from '../core/schema/entry.ts';

/** The identifiers that tell papers apart. */
export type Identifiers = {
  readonly arxiv?: string;
  readonly doi?: string;
  readonly openreview?: string;
  readonly acl?: string;
};

/** Finds an arXiv id in "2501.01234v2", "arXiv:2501.01234" or an address of arXiv; without its version. */
export function findArxiv(text: string): string | undefined {
  const bare = text.trim().replace(/v\d+$/, '');
  if (IDENTIFIERS.arxiv.test(bare)) return bare;
  const match =
    /(?:arxiv\s*[:.]\s*|arxiv\.org\/(?:abs|pdf|html)\/|\/papers\/|arxiv preprint\s+)((?:\d{4}\.\d{4,5})|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i.exec(
      text.slice(0, 2000),
    );
  const found = match?.[1];
  return found && IDENTIFIERS.arxiv.test(found) ? found : undefined;
}

/** Finds a DOI in "10.1000/x", "doi:10.1000/x" or an address, in lower case: DOIs do not tell cases apart. */
function findDoi(text: string): string | undefined {
  const match = /10\.\d{4,9}\/[^\s"<>]+/.exec(decode(text.slice(0, 2000)));
  const found = match?.[0].replace(/[.,;}\])]+$/, '').toLowerCase();
  return found && IDENTIFIERS.doi.test(found) ? found : undefined;
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
