import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import presets from "../../data/presets.json" with { type: "json" };
import type { Comparison } from "../../functions/comparison/answer.ts";
import type { Choices } from "../../functions/comparison/choices.ts";
import { launchBrowser, type PageOptions } from "../support/browser.ts";
import {
  answerTo,
  choice,
  expectDigits,
  expectToShow,
  gate,
  type Host,
  listen,
  oneLine,
  openBlank,
  openHostPage,
  openRow,
  openSheet,
  openWidget,
  questions,
  rowNamed,
  rows,
  rowTexts,
  scriptToCopy,
  settled,
  startHost,
  toggle,
  watchPolicy,
  withoutEngine,
} from "./screen.ts";

let browser: Browser;
let host: Host;
let tag: string;
beforeAll(async () => {
  [browser, host, { tag }] = await Promise.all([launchBrowser(), startHost(), scriptToCopy()]);
});
afterAll(() => Promise.all([browser.close(), host.close()]));

/** Opens a path and waits until the engine is there. */
async function openWithEngine(path: string, options?: PageOptions) {
  const opened = await openBlank(browser, options);
  const ready = engineReady(opened.page);
  await opened.page.goto(path);
  await ready;
  return opened;
}

/** Waits for the engine, which comes last of its parts, and for the page to have run it. */
async function engineReady(page: Page): Promise<void> {
  let times = 0;
  const engine = await page.waitForResponse((response) => {
    if (/\/assets\/engine-/.test(response.url())) times += 1;
    // Its bytes come first, then the module.
    return times === 2;
  });
  const address = engine.url();
  await page.evaluate(`import("${address}").then(() => undefined)`);
}

async function ask(page: Page, query: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((parameters) => {
    const element = document.querySelector("myeloma-compare");
    for (const name of element?.getAttributeNames() ?? []) element?.removeAttribute(name);
    for (const [name, value] of Object.entries(parameters)) element?.setAttribute(name, value);
  }, query);
}

/** All that can be read, and heard, once no answer is on its way. */
async function wholeText(page: Page): Promise<string> {
  await settled(page);
  return oneLine(await page.locator("myeloma-compare .root").innerText());
}

/** It is announced, too; the one that is seen comes after. */
const notice = (page: Page) => page.getByText("computed on this device").last();

