// What axe finds wrong on a page, the size of targets included.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The violations, each with the elements that it is about; of the whole page, or in the elements that some selectors find. */
export async function findViolations(page: Page, ...within: readonly string[]) {
  const axe = new AxeBuilder({ page })
    // Pages have no frames: axe need not hand what it finds from one page to another, which takes longer than to find it.
    .setLegacyMode()
    .options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] });
  for (const selector of within) axe.include(selector);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
