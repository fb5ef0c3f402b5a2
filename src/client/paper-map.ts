// The map of papers, explored: arrow keys go to the next paper in a direction, a panel tells what it is.
import { type Direction, nearestPoint } from './nearest-point.ts';

class PaperMap extends HTMLElement {
  #dots: readonly SVGAElement[] = [];

  connectedCallback(): void {
    this.#dots = [...this.querySelectorAll<SVGAElement>('svg a')];
    // One stop for the tab key; the arrows do the rest.
    this.#dots.forEach((dot, index) => {
      dot.setAttribute('tabindex', index === 0 ? '0' : '-1');
      dot.addEventListener('focus', () => this.#show(dot));
      dot.addEventListener('pointerenter', () => this.#show(dot));
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.#part('panel').hidden = false;
    this.#part('facts').textContent = 'Point at a paper, or go through them with the arrow keys.';
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  #show(dot: SVGAElement): void {
    const { title = '', facts = '', summary = '', slug = '', nearest = '' } = dot.dataset;
    this.#part('title').textContent = title;
    this.#part('facts').textContent = facts;
    this.#part('summary').textContent = summary;
    const near = new Set(nearest.split(' '));
    for (const other of this.#dots) other.classList.toggle('is-near', near.has(other.dataset['slug'] ?? ''));
    for (const line of this.querySelectorAll<SVGLineElement>('line'))
      line.classList.toggle('is-near', line.dataset['from'] === slug || line.dataset['to'] === slug);
  }

  #onKey(event: KeyboardEvent): void {
    const from = this.#dots.find((dot) => dot === document.activeElement);
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = this.#target(event.key, from);
    if (!to) return;
    event.preventDefault();
    for (const dot of this.#dots) dot.setAttribute('tabindex', dot === to ? '0' : '-1');
    to.focus();
  }

  #target(key: string, from: SVGAElement): SVGAElement | undefined {
    if (key === 'Home') return this.#dots[0];
    if (key === 'End') return this.#dots.at(-1);
    if (!/^Arrow(?:Left|Right|Up|Down)$/.test(key)) return undefined;
    const points = this.#dots.map((dot) => ({ dot, ...placeOf(dot) }));
    return nearestPoint(points, placeOf(from), key as Direction)?.dot;
  }
}

function placeOf(dot: SVGAElement): { x: number; y: number } {
  return { x: Number(dot.dataset['x']), y: Number(dot.dataset['y']) };
}

customElements.define('paper-map', PaperMap);
