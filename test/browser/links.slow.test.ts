/** Every link of every view, in an element on a page of another site: it leads to the installation, or out. */
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { setProperty, test } from "./support/fixture.ts";
import { openRow, rows, settled } from "./support/screen.ts";
import { answerTo } from "./support/shown-answer.ts";
import { showPatient } from "./support/typed-patient.ts";

const site = inject("serverUrl");

/** Questions that together draw every view and every kind of link. */
const questions = [
  ...["", "outcome=toxicity", "outcome=survival", "outcome=os", "compare=product"],
  ...["lines=1&availability=eu", "lines=2&availability=us", "evidence=real-world"],
  ...["prior-bcma=selected&target=any", "availability=any&lines=any&evidence=all"],
];

/** Returns the addresses of all links in the element, as they are written, with everything unfolded. */
const linksIn = (page: Page) =>
  page.locator("#a").evaluate((element) => {
    const root = element.shadowRoot;
    for (const fold of root?.querySelectorAll("details") ?? []) fold.open = true;
    return [...(root?.querySelectorAll("a") ?? [])].map((link) => link.getAttribute("href") ?? "");
  });

/** Waits until the answer to a question is on screen. */
async function drawn(page: Page, question: string): Promise<void> {
  const { canonical } = await answerTo(question);
  const ofElement = () => page.locator("#a").evaluate((element) => Object(element).result?.query);
  await expect.poll(ofElement).toBe(canonical);
  await settled(page);
}

test("Every link of every view leads to the installation, where there is a page, or to another site", async ({
  hostPage,
}) => {
  const { page, open } = await hostPage({ body: '<myeloma-compare id="a"></myeloma-compare>' });
  await open();
  const links = new Set<string>();
  const collect = async () => {
    for (const href of await linksIn(page)) links.add(href);
  };
  for (const question of questions) {
    await setProperty(page, "query", question);
    await drawn(page, question);
    await collect();
    if ((await rows(page).count()) === 0) continue;
    await openRow(rows(page).first());
    await settled(page);
    await collect();
    await page.keyboard.press("Escape");
  }
  await setProperty(page, "query", "");
  await drawn(page, "");
  await showPatient(page, { lines: "4", also: ["Extramedullary disease"] });
  await collect();
  const all = [...links];
  expect(all.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
  const ours = all.filter((href) => href.startsWith(`${site}/`));
  expect(ours.length).toBeGreaterThan(60);
  const failed: string[] = [];
  for (const href of ours) {
    const { status } = await fetch(href);
    if (status !== 200) failed.push(`${status} ${href}`);
  }
  expect(failed).toEqual([]);
  console.log(`${ours.length} links to the installation, ${all.length - ours.length} to others.`);
});
