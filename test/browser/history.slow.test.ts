/**
 * The back button: on our own page it goes through the reader's questions; elsewhere it belongs to the host.
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { bareFrame, expectGoodConduct, goodConduct, test } from "./support/fixture.ts";
import { hasFocus } from "./support/keyboard.ts";
import {
  choose,
  closePanel,
  frameOf,
  live,
  opener,
  openRow,
  openSheet,
  panel,
  rowOf,
  rows,
  settled,
  toggle,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { recordedQueries } from "./support/traffic.ts";
import {
  closePatientButton,
  fillForm,
  patientResults,
  resultsText,
  showPatient,
} from "./support/typed-patient.ts";

const pathAndSearch = (page: Page) => page.evaluate(() => location.pathname + location.search);
const entriesOf = (page: Page) => page.evaluate(() => history.length);

/** Returns how many entries lie under the one on screen: the steps that the back button has left. */
const depthOf = (page: Page) => page.evaluate<number>("navigation.currentEntry.index");

/** Returns the addresses of all history entries. */
const addressesOf = (page: Page) =>
  page.evaluate<string[]>("navigation.entries().map(({ url }) => url)");

describe("On our own page", () => {
  test("every filter is an entry; back and forward ask again what was asked, after a reload with an open row, too; a browser that allows no more entries shows the answer all the same", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?lines=3%2B&utm_source=x");
    await choose(page, "Lines", "Any");
    await expectToShow(page, await answerTo("lines=any"));
    expect(await pathAndSearch(page)).toBe("/embed?lines=any");
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    expect(await pathAndSearch(page)).toBe("/embed?lines=any&age=60-65");
    const queries = recordedQueries(page);
    // The focus stays where it was.
    expect(await hasFocus(opener(page, "Question"))).toBe(true);
    await page.goBack();
    await expectToShow(page, await answerTo("lines=any"));
    expect(await hasFocus(opener(page, "Question"))).toBe(true);
    const button = toggle(rows(page).first());
    await button.focus();
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(await hasFocus(button)).toBe(true);
    expect(await pathAndSearch(page)).toBe("/embed?lines=3%2B&utm_source=x");
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any"));
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    // All answers are cached except the first one, which was part of the page.
    expect(queries.filter((query) => query !== "")).toEqual([]);
    expect(misconduct).toEqual(goodConduct);

    const depth = await depthOf(page);
    await openRow(rows(page).first());
    await expect.poll(() => depthOf(page)).toBe(depth + 1);
    await page.reload();
    await live(page);
    await expect.poll(() => depthOf(page)).toBe(depth);
    await page.goBack();
    await expectToShow(page, await answerTo("lines=any"));
    await page.evaluate(() => {
      history.pushState = () => {
        throw new DOMException("too many", "SecurityError");
      };
    });
    await choose(page, "Age", "60 to 65");
    await expectToShow(page, await answerTo("lines=any&age=60-65"));
    expect(misconduct.pageErrors).toEqual([]);
  });

  test("of what is chosen in an open row the last is an entry: each step back changes the screen", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed");
    const depth = await depthOf(page);
    const count = async (trial: string, query: string) => {
      const name = `Count ${trial}`;
      await panel(page).getByRole("checkbox", { name, exact: true }).click();
      await expectToShow(page, await answerTo(query));
      await settled(page);
    };
    const [single, two] = ["exclude=cartitude-1", "exclude=cartitude-1,karmma"];
    await openRow(rowOf(page), /^Sources/);
    await count("CARTITUDE-1", single);
    await count("KarMMa", two);
    await expect.poll(() => depthOf(page)).toBe(depth + 2);
    // The back button closes the row over the question that was chosen in it, and then leads to the question before.
    await page.goBack();
    await expect.poll(() => panel(page).count()).toBe(0);
    expect(await pathAndSearch(page)).toBe(`/embed?${two}`);
    await expectToShow(page, await answerTo(two));
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(await depthOf(page)).toBe(depth);
    await page.goForward();
    await expectToShow(page, await answerTo(two));
    expect(await panel(page).count()).toBe(0);
    // A row that is closed by its button leaves the same entries.
    await openRow(rowOf(page), /^Sources/);
    await count("KarMMa", single);
    await closePanel(page);
    await expect.poll(() => depthOf(page)).toBe(depth + 2);
    await page.goBack();
    await expectToShow(page, await answerTo(two));
    expect(misconduct).toEqual(goodConduct);
  });

  test("a row that leads to products side by side leaves none, whatever comes at once", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed");
    const depth = await depthOf(page);
    await openRow(rowOf(page));
    await panel(page).getByRole("button", { name: "Compare drugs" }).click();
    const search = /compare=product/;
    await page.waitForURL(search);
    await page.getByRole("heading", { name: /Not a ranking/ }).waitFor();
    await settled(page);
    await expect.poll(() => panel(page).count()).toBe(0);
    await expect.poll(() => depthOf(page)).toBe(depth + 1);
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    // Another question is asked while the step back of a closed row is on its way.
    await openRow(rowOf(page));
    await page.evaluate(() => {
      const root = document.querySelector("myeloma-compare")?.shadowRoot;
      root?.querySelector<HTMLElement>(".sheet header button")?.click();
      setTimeout(() => root?.querySelectorAll<HTMLElement>(".tabs a")[2]?.click(), 1);
    });
    await expectToShow(page, await answerTo("outcome=toxicity"));
    await expect.poll(() => depthOf(page)).toBe(depth + 1);
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    expect(misconduct).toEqual(goodConduct);
  });

  test("back closes the patient, of whom no entry holds anything", async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed");
    const depth = await depthOf(page);
    const stated = { age: "97", lines: "5+", also: ["Extramedullary disease"] } as const;
    await showPatient(page, stated);
    await resultsText(page);
    expect(await depthOf(page)).toBe(depth + 1);
    expect(await pathAndSearch(page)).toBe("/embed");
    expect(JSON.stringify(await page.evaluate(() => history.state))).toBe("1");
    // The row of these results lies over them.
    await openRow(rows(page).first());
    await expect.poll(() => depthOf(page)).toBe(depth + 2);
    expect(JSON.stringify(await page.evaluate(() => history.state))).toBe("2");
    await page.goBack();
    await expect.poll(() => panel(page).count()).toBe(0);
    expect(await patientResults(page).count()).toBe(1);
    // Filters that were set meanwhile go with the patient.
    await choose(page, "More", "With real-world cohorts");
    await expectToShow(page, await answerTo("evidence=all&patient-age=97&patient-prior-lines=5"));
    await expect.poll(() => depthOf(page)).toBe(depth + 1);
    await page.goBack();
    await expect.poll(() => patientResults(page).count()).toBe(0);
    await expectToShow(page, await answerTo(""));
    expect(await hasFocus(page.getByRole("heading", { level: 2 }).first())).toBe(true);
    expect([await depthOf(page), await pathAndSearch(page)]).toEqual([depth, "/embed"]);
    for (const address of await addressesOf(page)) {
      expect(new URL(address).href.slice(new URL(address).origin.length)).not.toMatch(
        /patient|97|extramedullary|evidence/i,
      );
    }
    // Going forward shows no patient.
    await page.evaluate(() => history.forward());
    await page.waitForTimeout(300);
    expect([await depthOf(page), await patientResults(page).count()]).toEqual([depth, 0]);
    await showPatient(page, stated);
    await resultsText(page);
    await closePatientButton(page).click();
    await expect.poll(() => depthOf(page)).toBe(depth);
    await expectToShow(page, await answerTo(""));
    expect(misconduct).toEqual(goodConduct);
  });

  test("beside the answer a row is no entry; back closes the patient there, and the form", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 1280 });
    const depth = await depthOf(page);
    await openRow(rows(page).first());
    expect(await depthOf(page)).toBe(depth);
    await closePanel(page);
    await expect.poll(() => panel(page).count()).toBe(0);
    const sheet = await openSheet(page, "My patient");
    await fillForm(sheet, { age: "71", lines: "4" });
    await resultsText(page);
    expect(await depthOf(page)).toBe(depth + 1);
    await page.goBack();
    await expect.poll(() => patientResults(page).count()).toBe(0);
    expect([await panel(page).count(), await depthOf(page)]).toEqual([0, depth]);
    await expectToShow(page, await answerTo(""));
    expect(await hasFocus(opener(page, "My patient"))).toBe(true);
  });
});

