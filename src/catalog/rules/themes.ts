// Themes and the entries in them.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { suggest } from '../../core/text.ts';
import type { LoadedEntry, Unchecked } from '../content.ts';
import { offsetOf } from '../places.ts';

/** Every theme is used, and one at most is the fallback. */
export function checkThemes({ themes, entries }: Unchecked): Diagnostic[] {
  const used = new Set(entries.flatMap(({ entry }) => entry.fields.themes));
  const unused = themes
    .filter(({ theme }) => entries.length > 0 && !used.has(theme.id))
    .map(({ file, theme }) =>
      diagnose(
        'theme-unused',
        { file },
        `No entry belongs to the theme ${theme.id}.`,
        'Add entries to it, or remove the file.',
      ),
    );
  const fallbacks = themes.filter(({ theme }) => theme.fields.fallback);
  const rivals = fallbacks
    .slice(1)
    .map(({ front }) =>
      diagnose(
        'theme-fallback',
        front.locate(['fallback'], 'key'),
        `The theme ${fallbacks[0]?.theme.id} is the fallback already.`,
        'Remove the field fallback from one of the two.',
      ),
    );
  return [...unused, ...rivals];
}

/** The themes and parts of an entry are there, and the first theme is its folder. */
export function checkEntryThemes(loaded: LoadedEntry, content: Unchecked): Diagnostic[] {
  return [
    ...checkNames(loaded, content),
    ...checkFolder(loaded, content),
    ...checkParts(loaded, content),
    ...checkConfidence(loaded),
  ];
}

function checkNames({ entry, front, text }: LoadedEntry, { themeIds }: Unchecked): Diagnostic[] {
  const ids = entry.fields.themes;
  return ids.flatMap((id, index) => {
    if (themeIds.includes(id) && ids.indexOf(id) === index) return [];
    // Finding a place takes longer than all that is checked here.
    const place = front.locate(['themes', index]);
    if (!themeIds.includes(id))
      return [diagnose('unknown-theme', place, `There is no theme ${id}.`, suggest(id, themeIds))];
    const rewrite = withoutItem(text, offsetOf(text, place), id);
    const fix = rewrite === undefined ? undefined : { does: `kept the first ${id}`, rewrite };
    return [
      diagnose('theme-repeated', place, `The theme ${id} is named twice.`, 'Remove one of the two.', fix),
    ];
  });
}

/** A text without the item of a list that begins at an offset, and is not the first; undefined where a comment is in the way. */
function withoutItem(text: string, offset: number, id: string): string | undefined {
  const [before, after] = [text.slice(0, offset), text.slice(offset)];
  const item = new RegExp(`^(["']?)${id}\\1`).exec(after)?.[0];
  if (item === undefined) return undefined;
  const rest = after.slice(item.length);
  // "[a, b, a]"
  const comma = /,\s*$/.exec(before);
  if (comma && /^\s*[,\]]/.test(rest)) return before.slice(0, comma.index) + rest;
  // "  - a" on a line of its own
  const dash = /(?<=\n)[ \t]*-[ \t]+$/.exec(before);
  const end = /^[ \t]*\r?\n/.exec(rest);
  return dash && end ? before.slice(0, dash.index) + rest.slice(end[0].length) : undefined;
}

function checkFolder({ entry, file, front }: LoadedEntry, { themeIds, files }: Unchecked): Diagnostic[] {
  const primary = entry.fields.themes[0];
  const folder = file.split('/').at(-2);
  // Of a theme that is not there only that is said.
  if (primary === undefined || folder === primary || !themeIds.includes(primary)) return [];
  const moveTo = `content/entries/${primary}/${entry.slug}.md`;
  const isFree = !files.includes(moveTo);
  return [
    diagnose(
      'theme-folder',
      front.locate(['themes', 0]),
      `The primary theme is ${primary}, but the file is in the folder ${folder}.`,
      `Move the file to content/entries/${primary}/, or put ${folder} first in themes.`,
      isFree ? { does: `moved it to ${moveTo}`, moveTo } : undefined,
    ),
  ];
}

function checkParts({ entry, front }: LoadedEntry, { themes }: Unchecked): Diagnostic[] {
  const { themes: ids, parts = [] } = entry.fields;
  const known = new Map(themes.map(({ theme }) => [theme.id, theme]));
  const partsOf = (id: string) => known.get(id)?.fields.parts?.map((part) => part.id) ?? [];
  const offered = ids.flatMap(partsOf);
  const unknown = parts.flatMap((part, index) =>
    offered.includes(part)
      ? []
      : [
          diagnose(
            'unknown-part',
            front.locate(['parts', index]),
            `None of its themes has the part ${part}.`,
            suggest(part, offered),
          ),
        ],
  );
  const missing = ids.flatMap((id, index) => {
    const own = partsOf(id);
    if (own.length === 0 || own.some((part) => parts.includes(part))) return [];
    return [
      diagnose(
        'part-missing',
        front.locate(['themes', index]),
        `The theme ${id} has parts, and the entry names none of them.`,
        `Add parts: [${own[0]}] or another of ${own.join(', ')}.`,
      ),
    ];
  });
  return [...unknown, ...missing];
}

function checkConfidence({ entry, front }: LoadedEntry): Diagnostic[] {
  const { classification, themes } = entry.fields;
  if (classification?.confidence !== 'low' || classification.by !== 'rules') return [];
  return [
    diagnose(
      'needs-review',
      front.locate(['classification'], 'key'),
      `The rules were not sure that this belongs to ${themes[0]}.`,
      'Read the abstract, correct the themes if need be, and write classification: {by: person, note: "why"}.',
    ),
  ];
}
