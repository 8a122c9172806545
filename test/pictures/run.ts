/**
 * `npm run pictures`: every state of `/gallery` on a phone and a desktop, light and dark, as
 * `test/screenshots/gallery/<state>-<size>-<colours>.png`, for people to look at. `npm run pictures
 * -- slow answer` draws only these.
 */

import { galleryStates } from "#server/pages/gallery/states.ts";
import { startServer } from "../../.dev/serve/serve.ts";
import { build } from "../support/build.ts";
import { launchBrowser } from "../support/chromium.ts";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const folder = `${import.meta.dirname}/../screenshots/gallery`;

const wanted = process.argv.slice(2);
const states = galleryStates.filter(({ id }) => wanted.length === 0 || wanted.includes(id));

build();
const server = await startServer();
const browser = await launchBrowser();
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({ viewport, colorScheme });
    for (const { id } of states) {
      await page.goto(`${server.url}/gallery?state=${id}`);
      // First only the screen, because sticky elements are in their usual place there; then the
      // whole page.
      const path = `${folder}/${id}-${size}-${colorScheme}`;
      await page.screenshot({ path: `${path}.png` });
      await page.screenshot({ path: `${path}-whole.png`, fullPage: true });
    }
    await page.close();
  }
}
await browser.close();
await server.dispose();
console.log(`${states.length} states in test/screenshots/gallery`);
