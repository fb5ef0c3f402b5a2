// Run by endless.test.ts as a process of its own, which can be stopped: texts that regular expressions could trip over,
// through every part that reads text which strangers wrote. Prints how long the slowest took.
import { parseMarkdownFile } from '../../src/catalog/entry-file.ts';
import { findDamage } from '../../src/core/abstract-damage.ts';
import { locateCitations } from '../../src/core/citations.ts';
import { findExcess } from '../../src/core/markdown-limits.ts';
import { parsePathBody } from '../../src/core/path-steps.ts';
import { compilePhrase, matchPhrase } from '../../src/core/phrases.ts';
import { statesNumber } from '../../src/core/results.ts';
import { entrySchema } from '../../src/core/schema/entry.ts';
import { sentencesOf } from '../../src/core/sentences.ts';
import { makeSlug } from '../../src/core/slugs.ts';
import { normalizeTitle, wordsOf } from '../../src/core/text.ts';
import { repairText } from '../../src/ingest/repair.ts';
import { parseQuery } from '../../src/search/query.ts';

/** Beyond this an exponential pattern would outlive the universe, and a quadratic one takes a part of a second. */
const TIMES = 800;
const PIECES = [
  ...[
    'a',
    ' ',
    '\t',
    '\n',
    '-',
    '.',
    ',',
    ';',
    ':',
    '"',
    "'",
    '`',
    '~',
    '*',
    '_',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '<',
    '>',
  ],
  ...[
    '\\',
    '@',
    '#',
    '|',
    '&',
    '%',
    '$',
    '1',
    '1,',
    '1.',
    '1. ',
    '1,000',
    '- ',
    '> ',
    'a-',
    'a ',
    'a.',
    'A ',
    "a'",
    ' .',
  ],
  ...[
    '[@a',
    '[@a; ',
    '@a; ',
    '\\a',
    '\\a{',
    '{}',
    '\\"a',
    '``',
    'https://',
    'https://a{',
    'https://a.',
    'a~',
    'a: ',
  ],
  ...[
    'et al. ',
    'i.e. ',
    'a:b ',
    'a:"',
    '-a:',
    '2020..',
    '>=2020 ',
    '---\n',
    '\n \n',
    ', .',
    ' , ,',
    'isa',
    'é',
    '\u0301',
  ],
];
/** What makes a match fail at the last moment. */
const ENDS = ['', '!', '\u0000', 'é', '\n', '"', '}'];

const phrases = ['waggle dance', 'distil*', 'a* b* c*', 'RL', 'a-a-a-a'].map(compilePhrase);

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseMarkdownFile: (text) => parseMarkdownFile(`---\n${text}`, 'a.md'),
  parseBody: (text) => parseMarkdownFile(`---\ntitle: a\n---\n${text}`, 'a.md'),
  findDamage,
  locateCitations,
  findExcess,
  parsePathBody,
  parseStep: (text) => parsePathBody(`1. [@a] ${text}`),
  phrases: (text) => phrases.map((phrase) => matchPhrase(phrase, text)),
  statesNumber: (text) => statesNumber(text, 5),
  sentencesOf,
  fields: (text) =>
    entrySchema.safeParse({
      title: text,
      themes: [text],
      arxiv: text,
      key: text,
      links: { code: text },
      published: text,
    }),
  makeSlug,
  normalizeTitle,
  wordsOf,
  repairText,
  parseQuery,
};

let slowest = { name: '', milliseconds: 0 };
for (const [reader, read] of Object.entries(READERS))
  for (const piece of PIECES)
    for (const end of ENDS) {
      const start = performance.now();
      read(piece.repeat(TIMES) + end);
      const milliseconds = performance.now() - start;
      if (milliseconds > slowest.milliseconds)
        slowest = { name: `${reader} of ${JSON.stringify(piece)} and ${JSON.stringify(end)}`, milliseconds };
    }
console.log(JSON.stringify(slowest));
