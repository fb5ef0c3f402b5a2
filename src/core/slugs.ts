// Addresses and citation keys, made from titles by rules that give the same result on every run.
import { normalizeTitle } from './text.ts';

const MAX_SLUG = 60;
const MAX_NAME_WORDS = 8;
const KEY_WORDS = 3;
/** Words that must not end a shortened title: "-and", "-via-the". */
const DANGLING = /(?:-(?:a|an|and|at|before|by|for|from|in|into|it|of|on|or|the|to|via|with))+$/;

/** Names in use: a set, or a map with them as keys. */
type Taken = Pick<ReadonlySet<string>, 'has'>;

/**
 * Makes the slug of a title: the name before the colon where the title has one ("Nest Choice: How ..." ->
 * `nest-choice`), else as many whole words as fit in 60 characters. A star in a name is spelled out, so that
 * "Hive*" and "Hive" differ. `taken` holds slugs in use; on a collision more of the title is used, then a number.
 */
export function makeSlug(title: string, taken: Taken = new Set()): string {
  const name = title.split(':', 1)[0] ?? title;
  const isShort = normalizeTitle(name).split(' ').length <= MAX_NAME_WORDS;
  const candidates = [slugify(isShort ? name : title), slugify(title)];
  const free = candidates.find((slug) => !taken.has(slug));
  if (free) return free;
  for (let number = 2; ; number++) {
    const slug = `${candidates[0]}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

function slugify(text: string): string {
  const words = normalizeTitle(
    text.replaceAll('*', ' star ').replaceAll('+', ' plus ').replaceAll('&', ' and ').replaceAll(/['’]/g, ''),
  )
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  let slug = words[0]?.slice(0, MAX_SLUG) || 'untitled';
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > MAX_SLUG) break;
    slug += `-${word}`;
  }
  return slug.replace(DANGLING, '');
}

/**
 * Makes a citation key: the first three words of the slug and the year, as `nestchoice2025`.
 * On a collision a letter is added: `nestchoice2025b`.
 */
export function makeKey(slug: string, year: string, taken: ReadonlySet<string> = new Set()): string {
  const stem = slug.split('-').slice(0, KEY_WORDS).join('');
  const base = `${/^[a-z]/.test(stem) ? stem : `p${stem}`}${year}`;
  if (!taken.has(base)) return base;
  const letter = [...'bcdefghijklmnopqrstuvwxyz'].find((candidate) => !taken.has(base + candidate));
  if (letter) return base + letter;
  let number = 27;
  while (taken.has(`${base}x${number}`)) number++;
  return `${base}x${number}`;
}
