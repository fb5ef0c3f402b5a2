// What search knows besides the index: the words of the survey, and the terms of its glossary.
import { makeSearchLexicon } from '../../site/search-record.ts';
import { getSurvey } from '../_survey.ts';

export async function GET(): Promise<Response> {
  return new Response(makeSearchLexicon(await getSurvey()), {
    headers: { 'Content-Type': 'application/json' },
  });
}
