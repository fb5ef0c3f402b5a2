// Every rule that a diagnostic can name. Ids are permanent; a new rule is one row.

/** `fix` says what `check --fix` does about it, where it can. */
export type Rule = {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly fix?: string;
};

/** The rule table, by id. */
export const rules = {
  'file-unreadable': { severity: 'error', summary: 'A file is missing, too large, or not valid UTF-8.' },
  'file-misplaced': { severity: 'error', summary: 'A file in content/ is not where its kind belongs.' },
  'file-form': {
    severity: 'warning',
    summary: 'A file has a byte order mark, white space at the end of a line, or no line end at its end.',
    fix: 'Writes the file without them.',
  },
  'front-matter': {
    severity: 'error',
    summary: 'The front matter is missing, not YAML, or another language.',
  },
  'text-limits': {
    severity: 'error',
    summary: 'A Markdown text is longer, or more deeply nested, than a page can show.',
  },
  yaml: { severity: 'error', summary: 'The YAML cannot be read.' },
  schema: {
    severity: 'error',
    summary: 'A field is missing or has the wrong form.',
    fix: 'Quotes what must be text; puts it on one line; takes version and address off an identifier; writes https for hosts known to have it.',
  },
  'field-text': {
    severity: 'error',
    summary: 'A field is too long, hides the host of an address, or holds characters that are no text.',
  },
  'unknown-field': { severity: 'error', summary: 'A field that the schema does not know.' },
  'unknown-theme': { severity: 'error', summary: 'An entry names a theme that has no file.' },
  'unknown-part': { severity: 'error', summary: 'An entry names a part that none of its themes has.' },
  'part-missing': { severity: 'error', summary: 'An entry is in a theme with parts but names none of them.' },
  'theme-folder': {
    severity: 'error',
    summary: 'An entry is not in the folder of its primary theme.',
    fix: 'Moves the file, where its new place is free.',
  },
  'theme-repeated': {
    severity: 'error',
    summary: 'An entry names the same theme twice.',
    fix: 'Keeps the first, where no comment stands at the other.',
  },
  'theme-unused': { severity: 'error', summary: 'A theme to which no entry belongs.' },
  'theme-fallback': { severity: 'error', summary: 'More than one theme is the fallback.' },
  'duplicate-slug': { severity: 'error', summary: 'Two entries would have the same address.' },
  'duplicate-title': { severity: 'error', summary: 'Two entries have the same title.' },
  'duplicate-arxiv': { severity: 'error', summary: 'Two entries have the same arXiv id.' },
  'duplicate-doi': { severity: 'error', summary: 'Two entries have the same DOI.' },
  'duplicate-id': {
    severity: 'error',
    summary: 'Two entries have the same id at OpenReview or in the ACL Anthology.',
  },
  'duplicate-key': { severity: 'error', summary: 'Two entries have the same citation key.' },
  'left-out-entry': { severity: 'error', summary: 'survey.yaml leaves out a paper that has an entry.' },
  'left-out-repeated': { severity: 'error', summary: 'survey.yaml leaves out the same paper twice.' },
  'left-out-unknown': {
    severity: 'warning',
    summary: 'No source has a paper that survey.yaml leaves out (ingest).',
  },
  'essay-incomplete': { severity: 'error', summary: 'An essay leaves out a paper of its theme.' },
  'essay-also': { severity: 'error', summary: 'An essay names a paper of another theme in the field also.' },
  'unknown-citation': {
    severity: 'error',
    summary: 'An essay or a path cites an entry that does not exist.',
  },
  'path-step': {
    severity: 'error',
    summary: 'A path has no steps, or one that does not begin with the citation of one entry.',
  },
  'unknown-venue': {
    severity: 'warning',
    summary:
      'An entry names a venue that survey.yaml does not list, so that exports cannot tell its kind. Where survey.yaml has no `venues`, every venue will do.',
  },
  'internal-link': {
    severity: 'error',
    summary:
      'A link or an image within the site leads to nothing, or would break where the site is served below a path.',
    fix: 'Writes the address from the page on; adds the slash at its end.',
  },
  'link-address': {
    severity: 'warning',
    summary: 'A link of ours is not https.',
    fix: 'Writes https for hosts known to have it.',
  },
  'link-gone': { severity: 'warning', summary: 'The page behind a link is gone (check --links).' },
  'image-text': { severity: 'error', summary: 'An image has no text for those who cannot see it.' },
  'image-elsewhere': {
    severity: 'warning',
    summary: 'An image of another site, of which pages show only the text.',
  },
  'date-future': { severity: 'error', summary: 'A date has not come yet.' },
  'summary-copied': { severity: 'warning', summary: 'A summary of ours is copied from the abstract.' },
  'relevance-paper': {
    severity: 'error',
    summary: 'relevance.yaml names an entry that does not exist.',
  },
  'words-unknown': {
    severity: 'error',
    summary: 'words.yaml translates a text that the interface does not have.',
  },
  'words-places': {
    severity: 'error',
    summary: 'A translation in words.yaml does not fill in what the English text fills in.',
  },
  'words-missing': {
    severity: 'warning',
    summary: 'The language of the survey lacks translations of the interface, which stay English.',
  },
  'unknown-term': { severity: 'error', summary: 'An entry names a term that glossary.yaml does not have.' },
  'duplicate-term': { severity: 'error', summary: 'Two terms have the same id, name or alias.' },
  'term-unused': { severity: 'error', summary: 'A term that no abstract uses.' },
  'result-benchmark': {
    severity: 'error',
    summary: 'A result names no benchmark of glossary.yaml and no setting.',
  },
  'result-quote': { severity: 'error', summary: 'The evidence of a result is not verbatim in the abstract.' },
  'result-value': { severity: 'error', summary: 'The evidence of a result does not state its value.' },
  'source-unknown': {
    severity: 'error',
    summary:
      'A source, a bibliography or a difference that was settled names a source that survey.yaml does not list, or lines it lacks.',
  },
  'source-changed': {
    severity: 'warning',
    summary: 'The lines of the source differ from those that were read.',
  },
  'abstract-empty': { severity: 'error', summary: 'An entry has no abstract.' },
  'abstract-edited': {
    severity: 'error',
    summary: 'The abstract differs from its source without saying so.',
  },
  'arxiv-month': { severity: 'error', summary: 'The month of the arXiv id does not fit the date.' },
  'author-count': { severity: 'error', summary: 'The number of names is not the number of authors.' },
  'family-name': {
    severity: 'error',
    summary:
      'familyNames names somebody who is no author, or what is not the beginning or the end of a name.',
  },
  'author-repeated': {
    severity: 'warning',
    summary: 'An entry names the same author twice, and no authorCount says that they are two.',
  },
  orcid: { severity: 'error', summary: 'An ORCID has a wrong check digit, or is given to two authors.' },
  'count-redundant': {
    severity: 'warning',
    summary: 'authorCount repeats what authors says, and no listing tells it.',
    fix: 'Removes authorCount, where no comment stands behind it.',
  },
  'needs-review': { severity: 'warning', summary: 'The rules were not sure of the theme.' },
  'text-invisible': {
    severity: 'warning',
    summary: 'An invisible character, or one that turns the direction of text around.',
    fix: 'Removes it, except from words quoted from a source.',
  },
  'text-damage': {
    severity: 'warning',
    summary: 'Text looks damaged: LaTeX, an address twice, characters lost or read in the wrong encoding.',
  },
  formula: { severity: 'warning', summary: 'A formula cannot be rendered, and is shown as it is typed.' },
  'text-gap': { severity: 'warning', summary: 'Something is lost in the source.' },
  'listing-date': { severity: 'error', summary: 'The listing date does not fit what the listing says.' },
  'listing-format': { severity: 'error', summary: 'No adapter recognises a listing.' },
  'listing-record': { severity: 'error', summary: 'A record of a listing is incomplete.' },
  'listing-line': { severity: 'error', summary: 'A line of a listing was not understood.' },
  'listing-paragraph': {
    severity: 'warning',
    summary: 'A paragraph of a listing may belong to the abstract before it, or be a title.',
  },
  'record-field': { severity: 'warning', summary: 'A field of a record cannot be used, and was left out.' },
  'record-repeated': { severity: 'warning', summary: 'A record says a field, or has a key, twice.' },
  'latex-command': { severity: 'warning', summary: 'A LaTeX command that is not known; its name was left.' },
  'source-encoding': { severity: 'warning', summary: 'A source is not UTF-8.' },
  'source-columns': { severity: 'warning', summary: 'The columns of a table were guessed.' },
  'title-near': { severity: 'warning', summary: 'Two papers have nearly, or quite, the same title.' },
  stub: { severity: 'warning', summary: 'An entry waits for its abstract, and stays out of the site.' },
  'entry-differs': { severity: 'warning', summary: 'A source says something else than the entry.' },
} as const satisfies Record<string, Rule>;

/** Id of a rule. */
export type RuleId = keyof typeof rules;
