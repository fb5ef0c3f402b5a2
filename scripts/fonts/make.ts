// Makes the files of src/fonts/ from packages: of each face in src/styles/fonts.css the letters and the weights. Needed when a
// package has a new version or a face other letters: then `npm install --no-save subset-font` (4 MB of WebAssembly, so it is
// not among the packages of the project), and `node scripts/fonts/make.ts`.
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFaces } from './faces.ts';

type SubsetFont = (
  font: Buffer,
  letters: string,
  options: Readonly<Record<string, unknown>>,
) => Promise<Buffer>;

/** What our text asks of a font: kerning, ligatures, figures that stand in columns, accents, and other forms of heavy letters. */
const FEATURES = ['kern', 'liga', 'ccmp', 'pnum', 'tnum', 'mark', 'mkmk', 'rvrn'];
/** Of the names in a font: who made it, its version, and its licence. */
const NAMES = [0, 5, 13, 14];

// Not named in the call, for the types of the package may not be there.
const name = 'subset-font';
const { default: subsetFont } = (await import(name)) as { default: SubsetFont };
const styles = new URL('../../src/styles/', import.meta.url);
const resolve = createRequire(import.meta.url).resolve;

for (const { file, source, letters, weights } of readFaces(
  await readFile(new URL('fonts.css', styles), 'utf8'),
)) {
  const font = await subsetFont(await readFile(resolve(source)), String.fromCodePoint(...letters), {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    preserveNameIds: NAMES,
    variationAxes: { wght: weights },
  });
  await writeFile(new URL(file, styles), font);
  console.log(`${file} ${font.length} bytes`);
}
