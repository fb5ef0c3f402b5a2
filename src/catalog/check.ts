// Facts across files, and what a schema cannot see in one: the rules, one file a subject, put together.
import { type Diagnostic, sortDiagnostics } from '../core/diagnostics.ts';
import { listBodies } from './bodies.ts';
import type { Unchecked } from './content.ts';
import { checkAbstract, checkSummary } from './rules/abstract.ts';
import { checkCitations, checkEssay, checkPathSteps } from './rules/citations.ts';
import { checkDuplicates } from './rules/duplicates.ts';
import {
  checkArxiv,
  checkAuthors,
  checkDates,
  checkFamilyNames,
  checkListingDates,
  checkOrcids,
  checkVenue,
} from './rules/facts.ts';
import { checkFileForms, checkPlaces } from './rules/files.ts';
import { checkBodyFormulas, checkTitleFormulas } from './rules/formulas.ts';
import { checkEntryTerms, checkGlossary } from './rules/glossary.ts';
import { checkLeftOut } from './rules/left-out.ts';
import { makeLinkCheck } from './rules/links.ts';
import { checkRelevance } from './rules/relevance.ts';
import { checkResults } from './rules/results.ts';
import { checkSource, checkSourceNames, makeLineReader } from './rules/source.ts';
import { checkBodyDamage, checkFieldDamage, checkInvisible } from './rules/text.ts';
import { checkEntryThemes, checkThemes } from './rules/themes.ts';
import { checkWords } from './rules/words.ts';

/**
 * Checks all facts of a survey that its schemas cannot see; all problems at once, in the order of the files. What one file
 * says is looked at only where the file is not known to be `sound`.
 */
export function checkContent(content: Unchecked, sound: ReadonlySet<string> = new Set()): Diagnostic[] {
  const fresh = {
    ...content,
    entries: content.entries.filter(({ file }) => !sound.has(file)),
    texts: new Map([...content.texts].filter(([file]) => !sound.has(file))),
  };
  const readLines = makeLineReader(content.sources);
  const checkBodyLinks = makeLinkCheck(content);
  return sortDiagnostics([
    ...checkPlaces(content),
    ...checkFileForms(fresh),
    ...checkInvisible(fresh, readLines),
    ...listBodies(fresh).flatMap((body) => [
      ...checkBodyDamage(body),
      ...checkBodyLinks(body),
      ...checkBodyFormulas(body),
    ]),
    ...checkFieldDamage(fresh),
    ...checkThemes(content),
    ...checkListingDates(content),
    ...content.themes.flatMap((loaded) => [
      ...checkCitations(loaded.theme.body, loaded, content),
      ...checkEssay(loaded, content),
    ]),
    ...content.paths.flatMap((loaded) => [
      ...checkCitations(loaded.path.body, loaded, content),
      ...checkPathSteps(loaded),
    ]),
    ...fresh.entries.flatMap((loaded) => [
      ...checkEntryThemes(loaded, content),
      ...checkAbstract(loaded),
      ...checkSummary(loaded),
      ...checkSource(loaded, content, readLines),
      ...checkSourceNames(loaded, content, readLines),
      ...checkAuthors(loaded),
      ...checkFamilyNames(loaded),
      ...checkOrcids(loaded),
      ...checkArxiv(loaded),
      ...checkDates(loaded, content),
      ...checkVenue(loaded, content),
      ...checkResults(loaded, content),
      ...checkTitleFormulas(loaded),
      ...checkEntryTerms(loaded, content),
    ]),
    ...checkDuplicates(content.entries),
    ...checkLeftOut(content),
    ...checkGlossary(content),
    ...checkRelevance(content),
    ...checkWords(content),
  ]);
}
