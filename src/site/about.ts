// The about page: where the papers come from and who decided where they are filed.
import { addedOn, latest } from '../core/added.ts';
import { type Catalog, compareText } from '../core/catalog.ts';
import { renderDate } from '../core/date-words.ts';
import type { SourceFields, SurveyFields } from '../core/schema/survey.ts';
import { makeKey, makeSlug } from '../core/slugs.ts';
import { count, say } from '../core/words.ts';
import { renderSurveyBibtex } from '../export/bibtex.ts';
import { type Extent, measureExtent } from './overview.ts';
import { addressOfSite, type Urls } from './urls.ts';

/** Where papers come from: in how many, by listings of which days, and in which file, or how many. */
export type SourceRow = Pick<SourceFields, 'origin' | 'url'> & {
  readonly papers: number;
  readonly listed: string;
  readonly files: string;
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
    sources: listOrigins(catalog),
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

/** One row for all listings that come from the same place: a survey may have one of each day. */
function listOrigins({ survey: { sources }, entries }: Catalog): SourceRow[] {
  const groups = Map.groupBy(sources, originKey);
  const keys = new Map(sources.map((source) => [source.file, originKey(source)]));
  const papers = new Map<string, number>();
  for (const { fields } of entries) {
    const named = [fields.source, fields.bibliography].flatMap((place) => keys.get(place?.file ?? '') ?? []);
    for (const key of new Set(named)) papers.set(key, (papers.get(key) ?? 0) + 1);
  }
  return [...groups].flatMap(([key, group]) => {
    const [first, ...others] = group.toSorted((a, b) => compareText(a.listed, b.listed));
    if (!first) return [];
    const last = others.at(-1) ?? first;
    return {
      origin: first.origin,
      ...(first.url && { url: first.url }),
      papers: papers.get(key) ?? 0,
      listed:
        first.listed === last.listed
          ? renderDate(first.listed)
          : say`${renderDate(first.listed)} to ${renderDate(last.listed)}`,
      files: others.length === 0 ? first.file : count(group.length, 'listing'),
    };
  });
}

function originKey({ origin, url = '' }: SourceFields): string {
  return JSON.stringify([origin, url]);
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
