// The map of papers, explored: arrow keys go to the next paper in a direction, a panel tells what a paper is, and
// the themes of the legend are buttons that fade the others.
import { say } from '../core/words.ts';
import { provideList } from './export-list-items.ts';
import { type Direction, nearestPoint, type Point } from './paper-map-nearest.ts';
import { parseThemes, renderThemes, toggleTheme } from './paper-map-themes.ts';

type Dot = Point & { readonly link: SVGAElement; readonly slug: string; readonly theme: string };

class PaperMap extends HTMLElement {
  /** The dots of each picture: one for wide screens, one for narrow ones. */
  #pictures: readonly (readonly Dot[])[] = [];
  #themes: readonly string[] = [];
  #chosen: readonly string[] = [];
  #shown: string | undefined;
  /** Whether the paper under the finger was already shown when the finger came down. */
  #isSecondTap = false;

  connectedCallback(): void {
    this.#pictures = [...this.querySelectorAll('.sheet svg')].map((picture) =>
      [...picture.querySelectorAll<SVGAElement>('a[data-slug]')].map(readDot),
    );
    for (const dots of this.#pictures) {
      for (const dot of dots) this.#listen(dot);
      setStop(dots, dots[0]);
    }
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.#makeLegend();
    this.#part('panel').hidden = false;
    // The papers that stand out, in the order of the list below the map.
    provideList(this, () =>
      [...document.querySelectorAll<HTMLElement>('[data-paper]')]
        .map(({ dataset }) => dataset['paper'] ?? '')
        .filter((slug) => this.#pictures[0]?.some((dot) => dot.slug === slug && this.#isBright(dot.theme)))
        .map((id) => ({ id })),
    );
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #listen(dot: Dot): void {
    const { link } = dot;
    link.addEventListener('focus', () => {
      this.#show(dot);
      this.#keepInSight(link);
    });
    link.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') this.#show(dot);
    });
    link.addEventListener('pointerdown', () => {
      this.#isSecondTap = this.#shown === dot.slug;
    });
    // A finger cannot point without tapping: the first tap tells what a paper is, the second opens it.
    link.addEventListener('click', (event) => {
      if ((event as PointerEvent).pointerType !== 'touch' || this.#isSecondTap) return;
      event.preventDefault();
      this.#show(dot);
    });
  }

  #show({ slug }: Dot): void {
    if (slug === this.#shown) return;
    this.#shown = slug;
    const words = document.querySelector(`[data-paper="${CSS.escape(slug)}"]`)?.cloneNode(true) as Element;
    // Each id stands once on a page.
    for (const element of words.querySelectorAll('[id]')) element.removeAttribute('id');
    this.#part('panel').replaceChildren(...words.childNodes);
    this.#part('panel').dataset['slug'] = slug;
    const near = new Set<string>();
    for (const line of this.querySelectorAll('line')) {
      const ends = [line.dataset['from'] ?? '', line.dataset['to'] ?? ''];
      line.classList.toggle('is-near', ends.includes(slug));
      if (ends.includes(slug)) for (const end of ends) near.add(end);
    }
    for (const dot of this.#pictures.flat()) {
      dot.link.classList.toggle('is-shown', dot.slug === slug);
      dot.link.classList.toggle('is-near', dot.slug !== slug && near.has(dot.slug));
    }
  }

  /** The panel sticks to the lower edge of the window: what has the focus is not to lie beneath it. */
  #keepInSight(link: SVGAElement): void {
    const hidden = link.getBoundingClientRect().bottom + 16 - this.#part('panel').getBoundingClientRect().top;
    if (hidden > 0) scrollBy({ top: hidden, behavior: 'instant' });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const dots = this.#pictures.find((all) => all.some(({ link }) => link === document.activeElement));
    const from = dots?.find(({ link }) => link === document.activeElement);
    if (!dots || !from) return;
    const to = this.#target(event.key, dots, from);
    if (!to) return;
    event.preventDefault();
    setStop(dots, to);
    to.link.focus();
  }

  #target(key: string, dots: readonly Dot[], from: Dot): Dot | undefined {
    const bright = dots.filter((dot) => this.#isBright(dot.theme));
    if (key === 'Home') return bright[0];
    if (key === 'End') return bright.at(-1);
    if (!/^Arrow(?:Left|Right|Up|Down)$/.test(key)) return undefined;
    return nearestPoint(bright, from, key as Direction);
  }

  #makeLegend(): void {
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('button[data-theme]')];
    this.#themes = buttons.map((button) => button.dataset['theme'] ?? '');
    for (const button of buttons) {
      const link = button.parentElement?.querySelector('a');
      if (link) link.hidden = true;
      button.hidden = false;
      button.addEventListener('click', () => {
        const theme = button.dataset['theme'] ?? '';
        this.#choose(toggleTheme(this.#chosen, theme, this.#themes));
        history.replaceState(null, '', location.pathname + renderThemes(location.search, this.#chosen));
        const papers = this.#pictures[0]?.filter((dot) => this.#isBright(dot.theme)).length ?? 0;
        this.#part('status').textContent =
          say`${papers} of ${this.#pictures[0]?.length ?? 0} papers stand out`;
      });
    }
    this.#choose(parseThemes(location.search, this.#themes));
  }

  #isBright(theme: string): boolean {
    return this.#chosen.length === 0 || this.#chosen.includes(theme);
  }

  #choose(themes: readonly string[]): void {
    this.#chosen = themes;
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-theme]'))
      button.setAttribute('aria-pressed', String(themes.includes(button.dataset['theme'] ?? '')));
    for (const part of this.querySelectorAll<SVGElement>('.sheet [data-theme-id]'))
      part.classList.toggle('is-faded', !this.#isBright(part.dataset['themeId'] ?? ''));
    const bright = new Set(
      this.#pictures.flat().flatMap(({ slug, theme }) => (this.#isBright(theme) ? slug : [])),
    );
    for (const line of this.querySelectorAll('line')) {
      const isBright = bright.has(line.dataset['from'] ?? '') && bright.has(line.dataset['to'] ?? '');
      line.classList.toggle('is-faded', !isBright);
    }
    // The tab key leads to a paper that stands out.
    for (const dots of this.#pictures)
      setStop(
        dots,
        dots.find(({ slug }) => bright.has(slug)),
      );
  }
}

function readDot(link: SVGAElement): Dot {
  const { slug = '', themeId = '', x, y } = link.dataset;
  return { link, slug, theme: themeId, x: Number(x), y: Number(y) };
}

/** One stop for the tab key; the arrows do the rest. */
function setStop(dots: readonly Dot[], stop: Dot | undefined): void {
  for (const dot of dots) dot.link.setAttribute('tabindex', dot === stop ? '0' : '-1');
}

customElements.define('paper-map', PaperMap);
