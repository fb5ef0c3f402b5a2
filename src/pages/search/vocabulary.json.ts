// The words of the survey, for search: which words nobody uses, and what may have been meant.
import { makeSearchVocabulary } from '../../site/search-record.ts';
import { getSurvey } from '../_survey.ts';

export async function GET(): Promise<Response> {
  return Response.json(makeSearchVocabulary(await getSurvey()));
}
