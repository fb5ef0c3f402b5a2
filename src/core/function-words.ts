// Words that say how other words belong together, and nothing of their own.

/** Function words of English, in lower case. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above across after all also although am among an and any are as at be because been before being between
  both but by can could did do does doing done during each either for from further had has have having he her here
  his how however i if in inside into is it its itself just may me might more most much must my no nor not of off on
  one only onto or other our out over own per she should since so some still such than that the their them then
  there these they this those through thus to toward towards under until up upon us via was we were what when where
  whether which while who whom whose why will with within without would yet you your`.split(/\s+/),
);

/** Whether a word, in whatever case, is one of them. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase());
}
