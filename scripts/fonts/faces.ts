// The faces of src/styles/fonts.css whose files are ours, made from packages.

/** A face: its file and that of the package which it is made from, the code points that it is for, and its weights. */
export type Face = {
  /** Relative to src/styles/. */
  readonly file: string;
  readonly source: string;
  readonly letters: readonly number[];
  readonly weights: { readonly min: number; readonly max: number };
};

const OUR_FILE = /url\("(\.\.\/fonts\/([\w-]+)-(normal|italic)-\w+\.woff2)"\)/;
const RANGE = /U\+([\dA-F]+)(?:-([\dA-F]+))?/g;

/** Reads the faces out of a stylesheet; those with the file of a package are left out. */
export function readFaces(css: string): Face[] {
  return (css.match(/@font-face \{[^}]*\}/g) ?? []).flatMap((rule) => {
    const [, file = '', family, style] = OUR_FILE.exec(rule) ?? [];
    const [, min, max] = /font-weight: (\d+) (\d+);/.exec(rule) ?? [];
    return file === ''
      ? []
      : {
          file,
          source: `@fontsource-variable/${family}/files/${family}-latin-wght-${style}.woff2`,
          letters: lettersOf(rule),
          weights: { min: Number(min), max: Number(max) },
        };
  });
}

/** The code points of a `unicode-range`. */
export function lettersOf(rule: string): number[] {
  return [...rule.matchAll(RANGE)].flatMap(([, first = '', last = first]) => {
    const from = Number.parseInt(first, 16);
    return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, index) => from + index);
  });
}
