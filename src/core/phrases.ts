// Phrase matching, as signals and terms need it: whole words, plural or not, hyphen or space alike.

/** A phrase, compiled once and matched many times. */
export type Phrase = {
  readonly text: string;
  readonly pattern: RegExp;
  /** The longest run of plain letters and digits in it, in lower case; empty where a text may have any. */
  readonly letters: string;
};

/**
 * Compiles a phrase. Words match whole; a hyphen matches a space and the other way round; a plural `s`
 * is allowed at the end. Words with an upper-case letter inside ("RL", "GitHub") match only as written,
 * others whatever their case. A trailing `*` matches any ending: `distil*`.
 */
export function compilePhrase(text: string): Phrase {
  const words = text.split(/[\s-]+/).map((word) => wordPattern(word));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s-]+')}(?![\\p{L}\\p{N}])`, 'gu');
  const letters = text.includes('*') ? '' : longestOf(runsOf(text));
  return { text, pattern, letters };
}

function runsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function longestOf(words: readonly string[]): string {
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function wordPattern(word: string): string {
  const stem = word.replace(/\*$/, '');
  const escaped = [...stem].map((character) =>
    isLiteral(stem) ? escapeCharacter(character) : anyCase(character),
  );
  return `${escaped.join('')}${word.endsWith('*') ? '[\\p{L}\\p{N}]*' : '(?:e?s)?'}`;
}

/** "RL" and "GitHub" are written so on purpose; "Monte" is not. */
function isLiteral(word: string): boolean {
  return /\p{Lu}/u.test(word.slice(1)) || /^\p{Lu}$/u.test(word);
}

function anyCase(character: string): string {
  const lower = character.toLowerCase();
  const upper = character.toUpperCase();
  return lower === upper ? escapeCharacter(character) : `[${lower}${upper}]`;
}

function escapeCharacter(character: string): string {
  return /[\p{L}\p{N}]/u.test(character) ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/**
 * Makes what tells which of some phrases can stand in a text, by the letters of its words: of hundreds of phrases a text
 * has a few, and trying them all takes ten times as long.
 */
export function makePhraseFilter<Kind extends Phrase>(phrases: readonly Kind[]): (text: string) => Kind[] {
  const byLetters = Map.groupBy(phrases, ({ letters }) => letters);
  return (text) => lettersIn(text).flatMap((run) => byLetters.get(run) ?? []);
}

let latest: { readonly text: string; readonly letters: readonly string[] } | undefined;

/** The runs of letters that a text has, each once, and none. The latest are kept: the phrases of many themes are looked for in one text. */
function lettersIn(text: string): readonly string[] {
  if (latest?.text === text) return latest.letters;
  const letters = new Set(['']);
  for (const run of new Set(runsOf(text))) {
    letters.add(run);
    // What a phrase names in the singular, a text may have in the plural.
    if (run.endsWith('s')) letters.add(run.slice(0, -1));
    if (run.endsWith('es')) letters.add(run.slice(0, -2));
  }
  latest = { text, letters: [...letters] };
  return latest.letters;
}

/** Every place where a phrase stands in a text. */
export function matchPhrase({ pattern }: Phrase, text: string): RegExpExecArray[] {
  // Not `matchAll`, which copies the pattern for each text: most texts have few of many.
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    // A phrase that is nothing but `*` finds no words, and would for ever.
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
