import type { Page, Route } from "playwright-core";
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
import { gate, listen, withoutEngine } from "./support/traffic.ts";

/** Delays the API's answers until released. */
async function holdAnswers(page: Page): Promise<() => void> {
  const released = gate();
  await page.route("**/v1/comparison**", async (route) => {
    await released.opened;
    await route.continue();
  });
  return released.open;
}

const fail = (route: Route) => route.fulfill({ status: 503, body: "no" });

describe("Before the first answer", () => {
  test("a host page shows the shape of the answer and says that it is loading", async ({
    openPage,
  }) => {
    const { page } = await openPage();
    const release = await holdAnswers(page);
    await openWithoutAnswer(page);
    const status = page.getByRole("status").filter({ hasText: /\w/ });
    await status.waitFor();
    expect(await status.innerText()).toBe("Comparing trials");
    expect(await page.locator('[aria-busy="true"]').count()).toBe(1);
    for (const name of ["Prior lines", "Age", "Product", "More"]) {
      expect(await page.getByText(name, { exact: true }).isVisible()).toBe(true);
    }
    expect(await rows(page).count()).toBe(0);
    release();
    await expectToShow(page, await answerTo(""));
    expect(await page.locator('[aria-busy="true"]').count()).toBe(0);
  });

  test.for([
    ["the server fails", fail, "could not be loaded"],
    ["the answer is not one", (route: Route) => route.fulfill({ json: {} }), "could not be loaded"],
    [
      "the request is blocked",
      (route: Route) => route.abort("blockedbyclient"),
      "could not be loaded",
    ],
  ] as const)(
    "a message and a retry are shown when %s, and the retry works",
    async ([_, behave, words], { openPage }) => {
      const { page, misconduct } = await openPage();
      await withoutEngine(page);
      await page.route("**/v1/comparison**", behave);
      await openWithoutAnswer(page);
      await page.getByRole("alert").waitFor();
      expect(await page.getByRole("alert").innerText()).toContain(words);
      expect(misconduct.pageErrors).toEqual([]);
      await page.unroute("**/v1/comparison**");
      await page.getByRole("button", { name: "Try again" }).click();
      await expectToShow(page, await answerTo(""));
      expect(await page.getByRole("alert").count()).toBe(0);
    },
  );
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

  test("a later choice wins over an earlier one that is still on its way", async ({ openPage }) => {
    const { page } = await openPage();
    await withoutEngine(page);
    const heard = await listen(page);
    await page.goto("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const released = gate();
    await page.route("**/v1/comparison?setting=early", async (route) => {
      await released.opened;
      await route.continue().catch(() => undefined);
    });
    await choice(sheet, "Earlier").click();
    await page.evaluate(() =>
      document.querySelector("myeloma-compare")?.setAttribute("age", "60-65"),
    );
    // The host changes one filter; the reader's choices stay.
    const both = "setting=early&age=60-65";
    await expectToShow(page, await answerTo(both));
    released.open();
    await page.waitForTimeout(200);
    await expectToShow(page, await answerTo(both));
    const results = (await heard()).filter(({ name }) => name === "result");
    expect(results.map(({ detail }) => detail.canonical)).toEqual([both]);
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

  test("an answer that was seen before is shown again", async ({ openEdgeWidget }) => {
    const { page } = await openEdgeWidget("/embed");
    await choice(await openSheet(page, "Prior lines"), "Earlier").click();
    await expectToShow(page, await answerTo("setting=early"));
    const sheet = await openSheet(page, "Prior lines");
    await page.context().setOffline(true);
    await choice(sheet, "Late").click();
    await expectToShow(page, await answerTo(""));
    expect(await page.getByRole("alert").filter({ hasText: /\w/ }).count()).toBe(0);
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

  test("a row whose trials cannot be fetched says so in the row instead of loading for ever", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    // This test is about the trials, so the part of the script that draws them must be loaded.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    const row = rows(page).first();
    await toggle(row).click();
    await page.getByRole("alert").filter({ hasText: "No connection" }).waitFor();
    expect(await row.getByText("Loading").count()).toBe(0);
    await page.context().setOffline(false);
    await row.getByRole("table").first().waitFor();
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

describe("When the server fails after an answer", () => {
  test("the old numbers stay beside a message, and the retry works", async ({ openEdgeWidget }) => {
    const { page, misconduct } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Age");
    const before = await rowTexts(page);
    await page.route("**/v1/comparison**", fail);
    await choice(sheet, "60 to 65").click();
    await page.getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    expect(await rowTexts(page)).toEqual(before);
    await page.unroute("**/v1/comparison**");
    await page.getByRole("button", { name: "Try again" }).click();
    await expectToShow(page, await answerTo("age=60-65"));
    expect(misconduct.pageErrors).toEqual([]);
  });
});

describe("When nothing is left", () => {
  test("the empty answer names the filters to relax, and one tap brings numbers back", async ({
    openWidget,
  }) => {
    const query = "prior-lines=90-";
    const { relax } = (await answerTo(query)).selection;
    expect(relax[0]?.parameter).toBe("prior-lines");
    const { page } = await openWidget(`/embed?${query}`);
    await page.getByText("No trial answers this question").waitFor();
    const offers = waysOut(page);
    expect(await offers.count()).toBe(Math.min(3, relax.length));
    await offers.first().click();
    await expectToShow(page, await answerTo(relax[0]?.query ?? "?"));
    expect(await page.getByText("No trial answers this question").count()).toBe(0);
  });

  test("an empty answer never shows a rate", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?prior-lines=90-");
    for (const text of await rowTexts(page)) expect(text).not.toMatch(/\d of 100/);
  });

  test("a selection that no single filter can widen has a way out as well", async ({
    openWidget,
  }) => {
    const query = "prior-lines=90-&age=99-";
    const [wayOut] = (await answerTo(query)).selection.relax;
    expect(wayOut).toBeDefined();
    const { page } = await openWidget(`/embed?${query}`);
    await waysOut(page).first().click();
    await expectToShow(page, await answerTo(wayOut?.query ?? "?"));
  });
});

describe("What went wrong before", () => {
  test("is forgotten when the question on screen is asked again", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const set = (value: string | null) =>
      page.evaluate((age) => {
        const element = document.querySelector("myeloma-compare");
        if (age === null) element?.removeAttribute("age");
        else element?.setAttribute("age", age);
      }, value);
    await set("abc");
    await page.getByRole("alert").waitFor();
    await set(null);
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    await set("abc");
    await page.getByRole("alert").getByRole("button").click();
    await expect.poll(() => page.getByRole("alert").count()).toBe(0);
    await expectToShow(page, await answerTo(""));
  });

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

describe("Resetting the filters", () => {
  test("keeps the outcomes that were asked for", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?outcome=orr,cr&age=60-65");
    expect(await rows(page).count()).toBe(2);
    const sheet = await openSheet(page, "Age");
    await sheet.getByRole("button", { name: "Reset all filters" }).click();
    await expectToShow(page, await answerTo("outcome=orr,cr"));
    expect(await rows(page).count()).toBe(2);
  });
});

describe("When one class is left", () => {
  test("a filter that empties a class says so before and after, and one tap brings it back", async ({
    openWidget,
  }) => {
    const answer = await answerTo("prior-lines=-4");
    expect(answer.selection.cohorts.bsab).toBe(0);
    const { page } = await openWidget("/embed");
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

  test.for([
    ["car-t", "bispecific"],
    ["bsab", "CAR-T"],
  ] as const)(
    "therapy-class=%s shows one side, no difference, and offers the other",
    async ([value, other], { openWidget }) => {
      const answer = await answerTo(`therapy-class=${value}`);
      const { page } = await openWidget(`/embed?therapy-class=${value}`);
      await expectToShow(page, answer);
      for (const text of await rowTexts(page)) expect(text).not.toMatch(/\d (more|fewer)/);
      await page.getByText(`No ${other} cohort`).waitFor();
      await openRow(rows(page).first());
      // One table of the products, and one of the trials of the class.
      expect(await rows(page).first().getByRole("table").count()).toBe(2);
      await waysOut(page).first().click();
      await expectToShow(page, await answerTo(""));
    },
  );
});

describe("When one cohort is left in each class", () => {
  test("its rate is shown as that of one trial, marked, and no new trial is predicted from it without a pool", async ({
    openWidget,
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
    const { page, misconduct } = await openWidget(`/embed?${query}`);
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
