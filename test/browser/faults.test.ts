/**
 * The screen where something fails: a clear state, and nothing lost. A frame with scripts and nothing
 * else is in `embed.test.ts`, every style that a hostile host could set in `host-styles.slow`, a host that
 * refuses the script in `element-look.slow`, and what our own pages do without a network or with withdrawn data in
 * `kept-offline.slow`.
 */
import type { Locator, Page, Route } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { makeElementSnippet } from "#presentation/embed/snippets.ts";
import { isWhole } from "../support/sample.ts";
import { test as base, expectGoodConduct, goodConduct } from "./support/fixture.ts";
import {
  type Area,
  choice,
  choose,
  closePanel,
  framedField,
  live,
  openedRow,
  opener,
  openRow,
  openSheet,
  panel,
  rows,
  toggle,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { goOffline, hurry, recordBlocked, recordEvents } from "./support/traffic.ts";
import { fillForm, showButton } from "./support/typed-patient.ts";

const ours = inject("serverUrl");

/**
 * Every resource of the API that is asked for answers as a captive portal that lets every script read it, until
 * the returned function is called. `unit/widget/ask.test.ts` tries other responses that are no answer.
 */
async function meetPortal(page: Page): Promise<() => Promise<void>> {
  const resources = "**/v1/{screen,choices}**";
  const portal = (route: Route) =>
    route.fulfill({
      headers: { "access-control-allow-origin": "*" },
      contentType: "text/html",
      body: "<p>Please sign in.</p>",
    });
  await page.route(resources, portal);
  return () => page.unroute(resources, portal);
}

/** Makes every store throw, as where a reader or a browser forbids it. Call before the page is opened. */
async function refuseStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const refused = () => {
      throw new DOMException("refused", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "caches", "indexedDB"]) {
      Object.defineProperty(window, name, { get: refused });
    }
    Object.defineProperty(document, "cookie", { get: refused, set: refused });
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: refused });
  });
}

const test = base
  /** A page of another site with the answer. */
  .extend("openAnswered", ({ openHostPage }) => async () => {
    const opened = await openHostPage();
    await live(opened.page);
    return opened;
  });

const alert = (area: Area) => area.getByRole("alert").filter({ hasText: /\w/ });
const again = (area: Area) => area.getByRole("button", { name: "Try again" });
/** Returns the part whose numbers are marked as those of an earlier question. */
const stale = (page: Page) => page.locator(".stale");

/** Returns how far the parts of any colour in it are apart. */
const spreadOfColours = (row: Locator) =>
  row.evaluate((node) => {
    const colours = [...node.querySelectorAll("*")].map(
      (element) => getComputedStyle(element).color,
    );
    const channels = colours.map((colour) =>
      (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number),
    );
    return Math.max(...channels.map((of) => Math.max(...of) - Math.min(...of)));
  });

/** Chooses in the open sheet, whose choices were loaded before. */
const chooseEarlier = async (page: Page) =>
  choice(page.getByRole("dialog"), "Any", "Prior lines of the patient").click();

