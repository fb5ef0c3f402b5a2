// An abstract is there, and the summary is not taken from it.
import { findCopiedWords } from '../../core/copied-words.ts';
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import type { LoadedEntry } from '../content.ts';

/** Every entry has an abstract, or waits for it as a stub. */
export function checkAbstract({ entry, file, front, bodyLine }: LoadedEntry): Diagnostic[] {
  const isEmpty = entry.text.trim() === '';
  if (entry.fields.stub) return [reportStub(front.locate(['stub'], 'key'), isEmpty)];
  if (!isEmpty) return [];
  return [
    diagnose(
      'abstract-empty',
      { file, line: bodyLine, column: 1 },
      'The entry has no abstract.',
      'Put it after the front matter.',
    ),
  ];
}

function reportStub(place: Diagnostic['place'], isEmpty: boolean): Diagnostic {
  return isEmpty
    ? diagnose(
        'stub',
        place,
        'The entry has no abstract yet, so the site leaves it out.',
        'Put the abstract after the front matter and remove the line stub: true, or ingest a source that has it.',
      )
    : diagnose(
        'stub',
        place,
        'The entry has an abstract, but is still marked as a stub, so the site leaves it out.',
        'Remove the line stub: true.',
      );
}

/** The summaries are ours: an abstract has its own page to speak for itself. */
export function checkSummary({ entry, front }: LoadedEntry): Diagnostic[] {
  return (['summary', 'plain'] as const).flatMap((name) => {
    const copied = findCopiedWords(entry.fields[name] ?? '', entry.text);
    if (copied === undefined) return [];
    return diagnose(
      'summary-copied',
      front.locate([name]),
      `The field ${name} is copied from the abstract: “${copied}”.`,
      name === 'summary'
        ? 'Say in your own words what is new and what it showed.'
        : 'Say it as you would tell somebody from outside the field.',
    );
  });
}
