/**
 * The screen after a choice: the verdict, the rows that changed, a slow answer, an empty class; and what is copied of it.
 * `embed.test.ts` checks frames that may not copy, and `test/approved/` every word that is copied.
 */

import { expect, inject } from "vitest";
import { dataVersion } from "#data/generated/data-version.ts";
import { sampled } from "../support/sample.ts";
import { boxesOf } from "./support/fits.ts";
import { expectGoodConduct, goodConduct, test } from "./support/fixture.ts";
import { focused } from "./support/keyboard.ts";
import {
  backToAnswer,
  choice,
  choose,
  closePanel,
  live,
  openRow,
  openSheet,
  panel,
  pressCopy,
  rowNamed,
  rows,
  settled,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { clipboard, gate, permissions } from "./support/traffic.ts";

test("After a filter is chosen far down the reader is back at the verdict, and changed rows are named; a tab leads to the beginning of its outcomes, with the focus", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  await page.evaluate(() => scrollTo(0, 900));
  await choose(page, "Lines", "2");
  await page.getByRole("heading", { level: 2, name: /not compared/ }).waitFor();
  await settled(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(20);
  const status = page.getByRole("status").filter({ hasText: "Updated: " });
  expect(await status.first().innerText()).toMatch(/Changed: .*Complete response/);

  await page.setViewportSize({ width: 390, height: 600 });
  await page.getByRole("link", { name: "Harms" }).click();
  // The first row of each group is drawn.
  await rows(page).nth(3).waitFor();
  await settled(page);
  await expect.poll(() => focused(page)).toBe("Harms");
  // Early deaths in randomised trials stand before the rows.
  const top = await page
    .locator(".randomised, [data-outcome]")
    .first()
    .evaluate((part) => part.getBoundingClientRect().top);
  expect(top).toBeLessThan(600);
});

test("While a new answer is slow the old numbers stay in their place, which is said, until it comes; a filter that empties a class says so before and after, and one tap brings it back", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const sheet = await openSheet(page, "Prior lines");
  const released = gate();
  const resources = "**/v1/screen**";
  await page.route(resources, async (route) => {
    await released.opened;
    await route.continue();
  });
  const places = await boxesOf(rows(page));
  await choice(sheet, "Any", "Prior lines of the patient").click();
  await page.getByText("Still working").waitFor();
  await expectToShow(page, await answerTo(""));
  expect(await page.getByRole("status").innerText()).toContain("Still working");
  expect(await boxesOf(rows(page))).toEqual(places);
  released.open();
  await expectToShow(page, await answerTo("lines=any"));
  expect(await page.getByText("Still working").count()).toBe(0);

  const answer = await answerTo("lines=any&prior-lines=-4");
  expect(answer.selection.cohorts.bsab).toBe(0);
  await expect.poll(() => choice(sheet, "Up to 4").innerText()).toContain("CAR\u2060-\u2060T only");
  await choice(sheet, "Up to 4").click();
  await page.getByText("No bispecific trial in this selection").waitFor();
  await expectToShow(page, answer);
  await backToAnswer(sheet);
  // Each filter to remove names the numbers of cohorts that it would leave.
  const waysOut = page.getByRole("button", { name: /\d+ CAR\u2060-\u2060T and \d+ bispecific/ });
  await waysOut.first().click();
  await expectToShow(page, await answerTo(answer.selection.wider[0]?.query ?? "?"));
});

test("Nothing of the sheet moves at a tap on any choice of lines or place, and both stand at its top", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed");
  const sheet = await openSheet(page, "Question");
  const top = (await sheet.boundingBox())?.y ?? 0;
  for (const title of ["Prior lines of the patient", "Labelled in"]) {
    const group = sheet.getByRole("group", { name: title });
    const box = await group.boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 999) - top).toBeLessThan(450);
    const heights = (await boxesOf(group.getByRole("button"))).map(({ height }) => height);
    expect(new Set(heights).size).toBe(1);
    expect(heights[0]).toBeGreaterThanOrEqual(44);
    // The numbers of trials are not cut off.
    const counts = await group
      .locator("small")
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(Math.max(...counts)).toBeLessThanOrEqual(1);
  }
  const boxes = () =>
    sheet.locator("button, summary, legend, input, p, h4").evaluateAll((all) =>
      all
        .filter((element) => element.checkVisibility())
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [element.textContent?.replace(/\d+ trials?|Show.*/g, ""), x, y, width, height];
        }),
    );
  const first = await boxes();
  for (const title of ["Prior lines of the patient", "Labelled in"]) {
    const group = sheet.getByRole("group", { name: title });
    const buttons = await group.getByRole("button").all();
    for (const button of [
      ...buttons.slice(0, 1),
      ...sampled(buttons.slice(1, -1), 1),
      ...buttons.slice(-1),
    ]) {
      await button.click();
      await expect.poll(() => button.getAttribute("aria-pressed")).toBe("true");
      await settled(page);
      const then = await boxes();
      expect(then).toHaveLength(first.length);
      for (const [index, [text, ...at]] of then.entries()) {
        const moved = at.map((value, side) =>
          Math.abs(Number(value) - Number(first[index]?.[side + 1])),
        );
        expect([text, Math.max(...moved) <= 1]).toEqual([text, true]);
      }
    }
  }
});

