// While Astro builds: what it makes comes in one order, and others may follow it.
import type { AstroPrerenderer, RouteData } from 'astro';
import { byBuild, isOfPaper, pageFile } from './site-files.ts';

/** A file that Astro makes. */
export type PlannedFile = { readonly name: string; readonly isOfPaper: boolean };

/** Who wants to know how far Astro is. */
export type Follower = {
  /** Is told, before the first one is made, which files there will be, in the order in which they are made. */
  readonly plan: (files: readonly PlannedFile[]) => void | Promise<void>;
  /** Is told how many of them are there, before the next one is made; those that stay as they were may be passed over. */
  readonly reach: (count: number) => void;
};

/**
 * Has files made in the order of `byBuild`, and tells a follower of it. It counts on `build.concurrency` being 1: a file
 * is written before the next one is asked for. `base` is the path that the site is served under, with a slash at both ends.
 */
export function followPages(base: string, { plan, reach }: Follower) {
  return (astro: AstroPrerenderer): AstroPrerenderer => {
    const places = new Map<string, number>();
    return {
      ...astro,
      getStaticPaths: async () => {
        const files = (await astro.getStaticPaths())
          .map((page) => ({ page, name: fileOfPath(page.pathname, page.route) }))
          .toSorted((a, b) => byBuild(a.name, b.name));
        // Of two routes for the same file, Astro takes the first.
        const planned = files.filter(({ name }, index) => name !== files[index - 1]?.name);
        for (const [index, { name }] of planned.entries()) places.set(name, index);
        await plan(planned.map(({ page, name }) => ({ name, isOfPaper: isOfPaper(page.route) })));
        return files.map(({ page }) => page);
      },
      render: (request, options) => {
        const place = places.get(fileOf(request, options.routeData, base));
        if (place !== undefined) reach(place);
        return astro.render(request, options);
      },
    };
  };
}

/** The same for who wants to know only of pages of papers: when they begin to be made, of each, and when all are there. */
export function followPapers(
  base: string,
  {
    begin = () => undefined,
    made = () => undefined,
    end,
  }: { readonly begin?: () => void; readonly made?: (name: string) => void; readonly end: () => void },
) {
  let files: readonly PlannedFile[] = [];
  let told = 0;
  let left = 0;
  return followPages(base, {
    plan: (planned) => {
      files = planned;
      left = files.filter(({ isOfPaper }) => isOfPaper).length;
      begin();
      if (left === 0) end();
    },
    reach: (count) => {
      for (const { name, isOfPaper } of files.slice(told, count)) {
        if (!isOfPaper) continue;
        made(name);
        if (--left === 0) end();
      }
      told = Math.max(told, count);
    },
  });
}

/** The name of the file that Astro makes where it is asked for a page. */
export function fileOf({ url }: Request, route: Pick<RouteData, 'type'>, base: string): string {
  return fileOfPath(decodeURI(new URL(url).pathname).slice(base.length), route);
}

/** The same, from the path that Astro gives it. */
export function fileOfPath(pathname: string, { type }: Pick<RouteData, 'type'>): string {
  // Astro ends that of an endpoint with a slash as well, and leaves it out when it writes the file.
  const path = pathname.replace(/^\/|\/$/g, '');
  return type === 'endpoint' ? path : pageFile(path);
}