describe("No network", () => {
  test("when the first answer is asked for: the element says so, and shows it by itself when the network is back", async ({
    openHostPage,
  }) => {
    const { page, misconduct } = await openHostPage({ body: "" });
    await page.evaluate(() => customElements.whenDefined("myeloma-compare").then(() => {}));
    await goOffline(page);
    await page.evaluate(() => {
      document.querySelector("main")?.appendChild(document.createElement("myeloma-compare"));
    });
    const root = page.locator("myeloma-compare .root");
    await expect
      .poll(() => root.innerText())
      .toContain("No connection: this cannot be loaded now.");
    expect(await alert(page).isVisible()).toBe(true);
    expect(await again(page).isVisible()).toBe(true);
    expect(await rows(page).count()).toBe(0);
    await page.context().setOffline(false);
    await expectToShow(page, await answerTo(""));
    expect(await alert(page).count()).toBe(0);
    expect(misconduct.pageErrors).toEqual([]);
  });

  test.runIf(isWhole)(
    "when a row or a sheet is opened: it says so and comes by itself; what was opened stays, also for a patient, and opens again",
    async ({ openAnswered }) => {
      const { page } = await openAnswered();
      const [first, second] = [rows(page).first(), rows(page).nth(1)];
      await openRow(first);
      const sheetText = () => openedRow(page).locator(".sheet-body").innerText();
      const before = await sheetText();
      await goOffline(page);
      await openRow(first);
      expect(await sheetText()).toBe(before);
      await closePanel(page);
      await opener(page, "Question").click();
      await panel(page).getByRole("alert").getByText("No connection").waitFor();
      await closePanel(page);
      await toggle(second).click();
      await panel(page).getByRole("alert").getByText("No connection").waitFor();
      await expectToShow(page, await answerTo(""));

      await page.context().setOffline(false);
      await openedRow(page).waitFor();
      expect(await alert(page).count()).toBe(0);
      const sheet = await openSheet(page, "Question");
      await choice(sheet, "60 to 65").waitFor();

      // A row for a patient is remembered nowhere.
      const form = await openSheet(page, "My patient");
      await fillForm(form, { lines: "5+" });
      await showButton(form).click();
      await page.getByRole("heading", { name: /drugs labelled/ }).waitFor();
      await openRow(first);
      await openedRow(page).waitFor();
      await goOffline(page);
      const failed = page.waitForEvent("requestfailed");
      // Browsers announce a network before the first request gets through.
      await page.evaluate(() => dispatchEvent(new Event("online")));
      await failed;
      await page.waitForTimeout(100);
      expect(await sheetText()).toBe(before);
      expect(await alert(page).count()).toBe(0);
    },
  );

  test("when a filter is chosen: the numbers before stay, without colour, and are said to be old wherever one has scrolled to, until the answer comes by itself", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await openSheet(page, "Prior lines");
    await goOffline(page);
    await chooseEarlier(page);
    const notice = alert(page).getByText("The numbers below are of the previous question.");
    await notice.waitFor();
    expect(await stale(page).count()).toBe(1);
    await expectToShow(page, await answerTo(""));
    expect(await spreadOfColours(rows(page).first()), "all text is grey").toBeLessThan(40);
    await rows(page).nth(6).scrollIntoViewIfNeeded();
    expect((await notice.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.context().setOffline(false);
    await expectToShow(page, await answerTo("lines=any"));
    await expect.poll(() => stale(page).count()).toBe(0);
    expect(await alert(page).count()).toBe(0);
  });
});

test.runIf(isWhole)(
  "A captive portal where an answer should come takes nothing away from one that is there",
  async ({ openAnswered }) => {
    const { page, misconduct } = await openAnswered();
    const row = rows(page).first();
    await openSheet(page, "Prior lines");
    const over = await meetPortal(page);
    await chooseEarlier(page);
    await alert(page).getByText("The numbers below are of the previous question.").waitFor();
    expect(await stale(page).count()).toBe(1);
    await opener(page, "Question").click();
    await panel(page).getByRole("alert").getByText("could not be loaded").waitFor();
    await over();
    await again(panel(page)).click();
    await choice(panel(page), "60 to 65").waitFor();
    await page.keyboard.press("Escape");
    const overAgain = await meetPortal(page);
    await toggle(row).click();
    await panel(page).getByRole("alert").getByText("could not be loaded").waitFor();
    await expectToShow(page, await answerTo(""));
    await overAgain();
    await again(panel(page)).click();
    await openedRow(page).waitFor();
    await closePanel(page);
    await again(page).click();
    await expectToShow(page, await answerTo("lines=any"));
    await expect.poll(() => alert(page).count()).toBe(0);
    expect(misconduct.pageErrors).toEqual([]);
  },
);

test.runIf(isWhole)(
  "A new release while a page is open asks for the table again before a row of it is shown",
  async ({ openAnswered }) => {
    const { page, misconduct } = await openAnswered();
    // Records whether an opened row of the next release ever stood below the table of the earlier one.
    await page.locator("myeloma-compare").evaluate((element) => {
      const root = element.shadowRoot;
      if (!root) return;
      new MutationObserver(() => {
        const isNext = root.textContent?.includes("Of the next release.");
        if (root.querySelector(".row-head") && !isNext) element.id = "mixed";
      }).observe(root, { subtree: true, childList: true, characterData: true });
    });
    // Answers are from now on of the next release, which says so in its verdict.
    await page.route(/\/v1\/(screen|choices)/, async (route) => {
      const response = await route.fetch();
      const { format, view } = await response.json();
      const { verdict } = view;
      const next = { ...view, answerVersion: `${view.answerVersion}-next` };
      if (verdict) next.verdict = { ...verdict, lead: `Of the next release. ${verdict.lead}` };
      await route.fulfill({ response, json: { format, view: next } });
    });
    await openRow(rows(page).first());
    expect(await page.getByText("Of the next release.").count()).toBeGreaterThan(0);
    expect(await page.locator("#mixed").count()).toBe(0);
    expect(await alert(page).count()).toBe(0);
    expectGoodConduct(misconduct);
  },
);

test.runIf(isWhole)(
  "Where storage is refused our own page answers, filters and opens; nothing is thrown",
  async ({ openPage }) => {
    const { page, misconduct } = await openPage();
    await hurry(page);
    await refuseStorage(page);
    await page.goto("/embed");
    await live(page);
    await choose(page, "Approved", /EU/);
    await expectToShow(page, await answerTo("availability=eu"));
    await openRow(rows(page).first());
    // The wait outlasts the moment in which the page would be kept on the device.
    await page.waitForTimeout(1500);
    expect(misconduct).toEqual(goodConduct);
  },
);

test.runIf(isWhole)(
  "The policy of a host that allows our site and nothing else stops nothing: rows, filters, sheets, a patient",
  async ({ hostPage, script }) => {
    const { page, open, misconduct } = await hostPage({
      head: script.tag.replace("<script", '<script nonce="abc"'),
      headers: {
        "content-security-policy": `default-src 'none'; script-src 'nonce-abc' ${ours}; connect-src ${ours}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
    });
    const blocked = await recordBlocked(page);
    const heard = await recordEvents(page);
    await open();
    await expectToShow(page, await answerTo(""));
    const height = (await opener(page, "Question").boundingBox())?.height;
    expect(height, "our styles are not blocked").toBeGreaterThanOrEqual(44);
    await openRow(rows(page).first());
    await choose(page, "Lines", "Any");
    await expectToShow(page, await answerTo("lines=any"));
    const sheet = await openSheet(page, "My patient");
    await framedField(sheet, "Age in years").fill("71");
    await fillForm(sheet, { also: ["Extramedullary disease"] });
    await showButton(sheet).click();
    await page.getByRole("heading", { name: /^Extramedullary disease: / }).waitFor();
    expect(await blocked()).toEqual([]);
    expect((await heard()).map(({ name }) => name)).not.toContain("error");
    expectGoodConduct(misconduct);
  },
);

test.runIf(isWhole)(
  "A script of ours that was altered on its way does not run: our own page keeps its numbers",
  async ({ openPage }) => {
    const { page } = await openPage();
    await page.route("**/assets/widget-*", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n;window.altered = true` });
    });
    const refused = page.waitForEvent("console", (message) => /integrity/.test(message.text()));
    await page.goto("/embed");
    await refused;
    await expectToShow(page, await answerTo(""));
    expect(await page.evaluate(() => "altered" in window)).toBe(false);
  },
);

