import { describe, expect, inject } from "vitest";
import type { Choices } from "#core/choices/choices.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { fill, heading, list, results, say, show, told, trials } from "./support/own-patient.ts";
import { goodConduct } from "./support/page.ts";
import {
  chip,
  choice,
  live,
  oneLine,
  openRow,
  openSheet,
  rowNamed,
  rows,
} from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";
import { answerTo, expectDigits, expectToShow } from "./support/shown-answer.ts";
import { textOverlaps } from "./support/text-overlaps.ts";

describe("My patient", () => {
  test("is one form with the same values in both sheets, has the API's digits, and needs no connection once the engine is there", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    const { rangesKnown: known } = await choicesFor("evidence=all");
    const first = await openSheet(page, "Age");
    // What our sources know comes first, before any filter by medians.
    const said = oneLine(await first.innerText());
    expect(said).toContain(
      `My patient Ages enrolled are known for ${known["patient-age"]} of ${known.cohorts} cohorts, prior lines for ${known["patient-prior-lines"]}. Age in years`,
    );
    expect(said.indexOf("Show what is known")).toBeLessThan(said.indexOf("Median age"));
    expect(await first.getByRole("textbox").first().getAttribute("id")).toBe("patient-age");
    await fill(first, { age: "71" });
    await show(first).click();
    await told(page);
    await expectDigits(page, await answerTo("evidence=all&patient-age=71"));
    const sheet = await openSheet(page, "Prior lines");
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("71");
    expect(misconduct).toEqual(goodConduct);
    const answer = await answerTo("evidence=all&patient-age=71&patient-prior-lines=4");
    await page.context().setOffline(true);
    await sheet.getByRole("textbox", { name: "Prior lines" }).fill("4");
    await sheet.getByRole("textbox", { name: "Prior lines" }).press("Enter");
    await heading(page).filter({ hasText: "4 prior lines" }).waitFor();
    await expectDigits(page, answer);
  });

  test("leads to the question that holds the patient, its trials in one line, then to studies", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const { patient } = await answerTo("patient-age=77&patient-prior-lines=4");
    await say(page, { age: "77", lines: "4", yes: "Extramedullary disease" });
    const text = await told(page);
    expect(await heading(page).innerText()).toBe(
      "My patient: 77 years, 4 prior lines, extramedullary disease",
    );
    // A reader of the screen is led there, too.
    expect(await heading(page).evaluate((node) => node.matches(":focus"))).toBe(true);
    const { fits = [], excludes = [], notStated = [] } = patient ?? {};
    const all = fits.length + excludes.length + notStated.length;
    const inOrder = [
      "3 or 4 prior lines are in both settings",
      "Earlier setting, 1 to 4 lines",
      `Of ${all} trials counted below, ${fits.length} enrolled such patients, ${excludes.length} only others, and for ${notStated.length} it is not stated.`,
      "By age",
      "By prior lines",
      "By extramedullary disease",
    ].map((words) => text.indexOf(words));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    // What was not said comes last, under a heading of its own.
    expect(text.indexOf("By cytogenetic risk")).toBeGreaterThan(
      text.indexOf("By other properties of patients"),
    );
    await trials(page).locator("summary").click();
    const links = trials(page).getByRole("link");
    const named = [...fits, ...excludes, ...notStated];
    expect(await links.allInnerTexts()).toEqual(named.map(({ label }) => label));
    for (const { reason } of excludes) expect(await trials(page).innerText()).toContain(reason);
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
      .poll(() => chip(page, "Prior lines").evaluate((one) => one.matches(":focus")))
      .toBe(true);
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => chip(page, "Prior lines").innerText()).not.toContain("patient");
  });

  test("after BCMA-directed therapy is shown the question after it, without a number of a class", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    await say(page, { age: "66", lines: "5", kinds: ["CAR-T", "Antibody"] });
    const text = await told(page);
    expect(await heading(page).innerText()).toBe(
      "My patient: 66 years, 5 prior lines, earlier BCMA-directed antibody–drug conjugate, CAR-T",
    );
    expect(text).toContain("After earlier BCMA-directed therapy (antibody–drug conjugate, CAR-T):");
    expect(text).toContain(
      "No trial here is of patients after CAR-T alone; 12 such of 107 in FUMANBA-1",
    );
    const after = "availability=any&target=any&prior-bcma=selected";
    await expectToShow(page, await answerTo(after));
    expect(await page.getByRole("heading", { level: 2 }).innerText()).toMatch(
      /^Not compared, too few trials: /,
    );
    expect(oneLine(await page.locator(".scope").innerText())).toContain("after BCMA therapy");
    await screenshot(page, "patient-after-bcma-390");
    // The sheets are those of the question on screen, and only what the reader changes is asked.
    await choice(await openSheet(page, "Product"), "cilta-cel").click();
    await expectToShow(page, await answerTo(`product=cilta-cel&${after}`));
    expect(new URL(page.url()).search).toBe("?product=cilta-cel");
    await results(page).getByRole("button", { name: "Show all patients" }).click();
    await expectToShow(page, await answerTo("product=cilta-cel"));
  });

  test("whom no question holds has no number on screen, and two questions on offer", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed", { width: 390, height: 844 });
    await say(page, { lines: "2", kinds: ["CAR-T"] });
    await results(page).getByText("Ask instead").waitFor();
    expect(await page.getByRole("heading", { level: 2 }).innerText()).toContain(
      "no question here holds such a patient",
    );
    expect(await rows(page).count()).toBe(0);
    expect(await page.getByText(/of 100/).count()).toBe(0);
    await screenshot(page, "patient-of-no-question-390");
    await expectNoAxeViolationsInAnyColours(page);
    await results(page).getByRole("button", { name: "After BCMA-directed therapy" }).click();
    await expectToShow(page, await answerTo("availability=any&target=any&prior-bcma=selected"));
    expect(await results(page).count()).toBe(0);
  });

  test("that is no such number is refused at its field, and the answer stays", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Prior lines");
    const said = (text: string) => sheet.getByRole("alert").filter({ hasText: text });
    await show(sheet).click();
    await said("Say at least one thing").waitFor();
    for (const [age, lines, allowed] of [
      ["17.5", "", "18 to 110"],
      ["111", "4", "18 to 110"],
      ["71", "31", "0 to 30"],
      ["71", "five", "0 to 30"],
    ] as const) {
      await fill(sheet, { age, lines });
      await show(sheet).click();
      await said(`is a whole number from ${allowed}`).waitFor();
      expect(await sheet.getByText("other field").count()).toBe(0);
      const field = sheet.getByRole("textbox", {
        name: allowed.startsWith("18") ? "Age in years" : "Prior lines",
      });
      expect(await field.getAttribute("aria-invalid")).toBe("true");
      expect(await field.evaluate((node) => node.matches(":focus"))).toBe(true);
    }
    // The two in each other's field: one tap puts them right.
    await fill(sheet, { age: "4", lines: "71" });
    await show(sheet).click();
    expect(await said("is a whole number").count()).toBe(2);
    await sheet.getByRole("button", { name: "71 years, 4 prior lines" }).click();
    expect(await sheet.getByLabel("Age in years").inputValue()).toBe("71");
    expect(await said("is a whole number").count()).toBe(0);
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
    await sheet.getByLabel("from").fill("78");
    await sheet.getByLabel("from").press("Enter");
    await sheet.getByRole("alert").filter({ hasText: "cohort has such a median" }).waitFor();
    await sheet.getByRole("button", { name: "My patient: 78 years" }).click();
    await expectToShow(page, await answerTo("patient-age=78"));
    expect(sent.filter((url) => new URL(url).search.includes("78"))).toEqual([]);
    // Who means the medians can still have them.
    const again = await openSheet(page, "Age");
    await again.getByLabel("from").fill("78");
    await again.getByLabel("from").press("Enter");
    await again.getByRole("button", { name: "all the same" }).click();
    await page.getByText("No trial answers this question").waitFor();
  });

  test("has medians, and the sources at each trial: nobody is asked for those of the question", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    await say(page, { age: "71" });
    await told(page);
    const sent: string[] = [];
    page.on("request", (request) => sent.push(new URL(request.url()).search));
    const row = rowNamed(page, "Progression-free");
    await openRow(row);
    await row.getByText(/^Sources \(/).click();
    const answer = await answerTo("evidence=all");
    const own = answer.outcomes.find(({ outcome }) => outcome === "pfs-12");
    const pools = Object.values(own?.pools ?? {});
    const studies = pools.flatMap((pool) => pool.studies);
    const medians = pools.flatMap((pool) => pool.medians);
    expect(studies.length).toBeGreaterThan(1);
    expect(medians.length).toBeGreaterThan(2);
    for (const { cohort } of studies) {
      await row.locator(`a[href$="/v1/cohorts/${cohort}"]`).first().waitFor({ state: "attached" });
    }
    // Studies that compared are asked for by their row.
    expect(sent.filter((search) => search !== "")).toEqual(["?row=pfs-12"]);
    expect(misconduct).toEqual(goodConduct);
  });

  test("says so when the browser cannot compute it, and claims nothing", async ({
    openEdgeWidget,
  }) => {
    const { page } = await openEdgeWidget("/embed");
    const sheet = await openSheet(page, "Age");
    // A file on its way, which a browser with a cache would not ask for again, is not what is lost.
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await fill(sheet, { age: "71", yes: "Extramedullary" });
    await show(sheet).click();
    await page.getByText("do not take your patient into account yet").waitFor();
    await page.getByRole("alert").filter({ hasText: "No connection" }).waitFor();
    // What the studies report came with the sheet.
    await list(page, "By extramedullary disease").waitFor();
    expect(await chip(page, "Age").innerText()).not.toContain("71");
    expect(await results(page).getByText("Enrolled such").count()).toBe(0);
    await expectToShow(page, await answerTo(""));
    await page.unroute("**/assets/engine-*");
    await page.context().setOffline(false);
    await expectDigits(page, await answerTo(""));
  });

  test("is told when the studies cannot be loaded, and has its pool all the same", async ({
    openPage,
  }) => {
    const { page } = await openPage();
    await page.route("**/v1/subgroups**", (route) => route.fulfill({ status: 503, body: "no" }));
    await page.goto("/embed");
    await live(page);
    await say(page, { age: "71" });
    await results(page).getByRole("alert").filter({ hasText: "could not be loaded" }).waitFor();
    await told(page);
    await expectToShow(page, await answerTo("patient-age=71"));
    await page.unroute("**/v1/subgroups**");
    await results(page).getByRole("button", { name: "Try again" }).click();
    await list(page, "By age").waitFor();
  });

  test("is said by the keyboard alone", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await chip(page, "Age").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").locator('[aria-busy="false"]').waitFor();
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
    const sheet = await openSheet(page, "Age");
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

async function choicesFor(query: string): Promise<Choices> {
  const response = await fetch(`${inject("serverUrl")}/v1/choices?${query}`);
  return (await response.json()) as Choices;
}
