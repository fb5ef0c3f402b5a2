// conspectus init: a survey of another field, in a folder of its own; conspectus update: a newer engine for it.
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isMissing } from '../../src/catalog/files.ts';
import { count } from '../../src/core/words.ts';
import { MANIFEST } from '../engine/engine-files.ts';
import { FolderInUseError, makeSurvey } from '../engine/new-survey.ts';
import { NEW_VERSION, updateSurvey } from '../engine/update-survey.ts';
import { openAsker } from '../new/ask.ts';
import { root } from '../steps.ts';

const DEFAULT_TITLE = 'A Survey';

/** What `init` takes, for --help. */
export const INIT_USAGE = `Usage: npm run conspectus -- init FOLDER [--title "Title of the survey"]

Makes a survey with the engine of this folder and a content/ of its own; docs/your-own-survey.md goes on from there.`;

/** What `update` takes, for --help. */
export const UPDATE_USAGE = `Usage: npm run conspectus -- update FOLDER

Run it in the newer copy of Conspectus: it renews the engine of the survey in FOLDER and leaves content/ alone.`;

/** Makes a survey in a folder that is empty or not there yet. */
export async function init(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { title: { type: 'string' } },
  });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    console.error(INIT_USAGE);
    return 2;
  }
  const title = values.title ?? (await askTitle());
  try {
    await makeSurvey(root, resolve(folder), title);
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    console.error(error.message);
    return 2;
  }
  console.log(`“${title}” is in ${folder}. Go on there:

  cd ${relative(process.cwd(), resolve(folder)) || '.'}
  npm start        sets everything up, builds and serves the survey, which is empty

Then write content/survey.yaml, and read docs/your-own-survey.md.`);
  return 0;
}

async function askTitle(): Promise<string> {
  if (process.stdin.isTTY !== true) return DEFAULT_TITLE;
  const asker = openAsker(process.stdin, process.stdout);
  const answer = await asker.line('What is the survey called?');
  asker.close();
  return answer || DEFAULT_TITLE;
}

/** Brings the engine of a survey to that of this folder; 1 where files were kept that somebody has to look at. */
export async function update(args: readonly string[]): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
  const [folder, ...others] = positionals;
  if (folder === undefined || others.length > 0) {
    console.error(UPDATE_USAGE);
    return 2;
  }
  try {
    const { from, to, written, removed, kept } = await updateSurvey(root, resolve(folder));
    console.log(
      `${from === to ? `The engine stays at ${to}` : `The engine went from ${from} to ${to}`}: ${count(written.length, 'file')} written, ${removed.length} removed. content/ is as it was.`,
    );
    for (const path of kept)
      console.log(
        `${path}: you changed it, so it was kept; ${path}${NEW_VERSION} is the new one, if there is one.`,
      );
    return kept.length > 0 ? 1 : 0;
  } catch (error) {
    if (!isMissing(error)) throw error;
    console.error(`${folder} has no ${MANIFEST}: it is no survey that conspectus init has made.`);
    return 2;
  }
}