describe("Once the page is idle", () => {
  test("every ready-made question is answered here, in the very text of the edge", async () => {
    const local = await openWithEngine("/embed?age=61.5-");
    const edge = await openBlank(browser);
    await withoutEngine(edge.page);
    await edge.page.goto("/embed?age=61.5-");
    const asked = questions(local.page);
    for (const { query } of presets) {
      for (const { page } of [local, edge]) await ask(page, query);
      const answer = await answerTo(new URLSearchParams(query).toString());
      for (const { page } of [local, edge]) await expectDigits(page, answer);
      expect(await wholeText(local.page)).toBe(await wholeText(edge.page));
    }
    expect(asked).toEqual([]);
    expect(await notice(local.page).count()).toBe(0);
    expect(local.misconduct.pageErrors).toEqual([]);
    await Promise.all([local.close(), edge.close()]);
  });

  test("also on a page of another site whose strict policy names only ours", async () => {
    const ours = inject("serverUrl");
    const url = host.serve({
      head: tag,
      body: "<myeloma-compare></myeloma-compare>",
      headers: {
        "content-security-policy": `default-src 'none'; script-src ${ours}; connect-src ${ours}; img-src data:`,
      },
    });
    const { page, close, misconduct } = await openBlank(browser, { baseURL: host.origin });
    const blocked = await watchPolicy(page);
    const ready = engineReady(page);
    await page.goto(url);
    await ready;
    const asked = questions(page);
    await ask(page, { setting: "early" });
    await expectDigits(page, await answerTo("setting=early"));
    expect(asked).toEqual([]);
    expect(await blocked()).toEqual([]);
    expect(misconduct.failedRequests).toEqual([]);
    await close();
  });

  test("rows that are not computed yet keep their old numbers and are marked", async () => {
    const { page, close } = await openWithEngine("/embed");
    await page.evaluate(recordRows);
    const before = await rowTexts(page);
    await ask(page, { evidence: "all" });
    await expectDigits(page, await answerTo("evidence=all"));
    const after = await rowTexts(page);
    const seen = await page.evaluate(() => (window as unknown as { seen: Seen[][] }).seen);
    const between = seen.filter((one) => one.some(({ previous }) => previous));
    const counts = new Set(between.map((one) => one.filter(({ previous }) => previous).length));
    expect(counts.size, "row after row").toBe(before.length);
    expect(between.some((one) => one.some(({ colour }) => colour > 40))).toBe(true);
    for (const one of between) {
      one.forEach(({ previous, colour, text }, index) => {
        // A row without a rate has no colour to lose.
        if (colour > 40) expect(previous).toBe(false);
        // Trials that are not said before the last row are said by the headline; nothing else differs.
        expect(oneLine(text)).toBe((previous ? before : after)[index]);
      });
    }
    await close();
  });

  test("a later choice wins over one that is being computed, and each is told once", async () => {
    const opened = await openBlank(browser);
    const heard = await listen(opened.page);
    const ready = engineReady(opened.page);
    await opened.page.goto("/embed");
    await ready;
    await opened.page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      element?.setAttribute("setting", "early");
      requestAnimationFrame(() => element?.setAttribute("age", "60-65"));
    });
    await expectDigits(opened.page, await answerTo("setting=early&age=60-65"));
    const results = (await heard()).filter(({ name }) => name === "result");
    expect(results.map(({ detail }) => detail.canonical)).toEqual(["setting=early&age=60-65"]);
    expect(results[0]?.detail.outcomes).toHaveLength(await rows(opened.page).count());
    await opened.close();
  });

  test("an element that is removed stops computing and says nothing", async () => {
    const { page, close, misconduct } = await openBlank(browser);
    const heard = await listen(page);
    const ready = engineReady(page);
    await page.goto("/embed");
    await ready;
    await page.evaluate(() => {
      const element = document.querySelector("myeloma-compare");
      element?.setAttribute("setting", "early");
      element?.remove();
    });
    await page.waitForTimeout(500);
    expect(await heard()).toEqual([]);
    expect(misconduct.pageErrors).toEqual([]);
    await close();
  });
});

/** Waits until the page had nothing to do so many times. */
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

interface Seen {
  previous: boolean;
  /** Of a rate, how far its colour is from grey. */
  colour: number;
  text: string;
}

