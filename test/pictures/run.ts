/**
 * `npm run pictures`: every state of the widget on a phone and a desktop, light and dark, as
 * `test/screenshots/states/<state>-<size>-<colours>.png`, for people to look at. `npm run pictures
 * -- slow answer` draws only these; `-- first-screen` the picture of the README, beside this file; `-- browsers folder`
 * every view in every browser.
 */
import { startServer } from "../../.dev/serve/serve.ts";
import { build } from "../support/build.ts";
import { launchBrowser } from "../support/chromium.ts";
import { states as allStates } from "../support/states/states.ts";
import { browserPictures } from "./browsers.ts";
import { firstScreen } from "./first-screen.ts";
import "../../.dev/tsx.ts";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };
const folder = `${import.meta.dirname}/../screenshots/states`;

const wanted = process.argv.slice(2);
if (wanted[0] === "browsers") {
  build();
  const { url, dispose } = await startServer();
  await browserPictures(url, wanted[1] ?? `${import.meta.dirname}/../screenshots/browsers`);
  await dispose();
  process.exit();
}

const states = allStates.filter(({ id }) => wanted.length === 0 || wanted.includes(id));

build();
const { statePage } = await import("../support/states/drawing.tsx");
const server = await startServer();
const browser = await launchBrowser();
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await browser.newPage({ viewport, colorScheme });
    for (const state of states) {
      const body = await statePage(state);
      const address = `${server.url}/states/${state.id}`;
      await page.route(address, (route) => route.fulfill({ contentType: "text/html", body }));
      await page.goto(address);
      // The first picture is of the screen only, because sticky elements are in their usual place there; the second is
      // of the whole page.
      const path = `${folder}/${state.id}-${size}-${colorScheme}`;
      await page.screenshot({ path: `${path}.png` });
      await page.screenshot({ path: `${path}-whole.png`, fullPage: true });
    }
    await page.close();
  }
}
if (wanted.includes("first-screen")) await firstScreen(browser, server.url);
await browser.close();
await server.dispose();
console.log(`${states.length} states in test/screenshots/states`);
