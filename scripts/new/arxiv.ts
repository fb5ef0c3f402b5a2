// The record of a paper at arXiv, for those who bring nothing but its id.
import { readFile } from 'node:fs/promises';
import { makeRequests } from '../../src/ingest/requests.ts';
import { fetchAll, readBases } from '../fetch/fetch-all.ts';
import { UnusableInputError } from './paper.ts';

/** Asks arXiv for one paper, as politely as `conspectus fetch` does. */
export async function fetchRecord(id: string): Promise<string> {
  const { requests } = makeRequests([`arxiv:${id}`], readBases());
  const [answer] = await fetchAll(requests, false);
  if (answer?.path) return readFile(answer.path, 'utf8');
  throw new UnusableInputError(
    `${answer?.problem ?? `There is no paper ${id} at arXiv.`} Or give a record with npm run new -- FILE, or --title and --abstract-file.`,
  );
}
