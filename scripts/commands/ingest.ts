// conspectus ingest: listings in, entries out. Creates entries and fills empty fields; overwrites nothing.
import { basename, relative, resolve, sep } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { renderAbstract } from '../../src/catalog/abstract.ts';
import type { Content } from '../../src/catalog/content.ts';
import { fillEntryFile, renderEntryFile } from '../../src/catalog/entry-file.ts';
import { saveFiles } from '../../src/catalog/files.ts';
import { loadContent } from '../../src/catalog/load.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { makeClassifier } from '../../src/core/classify.ts';
import { type Diagnostic, diagnose, hasErrors, sortDiagnostics } from '../../src/core/diagnostics.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import type { SourceFields } from '../../src/core/schema/survey.ts';
import { count, suggest } from '../../src/core/text.ts';
import type { LineRole } from '../../src/ingest/adapter.ts';
import { type Ingested, ingestSource, type Proposal } from '../../src/ingest/ingest.ts';
import { mergeProposals, type Plan, reportDifferences } from '../../src/ingest/merge.ts';
import { adapters, detectAdapter, findAdapter } from '../../src/ingest/registry.ts';

/** One source after its run: what was found, and what is to be written for it. */
type Run = { readonly file: string; readonly ingested: Ingested; readonly plan: Plan };

/** Ingests the sources that survey.yaml lists, or those of them that are named. */
export async function ingest(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' } },
  });
  const root = process.cwd();
  const content = await loadContent(root);
  const chosen = chooseSources(content, positionals);
  const broken = [...content.diagnostics.filter(isUnsafe), ...chosen.diagnostics];
  if (broken.length > 0) {
    console.error(renderForTerminal(broken));
    console.error('Nothing was written: mend these first, so that no entry is taken for missing.');
    return 1;
  }
  const { runs, changes, diagnostics } = runSources(chosen.sources, content);
  if (changes.size > 0 && !values['dry-run']) await saveFiles(root, { write: changes });
  if (diagnostics.length > 0) console.log(`${renderForTerminal(sortDiagnostics(diagnostics))}\n`);
  for (const run of runs) console.log(renderSummary(run));
  if (values['dry-run']) console.log('Nothing was written (--dry-run).');
  return hasErrors(diagnostics) ? 1 : 0;
}

/** A file that cannot be read may hold a paper, which ingest would otherwise create a second time. */
function isUnsafe({ rule, severity }: Diagnostic): boolean {
  return (
    severity === 'error' &&
    ['file-unreadable', 'front-matter', 'yaml', 'schema', 'unknown-field'].includes(rule)
  );
}

type Chosen = {
  readonly sources: readonly { source: SourceFields; text: string }[];
  readonly diagnostics: Diagnostic[];
};

function chooseSources({ survey, sources }: Content, names: readonly string[]): Chosen {
  const listed = survey?.sources ?? [];
  const wanted =
    names.length > 0
      ? names.map((name) => relative(resolve('content/sources'), resolve(name)).split(sep).join('/'))
      : listed.map(({ file }) => file);
  const diagnostics = wanted
    .filter((file) => !listed.some((source) => source.file === file))
    .map((file) =>
      diagnose(
        'source-unknown',
        { file: 'content/survey.yaml' },
        `No source ${basename(file)} is listed there.`,
        `Copy the file into content/sources/ and list it with its format and day. ${suggest(
          file,
          listed.map((source) => source.file),
        )}`,
      ),
    );
  return {
    sources: listed
      .filter(({ file }) => wanted.includes(file))
      .map((source) => ({ source, text: sources.get(source.file) ?? '' })),
    diagnostics,
  };
}

