// What pages give to the build: the files beside the page of each paper, which are no pages themselves.

/** A file of the site; its path is below the root. */
export type PaperFile = {
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  readonly render: () => Promise<string>;
};

/** Lists the files beside the page of a paper, by its slug; they are made when they are asked for. */
export type PaperFiles = (slug: string) => readonly PaperFile[];

declare global {
  /** Put in place by src/pages/_paper-files.ts, which a build loads before any page is made. */
  var CONSPECTUS_PAPER_FILES: PaperFiles;
}
