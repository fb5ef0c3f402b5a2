// Everything that the survey says, as one file of data; its schema stands beside it.
import type { APIRoute } from 'astro';
import { makeSurveyData } from '../../site/survey-data.ts';
import { getSurvey } from '../_survey.ts';

export const GET: APIRoute = async () => Response.json(makeSurveyData(await getSurvey()));