function runSources(
  sources: Chosen['sources'],
  content: Content,
): { runs: Run[]; changes: Map<string, string>; diagnostics: Diagnostic[] } {
  const classifier = makeClassifier(content.themes.map(({ theme }) => theme));
  const entries: Entry[] = content.entries.map(({ entry }) => entry);
  const texts = new Map(content.entries.map(({ entry, file, text }) => [entry.slug, { file, text }]));
  const runs: Run[] = [];
  const changes = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const { source, text } of sources) {
    const file = `content/sources/${source.file}`;
    const adapter = findAdapter(source.format) ?? detectAdapter(text);
    if (!adapter || !findAdapter(source.format)) {
      diagnostics.push(reportFormat(source, adapter?.id));
      continue;
    }
    const ingested = ingestSource(text, adapter, source, file);
    const plan = mergeProposals(ingested.proposals, entries, classifier);
    for (const { slug, fields, text: abstract, ...created } of plan.create) {
      diagnostics.push(...created.diagnostics);
      const path = `content/entries/${fields.themes[0]}/${slug}.md`;
      const rendered = renderEntryFile(fields, renderAbstract(abstract));
      changes.set(path, rendered);
      texts.set(slug, { file: path, text: rendered });
      entries.push({ slug, fields, body: renderAbstract(abstract), text: abstract });
    }
    for (const { slug, fields } of plan.fill) {
      const known = texts.get(slug);
      const index = entries.findIndex((entry) => entry.slug === slug);
      const entry = entries[index];
      if (!known || !entry) continue;
      changes.set(known.file, fillEntryFile(changes.get(known.file) ?? known.text, fields));
      entries[index] = { ...entry, fields: { ...entry.fields, ...fields } };
    }
    const differing = plan.differ.flatMap(({ slug, differences }) =>
      reportDifferences(texts.get(slug)?.file ?? slug, differences),
    );
    diagnostics.push(
      ...ingested.diagnostics,
      ...differing,
      ...plan.unknown.map((paper) => reportUnknown(paper, file)),
    );
    runs.push({ file, ingested, plan });
  }
  return { runs, changes, diagnostics };
}

function reportUnknown({ fields }: Proposal, file: string): Diagnostic {
  return diagnose(
    'listing-record',
    { file, line: fields.source?.lines[0] ?? 1, column: 1 },
    `No entry has the title “${fields.title}”, and this source has no abstract to make one from.`,
    'Correct the title, or add the entry by hand.',
  );
}

function reportFormat(source: SourceFields, found: string | undefined): Diagnostic {
  const known = adapters.map(({ id }) => id);
  return diagnose(
    'listing-format',
    { file: 'content/survey.yaml' },
    `There is no format ${source.format}, which the source ${source.file} names.`,
    found ? `It looks like ${found}: write format: ${found}.` : suggest(source.format, known),
  );
}

function renderSummary({ file, ingested, plan }: Run): string {
  const lines = (role: LineRole) => ingested.ledger.filter((found) => found === role).length;
  const repairs = ingested.proposals.reduce((sum, { fields }) => sum + (fields.repairs?.length ?? 0), 0);
  const gaps = ingested.proposals.reduce((sum, { fields }) => sum + (fields.gaps?.length ?? 0), 0);
  const rows: [string, number, string][] = [
    ['papers', ingested.proposals.length, ''],
    ['  created', plan.create.length, 'content/entries/'],
    ['  filled', plan.fill.length, 'empty fields only'],
    ['  unchanged', plan.unchanged.length, ''],
    ['  without an entry', plan.unknown.length, 'see the messages above'],
    ['  differing', plan.differ.length, 'kept; see the messages above'],
    ['repairs', repairs, 'recorded in each entry, field repairs'],
    ['gaps', gaps, 'lost in the source, field gaps'],
    ['lines', ingested.ledger.length, ''],
    ['  of entries', lines('entry'), ''],
    ['  of the page', lines('header'), ''],
    ['  blank', lines('blank'), ''],
    ['  not understood', lines('not-understood'), 'see the messages above'],
  ];
  const table = rows.map(
    ([name, number, where]) =>
      `  ${name.padEnd(18)}${String(number).padStart(6)}${where && number > 0 ? `  ${styleText('dim', where)}` : ''}`,
  );
  return `${styleText('bold', file)}: ${count(ingested.proposals.length, 'paper')}\n${table.join('\n')}`;
}
