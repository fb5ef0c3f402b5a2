// The results in the search dialog: the best few as one types, and the way to all of them.
import { say } from '../core/words.ts';
import type { Engine, Hit, SearchAnswer } from '../search/engine.ts';
import { describeOtherNames } from '../search/other-names.ts';
import { EMPTY_STATE, renderState } from '../search/state.ts';
import { latestOnly } from './latest.ts';
import { makeElement as make } from './make-element.ts';
import { loadEngine, NOT_LOADED } from './search-engine.ts';
import { formatDate, renderNearTerms, renderSegments, replaceHits } from './search-render.ts';
import { describeAnswer, describeCorrections, describeNotices } from './search-status.ts';

const SHOWN = 6;
/** Milliseconds without a key before a search begins, and before its result is announced. */
const TYPING_PAUSE = 80;
const ANNOUNCE_PAUSE = 600;

/** Makes the dialog in `root` show what its field asks for; called once. */
export function showResults(root: HTMLElement, field: HTMLInputElement): void {
  field.form?.after(...makeParts());
  new DialogResults(root, field).listen();
}

class DialogResults {
  readonly #root: HTMLElement;
  readonly #field: HTMLInputElement;
  readonly #base: string;
  #engine: Promise<Engine> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #answer = latestOnly(async (query: string, signal) => {
    this.#engine ??= loadEngine(this.#base);
    return (await this.#engine).search({ ...EMPTY_STATE, query }, SHOWN, signal);
  });

  constructor(root: HTMLElement, field: HTMLInputElement) {
    this.#root = root;
    this.#field = field;
    this.#base = root.dataset['base'] ?? '/';
  }

  listen(): void {
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => void this.#search(), TYPING_PAUSE);
    });
    this.#root.addEventListener('keydown', (event) => this.#onKey(event));
    // Ready for the first word, or with what was typed while this was being loaded.
    void this.#search();
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  async #search(): Promise<void> {
    const query = this.#field.value;
    try {
      const answer = await this.#answer(query);
      if (answer) this.#show(answer, query);
    } catch (error) {
      console.error(error);
      this.#engine = undefined;
      this.#say(NOT_LOADED);
    }
  }

  #show(answer: SearchAnswer, query: string): void {
    const isEmpty = query.trim() === '';
    replaceHits(this.#part('hits'), isEmpty ? [] : answer.hits.map(renderHit), this.#field);
    const corrections = describeCorrections(answer);
    const said = [
      describeAnswer(answer, { ...EMPTY_STATE, query }),
      ...(corrections ? [say`Searched for ${corrections}.`] : []),
      ...describeNotices(answer),
      ...[describeOtherNames(answer.alsoSearched)].filter(Boolean),
    ];
    this.#say(isEmpty ? '' : said.join(' · '));
    const page = this.#field.form?.action ?? '';
    const near = isEmpty ? [] : answer.nearTerms;
    this.#part('near').hidden = near.length === 0;
    this.#part('near-terms').replaceChildren(...renderNearTerms(near, page));
    const all = this.#part('all') as HTMLAnchorElement;
    all.hidden = isEmpty;
    all.textContent = answer.total > SHOWN ? say`All ${answer.total} papers` : say`Search page`;
    all.href = page + renderState({ ...EMPTY_STATE, query });
  }

  /** Shown at once; announced when the reader stops typing. */
  #say(text: string): void {
    this.#part('count').textContent = text;
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      this.#part('spoken').textContent = text;
    }, ANNOUNCE_PAUSE);
  }

  /** Arrows go from the field through the results to the link to all of them, and back. */
  #onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [this.#field, ...this.#root.querySelectorAll<HTMLAnchorElement>('dialog a:not([hidden])')];
    const position = stops.indexOf(document.activeElement as HTMLInputElement);
    if (position < 0) return;
    event.preventDefault();
    stops[position + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  }
}

function renderHit({ url, titleSegments, date, authorSegments, summary }: Hit): HTMLElement {
  const authors = renderSegments(authorSegments);
  return make(
    'li',
    {},
    make('a', { href: url, 'data-slot': 'title' }, ...renderSegments(titleSegments)),
    ...(authors.length > 0 ? [make('p', { class: 'summary label' }, ...authors)] : []),
    make('p', { class: 'summary' }, summary),
    make('p', { class: 'date label soft' }, formatDate(date)),
  );
}

/** Makes what stands below the field: what is found, and what is said about it. */
function makeParts(): HTMLElement[] {
  const key = (name: string) => make('kbd', {}, name);
  const part = (name: string) => ({ 'data-part': name });
  const near = make('span', part('near-terms'));
  const keys = [
    ...[key('↓'), ' ', key('↑'), ` ${say`results`} `],
    ...[key(say`Enter`), ` ${say`all`} `, key(say`Esc`), ` ${say`close`}`],
  ];
  return [
    make('p', { class: 'visually-hidden', role: 'status', ...part('spoken') }),
    make('ol', { role: 'list', ...part('hits') }),
    make('p', { class: 'near', hidden: '', ...part('near') }, say`A term of the glossary:`, ' ', near, '.'),
    make(
      'div',
      { class: 'foot label' },
      make('p', { class: 'soft', 'aria-hidden': 'true', ...part('count') }),
      make('a', { hidden: '', ...part('all') }),
      make('p', { class: 'keys soft' }, ...keys),
    ),
  ];
}
