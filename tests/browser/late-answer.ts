// A search whose answer comes when the reader has gone on already.
import type { Page } from 'playwright-core';

/** Has the field of a search ask for a text, wherever the focus is, and waits until the results are those of this answer. */
export async function answerLate(page: Page, field: string, text: string): Promise<void> {
  const old = await page.locator('[data-part="hits"] > *').first().elementHandle();
  await page.locator(field).evaluate((input, value) => {
    (input as HTMLInputElement).value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await page.waitForFunction((hit) => hit?.isConnected === false, old);
}
