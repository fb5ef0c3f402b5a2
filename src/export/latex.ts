// Text in LaTeX and BibTeX: every character that means something else there is escaped.

/** What the plain fonts of LaTeX lack, or read in another way. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // Alone it could be a command of babel's; two apostrophes would close what it opens.
  '"': '{"}',
  '→': '$\\rightarrow$',
  '↑': '$\\uparrow$',
  '↓': '$\\downarrow$',
  '×': '$\\times$',
  '±': '$\\pm$',
  '∼': '$\\sim$',
  '≈': '$\\approx$',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
  '−': '$-$',
};

const SPECIAL = /[\\{}$&#_%~^<>|"→↑↓×±∼≈≤≥−]/g;

/** Escapes a text, in one line. */
export function escapeLatex(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(SPECIAL, (character) => REPLACEMENTS[character] ?? character);
}

/** An address as the argument of `\url` or `\href`, even within the argument of another command. */
export function escapeLatexUrl(url: string): string {
  return url
    .replace(/[\\{}^`\s]/g, (character) => encodeURIComponent(character))
    .replace(/[%#&_~$]/g, (character) => (character === '~' ? '\\string~' : `\\${character}`));
}
