/**
 * Tests counts that a reader adds: beside the published ones, among them if the reader asks for that, and only on this
 * device.
 */
import type { Locator, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { isWhole } from "../support/sample.ts";
import {
  addButton,
  addCentre,
  addedMark,
  countCentre,
  countsBar,
  countsField,
  countsForm,
  fillCounts,
  openCountsBar,
  openCountsForm,
} from "./support/added-counts.ts";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectNothingCutOff, sidewaysOverflow } from "./support/fits.ts";
import { bareFrame, expectGoodConduct, test } from "./support/fixture.ts";
import { hasFocus, tabTo } from "./support/keyboard.ts";
import { startProxy } from "./support/proxy.ts";
import {
  choose,
  closePanel,
  frameOf,
  live,
  openedRow,
  opener,
  openRow,
  panel,
  pressCopy,
  question,
  rowOf,
} from "./support/screen.ts";
import { clipboard, permissions } from "./support/traffic.ts";

// The numbers and the name occur nowhere else.
const centre = { name: "Zyxwv Haus", n: "7919", counts: { Response: "6863", "Severe CRS": "719" } };
const traces = /zyxwv|7919|6863|(?<!\d)719(?!\d)|added|yours/i;

test("No request holds a name, a count, or that there are any; nothing is stored, and no link or address has it", async ({
  openPage,
  onTestFinished,
}) => {
  const proxy = await startProxy(inject("serverUrl"));
  onTestFinished(() => proxy.close());
  // After ten seconds a service worker would ask for the pages that it keeps, whoever reads.
  const { page, misconduct } = await openPage({
    baseURL: proxy.origin,
    permissions,
    serviceWorkers: "block",
  });
  await page.goto("/embed");
  await live(page);
  const address = page.url();
  await openCountsForm(page);
  const before = proxy.received.length;
  await fillCounts(page, centre);
  await addButton(page).click();
  await addedMark(page).waitFor();
  await expect.poll(() => rowOf(page).innerText()).toContain("Yours 6863 of 7919, within 35–99");
  await openCountsBar(page);
  await page.getByRole("switch").check();
  await expect.poll(() => rowOf(page).innerText()).toContain("Yours 6863 of 7919, counted");
  await page.getByText(/^With your counts: /).waitFor();
  await countsBar(page).getByText("What it changes").click();
  await countsBar(page).getByRole("columnheader", { name: "With yours" }).waitFor();
  await openRow(rowOf(page));
  expect(await panel(page).innerText()).toContain(`Yours, ${centre.name}: `);
  // The cohort of the reader is not a part of the question, so nothing leaves it out.
  expect(await panel(page).getByRole("checkbox", { name: /Zyxwv/ }).count()).toBe(0);
  expect(await panel(page).getByRole("link", { name: /Zyxwv/ }).count()).toBe(0);
  await closePanel(page);
  await choose(page, "Lines", "Any");
  await expect.poll(() => page.url()).toContain("lines=any");
  await pressCopy(page, "Copy text");
  await page.getByText(/^Copied/).waitFor();
  expect((await clipboard(page))["text/plain"]).toContain(
    `With counts added by the reader (${centre.name}): not reviewed, not published.`,
  );
  await pressCopy(page, "Copy link");
  await expect.poll(async () => (await clipboard(page))["text/plain"]).toMatch(/^http\S+$/);
  expect((await clipboard(page))["text/plain"]).not.toMatch(traces);
  await expectOwnReport(page);
  await countsBar(page)
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect.poll(() => addedMark(page).count()).toBe(0);

  const sent = proxy.received.slice(before).map(({ path, headers, body }) => {
    const named = headers.filter((_, index) => headers[index - 1]?.toLowerCase() !== "host");
    return { path, text: `${path} ${named.join(" ")} ${body}` };
  });
  // Every page asks whether numbers were withdrawn, so that request is allowed.
  expect(sent.filter(({ path }) => path !== "/healthz").map(({ path }) => path)).toEqual([]);
  expect(sent.filter(({ text }) => traces.test(text))).toEqual([]);
  expect(page.url().replace(address, "")).not.toMatch(traces);
  const kept = await page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  );
  expect(kept).not.toMatch(traces);
  expect(misconduct.pageErrors).toEqual([]);
  expect(misconduct.failedRequests).toEqual([]);
});

