/**
 * `npm run pictures -- browsers <folder>`: every view in every browser that is installed, on a phone and a desktop,
 * light and dark, as `<folder>/<browser>-<view>-<size>-<colours>.png`, for people to lay side by side.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { browsers, startOf } from "../support/drive/browsers.ts";
import type { Tab } from "../support/drive/tab.ts";

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const live = (tab: Tab) => tab.until(({ named }) => named("button", "^My patient$") !== null);

async function opened(tab: Tab, selector: string, pattern?: string): Promise<void> {
  await tab.press(selector, pattern);
  await tab.until(({ all }) => all("dialog[open] :is(h3, h4, [data-filter], input)").length > 0);
  // The sheet slides in, so the picture waits until the sheet stands still.
  await new Promise((resolve) => setTimeout(resolve, 500));
}

/** Views by their names: an address, and what is pressed there. */
const views: Readonly<
  Record<string, readonly [path: string, press?: (tab: Tab) => Promise<void>]>
> = {
  home: ["/"],
  overview: ["/embed?theme=system"],
  harms: ["/embed?theme=system&outcome=toxicity"],
  survival: ["/embed?theme=system&outcome=survival"],
  "by-drug": ["/embed?theme=system&compare=product"],
  row: ["/embed?theme=system", (tab) => opened(tab, "button.opener", "^Response")],
  question: ["/embed?theme=system", (tab) => opened(tab, "fieldset.question button")],
  patient: ["/embed?theme=system", (tab) => opened(tab, "button", "^My patient$")],
  foot: [
    "/embed?theme=system",
    async (tab) => {
      await live(tab);
      await tab.run(() => scrollTo(0, document.documentElement.scrollHeight));
    },
  ],
  report: ["/report"],
  products: ["/products"],
  product: ["/products/cilta-cel"],
  methods: ["/methods"],
  explore: ["/explore"],
  build: ["/build"],
};

export async function browserPictures(site: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of browsers) {
    const start = startOf(name);
    if ("absent" in start) {
      console.log(`No pictures of ${name}: ${start.absent} brings it.`);
      continue;
    }
    const driver = await start.start();
    for (const scheme of ["light", "dark"] as const) {
      for (const [size, viewport] of Object.entries(sizes)) {
        const tab = await driver.open({ ...viewport, scheme });
        for (const [view, [path, press]] of Object.entries(views)) {
          await tab.goto(site + path);
          if (/^\/(embed.*)?$/.test(path)) await live(tab);
          await press?.(tab);
          const file = join(folder, `${name}-${view}-${size}-${scheme}.png`);
          writeFileSync(file, await tab.picture());
        }
        await tab.close();
      }
    }
    await driver.close();
  }
}
