/** A patient who is said: the way there by pointer and keyboard, what is shown first, and what is refused. */
import { describe, expect } from "vitest";
import { fitFor, patient } from "../support/for-patient.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { sidewaysOverflow } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { hasFocus } from "./support/keyboard.ts";
import {
  fill,
  heading,
  ofBar,
  openForm,
  results,
  say,
  show,
  toggle,
  told,
  trials,
} from "./support/own-patient.ts";
import { goodConduct } from "./support/page.ts";
import {
  choose,
  oneLine,
  opener,
  openRow,
  openSheet,
  panel,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import { textOverlaps } from "./support/text-overlaps.ts";
import { isWhole } from "./support/whole.ts";

describe("My patient", () => {
  test("reads the fit first, then what studies printed of such patients, then the numbers of all", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const { trials: judged, counts } = fitFor("", patient({ age: 82, priorLines: 5 }));
    await say(page, { age: "82", lines: "5+", also: ["Extramedullary disease"] });
    const text = await told(page);
    expect(await heading(page).innerText()).toBe(
      `82 years, 5+ lines: ${counts.fits} of ${counts.all} trials enrolled such patients, none of them CAR-T; ${counts.excludes} did not, of ${counts["not-stated"]} it is not known.`,
    );
    // A reader of the screen is led there, too.
    expect(await hasFocus(heading(page))).toBe(true);
    expect(oneLine(await question(page).innerText())).toBe(
      "Patient: 82 years, 5+ lines with extramedullary disease",
    );
    const inOrder = [
      "What studies printed of age groups with 82 years",
      // What was not said comes last, under a heading of its own.
      "Other groups of patients",
      "Only this question went to the server: 3 or more lines. Age and the rest stay on this device.",
      "US or EU · ≥ 3 lines",
    ].map((words) => text.indexOf(words));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    await trials(page).locator("summary").click();
    const named = judged.flatMap(({ parts }) => parts);
    const links = trials(page).getByRole("link");
    expect(await links.allInnerTexts()).toEqual(named.map(({ label }) => label));
    // No number moves, and the verdict and each row say whose they are.
    await expectToShow(page, await answerTo(""));
    const verdict = page.getByRole("heading", { name: /More responded/ });
    expect(await verdict.innerText()).toMatch(/^All patients of these trials: More responded/);
    await openRow(rows(page).first());
    const header = await panel(page).locator("header").innerText();
    expect(header).toContain("All patients of these trials: ");
    expect(header).not.toContain("82");
    await page.keyboard.press("Escape");

    await ofBar(page, "Close").click();
    await results(page).waitFor({ state: "hidden" });
    // The button is the one to a patient again.
    await expect.poll(() => hasFocus(opener(page, "Patient"))).toBe(true);
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => question(page).innerText()).not.toContain("Patient:");
  });

  test("has the API's digits; without a connection it says so, and keeps what is there", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    await say(page, { age: "71" });
    await told(page);
    await expectToShow(page, await answerTo("evidence=all&patient-age=71"));
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
    expect(await hasFocus(heading(page))).toBe(true);
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
    const heights = await sheet
      .getByRole("group")
      .getByRole("button")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await expectNoAxeViolationsInAnyColours(page);
    await fill(sheet, { age: "71" });
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    // Text at 200 %, too, scrolls nothing sideways.
    const textSize = (size: string) =>
      page.evaluate((given) => {
        document.documentElement.style.fontSize = given;
      }, size);
    await textSize("200%");
    expect(await sidewaysOverflow(page)).toBe(0);
    const rights = await results(page)
      .getByRole("table")
      .evaluateAll((all) => all.map((table) => table.getBoundingClientRect().right));
    expect(Math.max(...rights)).toBeLessThanOrEqual(320);
    await textSize("");
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await textOverlaps(results(page))).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }
    await expectNoAxeViolationsInAnyColours(page);
  });

  test("after BCMA-directed therapy is shown the question after it, which no address holds before it is closed", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    await say(page, { age: "66", lines: "5+", kinds: ["CAR-T", "Antibody–drug conjugate"] });
    expect(await told(page)).toContain(
      "Only this question went to the server: 3 or more lines, after an antibody–drug conjugate or CAR-T.",
    );
    // The patient comes first, and the numbers of all patients of these trials below.
    expect((await heading(page).boundingBox())?.y).toBeLessThan(844);
    const after = "prior-bcma=adc,car-t";
    await expectToShow(page, await answerTo(after));
    await page.getByRole("heading", { level: 2, name: /not compared/ }).waitFor();
    // The sheets are those of the question on screen, and only what the reader changes is asked.
    await choose(page, "Product", "cilta-cel");
    await expectToShow(page, await answerTo(`product=cilta-cel&${after}`));
    expect(new URL(page.url()).search).toBe("");
    await page.keyboard.press("Escape");
    await ofBar(page, "Close").click();
    await expectToShow(page, await answerTo("product=cilta-cel"));
    expect(new URL(page.url()).search).toBe("?product=cilta-cel");
  });

  test.runIf(isWhole)(
    "whom no question holds has no number on screen, and a question on offer",
    async ({ openWidget }) => {
      const { page } = await openWidget("/embed");
      await say(page, { lines: "0", kinds: ["CAR-T"] });
      await results(page).getByText("Show instead").waitFor();
      expect(await page.getByRole("heading", { level: 2 }).allInnerTexts()).toEqual([
        "No trials of such patients.",
      ]);
      for (const none of [
        results(page).getByRole("table"),
        page.getByRole("link", { name: "Survival" }),
        rows(page),
        page.getByText(/of 100/),
      ]) {
        expect(await none.count()).toBe(0);
      }
      await expectNoAxeViolationsInAnyColours(page);
      await results(page).getByRole("button", { name: "1 line" }).click();
      await expectToShow(page, await answerTo("lines=1"));
      expect(await results(page).count()).toBe(0);
    },
  );

  test.runIf(isWhole)(
    "that is no such number is refused at its field, and the answer stays",
    async ({ openWidget }) => {
      const { page } = await openWidget("/embed");
      const sheet = await openSheet(page, "Patient");
      const said = (text: string) => sheet.getByRole("alert").filter({ hasText: text });
      await show(sheet).click();
      await said("Say at least one thing").waitFor();
      // Which ages are read: `typed-patient.test.ts` of the widget.
      await fill(sheet, { lines: "4", age: "17.5" });
      await show(sheet).click();
      await said("a whole number from 18 to 110").waitFor();
      const field = sheet.getByRole("textbox", { name: "Age in years" });
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await hasFocus(field)).toBe(true);
      await fill(sheet, { age: "71" });
      expect(await said("a whole number").count()).toBe(0);
      expect(await results(page).count()).toBe(0);
      await expectToShow(page, await answerTo(""));
      await show(sheet).click();
      await expectToShow(page, await answerTo("patient-age=71&patient-prior-lines=4"));
    },
  );

  test.runIf(isWhole)(
    "typed into a filter by medians does not empty the table, and is one tap away",
    async ({ openWidget }) => {
      const { page } = await openWidget("/embed");
      const sent: string[] = [];
      page.on("request", (request) => sent.push(request.url()));
      const type = async () => {
        const sheet = await openSheet(page, "Age");
        const from = sheet.getByRole("form", { name: /^Median age/ }).getByLabel("from");
        await from.fill("78");
        await from.press("Enter");
        await sheet.getByRole("alert").filter({ hasText: "study has such a median" }).waitFor();
        return sheet;
      };
      await (await type()).getByRole("button", { name: "My patient: 78 years" }).click();
      await expectToShow(page, await answerTo("patient-age=78"));
      expect(sent.filter((url) => new URL(url).search.includes("78"))).toEqual([]);
      // Who means the medians can still have them.
      await (await type()).getByRole("button", { name: "all the same" }).click();
      await page.getByText("No trial answers this question").waitFor();
    },
  );

  test.runIf(isWhole)(
    "of whom nothing could be had is claimed nothing, and the numbers of all stay, until it comes",
    async ({ openWidget }) => {
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
      await expectToShow(page, await answerTo("patient-age=71"));
    },
  );

  test.runIf(isWhole)(
    "is said beside the answer on a wide screen, which follows, and the focus stays",
    async ({ openWidget }) => {
      const { page } = await openWidget("/embed", { width: 1280 });
      const sheet = await openSheet(page, "Patient");
      const age = sheet.getByLabel("Age in years");
      await expect.poll(() => hasFocus(age)).toBe(true);
      await page.keyboard.type("54");
      const two = toggle(sheet, "Prior lines", "2");
      await two.focus();
      await page.keyboard.press("Space");
      await expectToShow(page, await answerTo("patient-age=54&patient-prior-lines=2"));
      await heading(page).filter({ hasText: "54 years, 2 lines" }).waitFor();
      expect(await hasFocus(two)).toBe(true);
      expect(await show(sheet).count()).toBe(0);
      // No backdrop: the answer can be used, and the form stays.
      const efficacy = page.getByRole("link", { name: "Efficacy" });
      await efficacy.click();
      await efficacy.and(page.locator("[aria-current]")).waitFor();
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
      await expect.poll(() => hasFocus(opener(page, "Patient"))).toBe(true);
    },
  );
});
