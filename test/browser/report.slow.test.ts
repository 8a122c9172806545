/** The report as readers see it, on phones and desktops, on paper, without a script, and the page that a clinician signs. */

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Locator } from "playwright-core";
import * as v from "valibot";
import { expect } from "vitest";
import { listAccepted, reviewFileSchema } from "#data/review-file.ts";
import { boxesOf, countSheets, pageHeight, sidewaysOverflow } from "./support/fits.ts";
import { goodConduct, test } from "./support/fixture.ts";

/** Holds how long a report may be: in pixels on a screen of 1280 pixels, and in sheets of A4. */
/** Each row with a difference has its analyses, also where 0 lies within: by the rules, 600 pixels more than before. */
const most = { height: 10_700, sheets: 14 } as const;

/** Holds the room for content on a sheet of A4 in pixels, between the margins of the report. */
const sheet = { width: ((210 - 20) / 25.4) * 96, height: ((297 - 12) / 25.4) * 96 } as const;

/** Holds the smallest text on paper, 8 points, in pixels. */
const smallest = (8 / 72) * 96;

/** Says of each element whether it is seen, as `isVisible` does: it has a box, and no style hides it. */
function visibilities(elements: Locator): Promise<boolean[]> {
  return elements.evaluateAll((all) =>
    all.map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return element.checkVisibility({ visibilityProperty: true }) && width > 0 && height > 0;
    }),
  );
}

