// What we use of citeproc, which brings no types: https://citeproc-js.readthedocs.io/
declare module 'citeproc' {
  type System = {
    readonly retrieveLocale: (language: string) => string;
    readonly retrieveItem: (id: string) => unknown;
  };
  class Engine {
    constructor(system: System, style: string, language?: string, forceLanguage?: boolean);
    updateItems(ids: readonly string[]): void;
    makeBibliography(): [parameters: unknown, entries: readonly string[]] | false;
  }
  const citeproc: { readonly Engine: typeof Engine };
  export default citeproc;
}
