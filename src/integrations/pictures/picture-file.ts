// Where the picture of a page is, and whether it has one of its own.
import { picturePath } from '../../site/social.ts';

/** Where the picture of a page goes, below the root of the site. */
export function pictureFile(name: string): string {
  return picturePath(name.replace(/(?:index)?\.html$/, ''));
}

/** Whether a page, by its head, has a picture of its own; it may ask for that of another. */
export function asksForPicture(head: string, name: string): boolean {
  return head.includes(`/${pictureFile(name)}"`);
}
