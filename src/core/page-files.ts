// What pages give to the build: the files beside a page, which are no pages themselves.

/** A file of the site; its path is below the root. */
export type PageFile = {
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  readonly render: () => Promise<string>;
};

/**
 * Lists the files beside a page, by the name of its own file ("papers/hive/index.html"): those of papers and of terms have
 * some. They are made when they are asked for.
 */
export type PageFiles = (page: string) => readonly PageFile[];

declare global {
  /** Put in place by src/pages/_page-files.ts, which a build loads before any page is made. */
  var CONSPECTUS_PAGE_FILES: PageFiles;
}
