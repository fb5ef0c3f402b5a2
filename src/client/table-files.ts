// The rows of a table that stands on several pages, in files of data: loaded once a reader sorts or filters.

/** Fetches all files of rows, whose names count from 1: `source` is the first, such as `/data/rows/papers-1.json`. */
export function loadRowFiles<Rows>(source: string, files: number): Promise<Rows[]> {
  const address = (file: number) => source.replace(/1(?=\.json$)/, String(file));
  return Promise.all(Array.from({ length: files }, (_, index) => loadRowFile<Rows>(address(index + 1))));
}

/** The portable edition puts another `fetch` in place of the browser's, which reads no file beside the page. */
async function loadRowFile<Rows>(address: string): Promise<Rows> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: status ${response.status}`);
  return (await response.json()) as Rows;
}
