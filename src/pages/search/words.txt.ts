// The words of all papers, by which search tells slips from words.
import { makeSearchWords } from '../../site/search-record.ts';
import { getSurvey } from '../_survey.ts';

export async function GET(): Promise<Response> {
  return new Response(makeSearchWords(await getSurvey()), { headers: { 'Content-Type': 'text/plain' } });
}
