/** The picture of the README: what a desktop and a phone show first, side by side. */
import type { Browser } from "playwright-core";

const desktop = { width: 820, height: 730 };
const phone = { width: 390, height: 730 };

export async function firstScreen(browser: Browser, site: string): Promise<void> {
  const pictures: string[] = [];
  for (const viewport of [desktop, phone]) {
    const page = await browser.newPage({ viewport, colorScheme: "light" });
    await page.goto(`${site}/embed`);
    await page.getByRole("button", { name: "My patient" }).and(page.locator(":enabled")).waitFor();
    const picture = (await page.screenshot()).toString("base64");
    pictures.push(`<img src="data:image/png;base64,${picture}">`);
    await page.close();
  }
  const gap = 24;
  const width = desktop.width + phone.width + 3 * gap;
  const page = await browser.newPage({ viewport: { width, height: phone.height + 2 * gap } });
  await page.setContent(
    `<style>body{margin:0;padding:${gap}px;display:flex;gap:${gap}px;background:#e8eaed}</style>${pictures.join("")}`,
  );
  await page.screenshot({ path: `${import.meta.dirname}/first-screen.png` });
  await page.close();
}
