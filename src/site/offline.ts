// The offline edition, as far as pages speak of it.

/** Stands in the built page where the size of the offline edition goes; src/integrations/offline.ts puts it there. */
export const OFFLINE_SIZE = '{{offline-size}}';
