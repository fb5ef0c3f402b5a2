// Names of people for formats that want the family name apart. A name is written out, "Ada Byron"; where its parts
// cannot be told, it stays whole.

/** A name in parts, in the words of CSL; or whole. */
export type NameParts =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/** "van", "de la": small words that begin a family name. */
const PARTICLES = new Set(
  'af al av bin da dal de del della den der des di do dos du el la le ten ter van vander von zu zum zur'.split(
    ' ',
  ),
);
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

/** Takes a name apart: `Ada Byron`, `Ludwig van Beethoven`, `Ada Byron Jr.` */
export function parseName(name: string): NameParts {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : undefined;
  const rest = suffix ? words.slice(0, -1) : words;
  // A team, a name in one word, or one in a script that writes no spaces between names.
  if (rest.length < 2 || /[,&()]/.test(name) || /\b(?:and|team|group|consortium|collaboration)\b/i.test(name))
    return { literal: name };
  const first = rest.findIndex((word, index) => index > 0 && PARTICLES.has(word));
  const start = first > 0 && first < rest.length - 1 ? first : rest.length - 1;
  return {
    family: rest.slice(start).join(' ').replace(/,$/, ''),
    given: rest.slice(0, start).join(' '),
    ...(suffix && { suffix }),
  };
}

/** The family name first, as RIS has it: `Byron, Ada, Jr.` */
export function renderFamilyFirst(name: string): string {
  const parts = parseName(name);
  if ('literal' in parts) return parts.literal;
  return [parts.family, parts.given, parts.suffix].filter(Boolean).join(', ');
}
