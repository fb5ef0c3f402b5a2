// Asking an index that is open: which papers have a word, a phrase, an author.
import { isCompound } from './compounds.ts';
import type { Pagefind, PagefindResult } from './pagefind.ts';
import { LEAST_SCORE, type PaperSet, papersWith, type Scores } from './paper-set.ts';
import type { QueryPart } from './query.ts';
import { RANKING } from './ranking.ts';

/** An index and all its papers, the newest first. */
export type OpenIndex = {
  readonly papers: readonly PagefindResult[];
  /** How well each paper answers some words, all of which it has, as Pagefind understands them. */
  readonly ask: (text: string) => Promise<Scores>;
  readonly papersOfAuthor: (name: string) => Promise<PaperSet>;
};

/** More answers than this are not remembered: of 10,000 papers each takes 40 kB. */
const MOST_REMEMBERED = 200;

/** Readies Pagefind and opens its index of the site at a base path, such as `/`. */
export async function openIndex(pagefind: Pagefind, baseUrl: string): Promise<OpenIndex> {
  // Its own worker would hand over every paper that it finds, which in a large survey takes as long as the search.
  await pagefind.options({ baseUrl, ranking: RANKING, noWorker: true });
  // Without words they come as they stand in the index: see ../integrations/search-index/write-index.ts.
  const { results: papers } = await pagefind.search(null);
  const places = new Map(papers.map(({ id }, place) => [id, place]));
  const scoresOf = (results: readonly PagefindResult[]): Scores => {
    const scores = new Float32Array(papers.length);
    // Whatever matches has some score.
    for (const { id, score } of results) scores[places.get(id) ?? -1] = Math.max(score, LEAST_SCORE);
    return scores;
  };
  const find = async (text: string) => (await pagefind.search(text)).results;
  return {
    papers,
    ask: remember(async (text) => scoresOf(await find(text)), MOST_REMEMBERED),
    papersOfAuthor: async (name) => {
      // "Byron, Ada" is written the other way round, and several words are those of one author.
      const [family = '', given] = name.trim().split(/,\s*/);
      const whole = given ? `${given} ${family}` : family;
      const found = await find(whole.includes(' ') ? `"${whole}"` : whole);
      return papersWith(
        scoresOf(found.filter(({ matchedMetaFields }) => matchedMetaFields?.includes('authors'))),
      );
    },
  };
}

/** Makes an asking that remembers its latest answers. */
export function remember<Answer>(
  ask: (question: string) => Promise<Answer>,
  most = Number.POSITIVE_INFINITY,
): (question: string) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (question) => {
    const answer = known.get(question) ?? ask(question);
    known.delete(question);
    known.set(question, answer);
    const [oldest = ''] = known.keys();
    if (known.size > most) known.delete(oldest);
    return answer;
  };
}

/** How well each paper answers what stands together: words, which may have hyphens between them or not. */
async function askTogether(index: Pick<OpenIndex, 'ask' | 'papers'>, text: string): Promise<Scores> {
  const forms = [text, withoutHyphens(text)];
  return bestOf(index.papers.length, await Promise.all(forms.map((form) => askExactly(index, form))));
}

/** Of several answers the best one for each of so many papers. */
export function bestOf(papers: number, answers: readonly Scores[]): Scores {
  const [only] = answers;
  if (only && answers.length === 1) return only;
  const best = new Float32Array(papers);
  for (const scores of answers)
    for (let place = 0; place < papers; place++) best[place] = Math.max(best[place] ?? 0, scores[place] ?? 0);
  return best;
}

/** How well each paper answers some words as they stand, not others that begin so; a word with hyphens is one word. */
export function askExactly(index: Pick<OpenIndex, 'ask'>, text: string): Promise<Scores> {
  return index.ask(`"${text}"`);
}

/** "nest box" for "nest-box". */
export function withoutHyphens(text: string): string {
  return text.replaceAll('-', ' ');
}

/** How well each paper answers a word or a phrase. */
export async function ask(index: OpenIndex, part: QueryPart): Promise<Scores> {
  switch (part.kind) {
    case 'word':
      return isCompound(part.text) ? askTogether(index, part.text) : index.ask(part.text);
    case 'phrase':
      return askTogether(index, part.text);
    case 'paper':
      return askExactly(index, part.word);
    case 'field':
      return new Float32Array(index.papers.length);
  }
}
