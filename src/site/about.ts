// The about page: where the papers come from and who decided where they are filed.
import { addedOn, latest } from '../core/added.ts';
import type { Catalog } from '../core/catalog.ts';
import { renderDate } from '../core/date-words.ts';
import type { SourceFields, SurveyFields } from '../core/schema/survey.ts';
import { makeKey, makeSlug } from '../core/slugs.ts';
import { say } from '../core/words.ts';
import { renderSurveyBibtex } from '../export/bibtex.ts';
import { type Extent, measureExtent } from './overview.ts';
import { addressOfSite, type Urls } from './urls.ts';

export type SourceRow = Pick<SourceFields, 'file' | 'origin' | 'url'> & {
  readonly listed: string;
  readonly papers: number;
};

/** How many papers the rules filed by themselves, and how many an editor did. */
export type Decisions = { readonly rules: number; readonly unsure: number; readonly person: number };

export type About = {
  readonly survey: SurveyFields;
  readonly extent: Extent;
  readonly sources: readonly SourceRow[];
  readonly decisions: Decisions;
  readonly repaired: number;
  readonly withGaps: number;
  readonly citation: SurveyCitation;
};

/** How the survey is cited: as its maintainers say, with where and of which day it is; and the same for LaTeX. */
export type SurveyCitation = { readonly text: string; readonly bibtex: string };

/** Makes the model of the about page. */
export function makeAbout(catalog: Catalog, urls: Pick<Urls, 'home'>): About {
  const { survey, entries } = catalog;
  const decided = entries.flatMap(({ fields }) => fields.classification ?? []);
  return {
    survey,
    extent: measureExtent(catalog),
    sources: survey.sources.map(({ file, origin, url, listed }) => ({
      file,
      origin,
      ...(url && { url }),
      listed: renderDate(listed),
      papers: entries.filter(({ fields }) => [fields.source?.file, fields.bibliography?.file].includes(file))
        .length,
    })),
    decisions: {
      rules: decided.filter(({ by }) => by === 'rules').length,
      unsure: decided.filter(({ by, confidence }) => by === 'rules' && confidence === 'low').length,
      person: decided.filter(({ by }) => by === 'person').length,
    },
    repaired: entries.filter(({ fields }) => fields.repairs).length,
    withGaps: entries.filter(({ fields }) => fields.gaps).length,
    citation: citeSurvey(catalog, urls),
  };
}

function citeSurvey({ survey, entries }: Catalog, urls: Pick<Urls, 'home'>): SurveyCitation {
  const { title, maintainers, cite } = survey;
  const address = addressOfSite(survey, urls);
  const modified = latest(entries.map(({ fields }) => addedOn(fields, survey)));
  const parts = [
    cite,
    modified && say`As of ${renderDate(modified)}.`,
    // Some name it themselves.
    !cite.includes(survey.address) && address,
  ];
  return {
    text: parts.filter(Boolean).join(' '),
    bibtex: renderSurveyBibtex({
      key: makeKey(makeSlug(title), modified?.slice(0, 4) ?? ''),
      title,
      maintainers,
      address,
      ...(modified && { modified }),
    }),
  };
}