test.runIf(isWhole)(
  "A patient's script that does not arrive is a failure; another attempt brings it and the answer",
  async ({ openPage }) => {
    const { page } = await openPage();
    let attempts = 0;
    await page.route("**/assets/patientView-*", (route) => {
      attempts += 1;
      return attempts <= 2 ? route.abort() : route.continue();
    });
    await page.goto("/embed");
    await live(page);
    // The form loads the script, and so does the question.
    const sheet = await openSheet(page, "My patient");
    await fillForm(sheet, { also: ["Extramedullary disease"] });
    await showButton(sheet).click();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: /^Extramedullary disease: / }).waitFor();
    expect(attempts).toBe(3);
  },
);

test.runIf(isWhole)(
  "Where the page gave every object a then(), no answer ever arrives: the link in the tag stays",
  async ({ hostPage }) => {
    const { page, open, misconduct } = await hostPage({
      head: "",
      body: makeElementSnippet(ours, ""),
    });
    await page.addInitScript(() => {
      Reflect.set(Object.prototype, "then", () => undefined);
    });
    await open();
    await page.waitForLoadState("networkidle");
    const element = page.locator("myeloma-compare");
    expect(await element.getByRole("link").isVisible()).toBe(true);
    expect(await element.evaluate((host) => host.shadowRoot === null)).toBe(true);
    expectGoodConduct(misconduct);
  },
);
