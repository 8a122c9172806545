/** Networks that swallow requests: nothing waits for ever, and it goes on once they let through. */
import { describe, expect, inject } from "vitest";
import { longestAddress } from "#core/question/longest-address.ts";
import { type BlackHole, startBlackHole } from "../support/black-hole.ts";
import { ask, moduleLoaded } from "./support/engine.ts";
import { test as base } from "./support/fixture.ts";
import { chip, framedField, live, openRow, partOf, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { gate } from "./support/traffic.ts";

const isFirst = (path: string) => path.startsWith("/assets/widget-");

/** A page of another site whose network swallows some of what our script asks for. */
const test = base.extend("openBySwallowing", ({ hostPage, script }, { onCleanup }) => {
  const holes: BlackHole[] = [];
  onCleanup(async () => {
    await Promise.all(holes.map((hole) => hole.close()));
  });
  return async (which: (path: string) => boolean) => {
    const hole = await startBlackHole(inject("serverUrl"), which);
    holes.push(hole);
    const head = script.tag.replace(inject("serverUrl"), hole.origin);
    const opened = await hostPage({ head });
    await opened.open();
    return { ...opened, swallow: hole.swallow };
  };
});

/** The time limits of an answer and of a part, and what a busy machine needs. */
const limits = { timeout: 35_000 };

describe("When the network swallows everything after the first script", () => {
  test("the element says so, and a retry works once it lets through", async ({
    openBySwallowing,
  }) => {
    const { page, swallow } = await openBySwallowing((path) => !isFirst(path));
    await page.getByRole("status").filter({ hasText: "Comparing trials" }).waitFor();
    await page.getByRole("alert").waitFor(limits);
    expect(await page.getByRole("status").filter({ hasText: "Comparing" }).count()).toBe(0);
    swallow(() => false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expectToShow(page, await answerTo(""));
  });
});

describe("When the network swallows the parts of the script", () => {
  test("a row and a sheet say so, and open once it lets through", async ({ openBySwallowing }) => {
    const { page, swallow } = await openBySwallowing(
      (path) => path.startsWith("/assets/") && !isFirst(path),
    );
    await live(page);
    const row = rows(page).first();
    await toggle(row).click();
    await chip(page, "Age").click();
    await page.getByRole("alert").nth(1).waitFor(limits);
    swallow(() => false);
    await row.getByRole("button", { name: "Try again" }).click();
    await partOf(row).waitFor();
    // The sheet waited for the same part, and comes with it.
    await page.getByRole("dialog").locator('[aria-busy="false"]').waitFor();
  });

  test("a module that fails after its bytes came is asked for at another address, with its hash", async ({
    hostPage,
  }) => {
    const asked: string[] = [];
    const { page, open } = await hostPage();
    await page.route("**/assets/rest-*", async (route) => {
      if (route.request().resourceType() !== "script") return route.continue();
      asked.push(route.request().url());
      await (asked.length > 1 ? route.continue() : route.abort());
    });
    await open();
    // The browser remembers the first address as one that failed.
    await expect.poll(() => asked.length).toBe(1);
    await openRow(rows(page).first());
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatch(/^[^?]+\?[\d.]+$/);
    expect(asked[1]?.split("?")[0]).toBe(asked[0]);
  });
});

describe("When the connection is back", () => {
  test("an answer that was on its way is asked for again, without a press", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    const never = gate();
    await page.route("**/v1/comparison?setting=early", () => never.opened);
    await ask(page, { setting: "early" });
    await page.getByText("Still working").waitFor();
    await page.unroute("**/v1/comparison?setting=early");
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await expectToShow(page, await answerTo("setting=early"));
    expect(await page.getByText("Still working").count()).toBe(0);
    never.open();
  });
});

test("a question that is too long says what to shorten and is not sent", async ({ openWidget }) => {
  const { page } = await openWidget("/embed");
  const long: string[] = [];
  page.on("request", (request) => {
    if (request.url().length > longestAddress) long.push(request.url());
  });
  await ask(page, { exclude: "x".repeat(9000), age: "60-" });
  await page.getByRole("alert").getByText("exclude: too long").waitFor();
  expect(long).toEqual([]);
});

describe("A page of another site that was online once", () => {
  test("goes on without a connection: filters, sheets; a patient needs one, and nothing is lost", async ({
    hostPage,
  }) => {
    const { page, open } = await hostPage();
    const parts = ["local-choices-", "sheet-content-", "product-engine-", "in-steps-"];
    const loaded = [
      ...parts.map((name) => moduleLoaded(page, name)),
      page.waitForResponse(/v1\/subgroups/),
    ];
    await open();
    await Promise.all(loaded);
    await page.context().setOffline(true);
    await ask(page, { setting: "early" });
    await expectToShow(page, await answerTo("setting=early"));
    await chip(page, "Patient").click();
    const sheet = page.getByRole("dialog");
    await sheet.locator('[aria-busy="false"]').waitFor();
    expect(await sheet.getByRole("alert").filter({ hasText: /\w/ }).count()).toBe(0);
    const age = framedField(sheet, "Age in years");
    await age.fill("70");
    await age.press("Enter");
    await page.getByRole("alert").getByText("No connection").waitFor();
    await expectToShow(page, await answerTo("setting=early"));
    await page.context().setOffline(false);
    await chip(page, "Patient").filter({ hasText: "70" }).waitFor();
  });
});
