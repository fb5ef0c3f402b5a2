// What search knows of the glossary: the terms that papers use, with all their names.
import { makeSearchTerms } from '../../site/search-record.ts';
import { getSurvey } from '../_survey.ts';

export async function GET(): Promise<Response> {
  return new Response(makeSearchTerms(await getSurvey()), {
    headers: { 'Content-Type': 'application/json' },
  });
}
