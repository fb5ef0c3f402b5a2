// Words so common in everyday English that they tell little, however rare they are in the abstracts of a survey.

/** The commonest verbs, nouns, adjectives and adverbs of English, in lower case, without inflections. */
export const LIGHT_WORDS: ReadonlySet<string> = new Set(
  `able actually add again ago allow almost already always another answer anyone anything appear around ask away back
  bad become begin believe best better big bring build buy call case change come consider continue cost course create
  day deal different difficult early easy end enough even ever every everyone everything example expect fact fall far
  feel few find first follow full general get give go good great grow hand happen happy hard hear help high hold idea
  important include instead involve keep kind know large last late later lead learn least leave less let life like
  line little live long look lose lot low main man many matter maybe mean meet mind move name need never new next nice
  nothing number occur offer often old once open ought part pay people perhaps person place play please point possible
  power probably problem provide put question quite rather reach read ready real really receive remain remember result
  right run same say see seem send serve set several show side simple simply since sit small someone something
  sometimes soon sort speak spend stand start stay stop suggest sure take talk tell thank thing think time together
  too try turn understand use useful usually wait walk want watch way well whole win wish woman word work world worse
  write wrong year yes yet young`.split(/\s+/),
);

/**
 * Words that only help a sentence along, in lower case: whoever asks what models "really" do does not want papers that
 * have "really".
 */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  `actually anyone anything anyway come comes coming else even ever everything get gets getting go goes going got just
  let lets like lot lots make makes making maybe much paper papers perhaps please possibly probably quite rather really
  simply something stuff thing things too very way ways well yes`.split(/\s+/),
);
