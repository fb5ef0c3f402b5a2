// The content of a survey as it was read: every file with its places, the good ones beside what is wrong.
import type { Root } from 'mdast';
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Term } from '../core/schema/glossary.ts';
import type { Path } from '../core/schema/path.ts';
import type { JudgedQuery } from '../core/schema/relevance.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
import type { Theme } from '../core/schema/theme.ts';
import type { Words } from '../core/words.ts';
import type { YamlFile } from './yaml-file.ts';

/** An entry with the file it came from, so that a rule can point into it. */
export type LoadedEntry = Located & { readonly entry: Entry };
/** A theme with the file it came from. */
export type LoadedTheme = Located & { readonly theme: Theme };

/** A reading path with the file it came from. */
export type LoadedPath = Located & { readonly path: Path };

/** What every file with front matter brings. */
export type Located = {
  /** Path from the folder of the project, such as `content/entries/nest-choice/scouts.md`. */
  readonly file: string;
  readonly text: string;
  readonly front: YamlFile;
  readonly bodyLine: number;
  /** What follows the front matter, as Markdown. */
  readonly tree: () => Root;
};

/** Everything that was read, and what is wrong with it. */
export type Content = {
  readonly survey?: SurveyFields;
  readonly themes: readonly LoadedTheme[];
  /** Ids of all theme files, also of those that could not be read. */
  readonly themeIds: readonly string[];
  /** Slugs of all files of entries, also of those that could not be read. */
  readonly entrySlugs: readonly string[];
  readonly entries: readonly LoadedEntry[];
  readonly paths: readonly LoadedPath[];
  /** None where `glossary.yaml` is there and could not be read: then `isGlossaryRead` is false. */
  readonly terms: readonly Term[];
  readonly isGlossaryRead: boolean;
  readonly glossary: YamlFile | undefined;
  readonly surveyFile: YamlFile | undefined;
  /** What content/relevance.yaml asks, where the survey has one. */
  readonly queries: readonly JudgedQuery[];
  readonly relevance: YamlFile | undefined;
  /** content/words.yaml, where the survey has one. */
  readonly words: YamlFile | undefined;
  /** The texts of the interface, and how the engine translates them; nothing where all stays English. */
  readonly speech?: { readonly texts: readonly string[]; readonly words: Words };
  /** Texts of the sources, by file name. */
  readonly sources: ReadonlyMap<string, string>;
  /** Texts of all other files that could be read, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of all files below content/. */
  readonly files: readonly string[];
  /** Paths below public/ of the files that the site serves as they are, such as pictures. */
  readonly publicFiles: readonly string[];
  /** The day of the check, in ISO 8601. */
  readonly today: string;
  readonly diagnostics: readonly Diagnostic[];
};

/** What the rules are given: everything that was read, before it is known what is wrong across files. */
export type Unchecked = Omit<Content, 'diagnostics'>;
