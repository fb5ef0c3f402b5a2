// <new-edition>: where the survey is kept on the device, says that a newer edition is ready, and takes it when asked.
import { TAKE_OVER } from './service-worker-messages.ts';

class NewEdition extends HTMLElement {
  #registration: ServiceWorkerRegistration | undefined;
  #isAsked = false;

  connectedCallback(): void {
    // No worker rules this page: nothing is kept, or the pages are files.
    if (!location.protocol.startsWith('http') || !navigator.serviceWorker?.controller) return;
    this.querySelector('[data-part="reload"]')?.addEventListener('click', () => this.#take());
    this.querySelector('[data-part="later"]')?.addEventListener('click', () => this.#setShown(false));
    // The reader took the new edition in another window, which took it for this one too.
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (this.#isAsked) location.reload();
      else this.#setShown(true);
    });
    void this.#watch().catch(() => undefined);
  }

  async #watch(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return;
    this.#registration = registration;
    registration.addEventListener('updatefound', () => this.#follow(registration.installing));
    this.#follow(registration.installing);
    if (registration.waiting) this.#setShown(true);
  }

  #follow(worker: ServiceWorker | null): void {
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') this.#setShown(true);
    });
  }

  #take(): void {
    this.#isAsked = true;
    const waiting = this.#registration?.waiting;
    if (waiting) waiting.postMessage(TAKE_OVER);
    else location.reload();
  }

  #setShown(isShown: boolean): void {
    this.toggleAttribute('data-is-shown', isShown);
    const status = this.querySelector('[role="status"]');
    // A status is said when its text changes, not when it appears.
    if (status) status.textContent = isShown ? (this.dataset['text'] ?? '') : '';
    if (!isShown && this.contains(document.activeElement))
      document.querySelector('main')?.focus({ preventScroll: true });
  }
}

customElements.define('new-edition', NewEdition);
