// The survey for programs that are no readers: what search engines, browsers, reference managers and language models
// look for at the root of a site.

import type { Dataset } from 'schema-dts';
import { stringify } from 'yaml';
import { addedOn, latest } from '../core/added.ts';
import type { Catalog } from '../core/catalog.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
import { count, say } from '../core/words.ts';
import { renderMarkdownLink } from '../export/markdown.ts';
import { escapeXml } from '../export/xml.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { addressOfSite, type Urls } from './urls.ts';

/** The name of the Markdown twin of a page, beside the page (llmstxt.org). */
export const TWIN = 'index.html.md';

/** In the head of each page that has a twin. */
export const ASKS_FOR_TWIN = '<link rel="alternate" type="text/markdown"';

/** The most characters that OpenSearch lets a short name have. */
const SHORT_NAME = 16;

/** A description by which a browser can search the survey from its address bar (OpenSearch 1.1). */
export function renderOpenSearch(survey: SurveyFields, urls: Urls): string {
  const search = new URL(urls.search(), survey.address).href;
  return `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(cutAtWord(survey.short, SHORT_NAME))}</ShortName>
  <Description>${escapeXml(say`Search ${survey.title}`)}</Description>
  <Language>${escapeXml(survey.language)}</Language>
  <Image width="16" height="16" type="image/svg+xml">${escapeXml(new URL(urls.asset('favicon.svg'), survey.address).href)}</Image>
  <Url type="text/html" template="${escapeXml(search)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}

/** The words of a text that fit into so many characters; of a first word that is longer, its beginning. */
function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return text.slice(0, end > 0 ? end : most).trim();
}

/** What the survey is and where everything of it is, for language models (llmstxt.org). */
export function renderLlmsText({ survey, themes, entries }: Catalog, urls: Urls): string {
  const address = (path: string) => new URL(path, survey.address).href;
  const link = (text: string, path: string, note: string) =>
    `- ${renderMarkdownLink(text, address(path))}${note && `: ${note}`}`;
  const papersOf = (theme: string) => entries.filter(({ fields }) => fields.themes[0] === theme);
  const sections = themes.map(({ id, fields }) =>
    [
      `## ${fields.title}`,
      '',
      link(say`The theme, with its essay`, `${urls.theme(id)}${TWIN}`, fields.definition),
      ...listNewest(papersOf(id), (entry) =>
        link(
          plainFormulas(entry.fields.title),
          `${urls.paper(entry.slug)}${TWIN}`,
          entry.fields.summary ?? '',
        ),
      ),
    ].join('\n'),
  );
  return `${[
    `# ${survey.title}`,
    `> ${survey.description}`,
    say`Every page has a twin in Markdown: its address, and ${`\`${TWIN}\``}; of a long list its first page. Our own text: ${survey.licence.name}. Abstracts are quoted from their sources.`,
    ...sections,
    [
      `## ${say`Data`}`,
      '',
      link(say`All papers, themes, terms and essays as JSON`, urls.asset('data/survey.json'), ''),
      link(say`Its JSON Schema`, urls.asset('data/survey.schema.json'), ''),
      link(say`Feed of what is new`, urls.feed('feed.xml'), ''),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

/** A model reads so many lines at once: the page of a theme, and the pages that follow it, have the others. */
function listNewest(entries: readonly Entry[], render: (entry: Entry) => string): string[] {
  const more = entries.length - PAGE_SIZES.list;
  const lines = entries.slice(0, PAGE_SIZES.list).map(render);
  return more > 0 ? [...lines, `- ${say`… and ${count(more, 'older paper')}: see the theme`}`] : lines;
}

/** The survey as a data set, in the words of schema.org. */
export function makeDatasetData({ survey, entries }: Catalog, urls: Urls): Exclude<Dataset, string> {
  const address = (path: string) => new URL(path, survey.address).href;
  const modified = latest(entries.map(({ fields }) => addedOn(fields, survey)));
  return {
    '@type': 'Dataset',
    '@id': addressOfSite(survey, urls),
    url: addressOfSite(survey, urls),
    name: survey.title,
    description: survey.description,
    inLanguage: survey.language,
    license: survey.licence.url,
    isAccessibleForFree: true,
    creator: survey.maintainers.map((name) => ({ '@type': 'Organization' as const, name })),
    ...(modified && { dateModified: modified }),
    distribution: [
      {
        '@type': 'DataDownload',
        encodingFormat: 'application/json',
        contentUrl: address(urls.asset('data/survey.json')),
      },
    ],
  };
}

/** How to cite the survey, for reference managers and code hosts (Citation File Format 1.2.0). */
export function renderCitationFile(survey: SurveyFields, urls: Pick<Urls, 'home'>): string {
  const { title, description, maintainers, licence } = survey;
  // The format wants an id of the SPDX list: `CC BY 4.0` -> `CC-BY-4.0`.
  const id = licence.name.replaceAll(' ', '-');
  return stringify({
    'cff-version': '1.2.0',
    message: say`If you use this survey, please cite it as below.`,
    type: 'dataset',
    title,
    abstract: description,
    authors: maintainers.map((name) => ({ name })),
    url: addressOfSite(survey, urls),
    ...(/^CC0?-[\w.-]+$/.test(id) ? { license: id } : { 'license-url': licence.url }),
  });
}
