// <keep-offline>: keeps the survey on the device when the reader asks, shows how far it is, and removes it.
import { describeKeeping, describeProgress, findObstacle, type KeepState } from './keep-offline-words.ts';
// Compiled into a file of its own, which src/integrations/offline.ts puts at the root of the site and completes.
import workerAddress from './service-worker.ts?worker&url';
import { cachePrefix } from './service-worker-keep.ts';
import { KEEP_AGAIN, readMessage } from './service-worker-messages.ts';

/** Milliseconds in which the worker's reason for giving up arrives after the news that it did. */
const REASON_DELAY = 1000;

class KeepOffline extends HTMLElement {
  #followed: ServiceWorker | undefined;

  connectedCallback(): void {
    this.hidden = false;
    const obstacle = findObstacle({
      protocol: location.protocol,
      isSecure: isSecureContext,
      hasWorkers: 'serviceWorker' in navigator && 'caches' in globalThis,
      isBuilt: import.meta.env.PROD,
    });
    if (obstacle) {
      this.#show({ kind: 'impossible', obstacle });
      return;
    }
    this.#part('keep').addEventListener('click', () => void this.#keep());
    this.#part('remove').addEventListener('click', () => void this.#remove());
    navigator.serviceWorker.addEventListener('message', ({ data }) => this.#onMessage(data));
    void this.#look();
  }

  /** How it stands when the page opens: a download may have been begun here, or in another window. */
  async #look(): Promise<void> {
    try {
      const registration = await this.#findRegistration();
      const hasFiles = (await this.#cacheNames()).length > 0;
      if (registration?.active && hasFiles) this.#show({ kind: 'kept' });
      else if (registration?.installing) this.#follow(registration.installing);
      else this.#show({ kind: 'absent', isBegun: hasFiles });
    } catch {
      this.#show({ kind: 'impossible', obstacle: 'unsupported' });
    }
  }

  async #keep(): Promise<void> {
    this.#show({ kind: 'running' });
    // Asks the browser not to clear it away when space runs short. Some ask the reader; the download need not wait.
    void navigator.storage?.persist?.().catch(() => false);
    try {
      const registration = await navigator.serviceWorker.register(workerAddress, {
        scope: this.#base(),
        updateViaCache: 'none',
      });
      // A worker that was let go lives on while a page uses it, and comes back without its files.
      const isBack = registration.active && (await this.#cacheNames()).length === 0;
      if (isBack) registration.active?.postMessage(KEEP_AGAIN);
      else if (registration.installing) this.#follow(registration.installing);
      else await this.#look();
    } catch {
      this.#show({ kind: 'failed', reason: 'start' });
    }
  }

  /** The worker keeps everything while it is being installed: it then is activated, or given up. */
  #follow(worker: ServiceWorker): void {
    this.#followed = worker;
    this.#show({ kind: 'running' });
    const onChange = () => {
      if (worker.state === 'activated') this.#show({ kind: 'kept' });
      // It has said why, but the two come by different ways.
      if (worker.state === 'redundant') setTimeout(() => this.#giveUp(worker), REASON_DELAY);
    };
    worker.addEventListener('statechange', onChange);
    onChange();
  }

  #giveUp(worker: ServiceWorker): void {
    // The reader may have tried again since.
    if (this.#isRunning() && this.#followed === worker) this.#show({ kind: 'failed', reason: 'interrupted' });
  }

  #isRunning(): boolean {
    return this.dataset['state'] === 'running';
  }

  #onMessage(data: unknown): void {
    const message = readMessage(data);
    // A newer edition is fetched in the background.
    if (!message || !this.#isRunning()) return;
    if (message.type === 'keep-progress') this.#show({ kind: 'running', progress: message.progress });
    else if (message.type === 'keep-failed') this.#show({ kind: 'failed', reason: message.reason });
    else void this.#finish();
  }

  /** The files are there; a worker that is new takes a moment more until it rules the page. */
  async #finish(): Promise<void> {
    const registration = await this.#findRegistration();
    if (registration?.active) this.#show({ kind: 'kept' });
  }

  async #remove(): Promise<void> {
    try {
      await (await this.#findRegistration())?.unregister();
      for (const name of await this.#cacheNames()) await caches.delete(name);
      this.#show({ kind: 'removed' });
    } catch {
      this.#show({ kind: 'failed', reason: 'remove' });
    }
  }

  #show(state: KeepState): void {
    const { text, keep, remove } = describeKeeping(state);
    const focused = document.activeElement;
    this.dataset['state'] = state.kind;
    const status = this.#part('status');
    if (status.textContent !== text) status.textContent = text;
    for (const [name, label] of Object.entries({ keep, remove })) {
      this.#part(name).hidden = label === undefined;
      this.#part(name).textContent = label ?? '';
    }
    const progress = state.kind === 'running' ? state.progress : undefined;
    this.#part('progress').hidden = state.kind !== 'running';
    this.#part('numbers').textContent = progress ? describeProgress(progress) : '';
    const bar = this.querySelector('progress');
    if (bar && progress) bar.value = progress.bytes / progress.totalBytes;
    else bar?.removeAttribute('value');
    // Where the button that was pressed is gone, the keyboard goes on from what happened.
    if (this.contains(focused) && focused?.closest('[hidden]')) status.focus({ preventScroll: true });
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  /** Where the site begins, which the worker is to rule; ends with a slash. */
  #base(): string {
    return this.dataset['base'] ?? '/';
  }

  /** The registration of this site: not that of another one which rules a folder above. */
  async #findRegistration(): Promise<ServiceWorkerRegistration | undefined> {
    const { href } = new URL(this.#base(), location.href);
    const registration = await navigator.serviceWorker.getRegistration(href);
    return registration?.scope === href ? registration : undefined;
  }

  async #cacheNames(): Promise<string[]> {
    const prefix = cachePrefix(new URL(this.#base(), location.href).href);
    return (await caches.keys()).filter((name) => name.startsWith(prefix));
  }
}

customElements.define('keep-offline', KeepOffline);
