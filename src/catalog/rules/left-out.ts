// Papers that survey.yaml leaves out: none of them has an entry, and none is named twice.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { indexLeftOut, makeLeftOutSearch } from '../../core/left-out.ts';
import type { Unchecked } from '../content.ts';

/** What is left out is not in the survey, and is said once. */
export function checkLeftOut({ survey, surveyFile, entries }: Unchecked): Diagnostic[] {
  const { leftOut: items = [] } = survey ?? {};
  if (!surveyFile || items.length === 0) return [];
  const find = makeLeftOutSearch(entries.map(({ entry }) => entry));
  return items.flatMap((item, index) => {
    const place = surveyFile.locate(['leftOut', index]);
    const entry = entries.find(({ entry: { slug } }) => slug === find(item));
    const first = indexLeftOut(items.slice(0, index)).find({ fields: item });
    return [
      ...(entry ? [reportEntry(place, entry.file)] : []),
      ...(first === undefined ? [] : [reportRepeated(place, surveyFile.locate(['leftOut', first]))]),
    ];
  });
}

function reportEntry(place: Diagnostic['place'], file: string): Diagnostic {
  const message = `The paper is left out here, but has an entry: ${file}.`;
  return diagnose('left-out-entry', place, message, 'Remove the file of the entry, or this item.');
}

function reportRepeated(place: Diagnostic['place'], first: Diagnostic['place']): Diagnostic {
  const line = 'line' in first ? first.line : 1;
  const message = `The paper is left out in line ${line} already.`;
  return diagnose('left-out-repeated', place, message, 'Put what the two items say into one.');
}
