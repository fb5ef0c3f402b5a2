// Ways from a page to the repository of the survey, where it names one: to change a file, to add a paper.
import type { Entry } from '../core/schema/entry.ts';
import type { SurveyFields } from '../core/schema/survey.ts';

/** What of a survey tells where its files are. */
type WithRepository = Pick<SurveyFields, 'repository'>;

/**
 * A survey with its repository: the one that it names, or else the one that the build was told of, as whoever publishes a
 * site from its repository knows it without being asked.
 */
export function withRepository<Survey extends WithRepository>(
  survey: Survey,
  told: string | undefined,
): Survey {
  const isUsable = told !== undefined && URL.canParse(told) && new URL(told).protocol === 'https:';
  return survey.repository === undefined && isUsable ? { ...survey, repository: told } : survey;
}

/** How the web editors of some hosts are addressed. What is not known is taken for GitHub's own form. */
const EDITORS: Readonly<Record<string, string>> = {
  'gitlab.com': '/-/edit/main/',
  'codeberg.org': '/_edit/main/',
  'bitbucket.org': '/src/main/',
};
const FORMS: Readonly<Record<string, string>> = {
  'gitlab.com': '/-/issues/new',
  'codeberg.org': '/issues/new',
  'bitbucket.org': '/issues/new',
};

/** Where somebody can change the file of an entry in the browser; undefined where the survey names no repository. */
export function suggestUrl({ repository }: WithRepository, { slug, fields }: Entry): string | undefined {
  if (repository === undefined) return undefined;
  const file = `content/entries/${fields.themes[0]}/${slug}.md`;
  return withoutSlash(repository) + (EDITORS[new URL(repository).host] ?? '/edit/main/') + file;
}

/** Where somebody can ask for a paper by a form; undefined where the survey names no repository. */
export function addPaperUrl({ repository }: WithRepository): string | undefined {
  if (repository === undefined) return undefined;
  const form = FORMS[new URL(repository).host] ?? '/issues/new?template=add-paper.yml';
  return withoutSlash(repository) + form;
}

function withoutSlash(address: string): string {
  return address.replace(/(?:\.git)?\/*$/, ''); // "https://github.com/bees/survey.git" -> "…/survey"
}
