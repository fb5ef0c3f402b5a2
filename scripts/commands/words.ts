// conspectus words: what of the interface is not yet in the language of the survey, put where it can be translated.
import { parseDocument } from 'yaml';
import { WORDS } from '../../src/catalog/interface.ts';
import { loadContent } from '../../src/catalog/load.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { listUntranslated } from '../../src/catalog/rules/words.ts';
import { saveFiles } from '../../src/catalog/staging.ts';
import { count, type Words } from '../../src/core/words.ts';

const HEAD = `# The interface in the language of survey.yaml: each English text, then its translation. {1}, {2} stand for what is
# filled in, [brackets] hold a link. Where a number matters, there may be forms: {one: ..., other: ...}.
`;

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- words

Puts the texts of the interface that have no translation into content/words.yaml, to be translated there.`;

/** Adds the texts that have no translation to content/words.yaml, to be filled; what stands there stays. */
export async function addWords(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const root = process.cwd();
  const { survey, words, speech, diagnostics } = await loadContent(root);
  const unread = diagnostics.filter(({ place, severity }) => severity === 'error' && place.file === WORDS);
  if (!survey || unread.length > 0) {
    console.error(
      unread.length > 0 ? renderForTerminal(unread) : 'Run npm run check: content/survey.yaml has errors.',
    );
    return 1;
  }
  if (!speech || survey.language === 'en') {
    console.log('The survey is in English, and so is the interface: there is nothing to translate.');
    return 0;
  }
  const missing = listUntranslated(speech.texts, { ...speech.words, ...((words?.value ?? {}) as Words) });
  const document = parseDocument(words?.text ?? HEAD);
  const added = missing.filter((text) => !document.has(text));
  for (const text of added) document.set(text, '');
  if (added.length > 0)
    await saveFiles(root, { write: new Map([[WORDS, document.toString({ lineWidth: 0 })]]) });
  console.log(
    missing.length === 0
      ? `The interface has a translation to ${survey.language}: none of its texts is missing.`
      : `${count(missing.length, 'text')} of ${speech.texts.length} without translation to ${survey.language}: fill them in ${WORDS}${added.length > 0 ? `, where ${added.length} were added` : ''}.`,
  );
  return 0;
}