test("it prints on few sheets: every picture, product, analysis and source", async ({ openAt }) => {
  const { page } = await openAt("/report", { width: 1280 });
  expect(await pageHeight(page)).toBeLessThanOrEqual(most.height);
  expect(countSheets(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(most.sheets);
  await page.emulateMedia({ media: "print" });
  const parts = await visibilities(
    page.locator(
      "#orr .trials li, #orr .analyses, #orr .published-pools li, .patients tbody tr, #source-1, #patients-each li, #crs-3 .times li, #late-neurotoxicity li, #compared-2 article",
    ),
  );
  expect(parts.length).toBeGreaterThan(60);
  expect(parts).not.toContain(false);
  // Nothing can be unfolded on paper.
  expect(await page.locator("#orr-seen > summary").isVisible()).toBe(false);
  const heading = page.locator("details:has(> #patients-each) > summary");
  expect(await heading.evaluate((element) => getComputedStyle(element).listStyleType)).toBe("none");
});

test("its first page has the summary of findings, and stands complete on a sheet of its own", async ({
  openAt,
}) => {
  const { page } = await openAt("/report", { width: Math.floor(sheet.width) });
  await page.emulateMedia({ media: "print" });
  const first = page.locator("main header").filter({ has: page.getByRole("table") });
  const { height, after } = await first.evaluate((element) => ({
    height: element.getBoundingClientRect().height,
    after: getComputedStyle(element).breakAfter,
  }));
  expect(after).toBe("page");
  expect(height).toBeLessThanOrEqual(sheet.height);
  const table = first.getByRole("table", { name: /^Summary of findings/ });
  expect(await visibilities(table.locator(".certainty .domain, .apheresed th"))).not.toContain(
    false,
  );
  expect(await first.locator(".limits li").count()).toBeGreaterThan(0);
});

test("nothing on paper is smaller than 8 points, and no mark within text is higher than its line", async ({
  openAt,
}) => {
  for (const path of ["/report", "/report?outcome=toxicity"]) {
    const { page } = await openAt(path, { width: Math.floor(sheet.width) });
    await page.emulateMedia({ media: "print" });
    const sizes = await page
      .locator("main *")
      .evaluateAll((all) =>
        all
          .filter((element) => element.checkVisibility() && /\S/.test(element.textContent))
          .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      );
    expect(sizes.length).toBeGreaterThan(500);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallest - 0.01);
    const marks = await page.locator("svg.mark:visible").evaluateAll((all) =>
      all.map((mark) => {
        const line = Number.parseFloat(getComputedStyle(mark.parentElement ?? mark).lineHeight);
        return mark.getBoundingClientRect().height <= line;
      }),
    );
    expect(marks.length).toBeGreaterThan(10);
    expect(marks).not.toContain(false);
  }
});

test("where a style cannot unfold what is printed the script does, sources included", async ({
  openPage,
}) => {
  const { page } = await openPage();
  await page.addInitScript(() => {
    CSS.supports = () => false;
  });
  await page.goto("/report");
  const folded = page.locator("details:not([open])");
  const before = await folded.count();
  expect(before).toBeGreaterThan(10);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await folded.count()).toBe(0);
  expect(await page.locator("#source-1").isVisible()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  expect(await folded.count()).toBe(before);
});

test("long answers are no longer than others on a phone, and on paper", async ({ openAt }) => {
  const { page } = await openAt("/report?availability=any", { width: 390 });
  expect(countSheets(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(most.sheets);
  const sources = await page.locator(".references > li").count();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".references > li:visible").count()).toBe(sources);
  await page.emulateMedia({ media: "screen" });
  await page.goto("/report?outcome=toxicity");
  expect(countSheets(await page.pdf({ format: "A4" }))).toBeLessThanOrEqual(most.sheets);
  for (const path of [
    "/report?outcome=toxicity",
    "/report?compare=product",
    "/report?availability=any",
    "/products/cilta-cel",
  ]) {
    await page.goto(path);
    const height = await pageHeight(page);
    expect(height, path).toBeLessThanOrEqual(most.height);
  }
});

test("on a phone what is behind a row is folded; nothing is wider than the narrowest phone", async ({
  openAt,
}) => {
  const { page, misconduct } = await openAt("/report", { width: 390 });
  expect(await pageHeight(page)).toBeLessThan(7000);
  const folds = await page.locator("details.narrow").all();
  expect(folds.length).toBeGreaterThan(7);
  for (const fold of folds) {
    expect(await fold.locator("> :not(summary)").first().isVisible()).toBe(false);
    await fold.locator("> summary").click();
  }
  await page.locator("details:has(> #patients-each) > summary").click();
  await page.setViewportSize({ width: 320, height: 844 });
  const boxes = await boxesOf(page.locator(".patients tbody > tr, .trials li, .findings tr"));
  expect(boxes.length).toBeGreaterThanOrEqual(60);
  expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(320);
  expect(await sidewaysOverflow(page)).toBe(0);
  expect(misconduct).toEqual(goodConduct);
});

test("a script saves a picture, and keeps what was unfolded", async ({ openAt }) => {
  const { page, misconduct } = await openAt("/report?outcome=orr", { width: 1280 });
  const part = page.locator("details:has(> #patients-each)");
  await part.locator("> summary").click();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as PNG" }).first().click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("orr.png");
  const file = await readFile(await saved.path());
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  // The file has twice the pixels of the picture; an empty canvas of this size is a tenth of it.
  expect(file.readUInt32BE(16)).toBe(2000);
  expect(file.length).toBeGreaterThan(60_000);
  await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1);
  await page.reload();
  await expect.poll(() => part.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
  expect(misconduct).toEqual(goodConduct);
});

test("Ticks and remarks are kept on the device, sent nowhere, and saved as a file", async ({
  openAt,
}) => {
  const { page } = await openAt("/review", { width: 390 });
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  const labels = page.locator('#labels li[data-signs="labels us"]');
  const count = await labels.count();
  for (let index = 0; index < count; index += 1) {
    await labels.nth(index).getByRole("checkbox").check();
  }
  const figure = page.locator("#figures li").first();
  await figure.getByRole("textbox", { name: "What is wrong" }).fill("Another table has 95.");
  const [progress, signs] = [page.locator("#progress"), page.locator("#signs")];
  expect(await signs.innerText()).toBe("As it is now it signs labels us.");
  const doubt = labels.first().getByRole("textbox", { name: "What is wrong" });
  await doubt.fill("Since March.");
  expect(await signs.innerText()).toBe("As it is now it signs nothing.");
  await doubt.fill("");
  expect(await progress.innerText()).toContain(`${count} of `);
  expect(await progress.innerText()).toContain("1 with a remark");
  await page.getByRole("button", { name: "Save the file" }).click();
  expect(await progress.innerText()).toContain("role");
  await page.reload();
  await page.getByRole("textbox", { name: "Role" }).fill("haematologist");
  await page.getByLabel("Day of the check (optional)").fill("2026-11-30");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the file" }).click();
  const file = v.parse(
    reviewFileSchema,
    JSON.parse(readFileSync(await (await download).path(), "utf8")),
  );
  expect(listAccepted(file.items)).toEqual(["labels us"]);
  // What was left empty is not in the file.
  expect(file).toMatchObject({ role: "haematologist", when: "2026-11-30" });
  expect(Object.keys(file)).not.toContain("name");
  const command = await page.locator("#sign code").innerText();
  const name = (await download).suggestedFilename();
  expect(command.endsWith(` ${name}`), command).toBe(true);
  expect(await progress.innerText()).toContain(name);
  expect(file.items.filter(({ remark }) => remark !== "").map(({ remark }) => remark)).toEqual([
    "Another table has 95.",
  ]);
  expect(sent.filter((url) => !url.endsWith("/review") && !url.includes("/assets/"))).toEqual([]);
});

test("What an older page or another program kept does no harm", async ({ openAt }) => {
  const { page } = await openAt("/review", { width: 390 });
  const first = page.locator("#figures li").first();
  const id = await first.getAttribute("data-id");
  await first.getByRole("checkbox").check();
  const { ticked } = JSON.parse(await page.evaluate(() => localStorage.getItem("review") ?? ""));
  const kept = [
    "null",
    "[]",
    "{",
    JSON.stringify({ ticked: [id], remarks: [1], fields: null }),
    JSON.stringify({
      ticked: { ...ticked, gone: "an item", other: 7 },
      remarks: { [`${id}`]: 3 },
      fields: { role: "nurse" },
    }),
  ];
  for (const text of kept) {
    await page.evaluate((value) => localStorage.setItem("review", value), text);
    await page.reload();
    expect(await page.locator("#progress").innerText(), text).toMatch(/^\d of \d+ ticked, 0 with/);
  }
  // Entries that fit are kept.
  expect(await first.getByRole("checkbox").isChecked()).toBe(true);
  expect(await page.getByRole("textbox", { name: "Role" }).inputValue()).toBe("nurse");
});

test("A tick outlives a release of the data, unless its item changed: then it asks again", async ({
  openAt,
}) => {
  const { page } = await openAt("/review", { width: 390 });
  const [first, second] = [page.locator("#figures li").nth(0), page.locator("#figures li").nth(1)];
  await first.getByRole("checkbox").check();
  await second.getByRole("checkbox").check();
  await page.route("**/review", async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replaceAll(/data-version="[^"]*"/g, 'data-version="1999-12-31"')
      .replace(/(<span class="source">)/, "$1Erratum of ");
    await route.fulfill({ response, body: html });
  });
  await page.reload();
  expect(await first.getByRole("checkbox").isChecked()).toBe(false);
  expect(await first.innerText()).toContain("Changed since it was ticked");
  expect(await second.getByRole("checkbox").isChecked()).toBe(true);
  expect(await second.innerText()).not.toContain("Changed since");
  const progress = page.locator("#progress");
  expect(await progress.innerText()).toContain("1 changed since the tick");
  // What is entered elsewhere does not lose the question.
  await second.getByRole("textbox", { name: "What is wrong" }).fill("A comma.");
  await page.reload();
  expect(await first.innerText()).toContain("Changed since it was ticked");
  await first.getByRole("checkbox").check();
  expect(await first.innerText()).not.toContain("Changed since");
  await page.reload();
  expect(await first.getByRole("checkbox").isChecked()).toBe(true);
  expect(await progress.innerText()).not.toContain("changed since");
});

test("Without a script it is a sheet of at most twelve pages A4, with the place of a signature", async ({
  openAt,
}) => {
  const { page } = await openAt("/review", { width: 1280, javaScriptEnabled: false });
  expect(await page.getByRole("button", { name: "Save the file" }).count()).toBe(0);
  const sheets = countSheets(await page.pdf({ format: "A4" }));
  expect(sheets).toBeGreaterThan(0);
  expect(sheets).toBeLessThanOrEqual(12);
});
