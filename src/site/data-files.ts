// The files of data/: what scripts and other programs load, and what readers take along.
import type { Catalog } from '../core/catalog.ts';
import { fileOfPiece, paperSource, pieceOf } from '../core/data-pieces.ts';
import type { Entry } from '../core/schema/entry.ts';
import { inOnePart, jsonParts, type TextParts } from '../core/text-parts.ts';
import { type ExportFile, makeExportFiles } from './export-files.ts';
import { PAPERS_PER_PIECE } from './page-sizes.ts';
import { makePaperData } from './paper-data.ts';
import { makeEntryData, makeSurveyData, makeSurveyDataSchema } from './survey-data.ts';
import type { Urls } from './urls.ts';

type PaperUrls = Pick<Urls, 'paper' | 'papers'>;

const SCHEMA = 'data/survey.schema.json';

/** The files; what is in them is made when it is asked for. */
export function makeDataFiles(
  catalog: Catalog,
  urls: Pick<Urls, 'home' | 'paper' | 'papers' | 'asset'>,
): ExportFile[] {
  const { survey, entries, themes, paths, terms } = catalog;
  const schemaAddress = new URL(urls.asset(SCHEMA), survey.address).href;
  return [
    { ...json('data/papers.json', entries, () => paperParts(catalog, urls)), items: entries },
    ...makePieces(catalog, urls),
    // Everything that the survey says; its schema stands beside it.
    {
      ...json('data/survey.json', [survey, ...entries, ...themes, ...paths, ...terms], () =>
        surveyParts(catalog, urls),
      ),
      items: entries,
    },
    json(SCHEMA, [], () => inOnePart(JSON.stringify(makeSurveyDataSchema(schemaAddress)))),
    ...makeExportFiles(catalog, urls),
  ];
}

function paperParts(catalog: Catalog, urls: PaperUrls): TextParts {
  const { papers, ...about } = makePaperData(catalog, urls);
  return jsonParts(papers, (list) => ({ ...about, papers: list }));
}

function surveyParts(catalog: Catalog, urls: Pick<Urls, 'home'>): TextParts {
  const { entries } = catalog;
  const others = makeSurveyData({ ...catalog, entries: [] }, urls);
  return jsonParts(entries, (list) => ({ ...others, entries: list }), { itemOf: makeEntryData });
}

/** What the browser fetches to compare, list and export papers; but for data/papers.json, which is for people as well. */
function makePieces(catalog: Catalog, urls: PaperUrls): ExportFile[] {
  const { papers, abstracts, pieces } = paperSource(catalog.entries.length, PAPERS_PER_PIECE);
  const groups = Map.groupBy(catalog.entries, ({ slug }) => pieceOf(slug, pieces));
  const piece = (file: string, of: readonly Entry[], make: () => object) =>
    json(file, of, () => inOnePart(JSON.stringify(make())));
  const textsOf = (of: readonly Entry[]) => Object.fromEntries(of.map(({ slug, text }) => [slug, text]));
  return Array.from({ length: pieces }, (_, place) => place + 1).flatMap((number) => {
    const of = groups.get(number) ?? [];
    return [
      ...(pieces > 1 ? [piece(fileOfPiece(papers, number), of, () => makePaperData(catalog, urls, of))] : []),
      piece(fileOfPiece(abstracts, number), of, () => textsOf(of)),
    ];
  });
}

function json(path: string, from: readonly object[], layOut: () => TextParts): ExportFile {
  return { path, type: 'application/json', from, layOut };
}
