// The files of data/: what scripts and other programs load, and what readers take along.
import type { Catalog } from '../core/catalog.ts';
import { type ExportFile, makeExportFiles } from './export-files.ts';
import { makePaperData } from './paper-data.ts';
import { makeSurveyData, makeSurveyDataSchema } from './survey-data.ts';
import type { Urls } from './urls.ts';

const SCHEMA = 'data/survey.schema.json';

/** The files; what is in them is made when it is asked for. */
export function makeDataFiles(
  catalog: Catalog,
  urls: Pick<Urls, 'home' | 'paper' | 'papers' | 'asset'>,
): ExportFile[] {
  const { survey, entries, themes, paths } = catalog;
  const schemaAddress = new URL(urls.asset(SCHEMA), survey.address).href;
  return [
    // For comparison and reading list: the browser fetches it when it needs it.
    json('data/papers.json', entries, () => makePaperData(catalog, urls)),
    // The browser fetches them when it makes a file that holds abstracts.
    json('data/abstracts.json', entries, () =>
      Object.fromEntries(entries.map(({ slug, text }) => [slug, text])),
    ),
    // Everything that the survey says; its schema stands beside it.
    json('data/survey.json', [...entries, ...themes, ...paths], () => makeSurveyData(catalog, urls)),
    json(SCHEMA, [], () => makeSurveyDataSchema(schemaAddress)),
    ...makeExportFiles(catalog, urls),
  ];
}

function json(path: string, from: readonly object[], make: () => object): ExportFile {
  return { path, type: 'application/json', from, render: () => JSON.stringify(make()) };
}
