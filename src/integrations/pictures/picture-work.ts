// Making the pictures of pages, in a thread of its own: see ../beside-pages.ts.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import type { PagesJob } from '../beside-pages.ts';
import { makeOnce } from '../made-once.ts';
import { readHead } from '../site-files.ts';
import { drawPicture, type PictureText } from './picture.ts';
import { asksForPicture, pictureFile } from './picture-file.ts';

/** Where the pages are, and where what was made before is kept. */
type Job = PagesJob & { readonly folder: string; readonly cache: string };

/** Pictures at a time: each is drawn by one of the four threads by which Node reads and writes files, Astro's too. */
const AT_ONCE = 3;

/** Writes the pictures of some pages; ahead, makes those that are asked for. */
export async function work({ folder, cache, software, items, isAhead }: Job): Promise<void> {
  const queue = items.filter((name) => !isAhead || existsSync(join(folder, name)));
  const workThrough = async () => {
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      const head = readHead(join(folder, name));
      const text = asksForPicture(head, name) && readPictureText(head);
      const picture =
        text && (await makeOnce(cache, `${software} ${JSON.stringify(text)}`, () => makePicture(text)));
      if (!picture || isAhead) continue;
      const target = join(folder, pictureFile(name));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, picture);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
}

function makePicture(text: PictureText): Promise<Buffer> {
  return (
    sharp(Buffer.from(drawPicture(text)))
      // Letters on a plain ground: to mix colours by dots takes three times as long, and twice the bytes.
      .png({ palette: true, colours: 16, effort: 1, dither: 0 })
      .toBuffer()
  );
}

/** What a page says in its head; undefined where it asks for no picture. */
export function readPictureText(html: string): PictureText | undefined {
  const said = new Map<string, string>();
  const [head = ''] = /<head>.*?<\/head>/s.exec(html) ?? [];
  visit(fromHtml(head), 'element', ({ tagName, properties }: Element) => {
    const name = String(properties['property'] ?? properties['name']);
    // The first colour of two is that of the day.
    if (tagName === 'meta' && !said.has(name)) said.set(name, String(properties['content']));
  });
  if (!said.has('og:image')) return undefined;
  const section = said.get('article:section');
  return {
    site: said.get('og:site_name') ?? '',
    title: said.get('og:title') ?? '',
    description: said.get('og:description') ?? '',
    paper: said.get('theme-color') ?? '',
    ...(section && { theme: { title: section, hue: Number(said.get('conspectus:hue')) } }),
  };
}
