import { describe, expect } from "vitest";
import { fitFor, patient } from "../support/for-patient.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { fill, heading, list, results, say, show, told, trials } from "./support/own-patient.ts";
import { goodConduct } from "./support/page.ts";
import { oneLine, opener, openSheet, question } from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

describe("My patient", () => {
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
    const sheet = await openSheet(page, "Patient");
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("71");
    expect(misconduct).toEqual(goodConduct);
    await sheet.getByText("Only this question goes to the server:").waitFor();
    await page.context().setOffline(true);
    await sheet.getByRole("textbox", { name: "Prior lines" }).fill("4");
    await sheet.getByRole("textbox", { name: "Prior lines" }).press("Enter");
    await heading(page).filter({ hasText: "4 prior lines" }).waitFor();
    await page.getByRole("alert").getByText("No connection").waitFor();
    await expectToShow(page, await answerTo("evidence=all&patient-age=71"));
    await page.context().setOffline(false);
    await expectToShow(page, await answerTo("evidence=all&patient-age=71&patient-prior-lines=4"));
  });

  test("leads to the question that holds the patient, its trials in one line, then to studies", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const { fits, excludes, notStated, each } = fitFor("", patient({ age: 77, priorLines: 4 }));
    await say(page, { age: "77", lines: "4", yes: "Extramedullary disease" });
    await told(page);
    expect(await heading(page).innerText()).toBe(
      "My patient: 77 years, 4 prior lines, extramedullary disease",
    );
    // A reader of the screen is led there, too.
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
    await trials(page).locator("summary").click();
    await list(page, "By other properties").locator("summary").first().click();
    const text = await told(page);
    const [age] = each;
    const named = [...fits, ...excludes, ...notStated];
    const inOrder = [
      "Trials after 3 or more prior lines.",
      `Of ${named.length} trials counted here: 77 years enrolled in ${age?.fits}, not stated in ${age?.notStated}; 4 prior lines`,
      "By age",
      "By prior lines",
      "By extramedullary disease",
      // What was not said comes last, under a heading of its own.
      "By other properties of patients",
      "By cytogenetic risk",
    ].map((words) => text.indexOf(words));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    const links = trials(page).getByRole("link");
    expect(await links.allInnerTexts()).toEqual(named.map(({ label }) => label));
    // No number moves.
    await expectToShow(page, await answerTo(""));
    // Of single studies: theirs first, others beside them, each with how many patients, and the source.
    const studies = list(page, "By extramedullary disease");
    await studies.locator("summary").click();
    const byStudy = oneLine(await studies.innerText());
    expect(byStudy).toMatch(
      /Response(?:, [^–]+)? – EMD: \d+ of \d+, [\d.]+ %\. Others: no EMD: \d+ of \d+/,
    );
    const shown = (await studies.locator("h5").count()) - 1;
    expect(byStudy.match(/Source: /g)?.length).toBeGreaterThan(shown);

    await results(page).getByRole("button", { name: "Show all patients" }).click();
    await results(page).waitFor({ state: "hidden" });
    await expect
      .poll(() =>
        page
          .locator("h2")
          .first()
          .evaluate((one) => one.matches(":focus")),
      )
      .toBe(true);
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => question(page).innerText()).not.toContain("Patient:");
  });

  test("is said by the keyboard alone", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 768 });
    await opener(page, "Patient").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("group").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("72");
    await page.keyboard.press("Tab");
    await page.keyboard.type("3");
    // The first kind of earlier therapy; then the two choices, each one stop.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    for (let stop = 0; stop < 7; stop += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await told(page);
    expect(await heading(page).innerText()).toBe(
      "My patient: 72 years, 3 prior lines, earlier BCMA-directed antibody–drug conjugate",
    );
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
  });

  test("is not cut off at 320 and 1280 pixels, and axe finds nothing", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?theme=system", {
      width: 320,
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "Patient");
    await fill(sheet, { age: "4", lines: "71", yes: "Extramedullary", kinds: ["None"] });
    await show(sheet).click();
    await sheet.getByRole("button", { name: "71 years" }).waitFor();
    expect(await textOverlaps(sheet)).toEqual([]);
    await expectNoAxeViolationsInAnyColours(page);
    await sheet.getByRole("button", { name: "71 years" }).click();
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await textOverlaps(results(page))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await expectNoAxeViolationsInAnyColours(page);
  });
});
