// <export-list>: makes files of a list in the reader's browser, of exactly what is shown, in the order shown.
import { say } from '../core/words.ts';
import { copyText, downloadText } from './choose-data.ts';
import { askForList } from './export-list-items.ts';
import type { List, RenderedList } from './export-list-text.ts';

/** Loads papers, and makes the text of a list; most readers never ask for it. */
const loadRenderer = () => import('./export-list-text.ts');

class ExportList extends HTMLElement {
  connectedCallback(): void {
    const files = this.querySelector<HTMLElement>('[data-part="files"]');
    // What the tools export stands on this page; of a list with more pages, only the files have all.
    if (files && files.dataset['keeps'] === undefined) files.hidden = true;
    this.#part('tools').hidden = false;
    this.hidden = false;
    // Browsers allow copying only soon after a click: by then the papers should be here.
    this.querySelector('details')?.addEventListener(
      'toggle',
      () =>
        void Promise.all([this.#list(), loadRenderer()])
          .then(([list, { loadList }]) => loadList(list))
          .catch(() => undefined),
    );
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-format]'))
      button.addEventListener('click', () => void this.#export(button.dataset));
  }

  async #list(): Promise<List> {
    const { name = '', kind } = this.dataset;
    return { name, isOfResults: kind === 'results', shown: await askForList(this) };
  }

  async #export({ action, format = '' }: DOMStringMap): Promise<void> {
    this.#part('text').hidden = true;
    try {
      const rendered = await this.#render(format);
      if (!rendered) this.#say(say`There is nothing in the list.`);
      else if (action === 'copy') await this.#copy(rendered);
      else {
        downloadText(rendered.file, rendered.type, rendered.text);
        this.#say(
          say`${rendered.count} exported as ${rendered.name}: ${rendered.file} is in your downloads.`,
        );
      }
    } catch {
      this.#say(say`The papers could not be loaded. Check your connection, then try again.`);
    }
  }

  async #copy({ text, count: number, name }: RenderedList): Promise<void> {
    const isCopied = await copyText(text);
    const area = this.#part('text') as HTMLTextAreaElement;
    area.hidden = isCopied;
    area.value = isCopied ? '' : text;
    if (!isCopied) area.select();
    this.#say(
      isCopied
        ? say`${number} copied as ${name}.`
        : say`Your browser does not let the page copy. The ${name} is below, selected: copy it from there.`,
    );
  }

  /** Undefined where nothing is shown. */
  async #render(format: string): Promise<RenderedList | undefined> {
    const [list, { renderList }] = await Promise.all([this.#list(), loadRenderer()]);
    return renderList(format, list);
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

customElements.define('export-list', ExportList);
