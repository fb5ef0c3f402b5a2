// The search page: results as one types, the whole state in the address, everything reachable by keyboard.
import { say } from '../core/words.ts';
import type { Engine, Hit, SearchAnswer } from '../search/engine.ts';
import { describeOtherNames } from '../search/other-names.ts';
import { HITS } from '../search/ranking.ts';
import {
  EMPTY_STATE,
  FACETS,
  parseSort,
  parseState,
  renderState,
  type SearchState,
} from '../search/state.ts';
import { cloneTemplate } from './clone-template.ts';
import { provideList, type ShownItem } from './export-list-items.ts';
import { latestOnly } from './latest.ts';
import { loadEngine, NOT_LOADED } from './search-engine.ts';
import { onSearchKey } from './search-key.ts';
import { formatDate, renderNearTerms, renderSegments, replaceHits } from './search-render.ts';
import {
  describeAnswer,
  describeChosen,
  describeCorrections,
  describeNotices,
  withoutUnknown,
} from './search-status.ts';

/** Milliseconds without a key before a search begins, and before its result is announced. */
const TYPING_PAUSE = 80;
const ANNOUNCE_PAUSE = 600;

/** Where the facets stand beside the results, as in the styles of the page. */
const WIDE = matchMedia('(min-width: 62rem)');

