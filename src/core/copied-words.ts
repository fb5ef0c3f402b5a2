// Whether a sentence of ours is one of theirs.

/** A shorter run of words in common is how one speaks of the same thing. */
const LONG_RUN = 8;
/** It is a copy when the run makes up this share of the sentence. */
const SHARE = 0.5;

/** The longest run of words that a sentence has in common with a text, if it is long enough to be a copy. */
export function findCopiedWords(sentence: string, text: string): string | undefined {
  const words = wordsAndNumbers(sentence);
  const theirs = ` ${wordsAndNumbers(text).join(' ')} `;
  let longest: readonly string[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let end = start + longest.length + 1; end <= words.length; end++) {
      const run = words.slice(start, end);
      if (!theirs.includes(` ${run.join(' ')} `)) break;
      longest = run;
    }
  }
  const isCopy = longest.length >= LONG_RUN && longest.length >= SHARE * words.length;
  return isCopy ? longest.join(' ') : undefined;
}

function wordsAndNumbers(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
