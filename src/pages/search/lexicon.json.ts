// What search knows of a survey besides the index: its terms with all their names, and the values of its filters.
import { makeSearchLexicon } from '../../site/search-record.ts';
import { getSurvey } from '../_survey.ts';

export async function GET(): Promise<Response> {
  return new Response(makeSearchLexicon(await getSurvey()), {
    headers: { 'Content-Type': 'application/json' },
  });
}
