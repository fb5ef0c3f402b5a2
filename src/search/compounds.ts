// Words of several parts, such as "nest-box" and names like "Hive-R1": what Pagefind knows of them, and what it has to be told.

/** Whether a word has parts that are words: "nest-box". */
export function isCompound(word: string): boolean {
  return /[\p{L}\p{M}\p{N}*+@]-[\p{L}\p{N}]/u.test(word);
}

/** A word, with hyphens if it has some. All words are taken, for to look for names alone is to try each of their letters. */
const WORD = /[\p{L}\p{N}.]+(?:-[\p{L}\p{N}.]+)*/gu;

/** What names have: a hyphen, or a capital letter after a small one: "Hive-R1-7B", "BeeR1". */
const IS_NAME = /-|\p{Ll}\p{Lu}/u;

/**
 * The parts of the names in a text, each once, which Pagefind does not have as words: it takes "Hive-R1" for "hive", "r" and
 * "1", the last two of which it leaves out, and "ReBuild-style" for "re", "build" and "style".
 */
export function partsOfNames(text: string): readonly string[] {
  const names = (text.match(WORD) ?? []).filter((word) => IS_NAME.test(word)).map(withoutDots);
  const parts = names.flatMap((name) => {
    const between = name.split('-');
    const within = between.flatMap((part) => part.split(/(?<=\p{Ll})(?=\p{Lu})/u));
    return [...between, ...within].map(withoutDots).filter((part) => part !== name && isTakenApart(part));
  });
  return [...new Set(parts)];
}

/** A word without the end of its sentence. */
function withoutDots(word: string): string {
  return word.replace(/^\.+|\.+$/g, '');
}

/** Whether Pagefind has only the parts of a word that stands within another: of "R1" and "ReBuild", but not of "hive". */
function isTakenApart(part: string): boolean {
  return /\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}/u.test(part);
}