test.runIf(isWhole)(
  "What is wrong stands at its field, which has the focus; a file is kept, and added again",
  async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed");
    await openCountsForm(page);
    await addButton(page).click();
    const name = countsField(page, "Name");
    await expect.poll(() => hasFocus(name)).toBe(true);
    expect(await name.getAttribute("aria-invalid")).toBe("true");
    const described = await name.getAttribute("aria-describedby");
    expect(await countsForm(page).locator(`[id="${described}"]`).innerText()).toMatch(
      /^a name of 1 to 40 characters/,
    );
    await fillCounts(page, {
      name: "A",
      n: "41",
      counts: { Response: "34", "Complete response": "44" },
    });
    await addButton(page).click();
    const wrong = countsField(page, "Complete response: events");
    await expect.poll(() => hasFocus(wrong)).toBe(true);
    await countsForm(page).getByText("44 of 41: at most 41").waitFor();
    await wrong.fill("20");
    await countsField(page, "ICANS: events").fill("4");
    await addButton(page).click();
    await countsForm(page)
      .getByText(/graded by ASTCT \(astct\)/)
      .waitFor();
    await countsForm(page).getByRole("checkbox", { name: "ICANS was graded by ASTCT" }).check();

    const saving = page.waitForEvent("download");
    await countsForm(page).getByRole("button", { name: "Keep as a file" }).click();
    const file = await (await saving).path();
    await countsForm(page).getByText("From a table or a file").click();
    await countsForm(page).getByLabel("File with counts").setInputFiles(file);
    await addedMark(page, "icans").waitFor();
    for (const [outcome, count] of [
      ["orr", "34 of 41"],
      ["cr", "20 of 41"],
      ["icans", "4 of 41"],
    ] as const) {
      expect(await rowOf(page, outcome).innerText()).toContain(`Yours ${count}`);
    }
    await expect.poll(() => hasFocus(countsBar(page).locator("summary").first())).toBe(true);
    expectGoodConduct(misconduct);
  },
);

test.runIf(isWhole)(
  "Of a pasted text that is not the template's table one sentence says so; nothing typed or pasted is lost",
  async ({ openWidget }) => {
    const { page, misconduct } = await openWidget("/embed", { width: 320 });
    await openCountsForm(page);
    await countsField(page, "Name").fill("Typed");
    const form = countsForm(page);
    await form.getByText("From a table or a file").click();
    const pasted = form.getByRole("textbox", { name: "Paste a table" });
    const guessed = "centre,drug,responders,n\nB,cilta-cel,34,41";
    await pasted.fill(guessed);
    await form.getByRole("button", { name: "Add the table" }).click();
    await form.getByText(/^This is neither a table in exactly the columns/).waitFor();
    const template = form.getByRole("textbox", { name: "Template", exact: true });
    const [header = ""] = (await template.inputValue()).split("\n");
    // Pressed once, all of it is selected.
    await template.focus();
    expect(
      await template.evaluate((box: HTMLTextAreaElement) => box.selectionEnd - box.selectionStart),
    ).toBe((await template.inputValue()).length);
    expect(await pasted.inputValue()).toBe(guessed);
    expect(await countsField(page, "Name").inputValue()).toBe("Typed");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "hidden" });
    await openCountsForm(page);
    expect(await pasted.inputValue()).toBe(guessed);
    expect(await countsField(page, "Name").inputValue()).toBe("Typed");

    const line = (outcome: string, events: number) =>
      `B,,cilta-cel,trial,,,41,,,,${outcome},${events},,,`;
    await pasted.fill([header, line("orr", 34), line("cr", 45)].join("\n"));
    await form.getByRole("button", { name: "Add the table" }).click();
    await form.getByText("line 3, events: 45 of 41: at most 41").waitFor();
    expect(await template.count()).toBe(0);
    await pasted.fill([header, line("orr", 34), line("cr", 20)].join("\n"));
    await form.getByRole("button", { name: "Add the table" }).click();
    await addedMark(page).waitFor();
    // What was typed beside the table waits for the next group.
    await openCountsBar(page);
    await countsBar(page).getByRole("button", { name: "Add another group" }).click();
    expect(await countsField(page, "Name").inputValue()).toBe("Typed");
    await form.getByText("From a table or a file").click();
    expect(await pasted.inputValue()).toBe("");
    await form.getByRole("button", { name: "Close" }).click();
    await countsBar(page)
      .getByRole("button", { name: /^Change/ })
      .click();
    expect(await countsField(page, "Name").inputValue()).toBe("B");
    expect(await countsField(page, "Complete response: events").inputValue()).toBe("20");
    expect(await form.getByText("From a table or a file").count()).toBe(0);
    await form.getByRole("button", { name: "Close" }).click();
    expectGoodConduct(misconduct);
  },
);