/** Notes after each change what the rows show and how they are marked. */
function recordRows(): void {
  const root = document.querySelector("myeloma-compare")?.shadowRoot;
  if (!root) throw new Error("no element");
  const colourOf = (node: Element) => {
    const channels = (getComputedStyle(node).color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
    return Math.max(...channels) - Math.min(...channels);
  };
  const seen: Seen[][] = [];
  new MutationObserver(() => {
    seen.push(
      [...root.querySelectorAll<HTMLElement>("li.row")].map((row) => ({
        previous: row.getAttribute("aria-busy") === "true",
        colour: colourOf(row.querySelector(".rate strong") ?? row),
        text: row.innerText,
      })),
    );
  }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(window, { seen });
}

describe("Without a connection", () => {
  test("a filter change is answered all the same, and the screen says by whom", async () => {
    const { page, close, misconduct } = await openWithEngine("/embed");
    const early = await answerTo("setting=early");
    await page.context().setOffline(true);
    await ask(page, { setting: "early" });
    await expectDigits(page, early);
    expect(await notice(page).isVisible()).toBe(true);
    expect(await page.getByRole("status").innerText()).toContain("computed on this device");
    expect(await page.getByRole("alert").count()).toBe(0);
    await openRow(rows(page).first());
    const row = rows(page).first();
    await row.getByText("sources are not here").waitFor();
    expect(await row.getByRole("alert").innerText()).toContain("No connection");
    expect(await row.getByRole("table").count()).toBeGreaterThan(1);

    await page.context().setOffline(false);
    await row.getByRole("button", { name: "Try again" }).click();
    await row.getByText(/^Sources \(/).click();
    await row
      .getByText(/months\)/)
      .first()
      .waitFor();
    expect(await row.getByRole("alert").count()).toBe(0);
    expect(await notice(page).count()).toBe(0);
    await expectDigits(page, early);
    expect(misconduct.pageErrors).toEqual([]);
    await close();
  });

  test("a sheet counts what each choice leaves", async () => {
    const { page, close } = await openWithEngine("/embed");
    const asked = await fetch(`${inject("serverUrl")}/v1/choices?setting=early`);
    const counted = (await asked.json()) as Choices;
    // Its content is a part of the script that came with the first sheet.
    await (await openSheet(page, "Age")).getByRole("button", { name: "Close" }).click();
    await page.context().setOffline(true);
    await ask(page, { setting: "early" });
    const sheet = await openSheet(page, "Prior lines");
    await sheet.locator('[aria-busy="false"]').waitFor();
    for (const { value, cohorts } of counted.choices.setting) {
      const label = { late: "Late", early: "Earlier", any: "Both" }[value] ?? value;
      const counts = `${cohorts["car-t"]} CAR-T · ${cohorts.bsab} BsAb`;
      expect(await choice(sheet, label, "Setting").innerText()).toContain(counts);
    }
    await close();
  });

  test("a question that only a published set answers says so unless its rules are here", async () => {
    const { page, close } = await openWithEngine("/embed");
    await page.context().setOffline(true);
    await ask(page, { set: "roex-2020" });
    await page.getByRole("alert").filter({ hasText: "No connection" }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expectDigits(page, await answerTo("set=roex-2020"));
    await close();
  });

  test.each([
    ["the server fails", (route: Route) => route.fulfill({ status: 503, body: "no" })],
    ["the request is blocked", (route: Route) => route.abort("blockedbyclient")],
  ])("to the API, because %s, also the first answer is computed here", async (_, behave) => {
    const { page, close, misconduct } = await openBlank(browser);
    await page.route("**/v1/comparison**", behave);
    await openHostPage(page);
    await expectDigits(page, await answerTo(""));
    expect(await notice(page).isVisible()).toBe(true);
    expect(misconduct.pageErrors).toEqual([]);
    await close();
  });
});

describe("The sources of a row", () => {
  test("come after its trials, which do not move", async () => {
    const { page, close } = await openWithEngine("/embed");
    await ask(page, { setting: "early" });
    const early = await answerTo("setting=early");
    await expectDigits(page, early);
    const asked = questions(page);
    const released = gate();
    await page.route("**/v1/comparison**", async (route) => {
      await released.opened;
      await route.continue();
    });
    const row = rowNamed(page, early.outcomes[0]?.label ?? "");
    await openRow(row);
    await row.getByText(/^Sources \(/).click();
    await row.getByText("Loading the sources").waitFor();
    const boxes = () =>
      row.getByRole("table").evaluateAll((all) =>
        all.map((table) => {
          const { x, y, width, height } = table.getBoundingClientRect();
          return [x, y, width, height];
        }),
      );
    const before = await boxes();
    released.open();
    const study = early.outcomes[0]?.pools["car-t"].studies[0];
    await row
      .getByText(study?.citation?.text ?? "?")
      .first()
      .waitFor();
    expect(await row.getByText("Loading the sources").count()).toBe(0);
    expect(await boxes()).toEqual(before);
    expect(asked).toEqual(["setting=early"]);
    await close();
  });

  test("of a newer version bring its numbers along, for the host too", async () => {
    const { page, close } = await openBlank(browser);
    const heard = await listen(page);
    const ready = engineReady(page);
    await page.goto("/embed");
    await ready;
    await ask(page, { setting: "early" });
    await expectDigits(page, await answerTo("setting=early"));
    await answerAs(page, "2099-01-01-00000000-00000000");
    await openRow(rows(page).first());
    await page.getByText("Version 2099-01-01").waitFor();
    const versions = (await heard())
      .filter(({ name }) => name === "result")
      .map(({ detail }) => String(detail.answerVersion).slice(0, 4));
    expect(versions.at(-1)).toBe("2099");
    expect(versions).toHaveLength(2);
    await close();
  });
});

/** The edge, as one of another version would answer. */
async function answerAs(page: Page, answerVersion: string): Promise<void> {
  await page.route("**/v1/comparison**", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as Comparison;
    await route.fulfill({ response, json: { ...answer, answerVersion } });
  });
}

describe("The edge goes on answering", () => {
  test("where it is of another version than the engine", async () => {
    const { page, close } = await openBlank(browser);
    await answerAs(page, "2099-01-01-00000000-00000000");
    const ready = engineReady(page);
    await openHostPage(page);
    await ready;
    const asked = questions(page);
    await ask(page, { setting: "early" });
    await expectDigits(page, await answerTo("setting=early"));
    expect(asked).toEqual(["setting=early"]);
    await close();
  });

  test.each(["engine", "compute-set", "special-functions"])(
    "where the chunk %s cannot be loaded",
    async (chunk) => {
      const { page, close, misconduct } = await openBlank(browser);
      const refused = page.waitForRequest(new RegExp(`/assets/${chunk}-`));
      await page.route(`**/assets/${chunk}-*`, (route) => route.fulfill({ status: 404 }));
      await page.goto("/embed");
      await refused;
      const asked = questions(page);
      await ask(page, { setting: "early" });
      await expectDigits(page, await answerTo("setting=early"));
      expect(asked).toEqual(["setting=early"]);
      expect(misconduct.pageErrors).toEqual([]);
      await close();
    },
  );

  test.each([{ saveData: true }, { effectiveType: "2g" }, { effectiveType: "slow-2g" }])(
    "and nothing is fetched where data are spared: %o",
    async (connection) => {
      const { page, close } = await openBlank(browser);
      await page.addInitScript((value) => {
        Object.defineProperty(navigator, "connection", { value });
      }, connection);
      const fetched: string[] = [];
      page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
      await page.goto("/embed");
      await expectToShow(page, await answerTo(""));
      await idle(page, 5);
      await page.waitForTimeout(300);
      await ask(page, { setting: "early" });
      await expectDigits(page, await answerTo("setting=early"));
      await toggle(rows(page).first()).click();
      expect(fetched.filter((path) => /engine|compute-set|special/.test(path))).toEqual([]);
      await close();
    },
  );

  test("the engine is fetched only after the first answer is on the screen", async () => {
    const { page, close } = await openBlank(browser);
    const released = gate();
    await page.route("**/v1/comparison**", async (route) => {
      await released.opened;
      await route.continue();
    });
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
    await openHostPage(page);
    await page.waitForTimeout(500);
    expect(fetched.filter((path) => /engine-/.test(path))).toEqual([]);
    const ready = engineReady(page);
    released.open();
    await ready;
    await expectToShow(page, await answerTo(""));
    await close();
  });
});

test("a widget that is opened twice on one page fetches the engine once", async () => {
  const { page, close } = await openWidget(browser, "/embed");
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await page.evaluate(() => {
    document.querySelector("main")?.appendChild(document.createElement("myeloma-compare"));
  });
  await expect.poll(() => rows(page).count()).toBe(2 * (await answerTo("")).outcomes.length);
  await page.waitForTimeout(500);
  expect(new Set(fetched.filter((path) => /engine-/.test(path))).size).toBeLessThanOrEqual(1);
  await close();
});
