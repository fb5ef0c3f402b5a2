// Names of people for formats that want the family name apart. A name is written out, "Ada Byron"; where its parts
// cannot be told, it stays whole.

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
/** What is no name of a person: "The Hive", "Hive Research", "Institute of Swarms", "Bees Ltd". */
const GROUP =
  /^The\s|\b(?:and|team|group|consortium|collaboration|initiative|project|network|alliance|foundation|association|society|committee|council|corporation|company|research|labs?|laborator\w+|cent(?:er|re)|institut\w*|universit\w*|gesellschaft|inc|ltd|gmbh)\b/i;
const SUFFIX = /^(?:Jr|Sr)\.?$|^(?:II|III|IV)$/;

/** Takes a name apart: `Ada Byron`, `Ludwig van Beethoven`, `Ada Byron Jr.` */
export function parseName(name: string): NameParts {
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

/** Whether a name is that of a group, by its words; of one such as "Hive" none can tell. */
export function isGroup(name: string): boolean {
  return GROUP.test(name) || /\sAI$/.test(name);
}

/** The family name first, as RIS has it: `Byron, Ada, Jr.` */
export function renderFamilyFirst(name: string): string {
  const parts = parseName(name);
  if ('literal' in parts) return parts.literal;
  return [parts.family, parts.given, parts.suffix].filter(Boolean).join(', ');
}
