// After the build: a picture for each page, as its head asks for it (og:image).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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

/** At a time: each is drawn by a thread of its own. */
const AT_ONCE = 4;

/** Makes the pictures; those that an earlier build made are taken from its cache. */
export function pictures(): AstroIntegration {
  let cache = '';
  return {
    name: 'conspectus-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = fileURLToPath(new URL('.cache/pictures/', config.root));
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        const folder = fileURLToPath(dir);
        const queue = pages.map(({ pathname }) => pathname);
        const work = async () => {
          for (let page = queue.pop(); page !== undefined; page = queue.pop()) {
            const html = await readFile(pageFile(folder, page), 'utf8');
            const text = html.includes(`/${picturePath(page)}"`) && readPictureText(html);
            if (text) await writePicture(text, cache, join(folder, picturePath(page)));
          }
        };
        await forgetUnused(cache, async () => {
          await Promise.all(Array.from({ length: AT_ONCE }, work));
        });
        logger.info(`Pictures for links to ${pages.length} pages.`);
      },
    },
  };
}

function pageFile(folder: string, page: string): string {
  return join(folder, page.startsWith('404') ? '404.html' : join(page, 'index.html'));
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
