// A new survey in a folder of its own: the engine, and a content/ that says nothing yet.
import { cp, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isMissing } from '../../src/catalog/files.ts';
import { renderContentReadme } from '../../src/catalog/readme.ts';
import { describeEngine, MANIFEST } from './engine-files.ts';

/** The folder is not empty: what is in it is not ours to change. */
export class FolderInUseError extends Error {
  constructor(folder: string) {
    super(`${folder} is not empty. Choose a folder that is not there yet.`);
    this.name = 'FolderInUseError';
  }
}

/**
 * Makes a survey with a title, by the engine in the folder `engine`. It is put together beside its place and moved there
 * when it is whole.
 */
export async function makeSurvey(engine: string, folder: string, title: string): Promise<void> {
  if (!(await isFree(folder))) throw new FolderInUseError(folder);
  const draft = join(dirname(folder), `.${basename(folder)}-${process.pid}`);
  try {
    const manifest = await describeEngine(engine);
    for (const path of Object.keys(manifest.files)) await cp(join(engine, path), join(draft, path));
    for (const path of ['content/sources', '.github']) await mkdir(join(draft, path), { recursive: true });
    const own = { ...startingFiles(title), [MANIFEST]: `${JSON.stringify(manifest, null, 2)}\n` };
    for (const [path, text] of Object.entries(own)) await writeFile(join(draft, path), text);
    await rmdir(folder).catch(() => undefined);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
}

/** What a survey begins with, by path. */
function startingFiles(title: string): Readonly<Record<string, string>> {
  return {
    'content/survey.yaml': renderSurvey(title),
    'content/README.md': renderContentReadme(),
    'content/sources/.gitkeep': '',
    'README.md': renderAbout(title),
    'CONTRIBUTING.md': renderContributing(title),
    '.github/CODEOWNERS': '# Who is asked to review, such as: * @you\n',
  };
}

/** As the schema has it. */
const LONGEST_SHORT = 24;

/** A survey of no papers. What is in quotes is JSON, and so YAML, whatever the title is. */
function renderSurvey(title: string): string {
  return `# What the survey is. Every field is explained in content/README.md; change what stands here to yours.
title: ${JSON.stringify(title)}
# For the head of every page: two or three words.
short: ${JSON.stringify(title.length <= LONGEST_SHORT ? title : 'Survey')}
tagline: Papers on what this survey is about
description: A survey that has just begun.
# Where the site will be. Links in feeds and exports need it.
address: https://survey.example
language: en
maintainers:
  - Your name
# Of what you write yourselves. Abstracts belong to their authors.
licence:
  name: CC BY 4.0
  url: https://creativecommons.org/licenses/by/4.0/
cite: ${JSON.stringify(`Your name. ${title}.`)}
# Each file in content/sources/ from which papers came; npm run conspectus -- ingest adds them.
sources: []
`;
}

function renderAbout(title: string): string {
  return `# ${title}

A themed survey of research papers, made with Conspectus.

\`\`\`sh
npm start   # sets everything up, checks, builds, and serves the survey
npm test    # sets everything up, checks all of content/ and builds the site
\`\`\`

Everything about the topic is in \`content/\`. [docs/your-own-survey.md](docs/your-own-survey.md) leads from a bibliography to
a hosted site; [content/README.md](content/README.md) explains every field. The rest is the engine: to renew it, run
\`npm run conspectus -- update PATH-OF-THIS-SURVEY\` in a newer copy of Conspectus.
`;
}

function renderContributing(title: string): string {
  return `# Contributing to ${title}

1. Install what the project brings along, once: \`node scripts/setup.mjs\` (Node 20 or newer).
2. Save a record of the paper with its abstract, in BibTeX or RIS, as \`paper.bib\`, and have an entry proposed:
   \`npm run new -- paper.bib\`. Nothing is written before you agree. Without a record, \`npm run new\` asks.
3. Check it: \`npm run check\` names each problem with its line and the cure.
4. Look at it: \`npm start\`. Then open a pull request.

A correction works the same way: "Suggest a change" on the page of a paper opens its file.
[content/README.md](content/README.md) explains every field, and [docs/rules.md](docs/rules.md) every rule.
`;
}
