// Three projects, which scripts/test.ts runs one after the other: unit needs nothing, site and browser need a build.
import { defineConfig } from 'vitest/config';

const BUILT = ['tests/site/**/*.test.ts'];
const BROWSER = ['tests/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...BUILT, ...BROWSER, 'tests/fixtures/**'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'site', include: BUILT, testTimeout: 60_000, hookTimeout: 60_000 } },
      {
        test: {
          name: 'browser',
          include: BROWSER,
          // Each file has a browser of its own, and a small machine has room for one.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What is waited for comes late on a busy machine; the second that Vitest gives is too little for a search.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
