// <reading-list>: the saved papers, to order, annotate, export and share.
import { count, say } from '../core/words.ts';
import { authorsOf } from '../export/comparison.ts';
import { copyText } from './choose-data.ts';
import { announce, NOT_KEPT, saved } from './choose-state.ts';
import { cloneTemplate } from './clone-template.ts';
import { provideList } from './export-list-items.ts';
import { type LoadedPapers, loadPapers } from './load-papers.ts';
import {
  addPapers,
  changeItem,
  isSaved,
  type ListItem,
  MAX_NOTE,
  mergeLists,
  movePaper,
  parseListFile,
  parseListHash,
  putBack,
  type ReadingList,
  type Removed,
  removePaper,
  renderListHash,
} from './reading-list-items.ts';

/** A file of a list is small; anything larger is another file. */
const MAX_FILE = 5_000_000;

class ReadingListPage extends HTMLElement {
  #papers: LoadedPapers['papers'] = new Map();
  /** The papers that were asked for: those that are saved, shared or brought along. */
  readonly #asked = new Set<string>();
  /** What was removed last, until something else is done here. */
  #removed: Removed | undefined;
  /** A note that is being written changes the list, but must not draw it anew. */
  #isWriting = false;

  connectedCallback(): void {
    void this.#start();
  }

  async #start(): Promise<void> {
    if (!(await this.#load([...slugsOf(saved.get()), ...this.#sharedSlugs()]))) {
      this.hidden = false;
      return;
    }
    provideList(this, () => saved.get().map(({ slug, isRead, note }) => ({ id: slug, isRead, note })));
    this.#part('share').addEventListener('click', () => void this.#share());
    this.#part('file').addEventListener('change', () => void this.#import());
    this.#part('undo').addEventListener('click', () => this.#undo());
    this.#part('accept').addEventListener('click', () => this.#accept());
    this.#part('dismiss').addEventListener('click', () => this.#dismiss());
    addEventListener('hashchange', () => void this.#followLink());
    saved.watch(() => this.#isWriting || this.#update());
    this.#show();
    this.#showShared();
    // Not before it is whole: what comes piece by piece moves what is there.
    this.hidden = false;
  }

  /** Makes sure of some papers; false, and said, where they cannot be loaded. */
  async #load(slugs: readonly string[]): Promise<boolean> {
    const all = [...this.#asked, ...slugs];
    // An empty list needs none, and is shown at once.
    if (all.length === 0) return true;
    try {
      this.#papers = (await loadPapers(all)).papers;
    } catch {
      this.#say(say`The papers could not be loaded. Check your connection, then load the page again.`);
      return false;
    }
    for (const slug of all) this.#asked.add(slug);
    return true;
  }

  /** Shows the list as it is now; at once, unless another page has put papers on it. */
  #update(): void {
    const slugs = slugsOf(saved.get());
    if (slugs.every((slug) => this.#asked.has(slug))) this.#show();
    else void this.#load(slugs).then((isLoaded) => isLoaded && this.#show());
  }

  async #followLink(): Promise<void> {
    if (await this.#load(this.#sharedSlugs())) this.#showShared();
  }

  #show(): void {
    const list = saved.get();
    const read = list.filter(({ isRead }) => isRead).length;
    this.#part('empty').hidden = list.length > 0;
    this.#part('exports').hidden = list.length === 0;
    this.#part('count').textContent =
      list.length > 0 ? say`${count(list.length, 'paper')}, ${read} read` : '';
    this.#part('undo').hidden = this.#removed === undefined;
    this.#part('items').replaceChildren(...list.map((item, index) => this.#renderItem(item, index, list)));
  }

  #renderItem(item: ListItem, index: number, list: ReadingList): HTMLElement {
    const element = cloneTemplate('reading-list-item');
    const slot = (name: string) => element.querySelector(`[data-slot="${name}"]`) as HTMLElement;
    const paper = this.#papers.get(item.slug);
    const title = paper?.title ?? item.slug;
    element.dataset['slug'] = item.slug;
    const link = slot('title') as HTMLAnchorElement;
    link.textContent = title;
    if (paper) link.href = paper.url;
    const facts = [paper?.published?.slice(0, 4), paper && authorsOf(paper), paper?.venue];
    slot('facts').textContent = paper ? facts.filter(Boolean).join(' · ') : say`No longer in this survey.`;
    slot('summary').textContent = paper?.summary ?? '';
    for (const button of element.querySelectorAll<HTMLButtonElement>('[data-do]')) {
      button.querySelector('.visually-hidden')?.append(` ${title}`);
      button.addEventListener('click', () => this.#do(button.dataset['do'] ?? '', item, title));
    }
    setDisabled(element, 'up', index === 0);
    setDisabled(element, 'down', index === list.length - 1);
    element.querySelector('[data-do="read"]')?.setAttribute('aria-pressed', String(item.isRead));
    this.#prepareNote(element, item, title);
    return element;
  }

  #prepareNote(element: HTMLElement, { slug, note }: ListItem, title: string): void {
    const area = element.querySelector('textarea') as HTMLTextAreaElement;
    const details = element.querySelector('details') as HTMLDetailsElement;
    details.open = note !== '';
    area.value = note;
    area.maxLength = MAX_NOTE;
    area.setAttribute('aria-label', say`Note on ${title}`);
    area.addEventListener('input', () => {
      this.#isWriting = true;
      const isKept = saved.set(changeItem(saved.get(), slug, { note: area.value }));
      this.#isWriting = false;
      if (!isKept) this.#say(NOT_KEPT);
    });
  }

  #do(action: string, { slug, isRead }: ListItem, title: string): void {
    const list = saved.get();
    if (action === 'read') this.#change(changeItem(list, slug, { isRead: !isRead }));
    else if (action === 'remove') this.#remove(slug, title);
    else {
      this.#change(movePaper(list, slug, action === 'up' ? -1 : 1));
      const place = saved.get().findIndex((item) => item.slug === slug) + 1;
      this.#say(say`Moved to place ${place} of ${list.length}: ${title}.`);
    }
    this.#focus(slug, action);
  }

