// What a result is called, on pages and in lists. Alone, so that a page which only names results loads no more than this.

/** The id of a result on pages: `result-scouts-1`. */
export function resultId(slug: string, index: number): string {
  return `result-${slug}-${index + 1}`;
}

/** The name of the paper that has a result. */
export function paperOfResult(id: string): string {
  return id.replace(/^result-|-\d+$/g, '');
}