test.runIf(isWhole)(
  "The form and the bar are used by the keyboard, pass axe, and fit a phone of 320 pixels",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 320, reducedMotion: "reduce" });
    await opener(page, "Question").focus();
    await tabTo(page, /^Add your counts/);
    await page.keyboard.press("Enter");
    await countsForm(page).waitFor();
    await expectNoAxeViolations(page);
    await page.keyboard.press("Escape");
    await countsForm(page).waitFor({ state: "hidden" });
    await openCountsForm(page);
    await countsField(page, "Name").focus();
    await page.keyboard.type("Our centre");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await expectNoAxeViolations(page);
    await fillCounts(page, {
      name: "Our centre",
      n: "29",
      kind: "Practice",
      counts: { Response: "25" },
    });
    await page.keyboard.press("Enter");
    await addedMark(page).waitFor();
    expect(await countsBar(page).locator("summary").first().innerText()).toMatch(/^Our centre\s/);
    await openCountsBar(page);
    expect(await countsBar(page).innerText()).toContain("Practice: trials choose their patients");
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    await expectNothingCutOff(page);
    await expectNoAxeViolationsInAnyColours(page);
  },
);

test.runIf(isWhole)(
  "In a frame whose sandbox does not allow forms counts are added, by the button and by Enter",
  async ({ openHostPage }) => {
    const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";
    const body = bareFrame(`sandbox="${sandbox}" width="390" height="800"`);
    const { page } = await openHostPage({ head: "", body });
    const frame = frameOf(page);
    for (const way of ["button", "Enter"]) {
      await openCountsForm(frame);
      await fillCounts(frame, { name: way, n: "41", counts: { Response: "34" } });
      if (way === "Enter") await countsField(frame, "Name").press("Enter");
      else await addButton(frame).click();
      await countsBar(frame).locator("summary strong").getByText(way).waitFor();
    }
  },
);

test.runIf(isWhole)("A page with counts asks before it is left", async ({ openWidget }) => {
  const { page } = await openWidget("/embed");
  await addCentre(page);
  const asking = page.waitForEvent("dialog");
  await page.evaluate("void setTimeout(() => location.reload())");
  const question = await asking;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
});

test("While counts of the reader are counted, no way leads to a report without them unless that is said", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed", { width: 320 });
  await countCentre(page);
  await expectNoAxeViolations(page);
  await expectNothingCutOff(page);
  expect(await addressesOfAnswers(page)).toEqual(["Link, without your counts"]);
  await expectOwnReport(page, { modifiers: ["ControlOrMeta"] });
  await openRow(rowOf(page));
  expect(await addressesOfAnswers(page)).toEqual(["Link, without your counts"]);
  await closePanel(page);
  await page.getByRole("button", { name: "By drug", exact: true }).click();
  await page.locator(".drug li").first().waitFor();
  await expectOwnReport(page);
  // Without them the report is again that of an address.
  await page.getByRole("switch").uncheck();
  const link = page.getByRole("link", { name: "Report", exact: true });
  await link.waitFor();
  expect(await link.getAttribute("href")).toMatch(/\/report\?compare=product/);
});

