// Integrations that have nothing to do with each other, at work at the same time after the build: one of them waits for
// Pagefind, which is a program of its own.
import type { AstroIntegration } from 'astro';

/** Makes one integration of some that listen to nothing but the end of the configuration, and start and end of the build. */
export function atOnce(...integrations: readonly AstroIntegration[]): AstroIntegration {
  return {
    name: integrations.map(({ name }) => name).join(', '),
    hooks: {
      'astro:config:done': async (options) => {
        for (const { hooks } of integrations) await hooks['astro:config:done']?.(options);
      },
      'astro:build:start': async (options) => {
        for (const { hooks } of integrations) await hooks['astro:build:start']?.(options);
      },
      'astro:build:done': async (options) => {
        await Promise.all(
          integrations.map(({ name, hooks }) =>
            hooks['astro:build:done']?.({ ...options, logger: options.logger.fork(name) }),
          ),
        );
      },
    },
  };
}
