// The help on search, made from the grammar itself, with examples that find something in this survey.

import type { Catalog } from '../core/catalog.ts';
import { say } from '../core/words.ts';
import { FIELDS, type FieldName, HAS } from '../search/query.ts';
import { yearOf } from './labels.ts';
import { hasOf } from './search-record.ts';

/** A way to search: how it is written, what it does, and an example to try. */
export type SearchRule = { readonly form: string; readonly meaning: string; readonly example: string };

/** The rules of the query language: words first, then the fields. */
export type SearchHelp = { readonly words: readonly SearchRule[]; readonly fields: readonly SearchRule[] };

/** Makes the help; a rule for which the survey has no example is left out. */
export function makeSearchHelp(catalog: Catalog): SearchHelp {
  const examples = examplesOf(catalog);
  const fields = (Object.keys(FIELDS) as FieldName[]).flatMap((name): SearchRule[] => {
    const value = examples[name];
    return value ? [{ form: `${name}:`, meaning: FIELDS[name].meaning, example: `${name}:${value}` }] : [];
  });
  return { words: wordRules(catalog), fields };
}

function wordRules({ entries, terms }: Catalog): SearchRule[] {
  if (entries.length === 0) return [];
  const pair =
    terms.find(({ name }) => /^[\p{Ll}]+ [\p{Ll}]+$/u.test(name))?.name ??
    titleWords(entries[0]?.fields.title ?? '');
  const [first, second] = pair.split(' ');
  const id = entries.map(({ fields }) => fields.arxiv ?? fields.doi).find((one) => one);
  if (!first || !second) return [];
  return [
    {
      form: say`several words`,
      meaning: say`Papers that have all of them, in any order and form. Where these are few, papers that lack some follow.`,
      example: `${first} ${second}`,
    },
    {
      form: `"${say`a phrase`}"`,
      meaning: say`The words next to each other, in this order.`,
      example: `"${first} ${second}"`,
    },
    {
      form: `-${say`word`}`,
      meaning: say`Without this word; also before a phrase or a field.`,
      example: `${first} -${second}`,
    },
    {
      form: say`the beginning of a word`,
      meaning: say`Stands for every word that begins so.`,
      example: first.slice(0, 5),
    },
    ...(id
      ? [
          {
            form: say`an id or its address`,
            meaning: say`The paper of that arXiv id, DOI, OpenReview or ACL Anthology id.`,
            example: id,
          },
        ]
      : []),
  ];
}

function titleWords(title: string): string {
  return title.split(/\s+/).slice(0, 2).join(' ').toLowerCase();
}

function examplesOf({ themes, terms, entries }: Catalog): Partial<Record<FieldName, string>> {
  const author = entries
    .flatMap(({ fields }) => fields.authors ?? [])[0]
    ?.split(' ')
    .at(-1);
  const years = entries.map(({ fields }) => yearOf(fields)).filter((year) => /^\d{4}$/.test(year));
  const newest = years.toSorted().at(-1);
  const facts = new Set(entries.flatMap(hasOf));
  const has = HAS.find((name) => facts.has(name));
  return {
    ...(themes[0] && { theme: themes[0].id }),
    ...(terms[0] && { term: terms[0].id }),
    ...(author && { author: author.toLowerCase() }),
    ...(newest && { year: `>=${newest}` }),
    ...(has && { has }),
  };
}
