// The files of data/: what scripts and other programs load, and what readers take along.
import type { Catalog } from '../core/catalog.ts';
import { fileOfPiece, paperSource, pieceOf } from '../core/data-pieces.ts';
import type { Entry } from '../core/schema/entry.ts';
import { type ExportFile, makeExportFiles } from './export-files.ts';
import { PAPERS_PER_PIECE } from './page-sizes.ts';
import { makePaperData } from './paper-data.ts';
import { makeSurveyData, makeSurveyDataSchema } from './survey-data.ts';
import type { Urls } from './urls.ts';

type PaperUrls = Pick<Urls, 'paper' | 'papers'>;

const SCHEMA = 'data/survey.schema.json';

/** The files; what is in them is made when it is asked for. */
export function makeDataFiles(
  catalog: Catalog,
  urls: Pick<Urls, 'home' | 'paper' | 'papers' | 'asset'>,
): ExportFile[] {
  const { survey, entries, themes, paths } = catalog;
  const schemaAddress = new URL(urls.asset(SCHEMA), survey.address).href;
  return [
    json('data/papers.json', entries, () => makePaperData(catalog, urls)),
    ...makePieces(catalog, urls),
    // Everything that the survey says; its schema stands beside it.
    json('data/survey.json', [...entries, ...themes, ...paths], () => makeSurveyData(catalog, urls)),
    json(SCHEMA, [], () => makeSurveyDataSchema(schemaAddress)),
    ...makeExportFiles(catalog, urls),
  ];
}

/** What the browser fetches to compare, list and export papers; but for data/papers.json, which is for people as well. */
function makePieces(catalog: Catalog, urls: PaperUrls): ExportFile[] {
  const { papers, abstracts, pieces } = paperSource(catalog.entries.length, PAPERS_PER_PIECE);
  const groups = Map.groupBy(catalog.entries, ({ slug }) => pieceOf(slug, pieces));
  const textsOf = (of: readonly Entry[]) => Object.fromEntries(of.map(({ slug, text }) => [slug, text]));
  return Array.from({ length: pieces }, (_, place) => place + 1).flatMap((piece) => {
    const of = groups.get(piece) ?? [];
    return [
      ...(pieces > 1 ? [json(fileOfPiece(papers, piece), of, () => makePaperData(catalog, urls, of))] : []),
      json(fileOfPiece(abstracts, piece), of, () => textsOf(of)),
    ];
  });
}

function json(path: string, from: readonly object[], make: () => object): ExportFile {
  return { path, type: 'application/json', from, render: () => JSON.stringify(make()) };
}
