// Results and their evidence.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { statesNumber } from '../../core/results.ts';
import { foldSpace, suggest } from '../../core/text.ts';
import type { LoadedEntry, Unchecked } from '../content.ts';

/** What goes before words, and after them, if they are part of a word or a number that begins or ends with them. */
const GOES_ON_BEFORE = /(?:[\p{L}\p{N}]|\p{N}[.,])$/u;
const GOES_ON_AFTER = /^(?:[\p{L}\p{N}]|[.,]\p{N})/u;

/** A sign of a number and a digit that Unicode writes as two halves. */
const LONGEST = 3;

/** Whether a text has some words, as whole words and numbers: "2.5%" is not in "12.5%", nor "12" in "12.5". */
function says(text: string, quote: string): boolean {
  const [isLetterFirst, isLetterLast] = [/^[\p{L}\p{N}]/u, /[\p{L}\p{N}]$/u].map((letter) =>
    letter.test(quote),
  );
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    const goesOn =
      (isLetterFirst && GOES_ON_BEFORE.test(text.slice(Math.max(0, at - LONGEST), at))) ||
      (isLetterLast && GOES_ON_AFTER.test(text.slice(end, end + LONGEST)));
    if (!goesOn) return true;
  }
  return false;
}

/** The evidence of a result is verbatim in the abstract and states the value. */
export function checkResults(
  { entry, front }: LoadedEntry,
  { terms, isGlossaryRead }: Unchecked,
): Diagnostic[] {
  const text = foldSpace(entry.text);
  const benchmarks = terms.filter(({ kind }) => kind === 'benchmark').map(({ id }) => id);
  return (entry.fields.results ?? []).flatMap(({ benchmark, setting, value, upper, from, quote }, index) => {
    const at = (name: string) => front.locate(['results', index, name]);
    const isKnown =
      benchmark === undefined ? setting !== undefined : !isGlossaryRead || benchmarks.includes(benchmark);
    const numbers = Object.entries({ value, upper, from }).filter(
      (pair): pair is [string, number] => pair[1] !== undefined,
    );
    const unstated = numbers.filter(([, number]) => !statesNumber(quote, number));
    return [
      ...(isKnown
        ? []
        : [
            diagnose(
              'result-benchmark',
              at('benchmark'),
              benchmark
                ? `There is no benchmark ${benchmark} in content/glossary.yaml.`
                : 'The result names neither benchmark nor setting.',
              benchmark
                ? suggest(benchmark, benchmarks)
                : 'Add benchmark: with an id of the glossary, or setting: in words.',
            ),
          ]),
      ...(says(text, foldSpace(quote))
        ? []
        : [
            diagnose(
              'result-quote',
              at('quote'),
              `The abstract does not say: “${quote}”.`,
              'Copy the words from the abstract, letter by letter.',
            ),
          ]),
      ...unstated.map(([name, number]) =>
        diagnose(
          'result-value',
          at(name),
          `The quote does not state the number ${number}.`,
          'Correct the number, or quote the words that state it.',
        ),
      ),
    ];
  });
}
