// <copy-text>: a button that copies the text beside it, with its italics; where the browser does not allow that, it
// selects the text.
import { say } from '../core/words.ts';
import { copyText } from './choose-data.ts';
import { announce } from './choose-state.ts';

class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    button?.addEventListener('click', () => void this.#copy());
    if (button) button.hidden = false;
  }

  async #copy(): Promise<void> {
    const part = this.querySelector('[data-part="text"]');
    if (!part) return;
    const name = this.dataset['name'] ?? '';
    const html = part.childElementCount > 0 ? part.innerHTML : undefined;
    if (await copyText(`${part.textContent.trim()}\n`, html)) this.#say(say`Copied`, say`Copied as ${name}.`);
    else {
      getSelection()?.selectAllChildren(part);
      const text = say`Your browser does not let the page copy. The ${name} is selected: copy it from there.`;
      this.#say(say`Selected: press Ctrl+C`, text);
    }
  }

  #say(seen: string, read: string): void {
    announce(read);
    const said = this.querySelector('[data-part="said"]');
    if (said) said.textContent = seen;
  }
}

customElements.define('copy-text', CopyText);
