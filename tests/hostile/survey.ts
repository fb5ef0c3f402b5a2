// A small sound survey, in files, to be changed by those who mean harm.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { LINES } from './texts.ts';

export const ENTRY = 'content/entries/choice/bees.md';
export const GLOSSARY = 'content/glossary.yaml';
export const PATH = 'content/paths/evening.md';

export const SURVEY = {
  file: 'content/survey.yaml',
  text: `title: How Bees Decide
short: Bees
tagline: Some papers
description: A survey of swarms.
address: https://bees.example
language: en
maintainers: [Ada Byron]
licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}
cite: Byron (2025)
sources: []
`,
};

export const THEME = {
  file: 'content/themes/choice.md',
  text: `---
title: Nest choice
short: Choice
definition: How swarms choose.
colour: 40
order: 1
signals: {5: [nest]}
---
`,
};

type Files = Readonly<Record<string, string | Uint8Array>>;

const SOUND: Files = {
  [SURVEY.file]: SURVEY.text,
  [THEME.file]: THEME.text,
  [ENTRY]: '---\ntitle: Bees\nthemes: [choice]\n---\n\nBees.\n',
};

/** Writes the sound survey with some files changed into a temporary folder, and returns the folder. */
export function writeSurvey(files: Files = {}, links: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'conspectus-hostile-'));
  for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  for (const [file, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    symlinkSync(target, join(root, file));
  }
  return root;
}

/** A survey in which every text says something hostile: accepted by `check`, and harmless when built. */
export function hostileTexts(): Files {
  const line = (index: number) => LINES[index % LINES.length] ?? '';
  const entries = LINES.map((text, index) => entryOf(text, index));
  const slugs = LINES.map((_, index) => slugOf(index));
  return {
    [SURVEY.file]: stringify({
      title: line(0),
      short: line(14).slice(0, 24).trim(),
      tagline: line(38),
      description: line(34),
      introduction: LINES,
      address: 'https://bees.example',
      language: 'en',
      maintainers: LINES.slice(0, 20),
      licence: { name: line(4), url: `https://example.org/"><script>__hacked=1</script>` },
      cite: line(39),
      sources: [],
    }),
    [THEME.file]: themeOf(line(35), LINES.join('\n\n'), slugs.slice(1)),
    'content/themes/constructor.md': themeOf(line(40), '', []),
    [GLOSSARY]: stringify({
      terms: [
        {
          id: 'constructor',
          name: 'constructor',
          kind: 'concept',
          definition: line(5),
          everyday: ['to string'],
        },
        {
          id: 'hacked',
          name: '__hacked',
          kind: 'method',
          aliases: ['<script>', 'javascript'],
          definition: line(2),
        },
        { id: 'img', name: '<img', kind: 'benchmark', definition: line(6) },
      ],
    }),
    [PATH]: `---\n${stringify({ title: line(45).slice(0, 80).trim(), description: line(4), order: 1 })}---\n\n${LINES.join('\n\n')}\n\n1. [@${slugs[0]}] ${line(0)}\n2. [@${slugs[1]}] ${line(26)}\n`,
    ...Object.fromEntries(entries),
    [ENTRY]: `---\ntitle: Ten thousand links\nthemes: [choice]\n---\n\n${Array.from({ length: 10_000 }, (_, n) => `[b](https://example.org/${n})`).join(' ')}\n`,
  };
}

/** The slug of the entry that says the line with this number. */
export function slugOf(index: number): string {
  return index === 0 ? 'constructor' : `line-${index}`;
}

function entryOf(text: string, index: number): [string, string] {
  const themes = index === 0 ? ['constructor', 'choice'] : ['choice'];
  const fields = {
    title: `${text} ${index}`,
    summary: text,
    themes,
    published: '2025-01-08',
    authors: [text, 'Ada Byron'],
    organization: text,
    venue: text,
    links: { code: `https://example.org/?a=${encodeURIComponent(text)}`, paper: `https://example.org/"'<b>` },
    results: [
      {
        benchmark: 'img',
        metric: text,
        measure: 'score',
        model: text,
        value: 90,
        unit: text,
        versus: text,
        quote: 'reach 90 of',
      },
    ],
    edited: text,
    gaps: [{ quote: text, note: text }],
  };
  const body = `${text}\n\nBees reach 90 of 100 <img src=x onerror=__hacked=1>, and a constructor.\n\n# ${text}\n\n> ${text}\n\n| ${text.replaceAll('|', '\\|')} |\n| --- |\n\n[b]: javascript:__hacked=1\n\n[b]`;
  return [`content/entries/${themes[0]}/${slugOf(index)}.md`, `---\n${stringify(fields)}---\n\n${body}\n`];
}

function themeOf(title: string, body: string, also: readonly string[]): string {
  const fields = {
    title,
    short: title.slice(0, 24).trim(),
    definition: title,
    colour: 40,
    order: 1,
    ...(also.length > 0 && { also: [...also, 'bees'] }),
    signals: { 5: ['<script>', 'javascript'] },
  };
  return `---\n${stringify(fields)}---\n\n${body}\n`;
}
