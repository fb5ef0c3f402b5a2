// The part of a service worker's global scope that we use: TypeScript knows either a page or a worker, not both.

type WaitingEvent = { readonly waitUntil: (work: Promise<unknown>) => void };
type Fetching = {
  readonly request: Request;
  readonly respondWith: (response: Response | Promise<Response>) => void;
};
type Events = {
  readonly install: WaitingEvent;
  readonly activate: WaitingEvent;
  readonly fetch: Fetching;
  readonly message: WaitingEvent & { readonly data: unknown };
};
type Clients = {
  readonly claim: () => Promise<void>;
  readonly matchAll: (options: {
    readonly includeUncontrolled: boolean;
    readonly type: 'window';
  }) => Promise<readonly { readonly postMessage: (message: unknown) => void }[]>;
};

/** `globalThis` of a service worker. */
export type WorkerScope = {
  readonly registration: { readonly scope: string };
  readonly clients: Clients;
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: <Name extends keyof Events>(
    name: Name,
    listener: (event: Events[Name]) => void,
  ) => void;
};