describe("Elsewhere nothing is pushed", () => {
  test("on a page of a host, nor in a frame", async ({ openHostPage }) => {
    const { page, misconduct } = await openHostPage({
      body: `<myeloma-compare></myeloma-compare>${bareFrame('sandbox="allow-scripts allow-same-origin" width="390" height="900"')}`,
    });
    const frame = frameOf(page);
    await live(frame);
    const [entries, address] = [await entriesOf(page), await pathAndSearch(page)];
    for (const area of [page.locator("main"), frame]) {
      await choose(area, "Lines", "Any");
      await expectToShow(area, await answerTo("lines=any"));
      await openRow(rows(area).first());
      await closePanel(area);
      await expect.poll(() => panel(area).count()).toBe(0);
      expect([await entriesOf(page), await pathAndSearch(page)]).toEqual([entries, address]);
    }
    expect(frame.url()).toBe(`${inject("serverUrl")}/embed`);
    expectGoodConduct(misconduct);
  });

  test("but a host can, with the lines of the page about embedding", async ({ openHostPage }) => {
    const { page } = await openHostPage({
      body: `<myeloma-compare></myeloma-compare>${shownSnippet()}`,
    });
    await expectToShow(page, await answerTo(""));
    await choose(page, "Lines", "Any");
    await expectToShow(page, await answerTo("lines=any"));
    expect(await page.evaluate(() => location.search)).toBe("?lines=any");
    await page.goBack();
    await expectToShow(page, await answerTo(""));
    await page.goForward();
    await expectToShow(page, await answerTo("lines=any"));
  });
});

function shownSnippet(): string {
  const page = readFileSync(new URL("../../widget/embedding.md", import.meta.url), "utf8");
  const snippets = [...page.matchAll(/```html\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
  return snippets.find((text) => text.includes("popstate")) ?? "";
}
