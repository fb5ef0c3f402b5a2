// The tables of the benchmark: what each shows of what was measured.
import type { Part } from './results.ts';

/** How a number is written. */
export type Unit = 'seconds' | 'milliseconds' | 'bytes' | 'number' | 'score' | 'times';
/** What is made of several numbers; where nothing is said they are runs: the median, the least and the greatest. */
export type Statistic = 'median' | 'p95' | 'mean' | 'count';

export type Column = {
  readonly title: string;
  readonly of: string;
  readonly unit: Unit;
  readonly statistic?: Statistic;
  /** Divided by what Conspectus has with as many papers. */
  readonly isRatio?: boolean;
};

export type Section = {
  /** The parts whose rows it shows. */
  readonly parts: readonly Part[];
  /** The command that measures it. */
  readonly command: string;
  /** What the rows are of, where it is not Conspectus alone. */
  readonly subject?: string;
  /** All parts in one row for each number of papers. */
  readonly isJoined?: boolean;
  readonly columns: readonly Column[];
};

const column = (
  title: string,
  of: string,
  unit: Column['unit'],
  statistic?: Column['statistic'],
): Column => ({
  ...{ title, of, unit },
  ...(statistic && { statistic }),
});
const ratio = (of: string, statistic: Column['statistic'] = 'median'): Column => ({
  ...{ title: 'ratio', of, unit: 'times', statistic, isRatio: true },
});

const BUILD = [
  column('cold', 'cold', 'seconds'),
  column('processor', 'coldProcessor', 'seconds'),
  column('nothing changed', 'unchanged', 'seconds'),
  column('one entry changed', 'oneChanged', 'seconds'),
  column('60 papers more', 'listed', 'seconds'),
  column('a definition changed', 'defined', 'seconds'),
  column('peak memory', 'peak', 'bytes'),
];
/** Changes of ours that no other generator has. */
const OURS_ALONE = ['listed', 'defined'];
const COMPARED = ['cold', 'oneChanged', 'peak'];
const PEERS = BUILD.filter(({ of }) => !OURS_ALONE.includes(of)).flatMap((column) =>
  COMPARED.includes(column.of) ? [column, ratio(column.of)] : [column],
);

/** Each table by its mark: `build` stands between `<!-- bench:build -->` and `<!-- /bench:build -->`. */
export const SECTIONS: Readonly<Record<string, Section>> = {
  ingest: {
    parts: ['ingest'],
    command: 'ingest',
    columns: [
      column('first run', 'ingest', 'seconds'),
      column('peak memory', 'ingestPeak', 'bytes'),
      column('a second one that finds nothing new', 'ingestAgain', 'seconds'),
      column('peak memory', 'ingestAgainPeak', 'bytes'),
    ],
  },
  build: { parts: ['build'], command: 'build', columns: BUILD },
  index: {
    parts: ['index'],
    command: 'index',
    columns: [
      column('time', 'index', 'seconds'),
      column('index', 'indexBytes', 'bytes'),
      column('of it the list that every search loads', 'listBytes', 'bytes'),
      column('texts of results', 'textBytes', 'bytes'),
      column('files', 'indexFiles', 'number'),
    ],
  },
  search: {
    parts: ['search'],
    command: 'search',
    columns: [
      column('first search', 'firstBytes', 'bytes'),
      column('of it the engine', 'engineBytes', 'bytes'),
      column('and the index', 'chunkBytes', 'bytes'),
      column('its time', 'firstTime', 'milliseconds', 'median'),
      column('new words, median', 'newTime', 'milliseconds', 'median'),
      column('95 in 100', 'newTime', 'milliseconds', 'p95'),
      column('again, median', 'againTime', 'milliseconds', 'median'),
      column('95 in 100', 'againTime', 'milliseconds', 'p95'),
    ],
  },
  ranking: {
    parts: ['ranking'],
    command: 'ranking',
    subject: 'search',
    columns: [
      column('queries tuned on', 'tuned', 'number', 'count'),
      column('nDCG@10', 'tuned', 'score', 'mean'),
      column('queries held out', 'heldOut', 'number', 'count'),
      column('nDCG@10', 'heldOut', 'score', 'mean'),
      column('recall@10', 'heldOutRecall', 'score', 'mean'),
    ],
  },
  pages: {
    parts: ['pages'],
    command: 'pages',
    subject: 'page',
    columns: [
      column('HTML', 'htmlBytes', 'bytes'),
      column('with all that it loads', 'pageBytes', 'bytes'),
      column('fonts', 'fontBytes', 'bytes'),
      column('requests', 'requests', 'number'),
    ],
  },
  peers: { parts: ['build', 'peers'], command: 'build peers', subject: 'generator', columns: PEERS },
  libraries: {
    parts: ['libraries'],
    command: 'libraries',
    subject: 'search',
    columns: [
      column('made in', 'build', 'seconds'),
      column('index, gzipped', 'size', 'bytes'),
      ratio('size'),
      column('loaded, first answer', 'ready', 'milliseconds'),
      column('median', 'query', 'milliseconds', 'median'),
      ratio('query'),
      column('95 in 100', 'query', 'milliseconds', 'p95'),
    ],
  },
  growth: {
    parts: ['ingest', 'index', 'search'],
    command: 'ingest index search',
    isJoined: true,
    columns: [
      column('ingest', 'ingest', 'seconds'),
      column('index made in', 'index', 'seconds'),
      column('index', 'indexBytes', 'bytes'),
      column('first search', 'firstBytes', 'bytes'),
      column('new words, median', 'newTime', 'milliseconds', 'median'),
      column('95 in 100', 'newTime', 'milliseconds', 'p95'),
    ],
  },
};
