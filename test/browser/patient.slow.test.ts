/** A patient who is entered: the way there by pointer and keyboard, what is shown first, and what is refused. */

import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { boxesOf, setTextSize, sidewaysOverflow, textOverlaps } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { hasFocus } from "./support/keyboard.ts";
import {
  choose,
  live,
  opener,
  openRow,
  openSheet,
  panel,
  question,
  rows,
} from "./support/screen.ts";
import { answerTo, expectToShow } from "./support/shown-answer.ts";
import {
  closePatientButton,
  fillForm,
  formButton,
  patientHeading,
  patientResults,
  resultsText,
  showButton,
  showPatient,
} from "./support/typed-patient.ts";

describe("My patient", () => {
  test("is read first, beside the numbers of all, and is closed again", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await showPatient(page, { age: "82", lines: "5+", also: ["Extramedullary disease"] });
    await resultsText(page);
    // A reader of the screen is led there, too.
    expect(await hasFocus(patientHeading(page))).toBe(true);
    // No number changes, and the headline and each row say that the numbers are of all patients.
    await expectToShow(page, await answerTo(""));
    await page
      .getByRole("heading", { name: /^All patients of these trials median ages/ })
      .waitFor();
    await openRow(rows(page).first());
    const header = await panel(page).locator("header").innerText();
    expect(header).toContain("All patients of these trials: ");
    expect(header).not.toContain("82");
    await page.keyboard.press("Escape");

    await closePatientButton(page).click();
    await patientResults(page).waitFor({ state: "hidden" });
    // The button is the one to a patient again.
    await expect.poll(() => hasFocus(opener(page, "My patient"))).toBe(true);
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => question(page).innerText()).not.toContain("Patient:");
    // What was typed stays in the form until the page is left, or is cleared.
    const sheet = await openSheet(page, "My patient");
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("82");
    expect(await formButton(sheet, "Prior lines", "5+").getAttribute("aria-pressed")).toBe("true");
    await sheet.getByRole("button", { name: "Clear", exact: true }).click();
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("");
    await page.reload();
    await live(page);
    const after = await openSheet(page, "My patient");
    expect(await after.getByLabel("Age in years").inputValue()).toBe("");
  });

  test("after BCMA-directed therapy leads to the question after it, which no address holds", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    await showPatient(page, {
      age: "66",
      lines: "5+",
      kinds: ["CAR\u2060-\u2060T", "Antibody–drug conjugate"],
    });
    await resultsText(page);
    // The patient comes first, and the numbers of all patients of these trials below.
    expect((await patientHeading(page).boundingBox())?.y).toBeLessThan(844);
    const after = "prior-bcma=adc,car-t";
    await expectToShow(page, await answerTo(after));
    // The sheets are those of the question on screen, and only what the reader changes is asked.
    await choose(page, "Product", "cilta\u2060-\u2060cel");
    await expectToShow(page, await answerTo(`product=cilta-cel&${after}`));
    // While the patient is shown, no address holds the question.
    expect(new URL(page.url()).search).toBe("");
    await page.keyboard.press("Escape");
    await closePatientButton(page).click();
    await expectToShow(page, await answerTo("product=cilta-cel"));
    expect(new URL(page.url()).search).toBe("?product=cilta-cel");
  });

  test("is said by the keyboard alone", async ({ openWidget }) => {
    const { page } = await openWidget("/embed", { width: 768 });
    await opener(page, "My patient").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("group").first().waitFor();
    const press = async (key: string, times = 1) => {
      for (let presses = 0; presses < times; presses += 1) await page.keyboard.press(key);
    };
    // The keys choose three lines, then go past the last button and the age to the third kind of earlier therapy.
    await press("Tab", 4);
    await press("Space");
    await press("Tab", 3);
    await page.keyboard.type("72");
    await press("Tab", 3);
    await press("Space");
    // Three other kinds, six traits, the button that clears and the one below follow.
    await press("Tab", 11);
    await press("Enter");
    await resultsText(page);
    expect(await question(page).innerText()).toContain("Patient: 72 years, 3 lines");
    expect(await question(page).innerText()).toContain("after an antibody–drug conjugate");
    expect(await hasFocus(patientHeading(page))).toBe(true);
  });

  test("is not cut off at 320 and 1280 pixels, and axe finds nothing", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?theme=system", {
      width: 320,
      reducedMotion: "reduce",
    });
    const sheet = await openSheet(page, "My patient");
    await fillForm(sheet, {
      age: "4",
      lines: "4",
      also: ["Extramedullary disease"],
      kinds: ["None"],
    });
    await showButton(sheet).click();
    await sheet.getByRole("alert").filter({ hasText: "18 to 110" }).waitFor();
    expect(await textOverlaps(sheet)).toEqual([]);
    const buttons = await boxesOf(sheet.getByRole("group").getByRole("button"));
    expect(Math.min(...buttons.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    await expectNoAxeViolationsInAnyColours(page);
    await fillForm(sheet, { age: "71" });
    await showButton(sheet).click();
    await resultsText(page);
    for (const summary of await patientResults(page).locator("summary").all())
      await summary.click();
    // Nothing scrolls sideways with text at 200 % either.
    await setTextSize(page, "200%");
    expect(await sidewaysOverflow(page)).toBe(0);
    const items = await boxesOf(patientResults(page).getByRole("listitem"));
    expect(Math.max(...items.map(({ right }) => right))).toBeLessThanOrEqual(320);
    await setTextSize(page, "");
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await textOverlaps(patientResults(page))).toEqual([]);
      expect(await sidewaysOverflow(page)).toBe(0);
    }
    await expectNoAxeViolationsInAnyColours(page);
  });

  test.for([390, 700, 1280])(
    "has every mark under its axis, %s pixels wide, with the form beside it and without",
    async (width, { openWidget }) => {
      const { page } = await openWidget("/embed", { width });
      const sheet = await openSheet(page, "My patient");
      await fillForm(sheet, { age: "74", lines: "4", also: ["Extramedullary disease"] });
      if ((await showButton(sheet).count()) > 0) await showButton(sheet).click();
      await resultsText(page);
      const listEdges = () =>
        page.locator(".table").evaluateAll((tables) =>
          tables.map((table) => {
            const drawings = table.querySelectorAll(":scope > .axis-head > .axis, .rows .strip");
            const visible = [...drawings].filter((drawing) => drawing.checkVisibility());
            const edges = visible.map((drawing) => {
              const { left, right } = drawing.getBoundingClientRect();
              return `${Math.round(left)} to ${Math.round(right)}`;
            });
            return [...new Set(edges)];
          }),
        );
      const expectOneAxis = async () => {
        const edges = await listEdges();
        expect(edges.length).toBeGreaterThanOrEqual(2);
        for (const ofTable of edges) expect(ofTable.length).toBeLessThanOrEqual(1);
      };
      await expectOneAxis();
      if (width === 1280) {
        await sheet.getByRole("button", { name: "Close" }).click();
        await sheet.waitFor({ state: "hidden" });
        await expectOneAxis();
      }
    },
  );

  test("is said beside the answer on a wide screen, which follows, and the focus stays", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 1280 });
    const sheet = await openSheet(page, "My patient");
    const age = sheet.getByLabel("Age in years");
    await expect.poll(() => hasFocus(age)).toBe(true);
    await page.keyboard.type("54");
    const two = formButton(sheet, "Prior lines", "2");
    await two.focus();
    await page.keyboard.press("Space");
    await expectToShow(page, await answerTo("patient-age=54&patient-prior-lines=2"));
    await patientHeading(page).filter({ hasText: "near age 54" }).waitFor();
    expect(await hasFocus(two)).toBe(true);
    expect(await showButton(sheet).count()).toBe(0);
    // There is no backdrop: the answer can be used, and the form stays.
    const harms = page.getByRole("link", { name: "Harms" });
    await harms.click();
    await harms.and(page.locator("[aria-current]")).waitFor();
    expect(await textOverlaps(sheet)).toEqual([]);
    await expectNoAxeViolationsInAnyColours(page);
    // An impossible number is reported when its field is left, and changes nothing.
    await age.fill("17");
    await page.keyboard.press("Tab");
    await sheet.getByRole("alert").filter({ hasText: "from 18 to 110" }).waitFor();
    expect(await patientHeading(page).innerText()).toContain("age 54");
    await closePatientButton(page).click();
    // The form beside the answer keeps what was typed.
    await patientResults(page).waitFor({ state: "hidden" });
    expect(await age.inputValue()).toBe("17");
    await age.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await expect.poll(() => hasFocus(opener(page, "My patient"))).toBe(true);
  });
});
