// What a person asks for, as requests to public interfaces of arXiv and Hugging Face.
import { findArxiv } from './identifiers.ts';

/** A request, and what its answer is as a source of the survey. */
export type ApiRequest = {
  readonly url: string;
  /** What the answer is called as a file, without the day. */
  readonly file: string;
  /** Where it comes from, in words. */
  readonly origin: string;
};

/** The addresses of the interfaces; a test has others. */
export type ApiBases = { readonly arxiv: string; readonly huggingFace: string };

/** As their documentation gives them. */
export const API_BASES: ApiBases = {
  arxiv: 'https://export.arxiv.org/api/query',
  huggingFace: 'https://huggingface.co/api',
};

/** How many papers a search brings at most. */
const MOST_FOUND = 50;

/** What one can ask for, for messages. */
export const WANTED_FORMS =
  'arxiv:2501.01234, an address of arxiv.org or huggingface.co/papers, or search:"words"';

/**
 * Makes the requests for what is wanted: ids of arXiv travel together in one request. `unknown` are those that say
 * nothing to us.
 */
export function makeRequests(
  wanted: readonly string[],
  bases: ApiBases = API_BASES,
): { readonly requests: readonly ApiRequest[]; readonly unknown: readonly string[] } {
  const ids = new Set<string>();
  const requests: ApiRequest[] = [];
  const unknown: string[] = [];
  for (const want of wanted) {
    const request = searchRequest(want, bases) ?? huggingFaceRequest(want, bases);
    const id = request ? undefined : arxivIdOf(want);
    if (request) requests.push(request);
    else if (id) ids.add(id);
    else unknown.push(want);
  }
  if (ids.size > 0) requests.unshift(idRequest([...ids], bases));
  return { requests, unknown };
}

function idRequest(ids: readonly string[], { arxiv }: ApiBases): ApiRequest {
  const [first = ''] = ids;
  return {
    url: `${arxiv}?${new URLSearchParams({ id_list: ids.join(','), max_results: String(ids.length) })}`,
    file: `arxiv-${first.replaceAll('/', '-')}${ids.length > 1 ? `-and-${ids.length - 1}` : ''}.xml`,
    origin: `arXiv API, by id: ${ids.join(', ')}`,
  };
}

/** `search:"waggle dance"`, which arXiv looks for in all fields. */
function searchRequest(want: string, { arxiv }: ApiBases): ApiRequest | undefined {
  const words = /^search:\s*(.+)$/s.exec(want)?.[1]?.replaceAll('"', ' ').trim();
  if (!words) return undefined;
  const query = words
    .split(/\s+/)
    .map((word) => `all:${word}`)
    .join(' AND ');
  const parameters = { search_query: query, max_results: String(MOST_FOUND), sortBy: 'relevance' };
  return {
    url: `${arxiv}?${new URLSearchParams(parameters)}`,
    file: `arxiv-search-${words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)}.xml`,
    origin: `arXiv API, search for “${words}”`,
  };
}

/** `https://huggingface.co/papers/2501.01234`, or `…/papers/date/2025-12-08` for a day's list. */
function huggingFaceRequest(want: string, { huggingFace }: ApiBases): ApiRequest | undefined {
  const path = /^https?:\/\/huggingface\.co\/papers\/?([^#]*)$/.exec(want)?.[1];
  if (path === undefined) return undefined;
  const day = /^(?:date\/|\?date=)(\d{4}-\d{2}-\d{2})$/.exec(path)?.[1];
  const id = /^(\d{4}\.\d{4,5})$/.exec(path)?.[1];
  if (day)
    return {
      url: `${huggingFace}/daily_papers?date=${day}`,
      file: `huggingface-${day}.json`,
      origin: `Hugging Face Daily Papers of ${day}, from the API`,
    };
  if (id)
    return {
      url: `${huggingFace}/papers/${id}`,
      file: `huggingface-${id}.json`,
      origin: `Hugging Face papers API: ${id}`,
    };
  return undefined;
}

function arxivIdOf(want: string): string | undefined {
  const isMeant =
    /^arxiv:/i.test(want) || /^https?:\/\/(?:www\.)?arxiv\.org\//.test(want) || /^\d{4}\.\d{4,5}/.test(want);
  return isMeant ? findArxiv(want) : undefined;
}
