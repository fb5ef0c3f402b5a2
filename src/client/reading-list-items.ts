// The reading list as a value: saved papers in an order, each perhaps read, perhaps with a note.
import { SLUG } from '../core/slug.ts';
import { parseJson } from './choose-store.ts';

/** A saved paper. */
export type ListItem = { readonly slug: string; readonly isRead: boolean; readonly note: string };
export type ReadingList = readonly ListItem[];
/** A paper that was taken off a list, and its place there. */
export type Removed = { readonly item: ListItem; readonly place: number };

/** Bounds for what a file or an address may bring. */
const MAX_ITEMS = 1000;
export const MAX_NOTE = 2000;

/** Whether a paper is saved. */
export function isSaved(list: ReadingList, slug: string): boolean {
  return list.some((item) => item.slug === slug);
}

/** Saves papers at the end, each once. */
export function addPapers(list: ReadingList, slugs: readonly string[]): ReadingList {
  const added = [...new Set(slugs)].filter((slug) => SLUG.test(slug) && !isSaved(list, slug));
  return [...list, ...added.map((slug) => ({ slug, isRead: false, note: '' }))].slice(0, MAX_ITEMS);
}

/** Takes a paper off the list. */
export function removePaper(list: ReadingList, slug: string): ReadingList {
  return list.filter((item) => item.slug !== slug);
}

/** Puts a paper back that was taken off a list: where it stood, whatever has come to the list since. */
export function putBack(list: ReadingList, { item, place }: Removed): ReadingList {
  return isSaved(list, item.slug) ? list : list.toSpliced(place, 0, item);
}

/** Changes what a reader added to a paper. */
export function changeItem(
  list: ReadingList,
  slug: string,
  change: Partial<Omit<ListItem, 'slug'>>,
): ReadingList {
  return list.map((item) => (item.slug === slug ? { ...item, ...change } : item));
}

/** Moves a paper up (-1) or down (1); at an end it stays. */
export function movePaper(list: ReadingList, slug: string, by: -1 | 1): ReadingList {
  const from = list.findIndex((item) => item.slug === slug);
  const item = list[from];
  if (!item || from + by < 0 || from + by >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(from + by, 0, item);
}

/** Reads what was kept; nothing where that cannot be read. */
export function parseList(text: string | null): ReadingList {
  return readItems(parseJson(text));
}

/** Writes the list as it is kept. */
export function renderList(list: ReadingList): string {
  return JSON.stringify(list.map(({ slug, isRead, note }) => ({ slug, read: isRead, note })));
}

/** Lists had a format of their own once: readers have kept such files. */
const OLD_FORMAT = 'conspectus-reading-list';

/** Reads a list that was exported as JSON; undefined where a file is another. */
export function parseListFile(text: string): ReadingList | undefined {
  const file = parseJson(text);
  if (!isRecord(file)) return undefined;
  if (file['format'] === OLD_FORMAT && Array.isArray(file['items'])) return readItems(file['items']);
  // A list of papers that names a survey, such as any page of one exports.
  return typeof file['survey'] === 'string' && Array.isArray(file['papers'])
    ? readItems(file['papers'])
    : undefined;
}

/** Puts another list at the end of one's own: one's own marks and notes stay, an empty note is filled. */
export function mergeLists(own: ReadingList, other: ReadingList): ReadingList {
  const theirs = new Map(other.map((item) => [item.slug, item]));
  const kept = own.map((item) => ({ ...item, note: item.note || (theirs.get(item.slug)?.note ?? '') }));
  return [...kept, ...other.filter(({ slug }) => !isSaved(own, slug))].slice(0, MAX_ITEMS);
}

/** `#p=scouts,quorum` */
export function renderListHash(list: ReadingList): string {
  return `#p=${list.map(({ slug }) => slug).join(',')}`;
}

/** The papers that an address shares; none where it shares nothing. */
export function parseListHash(hash: string): readonly string[] {
  const value = new URLSearchParams(hash.replace(/^#/, '')).get('p') ?? '';
  return [...new Set(value.split(','))].filter((slug) => SLUG.test(slug)).slice(0, MAX_ITEMS);
}

function readItems(value: unknown): ReadingList {
  if (!Array.isArray(value)) return [];
  const items = new Map<string, ListItem>();
  for (const item of value.slice(0, MAX_ITEMS)) {
    if (!isRecord(item)) continue;
    // A kept list says `read`, an exported one `isRead`, as records of papers do.
    const { slug, read, isRead, note } = item;
    if (typeof slug !== 'string' || !SLUG.test(slug) || items.has(slug)) continue;
    items.set(slug, {
      slug,
      isRead: read === true || isRead === true,
      note: typeof note === 'string' ? note.slice(0, MAX_NOTE) : '',
    });
  }
  return [...items.values()];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
