// Names of authors for formats that want the family name apart. A name is written out, "Ada Byron"; where its parts
// cannot be told, it stays whole. An entry may say which words are the family name.

/** A name in parts, in the words of CSL; or whole. */
export type NameParts =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

/** "van", "de la": small words that begin a family name. */
const PARTICLES = new Set(
  'af al av bin da dal das de degli dei del dell della den der des di do dos du el ibn la le ten ter van vande vander vom von zu zum zur'.split(
    ' ',
  ),
);
/** "Van der", "De La": written large, one such word may be a given name, as in "Nguyen Van Hung"; two are none. */
const LARGE = /^(?:Van|Von|De) (?:de|den|der|la|las|los)$/i;
/** What is no name of a person: "Hive Team", "Hive Research", "Institute of Swarms", "Bees Ltd". */
const GROUP =
  /\b(?:and|team|group|consortium|collaboration|initiative|project|network|alliance|foundation|association|society|committee|council|corporation|company|research|labs?|laborator\w+|cent(?:er|re)|institut\w*|universit\w*|gesellschaft|inc|ltd|gmbh)\b/i;
/** "Jr.", "III": behind the family name, and no part of it. */
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;
/** The family names that are given, by name; for a group its whole name. */
export type FamilyNames = Readonly<Record<string, string>>;

/** Takes a name apart: `Ada Byron`, `Ludwig van Beethoven`, `Ada Byron Jr.` */
export function parseName(name: string, families: FamilyNames = {}): NameParts {
  const known = Object.hasOwn(families, name) ? families[name] : undefined;
  const split = known === undefined ? undefined : splitName(name, known);
  if (known && split) return split.given === '' ? { literal: name } : { family: known, ...split };
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : undefined;
  const rest = suffix ? words.slice(0, -1) : words;
  // A group, a name in one word, or one in a script that writes no spaces between names.
  if (rest.length < 2 || /[,&()]/.test(name) || isGroup(name)) return { literal: name };
  const first = rest.findIndex(
    (word, index) => index > 0 && (PARTICLES.has(word) || isLarge(word, rest.slice(index + 1))),
  );
  const start = first > 0 && first < rest.length - 1 ? first : rest.length - 1;
  return {
    family: rest.slice(start).join(' ').replace(/,$/, ''),
    given: rest.slice(0, start).join(' '),
    ...(suffix && { suffix }),
  };
}

/** "Van", before "der Berg": a name follows the second word. */
function isLarge(word: string, [next, ...others]: readonly string[]): boolean {
  return others.length > 0 && LARGE.test(`${word} ${next}`);
}

/** Whether a name is that of a group, as is said or by its words; of one such as "Hive" these cannot tell. */
export function isGroup(name: string, families: FamilyNames = {}): boolean {
  if (Object.hasOwn(families, name)) return families[name] === name;
  return GROUP.test(name) || /\sAI$/.test(name);
}

/** The family name first, as RIS has it: `Byron, Ada, Jr.` */
export function renderFamilyFirst(name: string, families: FamilyNames = {}): string {
  const parts = parseName(name, families);
  if ('literal' in parts) return parts.literal;
  return [parts.family, parts.given, parts.suffix].filter(Boolean).join(', ');
}

/** What a name is besides its family name. */
type SplitName = { readonly given: string; readonly suffix?: string };

/** Takes a name apart at its family name, which ends it, `Ada [Byron King] Jr.`, or begins it; undefined where it does neither. */
export function splitName(name: string, family: string): SplitName | undefined {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const suffix = SUFFIX.test(last) ? last : undefined;
  const whole = suffix ? words.slice(0, -1).join(' ') : name;
  if (family === name || family === whole) return { given: '', ...(suffix && { suffix }) };
  if (whole.endsWith(` ${family}`))
    return { given: whole.slice(0, -family.length - 1), ...(suffix && { suffix }) };
  return name.startsWith(`${family} `) ? { given: name.slice(family.length + 1) } : undefined;
}
