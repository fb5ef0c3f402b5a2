// <export-list>: makes files of a list in the reader's browser, of exactly what is shown, in the order shown.
import { count } from '../core/text.ts';
import { PAPER_FORMATS, RESULT_FORMATS } from '../export/formats.ts';
import { copyText, downloadText, type LoadedPapers, loadAbstracts, loadPapers } from './choose-data.ts';
import { askForList, findListedPapers, findListedResults, type ShownItem } from './export-list-items.ts';

/** A list as a text in one format. */
type Rendered = {
  readonly text: string;
  readonly count: string;
  readonly name: string;
  readonly file: string;
  readonly type: string;
};

class ExportList extends HTMLElement {
  #papers: Promise<LoadedPapers> | undefined;
  #abstracts: Promise<ReadonlyMap<string, string>> | undefined;

  connectedCallback(): void {
    const files = this.querySelector<HTMLElement>('[data-part="files"]');
    // What the tools export stands on this page; of a list with more pages, only the files have all.
    if (files && files.dataset['keeps'] === undefined) files.hidden = true;
    this.#part('tools').hidden = false;
    this.hidden = false;
    // Browsers allow copying only soon after a click: by then the papers should be here.
    this.querySelector('details')?.addEventListener('toggle', () => void this.#load().catch(() => undefined));
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[data-format]'))
      button.addEventListener('click', () => void this.#export(button.dataset));
  }

  #load(): Promise<LoadedPapers> {
    this.#papers ??= loadPapers(this.dataset['source'] ?? '');
    return this.#papers;
  }

  async #export({ action, format = '' }: DOMStringMap): Promise<void> {
    this.#part('text').hidden = true;
    try {
      const rendered = await this.#render(format);
      if (!rendered) this.#say('There is nothing in the list.');
      else if (action === 'copy') await this.#copy(rendered);
      else {
        downloadText(rendered.file, rendered.type, rendered.text);
        this.#say(`${rendered.count} exported as ${rendered.name}: ${rendered.file} is in your downloads.`);
      }
    } catch {
      [this.#papers, this.#abstracts] = [undefined, undefined];
      this.#say('The papers could not be loaded. Check your connection, then try again.');
    }
  }

  async #copy({ text, count: number, name }: Rendered): Promise<void> {
    const isCopied = await copyText(text);
    const area = this.#part('text') as HTMLTextAreaElement;
    area.hidden = isCopied;
    area.value = isCopied ? '' : text;
    if (!isCopied) area.select();
    this.#say(
      isCopied
        ? `${number} copied as ${name}.`
        : `Your browser does not let the page copy. The ${name} is below, selected: copy it from there.`,
    );
  }

  /** Undefined where nothing is shown. */
  async #render(format: string): Promise<Rendered | undefined> {
    const shown = await askForList(this);
    const loaded = await this.#load();
    return this.dataset['kind'] === 'results'
      ? this.#renderResults(format, shown, loaded)
      : this.#renderPapers(format, shown, loaded);
  }

  async #renderPapers(
    id: string,
    shown: readonly ShownItem[],
    loaded: LoadedPapers,
  ): Promise<Rendered | undefined> {
    const format = PAPER_FORMATS[id as keyof typeof PAPER_FORMATS];
    const abstracts = 'hasAbstracts' in format ? await this.#loadAbstracts() : undefined;
    const items = findListedPapers(shown, loaded, abstracts);
    if (items.length === 0) return undefined;
    return this.#named(format, format.render(items, loaded.survey), count(items.length, 'paper'));
  }

  #renderResults(id: string, shown: readonly ShownItem[], loaded: LoadedPapers): Rendered | undefined {
    const format = RESULT_FORMATS[id as keyof typeof RESULT_FORMATS];
    const items = findListedResults(shown, loaded);
    if (items.length === 0) return undefined;
    return this.#named(format, format.render(items, loaded.survey), count(items.length, 'result'));
  }

  #named(
    { name, ending, type }: { name: string; ending: string; type: string },
    text: string,
    number: string,
  ): Rendered {
    return { text, count: number, name, file: `${this.dataset['name']}.${ending}`, type };
  }

  #loadAbstracts(): Promise<ReadonlyMap<string, string>> {
    this.#abstracts ??= loadAbstracts(this.dataset['abstracts'] ?? '');
    return this.#abstracts;
  }

  #say(text: string): void {
    this.#part('said').textContent = text;
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

customElements.define('export-list', ExportList);
