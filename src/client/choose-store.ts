// A value that is kept in the browser, and those who watch it. A browser that refuses to keep it breaks nothing:
// the value then lasts as long as the page.

/** Where a text is kept between pages. */
export type Persistence = {
  readonly read: () => string | null;
  /** Whether the text will be there on the next page. */
  readonly write: (text: string) => boolean;
};

/** Keeps a text in a storage of the browser, which may be full, or refuse even to be looked at. */
export function persistIn(getStorage: () => Storage, key: string): Persistence {
  return {
    read: () => {
      try {
        return getStorage().getItem(key);
      } catch {
        return null;
      }
    },
    write: (text) => {
      try {
        getStorage().setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}

export type Store<Value> = {
  readonly get: () => Value;
  /** Sets the value and tells everyone; false where the next page will not know it. */
  readonly set: (value: Value) => boolean;
  /** Reads again what another page may have written. */
  readonly reload: () => void;
  /** Calls `listener` at every change; the result ends that. */
  readonly watch: (listener: () => void) => () => void;
};

/** How a value is written as text. `parse` takes any text, for a reader may have changed it. */
export type Format<Value> = {
  readonly parse: (text: string | null) => Value;
  readonly render: (value: Value) => string;
};

/** Makes a store of one value. */
export function createStore<Value>(persistence: Persistence, format: Format<Value>): Store<Value> {
  const listeners = new Set<() => void>();
  let value = format.parse(persistence.read());
  let isKept = true;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set: (next) => {
      value = next;
      isKept = persistence.write(format.render(next));
      tell();
      return isKept;
    },
    reload: () => {
      // What was refused is only here: reading would lose it.
      if (!isKept) return;
      value = format.parse(persistence.read());
      tell();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads JSON; undefined where it is none. */
export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return undefined;
  }
}
