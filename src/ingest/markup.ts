// Texts of catalogues carry bits of HTML and JATS: the marks go, the words and formulas stay.

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

/** Elements whose marks are dropped. "<i>", "</jats:p>", '<span class="nocase">' */
const TAG =
  /<\/?(?:jats:|mml:)?(?:abstract|b|bold|br|div|em|i|inline-formula|italic|li|list|list-item|monospace|ol|p|sc|scp|sec|small|span|strong|sub|sup|title|tt|u|ul)(?:\s[^<>]{0,300})?\/?>/gi;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|apos|gt|lt|nbsp|quot));/gi; // "&amp;", "&#233;"

/** Plain text of a text with marks. Total, and a text without marks stays as it is. */
export function stripMarkup(text: string): string {
  return text
    .replace(TAG, (tag) => (/^<\/?(?:jats:)?(?:p|sec|title|br|li|div)\b/i.test(tag) ? ' ' : ''))
    .replace(REFERENCE, (all, decimal, hexadecimal, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? all;
      const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : all;
    });
}
