// Every address outside the site that readers can follow, with the places where it stands.
import type { Definition, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Place } from '../core/diagnostics.ts';
import type { Content, Located } from './content.ts';
import { makePlacer } from './places.ts';
import type { YamlFile } from './yaml-file.ts';

/** Lists the outgoing https addresses of a survey, each with its places. */
export function listOutgoing(content: Content): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const add = (url: string, place: Place) => {
    if (isPublic(url)) found.set(url, [...(found.get(url) ?? []), place]);
  };
  for (const { entry, ...located } of content.entries) {
    for (const [name, url] of Object.entries(entry.fields.links ?? {}))
      add(url, located.front.locate(['links', name]));
    addBody(entry.body, located, add);
  }
  for (const { theme, ...located } of content.themes) addBody(theme.body, located, add);
  for (const { path, ...located } of content.paths) addBody(path.body, located, add);
  if (content.survey && content.surveyFile) addSurvey(content.survey, content.surveyFile, add);
  return found;
}

type Add = (url: string, place: Place) => void;

function addBody(body: string, located: Omit<Located, 'text'>, add: Add): void {
  const placeAt = makePlacer(body, located.file, located.bodyLine);
  visit(located.tree(), ['link', 'definition'], (node) => {
    const { url, position } = node as Link | Definition;
    const start = position?.start.offset ?? Math.max(body.indexOf(url), 0);
    add(url, placeAt(Math.max(body.indexOf(url, start), start)));
  });
}

function addSurvey({ licence, sources }: NonNullable<Content['survey']>, file: YamlFile, add: Add): void {
  add(licence.url, file.locate(['licence', 'url']));
  sources.forEach(({ url }, index) => {
    if (url) add(url, file.locate(['sources', index, 'url']));
  });
}

/** Only https to a named host: an address in a stranger's pull request must not make us knock at our own machines. */
export function isPublic(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  const isName =
    /\.[a-z]{2,}$/i.test(hostname) && !/\.(?:local|internal|localhost|test|invalid|example)$/i.test(hostname);
  return protocol === 'https:' && port === '' && isName;
}
