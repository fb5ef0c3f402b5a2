// Which theme a paper belongs to, and why: weighted phrases, a score, the phrases that decided.
import { compareText } from './catalog.ts';
import { compilePhrase, makePhraseFilter, matchPhrase, type Phrase } from './phrases.ts';
import type { Theme } from './schema/theme.ts';

/** What is classified: a title and an abstract, as plain text. */
export type Paper = { readonly title: string; readonly abstract: string };

/** A phrase that counted, whichever signals have it: the words as found, how often, and what they added to the score. */
export type Evidence = { readonly phrase: string; readonly times: number; readonly points: number };

/** How well a paper fits a theme (or a part of one). */
export type Fit = { readonly id: string; readonly score: number; readonly evidence: readonly Evidence[] };

/** The proposal of the rules: themes with the primary first, the parts, and how sure they are. */
export type Classification = {
  readonly themes: readonly string[];
  readonly parts: readonly string[];
  readonly confidence: 'high' | 'low';
  /** All themes that scored, best first. */
  readonly fits: readonly Fit[];
};

/** Compiled signals of a survey: make it once, classify many papers. */
export type Classifier = {
  readonly classify: (paper: Paper) => Classification;
  /** How well a paper fits one theme, whatever the rules would choose. */
  readonly explain: (paper: Paper, theme: string) => Fit | undefined;
  /** The parts that fit a paper best, one of each theme that has some, whoever chose the themes. */
  readonly proposeParts: (paper: Paper, themes: readonly string[]) => string[];
};

/** A phrase in the title says more than one in the abstract. */
const TITLE_FACTOR = 2;
/** A repeated phrase counts, but less and less: the sum over n mentions is bounded by this many. */
const MAX_MENTIONS = 3;
/** Below this a theme is not seen at all. */
const MIN_SCORE = 4;
/** A setting is primary over a method that scores more, if it scores at least this share of it ... */
const SETTING_SHARE = 0.45;
/** ... and at least this much by itself. */
const SETTING_SCORE = 8;
/** A second theme must be clearly meant: this much by itself ... */
const SECOND_SCORE = 8;
/** ... and this share of the best. */
const SECOND_SHARE = 0.25;
/** The primary theme is sure when it leads its next rival of the same kind by this factor. */
const CLEAR_LEAD = 1.25;

type WeightedPhrase = Phrase & { readonly weight: number };
type Signalled = {
  readonly id: string;
  /** The phrases that a text may have. */
  readonly select: (text: string) => readonly WeightedPhrase[];
  readonly isSetting: boolean;
};
/** A theme's own signals and those of its parts, which count for the theme too. */
type CompiledTheme = Signalled & { readonly parts: readonly Signalled[] };
/** A fit, with the share of it that speaks for a setting. */
type ThemeFit = Fit & { readonly settingScore: number };
/** What a signal found, and where. */
type Found = Pick<Evidence, 'phrase' | 'points'> & { readonly places: ReadonlySet<string> };
/** How well a paper fits the signals of a theme or of a part. */
type Measured = { readonly id: string; readonly score: number; readonly found: readonly Found[] };

/** Makes the classifier of a survey from the signals in its themes. */
export function makeClassifier(themes: readonly Theme[]): Classifier {
  const compiled = new Map(themes.map((theme) => [theme.id, compileTheme(theme)]));
  // Every paper has to be somewhere: where no theme is for the rest, the first one is, and a person is asked to look.
  const fallback = (themes.find((theme) => theme.fields.fallback) ?? themes[0])?.id;

  function classify(paper: Paper): Classification {
    const fits = [...compiled.values()]
      .map((theme) => measureTheme(paper, theme))
      .filter(({ score }) => score >= MIN_SCORE)
      .toSorted((a, b) => b.score - a.score || compareText(a.id, b.id));
    const primary = choosePrimary(fits);
    if (!primary) return { themes: fallback ? [fallback] : [], parts: [], confidence: 'low', fits };
    const second = chooseSecond(primary, fits);
    const chosen = second ? [primary.id, second.id] : [primary.id];
    const parts = proposeParts(paper, chosen);
    return { themes: chosen, parts, confidence: isSure(primary, fits) ? 'high' : 'low', fits };
  }

  function explain(paper: Paper, id: string): Fit | undefined {
    const theme = compiled.get(id);
    return theme && measureTheme(paper, theme);
  }

  function proposeParts(paper: Paper, ids: readonly string[]): string[] {
    return ids.flatMap((id) => chooseParts(paper, compiled.get(id)?.parts ?? []));
  }

  return { classify, explain, proposeParts };
}

function compileTheme({ id, fields }: Theme): CompiledTheme {
  return {
    ...compileSignals(id, fields.signals, fields.setting ?? false),
    parts: (fields.parts ?? []).map((part) => compileSignals(part.id, part.signals, part.setting ?? false)),
  };
}