test("On a phone a range that no trial has says why in sight, and asks nobody until it is applied again; an opened row names the range that is asked", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed?age=60-65", { width: 390, height: 844 });
  await openRow(rows(page).first());
  await expect.poll(() => panel(page).innerText()).toContain("median age 60–65");
  await closePanel(page);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  const sheet = await openSheet(page, "Question");
  const form = sheet.getByRole("form", { name: /^Median age/ });
  const from = form.getByRole("textbox", { name: "from" });
  // The field stands just above the bar at the foot, as where it is tapped last.
  await from.evaluate((field) => field.scrollIntoView({ block: "end" }));
  await from.fill("78");
  await form.getByRole("textbox", { name: "to" }).fill("");
  const apply = form.getByRole("button", { name: "Apply" });
  await apply.click();
  const reason = form.getByRole("alert");
  await expect
    .poll(() => reason.innerText())
    .toMatch(/^No .* trial has such a median\. For one patient use My patient/);
  const isInSight = () =>
    reason.evaluate((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const root = text.getRootNode() as ShadowRoot;
      return [top + 2, bottom - 2].every(
        (y) => root.elementFromPoint((left + right) / 2, y) === text,
      );
    });
  await expect.poll(isInSight).toBe(true);
  // The age of a patient would not empty the table; a reader who means the medians can still filter by them.
  expect(sent.filter((url) => new URL(url).search.includes("78"))).toEqual([]);
  await apply.click();
  await page.getByText("No trial answers this question").waitFor();
});

test("After two lines our own page offers the regions, each as a button as high as a finger", async ({
  openWidget,
}) => {
  const { page } = await openWidget("/embed?lines=2");
  const regions = page.getByRole("group", { name: "Labelled in" });
  const offers = regions.getByRole("link");
  expect(await offers.allInnerTexts()).toEqual(["US or EU", "US", "EU"]);
  for (const offer of await offers.all()) {
    expect((await offer.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await offers.filter({ hasText: /^EU$/ }).click();
  await expectToShow(page, await answerTo("lines=2&availability=eu"));
  await expect.poll(() => regions.count()).toBe(0);
});

const data = `data=${dataVersion}`;

test("The link, the summary and the table are copied, also of an opened row; what cannot be made says so", async ({
  openHostPage,
}) => {
  const { page, misconduct } = await openHostPage({ permissions });
  await choose(page, "Lines", "Any");
  await expectToShow(page, await answerTo("lines=any"));
  const expected = `${inject("serverUrl")}/embed?lines=any&availability=us,eu&${data}`;
  const link = page.getByRole("link", { name: "Link", exact: true });
  expect(await link.getAttribute("href")).toBe(expected);
  await pressCopy(page, "Copy link");
  await page.getByText("Copied").waitFor();
  expect((await clipboard(page))["text/plain"]).toBe(expected);
  // The link leads to our page with the same question.
  await page.goto(expected);
  await expectToShow(page, await answerTo("lines=any"));
  await live(page);
  await pressCopy(page, "Copy text");
  await expect.poll(async () => (await clipboard(page))["text/plain"]).toContain("\r\n");
  expect((await clipboard(page))["text/plain"]).toContain(expected);

  const { outcomes } = await answerTo("");
  const { outcome, label } = outcomes[2] ?? {};
  await openRow(rowNamed(page, `${label}`));
  await panel(page).getByRole("button", { name: "Copy text" }).click();
  await panel(page).getByText("Copied").waitFor();
  expect((await clipboard(page))["text/plain"]).toContain(`/embed?outcome=${outcome}&lines=any`);

  await pressCopy(page, "Copy table");
  await expect
    .poll(async () => Object.keys(await clipboard(page)).sort())
    .toEqual(["text/html", "text/plain"]);
  const copied = await clipboard(page);
  expect(copied["text/plain"]).toMatch(/\t.*\r\n/);
  expect(copied["text/html"]).toContain(`${label}`);
  expectGoodConduct(misconduct);

  await page.reload();
  await live(page);
  await page.route("**/v1/screen/copy**", (route) => route.fulfill({ status: 500 }));
  await pressCopy(page, "Copy table");
  await page.getByText("could not be loaded").waitFor();
  expect(misconduct.pageErrors).toEqual([]);
});

test("Sending is offered where the device has a way of its own, with the verdict and the link; refused, the link is shown", async ({
  openPage,
}) => {
  const { page, misconduct } = await openPage();
  await page.addInitScript(() => {
    const sent: ShareData[] = [];
    const share = async (data: ShareData) => {
      if (sent.push(data) > 1) throw new DOMException("no", "NotAllowedError");
    };
    Object.assign(window, { sent });
    Object.defineProperty(navigator, "share", { value: share });
  });
  await page.goto("/embed?age=60-65");
  await live(page);
  await pressCopy(page, "Share");
  const [sent] = await page.evaluate<ShareData[]>("sent");
  const verdict = await page.getByRole("heading", { level: 2 }).first().innerText();
  // Only the screen keeps a name from breaking.
  expect(sent?.text).toContain(verdict.replaceAll("\u2060", ""));
  expect(sent?.text).toContain("Very low certainty");
  expect(sent?.url).toContain("/embed?age=60-65&availability=us,eu&data=");
  await pressCopy(page, "Share");
  expect(await page.getByLabel("copy it").inputValue()).toBe(sent?.url);
  expect(misconduct).toEqual(goodConduct);
});