/** Opens the report by a press, and expects that it has the counts and no way to a report without them. */
async function expectOwnReport(
  page: Page,
  press: Parameters<Locator["click"]>[0] = {},
): Promise<void> {
  const opening = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Report", exact: true }).click(press);
  const report = await opening;
  await report
    .locator("header", { hasText: /With counts added by the reader \(.+\): not reviewed/ })
    .waitFor();
  expect(report.url()).toMatch(/^blob:/);
  const hrefs = await report
    .locator("main a")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(hrefs.length).toBeGreaterThan(0);
  const ofAnswers =
    /\/(?:report|explore|embed|v1\/(?:comparison|forest|reproduce)|v1\/cohorts\/added)/;
  expect(hrefs.filter((href) => ofAnswers.test(`${href}`))).toEqual([]);
  await report.close();
}

/** Returns the texts of all links of the element to an answer of the installation. */
function addressesOfAnswers(page: Page): Promise<string[]> {
  return page.getByRole("link").evaluateAll((links) =>
    links.flatMap((link) => {
      const { pathname = "", textContent } = link as HTMLAnchorElement;
      const isOfAnswer = /^\/(?:embed|report|explore)/.test(pathname);
      return isOfAnswer && link.getRootNode() !== document ? [textContent] : [];
    }),
  );
}

test.runIf(isWhole)(
  "The back button closes the form and keeps what was typed; from an opened row it leads back to the row",
  async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const address = page.url();
    await openCountsForm(page);
    await countsField(page, "Name").fill("Typed");
    await page.goBack();
    await countsForm(page).waitFor({ state: "hidden" });
    expect(page.url()).toBe(address);
    await openRow(rowOf(page));
    await panel(page).getByRole("button", { name: "Add your counts" }).click();
    await countsForm(page).waitFor();
    expect(await countsField(page, "Name").inputValue()).toBe("Typed");
    await page.goBack();
    await countsForm(page).waitFor({ state: "hidden" });
    expect(await openedRow(page).count()).toBe(1);
    await page.goBack();
    await openedRow(page).waitFor({ state: "hidden" });
    expect(page.url()).toBe(address);
    // A form that is closed by its button leaves no step behind.
    await openCountsForm(page);
    await countsForm(page).getByRole("button", { name: "Close" }).click();
    await countsForm(page).waitFor({ state: "hidden" });
    await expect.poll(() => page.evaluate(() => history.state)).toBe(null);
  },
);

test.runIf(isWhole)(
  "Before a question is widened for a group, it says what is counted then; one press and the back button undo it",
  async ({ openWidget }) => {
    // The sentence of a wide screen says how many trials are counted.
    const { page } = await openWidget("/embed", { width: 1280 });
    const address = page.url();
    await addCentre(page, "Practice");
    await openCountsBar(page);
    const said = await countsBar(page).innerText();
    const [, now, then] =
      /takes also real-world studies: (\d+ trials) → (\d+ studies), yours among them\./.exec(
        said,
      ) ?? [];
    expect(now).toBe(await trialsOnScreen(page));
    for (const undo of ["button", "back"]) {
      await countsBar(page).getByRole("button", { name: "Ask so that it counts" }).click();
      await expect.poll(() => trialsOnScreen(page)).toBe(then);
      await expect.poll(() => page.url()).toContain("evidence=all");
      await expect.poll(() => rowOf(page).innerText()).toContain("Yours 34 of 41, counted");
      if (undo === "back") await page.goBack();
      else
        await countsBar(page)
          .getByRole("button", { name: `Back to ${now}` })
          .click();
      await expect.poll(() => trialsOnScreen(page)).toBe(now);
    }
    expect(page.url()).toBe(address);
  },
);

/** Returns how many trials or studies the answer on screen counts. */
async function trialsOnScreen(page: Page): Promise<string | undefined> {
  const words = await question(page).innerText();
  return /\d+ (?:trials|studies)/.exec(words.replaceAll("\u00a0", " "))?.[0];
}
