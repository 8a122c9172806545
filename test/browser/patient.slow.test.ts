/** My patient on less usual ways: questions that hold nobody, filters, failures, a wide screen. */
import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import {
  fill,
  heading,
  ofBar,
  results,
  say,
  show,
  toggle,
  told,
  trials,
} from "./support/own-patient.ts";
import { choose, oneLine, opener, openSheet, question, rows } from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

describe("My patient", () => {
  test("after BCMA-directed therapy is shown the question after it, without a number of a class", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    await say(page, { age: "66", lines: "5+", kinds: ["CAR-T", "Antibody–drug conjugate"] });
    await told(page);
    // Each trial is its own number; what is said of the question is folded.
    const [first] = await rows(page).all();
    expect(oneLine((await first?.innerText()) ?? "")).toMatch(
      /^Response .*cilta-cel: 60 of 100.* not compared: one CAR-T and one bispecific trial .*12 of 20/,
    );
    // The patient comes first, and the numbers of all patients of these trials below.
    expect((await heading(page).boundingBox())?.y).toBeLessThan(844);
    const text = await told(page);
    expect(await heading(page).innerText()).toMatch(
      /^66 years, 5\+ lines: none of 2 trials is known to have enrolled such patients; .*do(es)? not say\./,
    );
    expect(text).toContain(
      "Only this question went to the server: 3 or more lines, after an antibody–drug conjugate or CAR-T.",
    );
    expect(text).toContain("patients after BCMA-directed therapy of any kind");
    // Said once, with the numbers.
    const kinds = page.getByText("Kinds not printed, not counted: MajesTEC-1 cohort C");
    expect(await kinds.count()).toBe(1);
    const after = "prior-bcma=adc,car-t";
    await expectToShow(page, await answerTo(after));
    await page.getByRole("heading", { level: 2, name: /not compared/ }).waitFor();
    await results(page)
      .getByText(/· after an antibody–drug conjugate or CAR-T/)
      .waitFor();
    await screenshot(page, "patient-after-bcma-390");
    // The sheets are those of the question on screen, and only what the reader changes is asked.
    await choose(page, "Product", "cilta-cel");
    await expectToShow(page, await answerTo(`product=cilta-cel&${after}`));
    // The address follows when there is no patient any more.
    expect(new URL(page.url()).search).toBe("");
    await page.keyboard.press("Escape");
    await ofBar(page, "Close").click();
    await expectToShow(page, await answerTo("product=cilta-cel"));
    expect(new URL(page.url()).search).toBe("?product=cilta-cel");
  });

  test("whom no question holds has no number on screen, and a question on offer", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    await say(page, { lines: "0", kinds: ["CAR-T"] });
    await results(page).getByText("Show instead").waitFor();
    expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual([
      "No trials of such patients.",
    ]);
    expect(await results(page).getByRole("table").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Survival" }).count()).toBe(0);
    expect(await rows(page).count()).toBe(0);
    expect(await page.getByText(/of 100/).count()).toBe(0);
    await screenshot(page, "patient-of-no-question-390");
    await expectNoAxeViolationsInAnyColours(page);
    await results(page).getByRole("button", { name: "1 line" }).click();
    await expectToShow(page, await answerTo("lines=1"));
    expect(await results(page).count()).toBe(0);
  });

  test("that is no such number is refused at its field, and the answer stays", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Patient");
    const said = (text: string) => sheet.getByRole("alert").filter({ hasText: text });
    await show(sheet).click();
    await said("Say at least one thing").waitFor();
    await fill(sheet, { lines: "4" });
    for (const age of ["17.5", "111", "4", "seventy"]) {
      await fill(sheet, { age });
      await show(sheet).click();
      await said("a whole number from 18 to 110").waitFor();
      const field = sheet.getByRole("textbox", { name: "Age in years" });
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.evaluate((node) => node.matches(":focus"))).toBe(true);
    }
    await fill(sheet, { age: "71" });
    expect(await said("a whole number").count()).toBe(0);
    expect(await results(page).count()).toBe(0);
    await expectToShow(page, await answerTo(""));
    await show(sheet).click();
    await expectToShow(page, await answerTo("patient-age=71&patient-prior-lines=4"));
  });

  test("typed into a filter by medians does not empty the table, and is one tap away", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(request.url()));
    const sheet = await openSheet(page, "Age");
    const from = sheet.getByRole("form", { name: /^Median age/ }).getByLabel("from");
    await from.fill("78");
    await from.press("Enter");
    await sheet.getByRole("alert").filter({ hasText: "study has such a median" }).waitFor();
    await sheet.getByRole("button", { name: "My patient: 78 years" }).click();
    await expectToShow(page, await answerTo("patient-age=78"));
    expect(sent.filter((url) => new URL(url).search.includes("78"))).toEqual([]);
    // Who means the medians can still have them.
    const again = await openSheet(page, "Age");
    const range = again.getByRole("form", { name: /^Median age/ }).getByLabel("from");
    await range.fill("78");
    await range.press("Enter");
    await again.getByRole("button", { name: "all the same" }).click();
    await page.getByText("No trial answers this question").waitFor();
  });

  test("of whom nothing could be had is claimed nothing, and the numbers of all stay, until it comes", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await page.route("**/v1/screen/patients**", (route) => route.fulfill({ status: 503 }));
    await say(page, { age: "71", also: ["Extramedullary disease"] });
    await page.getByText("do not take your patient into account yet").waitFor();
    const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
    await alert.waitFor();
    expect(await question(page).innerText()).not.toContain("71");
    expect(await results(page).getByRole("table").count()).toBe(0);
    expect(await trials(page).count()).toBe(0);
    await expectToShow(page, await answerTo(""));
    await page.unroute("**/v1/screen/patients**");
    await alert.getByRole("button", { name: "Try again" }).click();
    await told(page);
    await results(page).getByText("of patients with extramedullary disease").waitFor();
    await expectToShow(page, await answerTo("patient-age=71"));
  });

  test("is said beside the answer on a wide screen, which follows, and the focus stays", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 1280 });
    const sheet = await openSheet(page, "Patient");
    const age = sheet.getByLabel("Age in years");
    await expect.poll(() => age.evaluate((one) => one.matches(":focus"))).toBe(true);
    await page.keyboard.type("54");
    await toggle(sheet, "Prior lines", "2").focus();
    await page.keyboard.press("Space");
    await expectToShow(page, await answerTo("patient-age=54&patient-prior-lines=2"));
    await heading(page).filter({ hasText: "54 years, 2 lines" }).waitFor();
    const two = toggle(sheet, "Prior lines", "2");
    expect(await two.evaluate((one) => one.matches(":focus"))).toBe(true);
    expect(await show(sheet).count()).toBe(0);
    // No backdrop: the answer can be used, and the form stays.
    await page.getByRole("link", { name: "Efficacy" }).click();
    await page
      .getByRole("link", { name: "Efficacy" })
      .and(page.locator("[aria-current]"))
      .waitFor();
    expect(await textOverlaps(sheet)).toEqual([]);
    await expectNoAxeViolationsInAnyColours(page);
    // What is no such number is said when its field is left, and changes nothing.
    await age.fill("17");
    await page.keyboard.press("Tab");
    await sheet.getByRole("alert").filter({ hasText: "from 18 to 110" }).waitFor();
    expect(await heading(page).innerText()).toContain("54 years");
    await ofBar(page, "Close").click();
    await expect.poll(() => age.inputValue()).toBe("");
    await age.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await expect
      .poll(() => opener(page, "Patient").evaluate((one) => one.matches(":focus")))
      .toBe(true);
  });
});
