// Integrations that have nothing to do with each other, at work at the same time after the build: one of them waits for
// Pagefind, which is a program of its own.
import type { AstroIntegration, AstroPrerenderer, HookParameters } from 'astro';

type SetPrerenderer = HookParameters<'astro:build:start'>['setPrerenderer'];

/**
 * Makes one integration of some that listen to nothing but the end of the configuration, the start of the build, the last
 * page and the end. Each may wrap what makes the pages.
 */
export function atOnce(...integrations: readonly AstroIntegration[]): AstroIntegration {
  return {
    name: integrations.map(({ name }) => name).join(', '),
    hooks: {
      'astro:config:done': async (options) => {
        for (const { hooks } of integrations) await hooks['astro:config:done']?.(options);
      },
      'astro:build:start': async (options) => {
        const wraps: Parameters<SetPrerenderer>[0][] = [];
        // Of several, Astro would listen to the last one.
        const setPrerenderer: SetPrerenderer = (wrap) => wraps.push(wrap);
        for (const { name, hooks } of integrations) {
          const logger = options.logger.fork(name);
          await hooks['astro:build:start']?.({ ...options, logger, setPrerenderer });
        }
        options.setPrerenderer((astro) =>
          wraps.reduce<AstroPrerenderer>(
            (inner, wrap) => (typeof wrap === 'function' ? wrap(inner) : wrap),
            astro,
          ),
        );
      },
      'astro:build:generated': async (options) => {
        for (const { hooks } of integrations) await hooks['astro:build:generated']?.(options);
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