function compileSignals(
  id: string,
  signals: Readonly<Record<string, readonly string[]>>,
  isSetting: boolean,
): Signalled {
  const phrases = Object.entries(signals).flatMap(([weight, texts]) =>
    texts.map((text) => ({ ...compilePhrase(text), weight: Number(weight) })),
  );
  return { id, select: makePhraseFilter(phrases), isSetting };
}

function measure({ title, abstract }: Paper, { id, select }: Signalled): Measured {
  const found = select(`${title} ${abstract}`).flatMap((phrase): Found[] => {
    const inTitle = matchPhrase(phrase, title);
    const inAbstract = matchPhrase(phrase, abstract);
    const first = (inTitle[0] ?? inAbstract[0])?.[0];
    if (!first) return [];
    const mentions =
      (inTitle.length > 0 ? TITLE_FACTOR : 0) + MAX_MENTIONS * (1 - 2 ** (-inAbstract.length / 2));
    const places = [...placesOf('title', inTitle), ...placesOf('abstract', inAbstract)];
    return [{ phrase: first, points: round(phrase.weight * mentions), places: new Set(places) }];
  });
  return { id, score: round(found.reduce((sum, { points }) => sum + points, 0)), found };
}

function placesOf(field: keyof Paper, matches: readonly RegExpExecArray[]): string[] {
  return matches.map(({ index, 0: { length } }) => `${field} ${index} ${length}`);
}

/** The fit of a theme: its own signals and those of its parts. */
function measureTheme(paper: Paper, theme: CompiledTheme): ThemeFit {
  const fits = [theme, ...theme.parts].map((signalled) => ({ signalled, fit: measure(paper, signalled) }));
  const sum = (of: typeof fits) => round(of.reduce((total, { fit }) => total + fit.score, 0));
  return {
    id: theme.id,
    score: sum(fits),
    settingScore: sum(fits.filter(({ signalled }) => theme.isSetting || signalled.isSetting)),
    evidence: toEvidence(fits.flatMap(({ fit }) => fit.found)),
  };
}

/** Each phrase of the text once, with all that it adds: several signals may have the same words. */
function toEvidence(found: readonly Found[]): Evidence[] {
  const phrases: Found[] = [];
  for (const one of found.toSorted(byPoints)) {
    const same = phrases.findIndex(({ places }) => !places.isDisjointFrom(one.places));
    const known = phrases[same];
    if (known)
      phrases[same] = {
        ...known,
        points: round(known.points + one.points),
        places: known.places.union(one.places),
      };
    else phrases.push(one);
  }
  return phrases
    .map(({ phrase, points, places }) => ({ phrase, times: places.size, points }))
    .toSorted(byPoints);
}

/** The best setting, where one is clearly there; else the best of all. */
function choosePrimary(fits: readonly ThemeFit[]): ThemeFit | undefined {
  const best = fits[0];
  const setting = fits.toSorted((a, b) => b.settingScore - a.settingScore)[0];
  const isClear =
    best &&
    setting &&
    setting.settingScore >= SETTING_SCORE &&
    setting.settingScore >= SETTING_SHARE * best.score;
  return isClear ? setting : best;
}

/** Another theme that is clearly meant. */
function chooseSecond(primary: Fit, fits: readonly Fit[]): Fit | undefined {
  const best = fits[0]?.score ?? 0;
  return fits.find((fit) => fit !== primary && fit.score >= Math.max(SECOND_SCORE, SECOND_SHARE * best));
}

function isSure(primary: ThemeFit, fits: readonly ThemeFit[]): boolean {
  const isSetting = primary.settingScore >= SETTING_SCORE;
  const rivals = fits.filter((fit) => fit !== primary && (!isSetting || fit.settingScore >= SETTING_SCORE));
  const lead = isSetting ? primary.settingScore : primary.score;
  const rival = Math.max(0, ...rivals.map((fit) => (isSetting ? fit.settingScore : fit.score)));
  return lead >= SECOND_SCORE && lead >= CLEAR_LEAD * rival;
}

/** The part that fits best; none where no signal of any part is found. */
function chooseParts(paper: Paper, parts: readonly Signalled[]): string[] {
  const fits = parts
    .map((part) => measure(paper, part))
    .toSorted((a, b) => b.score - a.score || compareText(a.id, b.id));
  return fits[0] && fits[0].score > 0 ? [fits[0].id] : [];
}

function byPoints(a: Pick<Found, 'phrase' | 'points'>, b: Pick<Found, 'phrase' | 'points'>): number {
  return Math.abs(b.points) - Math.abs(a.points) || compareText(a.phrase, b.phrase);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
