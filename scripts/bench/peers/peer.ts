// What all peers are given: the same papers, for a page with title, authors, themes, abstract, eight related links and
// data for machines; and how they come here. They are no packages of the project: 200 MB for a table.
import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Catalog } from '../../../src/core/catalog.ts';
import { findRelated } from '../../../src/core/related.ts';
import type { Entry } from '../../../src/core/schema/entry.ts';
import { makeArticleData } from '../../../src/export/scholarly.ts';
import { makeListedPapers } from '../../../src/site/paper-data.ts';
import { createUrls } from '../../../src/site/urls.ts';
import type { Project } from '../build.ts';
import { versionOf } from '../machine.ts';

/** A paper as the templates of peers take it: nothing is left to compute. `data` is JSON-LD. */
export type PeerPaper = {
  readonly slug: string;
  readonly title: string;
  readonly authors: string;
  readonly topics: string;
  readonly related: readonly { readonly title: string; readonly url: string }[];
  readonly data: string;
  readonly abstract: string;
};

/** Another generator of sites. `version` is undefined where it cannot be run; `files` are paths and their texts. */
export type Peer = Pick<Project, 'command' | 'outputs'> & {
  readonly name: string;
  readonly packages: Readonly<Record<string, string>>;
  readonly version: (folder: string) => string | undefined;
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly paperFile: (paper: PeerPaper) => readonly [path: string, text: string];
};

const RELATED = 8;
const FOLDER = '.cache/bench/peers';

/** Makes the papers of peers. */
export function makePeerPapers(real: Catalog, entries: readonly Entry[]): PeerPaper[] {
  const catalog = { ...real, entries };
  const compared = entries.map(({ slug, fields, text }) => ({
    ...{ id: slug, text: `${fields.title} ${text}`, terms: [], themes: fields.themes },
  }));
  const related = findRelated(compared, RELATED);
  const titles = new Map(entries.map(({ slug, fields }) => [slug, fields.title]));
  const names = new Map(real.themes.map(({ id, fields }) => [id, fields.title]));
  const listed = new Map(makeListedPapers(catalog, createUrls('/')).map((paper) => [paper.slug, paper]));
  return entries.map(({ slug, fields, body }) => {
    const paper = listed.get(slug);
    if (!paper) throw new Error(`${slug} is not listed.`);
    return {
      slug,
      title: fields.title,
      authors: (fields.authors ?? []).join(', '),
      topics: fields.themes.map((id) => names.get(id) ?? id).join(', '),
      related: (related.get(slug) ?? []).map(({ id }) => ({
        title: titles.get(id) ?? id,
        url: `/papers/${id}/`,
      })),
      data: JSON.stringify({ '@context': 'https://schema.org', ...makeArticleData(paper, 'en') }).replaceAll(
        '<',
        '\\u003c',
      ),
      abstract: body,
    };
  });
}

/** Front matter, which JSON is as well as YAML, and the text below it. */
export function renderMarkdown(fields: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${JSON.stringify(fields, null, 1)}\n---\n${body}\n`;
}

/** The folder of a peer in the cache. */
export function folderOf(name: string): string {
  return join(FOLDER, name.toLowerCase());
}

/** Installs packages of exactly these versions into a folder, unless they are there; returns what went wrong, if so. */
export async function installPackages(
  folder: string,
  packages: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const isThere = ([name, version]: readonly [string, string]) =>
    versionOf(join(folder, 'node_modules'), name) === version;
  if (Object.entries(packages).every(isThere)) return undefined;
  await mkdir(folder, { recursive: true });
  const description = { private: true, type: 'module', dependencies: packages };
  await writeFile(join(folder, 'package.json'), JSON.stringify(description));
  // What a package runs when it is installed is not needed, and not asked for.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1'];
  const { status, stderr } = spawnSync('npm', ['install', ...options], { cwd: folder, encoding: 'utf8' });
  if (status === 0) return undefined;
  return `its packages could not be installed (${/code (\w+)/.exec(stderr ?? '')?.[1] ?? 'no npm'})`;
}

/** Writes a site of a peer with these papers, in place of the one before. */
export async function writePeerProject(peer: Peer, papers: readonly PeerPaper[]): Promise<Project> {
  const folder = folderOf(peer.name);
  const [first] = papers;
  if (!first) throw new Error('A survey of no papers cannot be measured.');
  const [entry] = peer.paperFile(first);
  await rm(join(folder, dirname(entry)), { recursive: true, force: true });
  for (const [path, text] of [...peer.files, ...papers.map(peer.paperFile)]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return { folder, command: peer.command, outputs: peer.outputs, entry };
}
