// After the build: a picture for each page, as its head asks for it (og:image).
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { visit } from 'unist-util-visit';
import { picturePath } from '../site/social.ts';
import { forgetUnused, makeOnce } from './made-once.ts';
import { drawPicture, type PictureText } from './pictures/picture.ts';
import { readOnce } from './read-once.ts';
import { headOf, pageFile } from './site-files.ts';

/** At a time: each is drawn by a thread of its own. */
const AT_ONCE = 4;

/** Makes the pictures; those that an earlier build made are taken from its cache. */
export function pictures(): AstroIntegration {
  let cache = '';
  let known = '';
  return {
    name: 'conspectus-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('.cache/pictures/', config.root));
        known = fileURLToPath(new URL('.cache/pictures.json', config.root));
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const folder = fileURLToPath(dir);
        const names = pages.map(({ pathname }) => pageFile(pathname));
        const queue = [...(await findPictures(folder, names, known))];
        const work = async () => {
          for (let picture = queue.pop(); picture; picture = queue.pop())
            await writePicture(picture[1], cache, join(folder, picture[0]));
        };
        await forgetUnused(cache, async () => {
          await Promise.all(Array.from({ length: AT_ONCE }, work));
        });
        logger.info(`Pictures for links to ${pages.length} pages.`);
      },
    },
  };
}

/** The pictures of those pages that ask for one of their own, by its path; a page may ask for that of another. */
async function findPictures(
  folder: string,
  names: readonly string[],
  cache: string,
): Promise<Map<string, PictureText>> {
  const pathOf = (name: string) => picturePath(name.replace(/(?:index)?\.html$/, ''));
  const find = (page: Buffer, name: string) => {
    const head = headOf(page);
    return (head.includes(`/${pathOf(name)}"`) && readPictureText(head)) || null;
  };
  const found = await readOnce(folder, names, find, { cache, software: CONSPECTUS_ENGINE });
  return new Map([...found].flatMap(([name, text]) => (text ? [[pathOf(name), text] as const] : [])));
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

async function writePicture(text: PictureText, cache: string, target: string): Promise<void> {
  // Other software may draw the same text in another way.
  const picture = await makeOnce(cache, `${sharp.versions.sharp} ${JSON.stringify(text)}`, () =>
    sharp(Buffer.from(drawPicture(text)))
      .png({ palette: true, colours: 16, effort: 1 })
      .toBuffer(),
  );
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, picture);
}
