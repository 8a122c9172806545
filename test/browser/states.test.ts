import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { test } from "./support/fixture.ts";
import { openWithoutAnswer } from "./support/host.ts";
import {
  chip,
  choice,
  live,
  openRow,
  openSheet,
  rows,
  rowTexts,
  toggle,
  waysOut,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate, withoutEngine } from "./support/traffic.ts";

/** Delays the API's answers until released. */
async function holdAnswers(page: Page): Promise<() => void> {
  const released = gate();
  await page.route("**/v1/comparison**", async (route) => {
    await released.opened;
    await route.continue();
  });
  return released.open;
}

describe("Before the first answer", () => {
  test("a message and a retry are shown when the server fails, and the retry works", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage();
    await withoutEngine(page);
    await page.route("**/v1/comparison**", (route) => route.fulfill({ status: 503, body: "no" }));
    await openWithoutAnswer(page);
    await page.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    expect(misconduct.pageErrors).toEqual([]);
    await page.unroute("**/v1/comparison**");
    await page.getByRole("button", { name: "Try again" }).click();
    await expectToShow(page, await answerTo(""));
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

describe("When a new answer is slow", () => {
  test("the old numbers stay in their place, without colour, a notice is shown and announced, and both end with the answer", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const release = await holdAnswers(page);
    const place = await rows(page).first().boundingBox();
    await choice(sheet, "Earlier").click();
    await page.getByText("Still working").waitFor();
    await expectToShow(page, await answerTo(""));
    const spread = await rows(page)
      .first()
      .evaluate((row) => {
        const colours = [...row.querySelectorAll("*")].map((node) => getComputedStyle(node).color);
        const channels = colours.map((colour) =>
          (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number),
        );
        return Math.max(...channels.map((of) => Math.max(...of) - Math.min(...of)));
      });
    expect(spread, "all text is grey").toBeLessThan(40);
    expect(await page.getByRole("status").innerText()).toContain("Still working");
    expect(await rows(page).first().boundingBox()).toEqual(place);
    release();
    await expectToShow(page, await answerTo("setting=early"));
    expect(await page.getByText("Still working").count()).toBe(0);
  });

  test("a chip opens its sheet while a new answer is on its way, and its choices follow", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const release = await holdAnswers(page);
    await choice(sheet, "Earlier").click();
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    release();
    await expectToShow(page, await answerTo("setting=early&age=60-65"));
  });
});

describe("Without a connection", () => {
  test("the last numbers stay, it says so, and the new ones come once it is back", async ({
    openEdgeWidget,
  }) => {
    const { page, misconduct } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const before = await rowTexts(page);
    await page.context().setOffline(true);
    await choice(sheet, "Earlier").click();
    const alert = page.getByRole("alert").filter({ hasText: "No connection" });
    await alert.waitFor();
    expect(await alert.innerText()).toContain("last ones received");
    expect(await rowTexts(page)).toEqual(before);
    // The reason why the rows are old is visible at every scroll position.
    await rows(page).nth(6).scrollIntoViewIfNeeded();
    expect((await alert.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.context().setOffline(false);
    await expectToShow(page, await answerTo("setting=early"));
    expect(await alert.count()).toBe(0);
    expect(misconduct.pageErrors).toEqual([]);
  });

  test("a sheet that cannot be filled says so inside the sheet, and is filled once it is back", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    // Other requests must have ended, because this test is not about them.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await chip(page, "Prior lines").click();
    const sheet = page.getByRole("dialog");
    await sheet.waitFor();
    await sheet.getByText("No connection").waitFor({ timeout: 2000 });
    expect(await sheet.getByRole("button", { name: "Try again" }).count()).toBe(1);
    await page.context().setOffline(false);
    await choice(sheet, "Earlier").waitFor();
  });
});

describe("A part of the script that cannot be had at first", () => {
  test.for([
    ["of an opened row", "rest", (page: Page) => toggle(rows(page).first()).click()],
    ["of a sheet", "sheet-content", (page: Page) => chip(page, "More").click()],
  ] as const)("%s comes when it is asked for again", async ([_, name, wantIt], { openPage }) => {
    const { page } = await openPage();
    await page.route(`**/assets/${name}-*`, (route) => route.abort("connectionfailed"));
    await page.goto("/embed");
    await live(page);
    await wantIt(page);
    await page.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    await page.unroute(`**/assets/${name}-*`);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    await page
      .getByRole(name === "rest" ? "table" : "group")
      .first()
      .waitFor();
  });
});

describe("What went wrong before", () => {
  test("in a page damaged on its way is mended by asking the edge", async ({ openPage }) => {
    const { page, misconduct } = await openPage();
    await page.route("**/embed", async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({ response, body: text.replace('json">{', 'json">{"rows":') });
    });
    await page.goto("/embed");
    await expectToShow(page, await answerTo(""));
    await openSheet(page, "Age");
    expect(misconduct.pageErrors).toEqual([]);
  });
});

describe("When one class is left", () => {
  test("a filter that empties a class says so before and after, and one tap brings it back", async ({
    openSparing,
  }) => {
    const answer = await answerTo("prior-lines=-4");
    expect(answer.selection.cohorts.bsab).toBe(0);
    const { page } = await openSparing("/embed");
    const sheet = await openSheet(page, "Prior lines");
    expect(await choice(sheet, "Up to 4").innerText()).toContain("only CAR-T");
    await choice(sheet, "Up to 4").click();
    await page.getByText("No bispecific cohort").waitFor();
    await expectToShow(page, answer);
    const headline = await page.getByRole("heading", { level: 2 }).innerText();
    expect(headline).toMatch(
      /^Not compared, too few patients or trials: eque-cel \d+ of \d+; cilta-cel \d+ of \d+/,
    );
    await waysOut(page).first().click();
    await expectToShow(page, await answerTo(answer.selection.relax[0]?.query ?? "?"));
  });
});

describe("When one cohort is left in each class", () => {
  test("its rate is shown as that of one trial, marked, and no new trial is predicted from it without a pool", async ({
    openSparing,
  }) => {
    const { selection, outcomes } = await answerTo("");
    const orr = outcomes.find(({ outcome }) => outcome === "orr");
    const kept = [orr?.pools["car-t"].studies[0]?.cohort, orr?.pools.bsab.studies[0]?.cohort];
    const exclude = selection.included
      .map(({ cohort }) => cohort)
      .filter((cohort) => !kept.includes(cohort));
    const query = `exclude=${exclude.join(",")}`;
    const answer = await answerTo(query);
    const response = answer.outcomes.find(({ outcome }) => outcome === "orr");
    expect([response?.pools["car-t"].status, response?.pools.bsab.status]).toEqual([
      "one-cohort",
      "one-cohort",
    ]);
    const { page, misconduct } = await openSparing(`/embed?${query}`);
    await expectToShow(page, answer);
    const [first = ""] = await rowTexts(page);
    for (const pool of [response?.pools["car-t"], response?.pools.bsab]) {
      const { events, n } = pool?.observed ?? {};
      expect(first).toContain(`${pool?.products[0]?.product}: ${events} of ${n} in one trial`);
    }
    await openRow(rows(page).first());
    const text = await rows(page).first().innerText();
    expect(text).toContain(response?.cautions.find(({ code }) => code === "single-cohort")?.text);
    expect(misconduct.pageErrors).toEqual([]);
  });
});