class SearchPage extends HTMLElement {
  #engine: Promise<Engine> | undefined;
  #limit = HITS;
  #isAnswered = false;
  #isExact = false;
  /** The query without the words that no paper has. */
  #known = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #answer = latestOnly(async ({ state, limit }: { state: SearchState; limit: number }, signal) => {
    return (await this.#opened()).search(state, limit, signal);
  });

  connectedCallback(): void {
    this.#write(parseState(location.search));
    this.#fitFacets(WIDE.matches);
    WIDE.addEventListener('change', ({ matches }) => this.#fitFacets(matches));
    this.#field().addEventListener('input', () => this.#onTyping());
    this.#field().form?.addEventListener('submit', (event) => this.#onSubmit(event));
    this.#facets().addEventListener('change', () => this.#apply('push'));
    this.#facets().addEventListener('reset', () => setTimeout(() => this.#apply('push')));
    this.#sort().addEventListener('change', () => this.#apply('push'));
    this.#part('more').addEventListener('click', () => this.#showMore());
    this.#part('drop-facets').addEventListener('click', () => this.#facets().reset());
    this.#part('without').addEventListener('click', () => {
      this.#field().value = this.#known;
      this.#apply('push');
    });
    this.#part('as-written').addEventListener('click', () => {
      this.#isExact = true;
      this.#apply('push');
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    onSearchKey(() => {
      this.#field().focus();
      this.#field().select();
    });
    addEventListener('popstate', () => {
      this.#write(parseState(location.search));
      this.#apply('stay');
    });
    provideList(this, () => this.#allHits());
    // The page itself answers whoever has asked nothing yet, but is likely to as soon as he does something here.
    if (renderState(this.#read()) === '')
      for (const event of ['keydown', 'pointerdown', 'pointermove'])
        this.addEventListener(event, () => void this.#opened().catch(() => undefined), {
          once: true,
        });
    else {
      this.#part('hits').replaceChildren();
      this.#part('more').hidden = true;
      this.#apply('stay');
    }
    document.documentElement.removeAttribute('data-asked');
    if (this.#read().query === '') this.#field().focus({ preventScroll: true });
  }

  /** All that was found, of which the page shows the first ones. */
  async #allHits(): Promise<readonly ShownItem[]> {
    const { hits } = await (await this.#opened()).search(this.#read(), Number.POSITIVE_INFINITY);
    return hits.map(({ slug }) => ({ id: slug }));
  }

  #opened(): Promise<Engine> {
    if (!this.#engine) {
      this.#engine = loadEngine(this.dataset['base'] ?? '/', Number(this.dataset['papers']));
      // Who asks once more tries once more.
      this.#engine.catch(() => (this.#engine = undefined));
    }
    return this.#engine;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #field(): HTMLInputElement {
    return this.querySelector('#site-search') as HTMLInputElement;
  }

  #facets(): HTMLFormElement {
    return this.querySelector('.facets') as HTMLFormElement;
  }

  #sort(): HTMLSelectElement {
    return this.querySelector('select[name="sort"]') as HTMLSelectElement;
  }

  #read(): SearchState {
    const chosen = new FormData(this.#facets());
    return {
      query: this.#field().value,
      theme: chosen.getAll('theme').map(String),
      year: chosen.getAll('year').map(String),
      sort: parseSort(this.#sort().value) ?? EMPTY_STATE.sort,
      isExact: this.#isExact,
    };
  }

  #write(state: SearchState): void {
    this.#field().value = state.query;
    this.#sort().value = state.sort;
    this.#isExact = state.isExact;
    for (const facet of FACETS)
      for (const box of this.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`))
        box.checked = state[facet].includes(box.value);
  }

  /** On a phone the facets would stand before every result: there they are closed and say what is chosen. */
  #fitFacets(isWide: boolean): void {
    (this.#part('narrow') as HTMLDetailsElement).open = isWide;
  }

  #onTyping(): void {
    clearTimeout(this.#typing);
    this.#isExact = false;
    this.#typing = setTimeout(() => this.#apply('replace'), TYPING_PAUSE);
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    clearTimeout(this.#typing);
    this.#apply('push');
  }

  #apply(how: 'push' | 'replace' | 'stay'): void {
    this.#limit = HITS;
    const address = `${location.pathname}${renderState(this.#read())}`;
    if (how === 'replace') history.replaceState(null, '', address);
    // The same address twice in the history would make the back button do nothing.
    else if (how === 'push' && address !== location.pathname + location.search)
      history.pushState(null, '', address);
    void this.#search();
  }

  async #search(): Promise<void> {
    const state = this.#read();
    if (!this.#isAnswered) this.#say(say`Loading the index …`);
    try {
      const answer = await this.#answer({ state, limit: this.#limit });
      if (answer) this.#show(answer, state);
    } catch (error) {
      console.error(error);
      this.#engine = undefined;
      this.#say(NOT_LOADED);
    }
  }

  #show(answer: SearchAnswer, state: SearchState): void {
    const hits = answer.hits.map((hit) => this.#renderHit(hit));
    replaceHits(this.#part('hits'), hits, this.#field());
    this.#showCounts(answer.counts);
    this.#part('chosen').textContent = describeChosen(this.#chosenNames());
    const isNarrowed = FACETS.some((facet) => state[facet].length > 0);
    const rest = answer.total - answer.hits.length;
    const notices = describeNotices(answer);
    this.#part('notices').textContent = notices.join(' ');
    this.#part('notice').hidden = notices.length === 0;
    this.#known = withoutUnknown(state.query, answer);
    this.#part('without').hidden = this.#known === '' || this.#known === state.query;
    this.#part('without').textContent = say`Search for “${this.#known}”`;
    const corrections = describeCorrections(answer);
    this.#part('corrections').hidden = corrections === '';
    this.#part('corrected').textContent = corrections;
    this.#part('more').hidden = rest <= 0;
    this.#part('more').textContent = say`Show ${Math.min(rest, HITS)} more`;
    this.#part('help').hidden = answer.total > 0;
    this.#part('export').hidden = answer.total === 0;
    this.#part('help-facets').hidden = !isNarrowed;
    this.#showNearTerms(answer.nearTerms);
    this.#part('clear').hidden = !isNarrowed;
    this.#announce(describeAnswer(answer, state), describeOtherNames(answer.alsoSearched));
    this.#isAnswered = true;
  }

  #showNearTerms(terms: SearchAnswer['nearTerms']): void {
    this.#part('help-terms').hidden = terms.length === 0;
    this.#part('near-terms').replaceChildren(...renderNearTerms(terms, ''));
  }

  /** Shown at once; but a live region that changes at each key would talk over the reader: it waits for a pause. */
  #announce(text: string, widening: string): void {
    this.#part('count').textContent = text;
    this.#part('widening').textContent = widening;
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => this.#say(text, widening), this.#isAnswered ? ANNOUNCE_PAUSE : 0);
  }

  /** Shown and announced at once. */
  #say(text: string, widening = ''): void {
    clearTimeout(this.#announcing);
    this.#part('count').textContent = text;
    this.#part('widening').textContent = widening;
    this.#part('status').textContent = [text, widening].filter(Boolean).join('. ');
  }

  #showCounts(counts: SearchAnswer['counts']): void {
    for (const facet of FACETS)
      for (const box of this.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)) {
        const number = counts[facet][box.value] ?? 0;
        const shown = box.closest('label')?.querySelector('[data-count]');
        if (shown) shown.textContent = String(number);
      }
  }

  #chosenNames(): string[] {
    return [...this.#facets().querySelectorAll('input:checked')].map(nameOf);
  }

  #renderHit(hit: Hit): Node {
    const item = cloneTemplate('search-hit');
    const slot = (name: string) => item.querySelector(`[data-slot="${name}"]`) as HTMLElement;
    const link = slot('title') as HTMLAnchorElement;
    link.href = hit.url;
    link.append(...renderSegments(hit.titleSegments));
    slot('date').textContent = formatDate(hit.date);
    slot('authors').append(...renderSegments(hit.authorSegments));
    slot('summary').textContent = hit.summary;
    const lacking = hit.lacking.map((word) => `“${word}”`).join(', ');
    slot('lacking').textContent = lacking && say`Without ${lacking}`;
    // Without a match it says less than the summary.
    if (hit.summary === '' || hit.excerpt.some(({ isMatch }) => isMatch))
      slot('excerpt').append(...renderSegments(hit.excerpt));
    slot('choice').setAttribute('slug', hit.slug);
    slot('choice').setAttribute('name', hit.title);
    slot('themes').append(...hit.themes.map((id) => this.#renderTheme(id)));
    return item;
  }

  #renderTheme(id: string): Node {
    const tag = cloneTemplate('search-hit-theme');
    tag.dataset['themeId'] = id;
    const box = this.querySelector(`input[name="theme"][value="${CSS.escape(id)}"]`);
    tag.textContent = box ? nameOf(box) : id;
    return tag;
  }

  #showMore(): void {
    const before = this.#links().length;
    this.#limit += HITS;
    void this.#search().then(() => this.#links()[before]?.focus());
  }

  #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('[data-slot="title"]')];
  }

  /** Arrows go from the field through the results and back; Escape returns to the field, and there clears it. */
  #onKey(event: KeyboardEvent): void {
    // With another key they mean something else, and while a character is being composed they choose among characters.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const links = this.#links();
    const focused = links.indexOf(document.activeElement as HTMLAnchorElement);
    const isInField = document.activeElement === this.#field();
    if (!isInField && focused < 0) return;
    if (event.key === 'ArrowDown') links[focused + 1]?.focus();
    else if (event.key === 'ArrowUp' && !isInField) (links[focused - 1] ?? this.#field()).focus();
    else if (event.key === 'Escape' && !isInField) this.#field().focus();
    else if (event.key === 'Escape' && this.#field().value !== '') {
      this.#field().value = '';
      this.#onTyping();
    } else return;
    event.preventDefault();
  }
}

/** What a value of a facet is called. */
function nameOf(box: Element): string {
  return box.closest('label')?.querySelector('.name')?.textContent ?? '';
}

customElements.define('search-page', SearchPage);
