/** Screenshots for people to look at. */
import { join } from "node:path";
import type { Page } from "playwright-core";

const root = join(import.meta.dirname, "../../..");

/** In pixels. Chromium sometimes fails to draw a page of twenty thousand pixels at once. */
const tallestPicture = 6000;

/** Saves the whole page, or the beginning of a very long one, as test/screenshots/<name>.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const path = join(root, `test/screenshots/${name}.png`);
  const { width, height } = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { width: scrollWidth, height: scrollHeight };
  });
  const clip = { x: 0, y: 0, width, height: Math.min(height, tallestPicture) };
  const draw = () => page.screenshot({ path, fullPage: true, clip });
  // On a busy machine Chromium may refuse a picture that it draws a moment later. No test is about it.
  await draw().catch(draw);
}
