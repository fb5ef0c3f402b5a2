// What axe finds wrong on a page, the size of targets included.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The violations, each with the elements that it is about. */
export async function findViolations(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
