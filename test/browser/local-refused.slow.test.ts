/** If the engine does not answer, the edge does. */
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { ask } from "./support/engine.ts";
import { test } from "./support/fixture.ts";
import { live, partOf, rows, toggle } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { questions, spareData } from "./support/traffic.ts";

/** Waits until the page has been idle this many times. */
async function idle(page: Page, times: number): Promise<void> {
  const seen = await page.evaluateHandle(() => {
    const seen = { times: 0 };
    const again = () => {
      seen.times += 1;
      requestIdleCallback(again);
    };
    requestIdleCallback(again);
    return seen;
  });
  await page.waitForFunction(([seen, enough]) => seen.times >= enough, [seen, times] as const);
}

test("what makes a view comes after the first one; a failure says so, and the retry works", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage();
  const refused = page.waitForRequest(/\/assets\/(?:view-maker|screen)-/);
  let there = false;
  await page.route(/\/assets\/(?:view-maker|screen)-/, (route) =>
    there ? route.continue() : route.fulfill({ status: 404 }),
  );
  await page.goto("/embed");
  await expectToShow(page, await answerTo(""));
  await refused;
  await ask(page, { setting: "early" });
  await page.getByText("could not be loaded").waitFor();
  there = true;
  await page.getByRole("button", { name: "Try again" }).click();
  await expectToShow(page, await answerTo("setting=early"));
  expect(misconduct.pageErrors).toEqual([]);
});

describe("The edge goes on answering", () => {
  test.for(["engine", "compute-set"])(
    "where the chunk %s cannot be loaded",
    async (chunk, { openPage }) => {
      const { page, misconduct } = await openPage();
      const refused = page.waitForRequest(new RegExp(`/assets/${chunk}-`));
      await page.route(`**/assets/${chunk}-*`, (route) => route.fulfill({ status: 404 }));
      await page.goto("/embed");
      await refused;
      const asked = questions(page);
      await ask(page, { setting: "early" });
      await expectToShow(page, await answerTo("setting=early"));
      expect(asked).toEqual(["setting=early"]);
      expect(misconduct.pageErrors).toEqual([]);
    },
  );

  test("and nothing is fetched where data are spared", async ({ openPage }) => {
    const { page } = await openPage();
    await spareData(page);
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await page.goto("/embed");
    await expectToShow(page, await answerTo(""));
    await live(page);
    const first = [...fetched];
    await idle(page, 5);
    await page.waitForTimeout(300);
    expect(fetched).toEqual(first);
    expect(first.filter((path) => /rest-|view-maker|sw\.js|healthz/.test(path))).toEqual([]);
    await ask(page, { setting: "early" });
    await expectToShow(page, await answerTo("setting=early"));
    await toggle(rows(page).first()).click();
    await partOf(rows(page).first()).waitFor();
    expect(fetched.filter((path) => /engine|compute-set|special/.test(path))).toEqual([]);
  });
});

test("a widget that is opened twice on one page fetches the engine once", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.evaluate(() => {
    document.querySelector("main")?.appendChild(document.createElement("myeloma-compare"));
  });
  await expect.poll(() => rows(page).count()).toBe(2 * (await answerTo("")).outcomes.length);
  await page.waitForTimeout(500);
  expect(new Set(fetched.filter((path) => /\/engine-/.test(path))).size).toBeLessThanOrEqual(1);
});
