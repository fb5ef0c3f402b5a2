// The body of an issue that GitHub makes of a form: "### Label", an empty line, the answer.
// Format: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests

/** GitHub writes this where nothing was answered. */
const NO_ANSWER = '_No response_';

/** Reads the answers by label. A label is known only by its exact words; everything else belongs to an answer. */
export function readAnswers<Label extends string>(
  body: string,
  labels: readonly Label[],
): Partial<Record<Label, string>> {
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  const starts = lines.flatMap((line, index) => {
    const label = labels.find((known) => line === `### ${known}`);
    return label ? [{ label, index }] : [];
  });
  const answers: Partial<Record<Label, string>> = {};
  for (const [position, { label, index }] of starts.entries()) {
    const text = lines
      .slice(index + 1, starts[position + 1]?.index)
      .join('\n')
      .trim();
    // The first of two answers stands: an answer may itself contain a line like a label.
    if (text !== '' && text !== NO_ANSWER) answers[label] ??= unfence(text);
  }
  return answers;
}

/** A field with `render: bibtex` comes as a block of code. */
function unfence(text: string): string {
  return /^(`{3,})[a-z]*\n([\s\S]*?)\n\1$/.exec(text)?.[2] ?? text;
}
