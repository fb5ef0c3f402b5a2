// Where files of content/ stand, and how their text is written.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { suggest } from '../../core/text.ts';
import type { Unchecked } from '../content.ts';
import { placeInText } from '../places.ts';

/** Files that stand in content/ itself; the first is the only one that every survey has. */
const TOP = ['survey.yaml', 'glossary.yaml', 'relevance.yaml', 'words.yaml', 'README.md'];
/** Folders whose files are looked at where they are read, and those whose files are as they were received. */
const FOLDERS = ['entries', 'themes', 'paths', 'sources'];

/** No file of content/ stands where nobody would look for it. */
export function checkPlaces({ files }: Unchecked): Diagnostic[] {
  return files.flatMap((file) => {
    const [, first = '', ...rest] = file.split('/');
    const known = rest.length > 0 ? FOLDERS : TOP;
    if (known.includes(first)) return [];
    return [
      diagnose(
        'file-misplaced',
        { file },
        `Nothing reads ${file}.`,
        `${rest.length > 0 ? `The folders of content/ are ${FOLDERS.join(', ')}.` : suggest(first, TOP)} Or remove it.`,
      ),
    ];
  });
}

/** A byte order mark, spaces before the end of a line, no line end at the end. */
const UNTIDY = /^\uFEFF|(?<![ \t])[ \t]+(?=\r?\n|$)|(?<!\n)$/g;

/** Texts are written in one form, so that a change shows in a comparison only where something has changed. */
export function checkFileForms({ texts }: Unchecked): Diagnostic[] {
  return [...texts].flatMap(([file, text]) => {
    const found = text === '' ? [] : [...text.matchAll(UNTIDY)];
    if (!found[0]) return [];
    const more = found.length > 1 ? ` There are ${found.length} such places in the file.` : '';
    return [
      diagnose(
        'file-form',
        placeInText(text, found[0].index, file),
        `${describe(found[0][0])}${more}`,
        'Run npm run check -- --fix, which changes nothing else.',
        { does: 'tidied the white space', rewrite: tidy(text) },
      ),
    ];
  });
}

function describe(found: string): string {
  if (found === '') return 'The last line has no end.';
  return found === '\uFEFF' ? 'The file begins with a byte order mark.' : 'The line ends with white space.';
}

function tidy(text: string): string {
  return `${text.replace(UNTIDY, '').trimEnd()}\n`;
}
