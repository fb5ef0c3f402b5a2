// The papers of the terms, in files of a few terms each: search reads those of the terms that a query means.
import type { APIRoute, GetStaticPaths } from 'astro';
import { makeTermFiles } from '../../../site/search-record.ts';
import { getSurvey } from '../../_survey.ts';

export const getStaticPaths = (async () => {
  const files = [...makeTermFiles(await getSurvey())];
  return files.map(([file, terms]) => ({
    params: { piece: /(\d+)\.json$/.exec(file)?.[1] ?? '' },
    props: { terms },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => Response.json(props['terms']);
