import { describe, expect } from "vitest";
import { fitFor, patient } from "../support/for-patient.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import {
  fill,
  heading,
  ofBar,
  openForm,
  results,
  say,
  show,
  told,
  trials,
} from "./support/own-patient.ts";
import { goodConduct } from "./support/page.ts";
import { oneLine, opener, openRow, openSheet, panel, question } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

describe("My patient", () => {
  test("is not whose numbers an opened row shows: it says that they are of all patients", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await say(page, { age: "82" });
    await told(page);
    await openRow(page.locator("[data-outcome]").first());
    const header = await panel(page).locator("header").innerText();
    expect(header).toContain("All patients of these trials: ");
    expect(header).not.toContain("82");
  });

  test("has the API's digits; without a connection it says so, and keeps what is there", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    const first = await openSheet(page, "Patient");
    await fill(first, { age: "71" });
    await show(first).click();
    await told(page);
    await expectToShow(page, await answerTo("evidence=all&patient-age=71"));
    expect(await question(page).innerText()).toContain("Patient: 71 years");
    const sheet = await openForm(page);
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("71");
    expect(misconduct).toEqual(goodConduct);
    await sheet.getByText("Only this question goes to the server:").waitFor();
    await page.context().setOffline(true);
    await fill(sheet, { lines: "4" });
    await show(sheet).click();
    await heading(page).filter({ hasText: "71 years, 4 lines" }).waitFor();
    await page.getByRole("alert").getByText("No connection").waitFor();
    await expectToShow(page, await answerTo("evidence=all&patient-age=71"));
    await page.context().setOffline(false);
    await expectToShow(page, await answerTo("evidence=all&patient-age=71&patient-prior-lines=4"));
  });

  test("reads the fit first, then what studies printed of such patients, then the numbers of all", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const { trials: judged, counts } = fitFor("", patient({ age: 82, priorLines: 5 }));
    await say(page, { age: "82", lines: "5+", also: ["Extramedullary disease"] });
    await told(page);
    expect(await heading(page).innerText()).toBe(
      `82 years, 5+ lines: ${counts.fits} of ${counts.all} trials enrolled such patients, none of them CAR-T; ${counts.excludes} did not, ${counts["not-stated"]} do not say.`,
    );
    // A reader of the screen is led there, too.
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
    expect(oneLine(await question(page).innerText())).toBe(
      "Patient: 82 years, 5+ lines with extramedullary disease",
    );
    const text = await told(page);
    const inOrder = [
      "Whether these trials enrolled patients with extramedullary disease is not judged.",
      "Only this question went to the server: 3 or more lines. Age and the rest stay on this device.",
      "What studies printed of patients of 65 and older",
      "What studies printed of patients with extramedullary disease",
      // What was not said comes last, under a heading of its own.
      "Other groups of patients",
      "US or EU · ≥ 3 lines",
    ].map((words) => text.indexOf(words));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    // The verdict says whose it is.
    const verdict = page.getByRole("heading", { name: /More responded/ });
    expect(await verdict.innerText()).toMatch(/^All patients of these trials: More responded/);
    await trials(page).locator("summary").click();
    const named = judged.flatMap(({ parts }) => parts);
    const links = trials(page).getByRole("link");
    expect(await links.allInnerTexts()).toEqual(named.map(({ label }) => label));
    // No number moves.
    await expectToShow(page, await answerTo(""));
    // Such patients of a study beside its others, and how many they are.
    const table = results(page).getByRole("table").nth(1);
    const row = table.getByRole("row", { name: /^CAR-T at three US institutions/ });
    const cells = await row.getByRole("cell").allInnerTexts();
    expect(cells.map(oneLine)).toEqual(["58", "96 no EMD", "47"]);
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual([
      "Response, %",
      "such patients",
      "others",
      "n",
    ]);
    // Other outcomes, and each result with its source.
    const more = results(page)
      .locator("details")
      .filter({ hasText: "More of these studies" })
      .nth(1);
    await more.locator("summary").click();
    const folded = oneLine(await more.innerText());
    expect(folded).toContain("Severe CRS, %");
    expect(folded).toMatch(/Response(?:, [^–]+)? – EMD: \d+ of \d+, [\d.]+ % · no EMD: \d+ of \d+/);
    expect(folded.match(/Source: /g)?.length).toBeGreaterThan(5);

    await ofBar(page, "Close").click();
    await results(page).waitFor({ state: "hidden" });
    // The button is the one to a patient again.
    await expect
      .poll(() => opener(page, "Patient").evaluate((one) => one.matches(":focus")))
      .toBe(true);
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => question(page).innerText()).not.toContain("Patient:");
  });

  test("is said by the keyboard alone", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 768 });
    await opener(page, "Patient").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("group").first().waitFor();
    const press = async (key: string, times = 1) => {
      for (let one = 0; one < times; one += 1) await page.keyboard.press(key);
    };
    // Three lines; after the last button the age, then the third kind of earlier therapy.
    await press("Tab", 4);
    await press("Space");
    await press("Tab", 3);
    await page.keyboard.type("72");
    await press("Tab", 3);
    await press("Space");
    // Three other kinds, five traits, and the button below.
    await press("Tab", 9);
    await press("Enter");
    await told(page);
    expect(await heading(page).innerText()).toMatch(/^72 years, 3 lines: /);
    expect(await question(page).innerText()).toContain("after an antibody–drug conjugate");
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  test("is not cut off at 320 and 1280 pixels, and axe finds nothing", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?theme=system", {
      width: 320,
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "Patient");
    await fill(sheet, { age: "4", lines: "4", also: ["Extramedullary disease"], kinds: ["None"] });
    await show(sheet).click();
    await sheet.getByRole("alert").filter({ hasText: "18 to 110" }).waitFor();
    expect(await textOverlaps(sheet)).toEqual([]);
    const low = await sheet
      .getByRole("group")
      .getByRole("button")
      .evaluateAll((buttons) =>
        buttons
          .filter((one) => one.getBoundingClientRect().height < 44)
          .map((one) => one.textContent),
      );
    expect(low).toEqual([]);
    await expectNoAxeViolationsInAnyColours(page);
    await fill(sheet, { age: "71" });
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth);
    // Text at 200 %, too, scrolls nothing sideways.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await fits()).toBe(320);
    const tables = await results(page).getByRole("table").all();
    for (const table of tables) {
      expect(await table.evaluate((one) => one.getBoundingClientRect().right)).toBeLessThanOrEqual(
        320,
      );
    }
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "";
    });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await textOverlaps(results(page))).toEqual([]);
      expect(await fits()).toBe(width);
    }
    await expectNoAxeViolationsInAnyColours(page);
  });
});
