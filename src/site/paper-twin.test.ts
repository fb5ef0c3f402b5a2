import { expect, it } from 'vitest';
import { work } from '../integrations/references/reference-work.ts';
import { bees } from './made-up-catalog.ts';
import { makePaperCiter } from './paper-citation.ts';
import { makeListedPapers } from './paper-data.ts';
import { makePaperPager } from './paper-page.ts';
import { renderPaperTwin } from './paper-twin.ts';
import { createUrls } from './urls.ts';

const urls = createUrls('/');
const cite = makePaperCiter([], 'en', async (papers) => work(papers));

async function render(
  slug: string,
  change: { title?: string; abstract?: string; authors?: string[] } = {},
): Promise<string> {
  const { title, abstract, authors } = change;
  const entries = bees.entries.map((entry) =>
    entry.slug === slug
      ? {
          ...entry,
          fields: { ...entry.fields, ...(title && { title }), ...(authors && { authors }) },
          text: abstract ?? entry.text,
        }
      : entry,
  );
  const catalog = { ...bees, entries };
  const paper = makePaperPager(catalog)(slug) ?? expect.fail(`There is no ${slug}.`);
  const cited = makeListedPapers(catalog, urls).find((listed) => listed.slug === slug) ?? expect.fail();
  const site = bees.survey.address;
  return renderPaperTwin({ paper, citation: await cite(cited), abstract: cited.abstract ?? '', site, urls });
}

it('says what the page says, under the same headings', async () => {
  const twin = await render('scout-reports', {
    title: 'Scout Reports',
    abstract: 'Scouts report.\nThey dance.',
  });
  expect(twin).toMatch(/^# Scout Reports\n\n/);
  expect(twin).toContain(
    '## Abstract\n\n> Scouts report.\n>\n> They dance.\n\nQuoted from [A listing](https://example.org/listing), 2025-06-01-listing.txt, lines 3–5.',
  );
  expect(twin).toContain(
    '## Filed under\n\n- [Nest choice](https://bees.example.org/themes/nest-choice/), primary, Scouts\n',
  );
  expect(twin).toContain(
    'Decided by the rules, from phrases in the title and the abstract. They were not sure',
  );
  expect(twin).toContain('- [Code](https://example.org/code)');
  expect(twin).toContain('```bibtex\n@');
});

it('has no heading for what there is nothing of', async () => {
  const twin = await render('old-hive');
  for (const absent of ['In plain words', 'Results', 'Terms']) expect(twin).not.toContain(`## ${absent}`);
  expect(twin).not.toMatch(/\n{3}|undefined/);
});

it('keeps what looks like markup as text, and formulas as TeX', async () => {
  const twin = await render('scout-reports', {
    title: '<b>Bees</b> & *hives*',
    authors: ['Ada <script>'],
    abstract:
      '# No heading\n- no list\n2. no number\n<script>alert(1)</script> takes $O(n_1 * n_2)$ if $a<b$.',
  });
  expect(twin).toMatch(/^# \\<b\\>Bees\\<\/b\\> & \\\*hives\\\*$/m);
  expect(twin).toContain('> \\# No heading\n>\n> \\- no list\n>\n> 2\\. no number\n>\n> \\<script\\>');
  expect(twin).toContain('$O(n_1 * n_2)$ if $a\\lt b$.');
  expect(twin.replaceAll('\\<', '').replaceAll(/```.*?```/gs, '')).not.toMatch(/<[a-z/]/i);
});
