// The hues of the themes, which content gives, in the one stylesheet of the site: one more would keep every page waiting.
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { renderThemeHues } from '../site/theme-hues.ts';

/** What layouts import. */
const STYLESHEET = 'virtual:theme-hues.css';

/** Makes the stylesheet `virtual:theme-hues.css` of the survey that is loaded. */
export function themeHues(): AstroIntegration {
  return {
    name: 'conspectus-theme-hues',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        // Where Astro writes, while one works on a survey, that it was loaded anew.
        const store = fileURLToPath(new URL('.astro/data-store.json', config.root));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'conspectus-theme-hues',
                resolveId: (id) => (id === STYLESHEET ? id : undefined),
                load: (id) => (id === STYLESHEET ? renderThemeHues(CONSPECTUS_SURVEY.catalog) : undefined),
                hotUpdate({ file, modules }) {
                  const stylesheet = this.environment.moduleGraph.getModuleById(STYLESHEET);
                  return file === store && stylesheet ? [...modules, stylesheet] : undefined;
                },
              },
            ],
          },
        });
      },
    },
  };
}
