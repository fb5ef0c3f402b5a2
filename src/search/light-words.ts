// Words so common in everyday English that they tell little, however rare they are in the abstracts of a survey.

import { isFunctionWord } from '../core/function-words.ts';
import { stemOf } from './vocabulary.ts';

/** The commonest verbs, nouns, adjectives and adverbs of English, in lower case, without inflections. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `able actually add afraid again ago allow almost alone already always annoying another answer anymore anyone
  anything apart appear around ask aware away awful back bad beautiful become begin behave believe best better big
  boss brilliant bring build busy buy call carry case certain chance change chaos clear cling clumsy come comes
  comfortable complain consider constant continue cost course crazy create curious dare day dead deal decent despite
  different difficult dull eager early easy end enough entire entirely even ever every everyone everything exactly
  example expect fact fall famous fancy far fault favorite favourite fear feel few fight find fine first follow
  forward fresh friend full fun funny general genius gentle get gift give given glad go goes good great grow guy half
  hand happen happy hard hate hear help hide high hold hope hurry idea immediate important include incredible instant
  instead involve joke keep kill kind know large last late later laugh lead learn least leave less let life like line
  little live long look lose lot loud low magic main man manage many matter maybe mean meet merely messy mind miss
  mostly move mystery name nasty neat need nervous never new next nice nothing nowadays number obvious occur offer
  often old once open ordinary otherwise ought pain part patience pay people perfect perhaps person place play please
  point possible power pretty probably problem promise proud provide pull push put question quit quite rather reach
  read ready real really receive relax remain remember remind result right rough run rush sad same say scare secret
  see seem send sense serious serve set several shock show side silly simple simply since sit small smooth sneak
  somehow someone something sometimes soon sort speak spend stand start stay stick stop suddenly suffer suggest
  suppose sure sweet take talk tell terrible thank thing think time tired together too trap trouble try turn ugly
  unable understand upset use useful usually wait walk want watch way well whatever whenever whisper whole win wish
  woman wonder word work world worry worse wrap write wrong year yes yet young zero`.split(/\s+/),
);

/**
 * Words that only help a sentence along, in lower case: whoever asks what models "really" do does not want papers that
 * have "really".
 */
const FILLER_WORDS: ReadonlySet<string> = new Set(
  `actually anyone anything anyway come comes coming else even ever everything get gets getting go goes going got just
  let lets like lot lots make makes making maybe much paper papers perhaps please possibly probably quite rather really
  simply something stuff thing things too versus very vs way ways well yes`.split(/\s+/),
);

/** Whether a word says nothing of what is looked for. */
export function isFiller(text: string): boolean {
  return isFunctionWord(text) || FILLER_WORDS.has(text.toLowerCase());
}

const LIGHT_STEMS: ReadonlySet<string> = new Set([...LIGHT_WORDS].map(stemOf));

/** Whether a word is one of the commonest, inflected or not. */
export function isLight(text: string): boolean {
  const word = text.toLowerCase();
  return LIGHT_WORDS.has(word) || LIGHT_STEMS.has(stemOf(word));
}
