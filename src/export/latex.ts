// Text in LaTeX and BibTeX: every character that means something else there is escaped, except in formulas.
import { locateMaths } from '../core/maths.ts';

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

/**
 * Commands that a formula may hold: who typesets a bibliography of others' titles runs what stands in it, and `\input`
 * reads files. amssymb has `\mathbb`; all others are LaTeX's own.
 */
const COMMANDS: ReadonlySet<string> = new Set(
  `alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau upsilon
  phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
  mathbb mathbf mathcal mathit mathrm mathsf mathtt hat bar tilde vec dot overline underline frac sqrt
  le leq ge geq ne neq ll gg approx sim simeq equiv propto in notin subset subseteq cup cap times cdot pm mp div ast star
  to rightarrow leftarrow leftrightarrow Rightarrow mapsto uparrow downarrow infty partial nabla ell prime circ
  sum prod int log ln exp min max arg sup inf sin cos tan dots ldots cdots mid parallel perp forall exists
  left right langle rangle lfloor rfloor lceil rceil quad , ; : ! { } |`.split(/\s+/),
);

/** Escapes a text, in one line; a formula passes as it is, for the pages show it as one. */
export function escapeLatex(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
  let latex = '';
  let position = 0;
  for (const { start, end, text: formula } of locateMaths(line)) {
    if (!isPlainFormula(formula.slice(1, -1))) continue;
    latex += escapeCharacters(line.slice(position, start)) + formula;
    position = end;
  }
  return latex + escapeCharacters(line.slice(position));
}

function escapeCharacters(text: string): string {
  return text.replace(SPECIAL, (character) => REPLACEMENTS[character] ?? character);
}

/** Whether a formula means in LaTeX what the page shows, and cannot end early the field or cell that it stands in. */
function isPlainFormula(tex: string): boolean {
  // "O(n^2)", "\alpha_{i,j} \leq 1"; "^^" begins the code of any character.
  if (!/^[\w\s+\-*/=<>()[\].,;:!?'|^{}\\]+$/.test(tex) || tex.includes('^^')) return false;
  const commands = [...tex.matchAll(/\\([A-Za-z]+|[\s\S]|$)/g)];
  return commands.every(([, name = '']) => COMMANDS.has(name)) && isBalanced(tex);
}

/** Braces as BibTeX counts them, which does not see a backslash before one. */
function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const [brace] of tex.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** An address as the argument of `\url` or `\href`, even within the argument of another command. */
export function escapeLatexUrl(url: string): string {
  return url
    .replace(/[\\{}^`\s]/g, (character) => encodeURIComponent(character))
    .replace(/[%#&_~$]/g, (character) => (character === '~' ? '\\string~' : `\\${character}`));
}
