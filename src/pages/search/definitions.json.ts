// The telling words of definitions, by which search finds terms near to what no paper has.
import { makeSearchDefinitions } from '../../site/search-record.ts';
import { getSurvey } from '../_survey.ts';

export async function GET(): Promise<Response> {
  return new Response(makeSearchDefinitions(await getSurvey()), {
    headers: { 'Content-Type': 'application/json' },
  });
}