  #remove(slug: string, title: string): void {
    const list = saved.get();
    const place = list.findIndex((one) => one.slug === slug);
    const item = list[place];
    this.#change(removePaper(list, slug));
    this.#removed = item && { item, place };
    this.#part('undo').hidden = false;
    this.#say(say`Taken off the list: ${title}.`);
    this.#focus((list[place + 1] ?? list[place - 1])?.slug ?? '', 'remove');
  }

  #undo(): void {
    if (this.#removed) this.#change(putBack(saved.get(), this.#removed));
    this.#say(say`It is back on the list.`);
    this.#part('items').querySelector<HTMLElement>('a')?.focus();
  }

  /** The list is drawn anew at each change: the keyboard goes on where it was. */
  #focus(slug: string, action: string): void {
    const item = this.querySelector(`[data-slug="${CSS.escape(slug)}"]`);
    const wanted = item?.querySelector<HTMLButtonElement>(`[data-do="${action}"]:not(:disabled)`);
    const other = item?.querySelector<HTMLButtonElement>('[data-do]:not(:disabled)');
    (wanted ?? other ?? this.#part('undo')).focus();
  }

  #change(list: ReadingList): void {
    this.#removed = undefined;
    if (!saved.set(list)) this.#say(NOT_KEPT);
  }

  async #share(): Promise<void> {
    const link = `${location.origin}${location.pathname}${renderListHash(saved.get())}`;
    const isCopied = await copyText(link);
    const field = this.#part('link') as HTMLInputElement;
    field.hidden = isCopied;
    field.value = link;
    if (!isCopied) field.select();
    this.#say(
      isCopied
        ? say`The link to this list is copied. It carries the papers, not your notes.`
        : say`The link is beside the button: copy it from there.`,
    );
  }

  async #import(): Promise<void> {
    const field = this.#part('file') as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) return;
    const list = file.size > MAX_FILE ? undefined : parseListFile(await file.text().catch(() => ''));
    field.value = '';
    if (!list) {
      this.#say(
        say`${file.name} is not a reading list as this page exports it in JSON. Nothing was changed.`,
      );
      return;
    }
    if (!(await this.#load(slugsOf(list)))) return;
    const known = list.filter(({ slug }) => this.#papers.has(slug));
    const merged = mergeLists(saved.get(), known);
    const added = merged.length - saved.get().length;
    const unknown = list.length - known.length;
    const isKept = saved.set(merged);
    this.#say(
      [
        say`${count(added, 'paper')} added, ${known.length - added} on the list already.`,
        unknown > 0 ? say`${count(unknown, 'paper')} not in this survey.` : '',
        isKept ? '' : NOT_KEPT,
      ]
        .filter(Boolean)
        .join(' '),
    );
  }

  #sharedSlugs(): readonly string[] {
    return parseListHash(location.hash);
  }

  #showShared(): void {
    const slugs = this.#sharedSlugs();
    const known = slugs.flatMap((slug) => this.#papers.get(slug) ?? []);
    const isNew = known.some(({ slug }) => !isSaved(saved.get(), slug));
    this.#part('shared').hidden = slugs.length === 0;
    this.#part('accept').hidden = !isNew;
    const others = slugs.length - known.length;
    const ignored =
      others > 0 ? say` Left out: ${count(others, 'name')} that no paper of this survey has.` : '';
    const text =
      known.length === 0
        ? ''
        : isNew
          ? say` Add what you lack to your own list?`
          : say` You have saved all of it.`;
    this.#part('shared-text').textContent =
      say`${count(known.length, 'paper')} in this link.${text}${ignored}`;
    this.#part('shared-items').replaceChildren(
      ...known.map(({ title, url }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.textContent = title;
        link.href = url;
        item.append(link);
        return item;
      }),
    );
  }

  #accept(): void {
    const known = this.#sharedSlugs().filter((slug) => this.#papers.has(slug));
    const before = saved.get().length;
    this.#change(addPapers(saved.get(), known));
    this.#dismiss();
    this.#say(say`${count(saved.get().length - before, 'paper')} added to your list.`);
  }

  #dismiss(): void {
    history.replaceState(null, '', location.pathname);
    this.#showShared();
    this.#part('items').querySelector<HTMLElement>('a')?.focus();
  }

  #say(text: string): void {
    this.#part('status').textContent = text;
    announce(text);
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

function slugsOf(list: ReadingList): readonly string[] {
  return list.map(({ slug }) => slug);
}

function setDisabled(element: HTMLElement, action: string, isDisabled: boolean): void {
  const button = element.querySelector<HTMLButtonElement>(`[data-do="${action}"]`);
  if (button) button.disabled = isDisabled;
}

customElements.define('reading-list', ReadingListPage);
