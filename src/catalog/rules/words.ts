// content/words.yaml: the translations are of texts that the interface has, and fill in what these fill in.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { nearest } from '../../core/text.ts';
import { count, type Words } from '../../core/words.ts';
import type { Unchecked } from '../content.ts';
import type { YamlFile } from '../yaml-file.ts';

/** To compare a text with all of the interface takes long; after so many slips, no more are guessed at. */
const MOST_GUESSES = 20;

/** Each translation is of a text of the interface, with the same places to fill; no text is without one. */
export function checkWords({ survey, surveyFile, words, speech }: Unchecked): Diagnostic[] {
  if (!survey || !speech || speech.texts.length === 0) return [];
  const own = (words?.value ?? {}) as Words;
  const lacking = listUntranslated(speech.texts, { ...speech.words, ...own });
  return [
    ...(words ? [...checkTexts(words, own, speech.texts), ...checkFilling(words, own)] : []),
    ...(survey.language === 'en' || lacking.length === 0 || !surveyFile
      ? []
      : [
          diagnose(
            'words-missing',
            surveyFile.locate(['language']),
            `Without translation to ${survey.language}: ${lacking.length} of ${count(speech.texts.length, 'text')} of the interface, such as “${lacking[0]}”.`,
            'Run npm run conspectus -- words, which adds them to content/words.yaml to be filled.',
          ),
        ]),
  ];
}

/** The texts that have no translation yet. */
export function listUntranslated(texts: readonly string[], words: Words): string[] {
  return texts.filter((text) => !Object.hasOwn(words, text) || words[text] === '');
}

function checkTexts(words: YamlFile, own: Words, texts: readonly string[]): Diagnostic[] {
  const known = new Set(texts);
  const unknown = Object.keys(own).filter((english) => !known.has(english));
  return unknown.map((english, index) => {
    const near = index < MOST_GUESSES ? nearest(english, texts) : undefined;
    return diagnose(
      'words-unknown',
      words.locate([english], 'key'),
      `The interface has no text “${english}”.`,
      near ? `Did you mean “${near}”?` : 'Remove it; the engine may have changed what it says.',
    );
  });
}

function checkFilling(words: YamlFile, own: Words): Diagnostic[] {
  return Object.entries(own).flatMap(([english, translation]) => {
    const missing = findMissingPlaces(english, translation);
    if (missing.length === 0) return [];
    const message = `The translation of “${english}” lacks ${missing.join(', ')}.`;
    return [diagnose('words-places', words.locate([english]), message, 'Put each where its value belongs.')];
  });
}

/** A form for one or two of something may say the number in words; the one for all others has every place. */
function findMissingPlaces(english: string, translation: Words[string]): string[] {
  const text = typeof translation === 'object' ? (translation.other ?? '') : translation;
  if (typeof text !== 'string' || text === '') return [];
  const places = english.match(/\{\d+\}|\[/g) ?? []; // "{1}"; "[" begins a link
  return [...new Set(places)].filter((place) => text.split(place).length < english.split(place).length);
}
