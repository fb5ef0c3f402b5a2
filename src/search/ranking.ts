// How search weighs what it finds, in one place, for the browser and the terminal.
import type { PagefindRanking } from './pagefind.ts';

/** Characters that are part of words here: Pagefind would otherwise find every "A" for "A*". */
export const INDEXED_CHARACTERS = '*+@';

/** Weights for Pagefind: see its documentation on ranking for what each does. */
export const RANKING = {
  termFrequency: 1,
  termSaturation: 1.4,
  termSimilarity: 1,
  // Abstracts differ little in length, and a long one is no better.
  pageLength: 0.3,
  // The title says most, then our summary, then what we say in plain words, and the questions that it answers.
  metaWeights: { title: 8, summary: 4, plain: 2, questions: 2, authors: 1 },
} satisfies PagefindRanking;

/** How surely a term of the glossary is meant by ... */
export const TERM_STRENGTHS = {
  /** its name or an alias, "WD" for "waggle dance", or all words of one, or one word that people say who do not know it; */
  name: 1,
  /** all of several words that such people say: hardly by chance; */
  everyday: 2,
  /** one word of its names, */
  wordOfName: 0.5,
  /** of what people say, */
  wordOfEveryday: 0.25,
  /** or of its definition. */
  wordOfDefinition: 0.25,
} as const;

/** A paper that uses a term which is meant at least so surely has the word; a term below is only offered as near. */
export const TERM_COUNTS = 0.5;

/** A word that more than this share of the papers have means itself, and a term only by its whole name. */
export const COMMON_SHARE = 0.5;

/** A paper that has only the parts of a word with hyphens, and not together, has at most this share of it. */
export const PIECES_SHARE = 0.4;

/** A word that only begins like the one that is asked for adds at most this share, where some paper has the word itself. */
export const BEGINNING_SHARE = 0.5;

/** What a term that is surely meant adds to a word, where the word in the best place of a text is 1. */
export const TERM_SHARE = 0.4;

/** Having a word at all earns this share of its weight; where and how often it stands earns the rest. */
export const PART_BASE = 0.3;

/** So much more it adds where the title or summary of the paper names the term. */
export const CENTRALITY = 0.5;

/** What a word adds that says the same as one of the query, in the best place of a text. */
export const ALIKE_SHARE = 0.4;

/** A word of the commonest English weighs this share of what its rarity among the papers says. */
export const LIGHT_SHARE = 0.6;

/** With so many papers that have all words, those that lack some are not shown. */
export const ENOUGH = 20;

/** Nor are they if what no paper has at all weighs as much as the rest: then what is asked for is not there. */
export const KNOWN_SHARE = 0.5;

/** A paper that lacks words is shown if it has at least this share of their weight ... */
export const PARTIAL_SHARE = 0.2;

/**
 * ... and its score is multiplied by that share to this power: a paper that lacks a telling word comes after those
 * that lack none, one that lacks "make" need not.
 */
export const COVERAGE_POWER = 0.25;

/** Papers that the search page shows at a time. */
export const HITS = 10;

/** Words of context in an excerpt. */
export const EXCERPT_WORDS = 32;

/** In a survey so large, words that at least this share of the papers have come with their answers: see common-words.ts. */
export const COMMON_FROM = 0.05;

/** Of words that this share has, the places where they stand are loaded only for phrases in quotes: see write-index.ts. */
export const WIDESPREAD_FROM = 0.1;

/** With fewer papers than this, a search takes too little time to be worth a thread of its own. */
export const WORTH_A_WORKER = 1000;
