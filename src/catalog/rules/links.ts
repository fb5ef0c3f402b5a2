// Links and images in what is written in Markdown.
import type { Definition, Image, ImageReference, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { toHttps } from '../../core/https-hosts.ts';
import { listAddresses } from '../../core/site-pages.ts';
import { nearest } from '../../core/text.ts';
import type { Body } from '../bodies.ts';
import type { Unchecked } from '../content.ts';
import { makePlacer } from '../places.ts';

/** The place of an offset into the body. */
type PlaceAt = (offset: number) => Diagnostic['place'];

/** Makes the check of bodies: links lead somewhere, and safely; images say what they show. */
export function makeLinkCheck(content: Unchecked): (body: Body) => Diagnostic[] {
  const site = makeSite([
    ...listAddresses({
      themes: content.themeIds,
      // A stub has no page.
      entries: content.entries.flatMap(({ entry }) => (entry.fields.stub ? [] : entry.slug)),
      paths: content.paths.map(({ path }) => path.id),
      terms: content.terms,
    }),
    ...content.publicFiles,
  ]);
  return (body) => checkBody(body, site);
}

/** What the site has at its addresses. */
type SiteAddresses = {
  readonly has: (address: string) => boolean;
  /** The address that was likely meant by one that the site does not have. */
  readonly guess: (address: string) => string | undefined;
};

/** To compare an address with all others takes long; after so many slips, no more are guessed at. */
const MOST_GUESSES = 100;

function makeSite(addresses: readonly string[]): SiteAddresses {
  const known = new Set(addresses);
  const named = addresses.filter((address) => address !== '');
  const guesses = new Map<string, string | undefined>();
  return {
    has: (address) => known.has(address),
    guess(address) {
      if (!guesses.has(address) && guesses.size < MOST_GUESSES) guesses.set(address, nearest(address, named));
      return guesses.get(address);
    },
  };
}

function checkBody(shown: Body, site: SiteAddresses): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const root = shown.tree();
  const placeAt = makePlacer(shown.body, shown.file, shown.bodyLine);
  const pictures = new Set<string>();
  visit(root, 'imageReference', ({ identifier }) => {
    pictures.add(identifier);
  });
  visit(root, (node) => {
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image')
      diagnostics.push(...checkAddress(node, shown, placeAt, site, pictures));
    if (node.type === 'image' || node.type === 'imageReference')
      diagnostics.push(...checkImage(node, placeAt));
  });
  return diagnostics;
}

function checkImage({ alt, position }: Image | ImageReference, placeAt: PlaceAt): Diagnostic[] {
  if (alt?.trim()) return [];
  return [
    diagnose(
      'image-text',
      placeAt(position?.start.offset ?? 0),
      'The image has no text that says what it shows.',
      'Write it in the brackets, as in ![A bee points the way](dance.png).',
    ),
  ];
}

function checkAddress(
  node: Link | Definition | Image,
  shown: Body,
  placeAt: PlaceAt,
  site: SiteAddresses,
  pictures: ReadonlySet<string>,
): Diagnostic[] {
  const { url } = node;
  const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
  const start = node.position?.start.offset ?? Math.max(shown.body.indexOf(url), 0);
  const place = placeAt(Math.max(shown.body.indexOf(url, start), start));
  const protocol = /^([a-z][a-z0-9+.-]*):|^\/\//i.exec(url)?.[1]?.toLowerCase(); // "http", "mailto"
  if (protocol === undefined && !url.startsWith('//'))
    return checkInternal(url, place, { page: shown.page, isPicture }, site);
  if (isPicture) return [reportPictureElsewhere(url, place)];
  // The words of an abstract are quoted, its addresses too.
  if (protocol === 'https' || protocol === 'mailto' || (shown.isQuoted && protocol === 'http')) return [];
  const https = toHttps(url);
  return [
    diagnose(
      'link-address',
      place,
      `The address ${url} is not https.`,
      https ? `Write ${https}` : 'Write the https address of the page, if it has one, or leave the link out.',
      https ? { does: `wrote ${https}`, from: url, to: https } : undefined,
    ),
  ];
}

/** No page loads anything from another site. */
function reportPictureElsewhere(url: string, place: Diagnostic['place']): Diagnostic {
  return diagnose(
    'image-elsewhere',
    place,
    `The image ${url} is not of this site, so its text is shown in its place.`,
    'Put the picture into public/, if its licence allows that, or link to the page that shows it.',
  );
}

const HERE = 'https://here.invalid/';

function checkInternal(
  url: string,
  place: Diagnostic['place'],
  { page, isPicture }: { readonly page: string; readonly isPicture: boolean },
  site: SiteAddresses,
): Diagnostic[] {
  if (url.startsWith('#') || url.startsWith('?')) return [];
  const target = URL.canParse(url, HERE + page) ? new URL(url, HERE + page).pathname.slice(1) : url;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  if (site.has(target)) {
    if (!url.startsWith('/')) return [];
    const relative = relativeTo(page, target) + rest;
    const cure = `Write ${relative}`;
    const fix = { does: `wrote ${relative}`, from: url, to: relative };
    return [
      diagnose('internal-link', place, `${url} breaks where the site is served below a path.`, cure, fix),
    ];
  }
  if (isPicture) {
    const file = path.split('/').at(-1);
    const cure = `Put it into public/, and write ${relativeTo(page, '')}${file}`;
    return [diagnose('internal-link', place, `There is no picture ${url}.`, cure)];
  }
  const message = `There is no page ${url}.`;
  if (site.has(`${target}/`) && !url.startsWith('/'))
    return [
      diagnose('internal-link', place, message, `Write ${path}/${rest}`, {
        does: `wrote ${path}/${rest}`,
        from: url,
        to: `${path}/${rest}`,
      }),
    ];
  const near = site.guess(target);
  const cure = near ? `Did you mean ${relativeTo(page, near)}?` : 'Link to a page such as ../../papers/.';
  return [diagnose('internal-link', place, message, cure)];
}

/** The address of a page, as another page writes it. */
function relativeTo(page: string, target: string): string {
  return '../'.repeat(page.split('/').length - 1) + target;
}
