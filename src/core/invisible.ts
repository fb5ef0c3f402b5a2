// Characters that nobody sees, or that turn the direction of text around ("Trojan Source", CVE-2021-42574).

/** An invisible character: what it is called, and where in the text (offset in UTF-16 units). */
export type Invisible = { readonly character: string; readonly name: string; readonly offset: number };

/** Zero-width characters, direction marks and overrides, the soft hyphen, and a byte order mark within a text. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** U+200D joins pictures into one ("👩‍🚀"), and U+200C and U+200D shape letters of Arabic and Indic scripts. */
const JOINERS =
  /(?<=\p{Extended_Pictographic}\uFE0F?)\u200D(?=\p{Extended_Pictographic})|(?<=[\p{scx=Arab}\p{scx=Deva}\p{scx=Beng}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{M}])[\u200C\u200D]/gu;

/** Finds invisible characters, those left out without which a script cannot be written. */
export function findInvisible(text: string): Invisible[] {
  const found = [...text.matchAll(INVISIBLE)];
  if (found.length === 0) return [];
  const joiners = new Set([...text.matchAll(JOINERS)].map(({ index }) => index));
  return found
    .filter(({ index }) => !joiners.has(index))
    .map(({ 0: character, index }) => ({ character, name: nameOf(character), offset: index }));
}

/**
 * A text in which control characters are told by their numbers, but for those in `kept`: as they are they could erase lines
 * of a terminal.
 */
export function showControls(text: string, kept = ''): string {
  return text.replace(/\p{Cc}/gu, (character) => (kept.includes(character) ? character : pointOf(character)));
}

function pointOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function nameOf(character: string): string {
  const code = character.charCodeAt(0);
  const turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  return `${turns ? 'a character that turns the direction of text around' : 'an invisible character'} (${pointOf(character)})`;
}
