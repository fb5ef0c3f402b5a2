// The real survey is a test: what the entries say is compared with the listing, by other means than ingest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAbstract, renderAbstract } from '../../src/catalog/abstract.ts';
import { renderEntryFile } from '../../src/catalog/entry-file.ts';
import { loadContent } from '../../src/catalog/load.ts';
import { renderContentReadme, renderRulesPage } from '../../src/catalog/readme.ts';
import { applyRepairs } from '../../src/core/repairs.ts';

const root = join(import.meta.dirname, '../..');
const content = await loadContent(root);

test('the survey has no problem', () => {
  expect(content.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(content.entries.length).toBeGreaterThan(0);
});

test('content/README.md is what the schemas say', () => {
  const text = renderContentReadme();
  expect(readFileSync(join(root, 'content/README.md'), 'utf8')).toBe(text);
  for (const file of ['survey', 'glossary', 'relevance', 'words'])
    expect(text).toContain(`## Fields of ${file}.yaml`);
});

test('docs/rules.md is what the rule table says', () => {
  expect(readFileSync(join(root, 'docs/rules.md'), 'utf8')).toBe(renderRulesPage());
});

describe.each(content.entries.map((loaded) => [loaded.entry.slug, loaded] as const))(
  '%s',
  (_, { entry, text }) => {
    test('load then save gives the same bytes', () => {
      expect(renderEntryFile(entry.fields, entry.body)).toBe(text);
    });

    test('the abstract as Markdown shows its text and nothing else', () => {
      expect(parseAbstract(renderAbstract(entry.text))).toBe(entry.text);
    });
  },
);

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

describe.each(content.survey?.sources.filter(({ format }) => format === 'huggingface-daily-papers') ?? [])(
  '$file',
  ({ file, listed }) => {
    const lines = (content.sources.get(file) ?? '').split('\n');
    const own = content.entries
      .map(({ entry }) => entry)
      .filter(({ fields }) => fields.source?.file === file)
      .toSorted((a, b) => (a.fields.source?.lines[0] ?? 0) - (b.fields.source?.lines[0] ?? 0));

    test('every line of the file is in one entry, blank, or before the first entry', () => {
      const taken = lines.map(() => 0);
      for (const { fields } of own) {
        const [first, last] = fields.source?.lines ?? [0, 0];
        for (let line = first; line <= last; line++) taken[line - 1] = (taken[line - 1] ?? 0) + 1;
      }
      const start = own[0]?.fields.source?.lines[0] ?? 0;
      lines.forEach((line, index) => {
        if (index + 1 >= start && line.trim() !== '')
          expect({ line: index + 1, times: taken[index] }).toEqual({ line: index + 1, times: 1 });
      });
    });

    test('there are as many entries as abstracts', () => {
      expect(own).toHaveLength(lines.filter((line) => line.length > 400).length);
    });

    test.each(own.map((entry) => [entry.slug, entry] as const))(
      '%s equals its record',
      (_, { fields, text }) => {
        const [first, last] = fields.source?.lines ?? [1, 1];
        const record = lines.slice(first - 1, last);
        expect(applyRepairs(record[0] ?? '', fields.repairs ?? [])).toBe(fields.title);
        expect(applyRepairs(record[2] ?? '', fields.repairs ?? [])).toBe(text);
        const [who, , when] = record.slice(4);
        expect(expectedDetails(who, when, listed)).toEqual({
          authorCount: fields.authorCount,
          isOrganization: fields.organization !== undefined,
          // A record without details leaves the date to other sources.
          published: who && when ? fields.published : undefined,
          comments: fields.source?.comments,
        });
        if (fields.organization) expect(who?.endsWith(` ${fields.organization}`)).toBe(true);
      },
    );
  },
);

/** What the lines after an abstract say, read in the plainest way. */
function expectedDetails(who: string | undefined, when: string | undefined, listed: string) {
  if (!who || !when) {
    return { authorCount: undefined, isOrganization: false, published: undefined, comments: undefined };
  }
  const [day, rest = ''] = [when.split(',')[0] ?? '', when.split(',')[1] ?? ''];
  const numbers = `${day} ${rest}`.trim().split(/\s+/);
  const year = rest ? Number(numbers[2]) : Number(listed.slice(0, 4));
  const comments = rest ? numbers[3] : numbers[2];
  const month = String(MONTHS.indexOf(numbers[0] ?? '') + 1).padStart(2, '0');
  const isCounted = /authors?$/.test(who);
  return {
    authorCount: isCounted ? Number.parseInt(who.replace('•', '').trim(), 10) : undefined,
    isOrganization: !isCounted,
    published: `${year}-${month}-${numbers[1]?.padStart(2, '0')}`,
    comments: comments ? Number(comments) : undefined,
  };
}
