// Phrase matching, as signals and terms need it: whole words, plural or not, hyphen or space alike.

/** A phrase, compiled once and matched many times. */
export type Phrase = { readonly text: string; readonly pattern: RegExp };

/**
 * Compiles a phrase. Words match whole; a hyphen matches a space and the other way round; a plural `s`
 * is allowed at the end. Words with an upper-case letter inside ("RL", "GitHub") match only as written,
 * others whatever their case. A trailing `*` matches any ending: `distil*`.
 */
export function compilePhrase(text: string): Phrase {
  const words = text.split(/[\s-]+/).map((word) => wordPattern(word));
  return { text, pattern: new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s-]+')}(?![\\p{L}\\p{N}])`, 'gu') };
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

/** Every place where a phrase stands in a text. */
export function findPhrase(phrase: Phrase, text: string): string[] {
  return text.match(phrase.pattern) ?? [];
}
