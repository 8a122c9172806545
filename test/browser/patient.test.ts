import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { chip, choice, live, openRow, openSheet, rowNamed } from "./support/screen.ts";
import { answerTo, expectDigits, expectToShow } from "./support/shown-answer.ts";
import { listen } from "./support/traffic.ts";

async function sayOfPatient(page: Page, name: "Age" | "Prior lines", value: string, sure = false) {
  const sheet = await openSheet(page, name);
  await sheet.getByLabel("My patient").fill(value);
  if (sure) await sheet.getByLabel("Only cohorts known").check();
  await sheet.getByLabel("My patient").press("Enter");
}

const notice = (page: Page) => page.getByText(/^Your patient/);

describe("My patient", () => {
  test("has the numbers that the API computes for such a patient, digit for digit", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    await sayOfPatient(page, "Age", "71");
    await notice(page).waitFor();
    await expectDigits(page, await answerTo("evidence=all&patient-age=71"));
    await sayOfPatient(page, "Prior lines", "4", true);
    const both = "evidence=all&patient-age=71&patient-prior-lines=4&patient-fit=confirmed";
    await expectDigits(page, await answerTo(both));
    expect(misconduct).toEqual(goodConduct);
  });

  test("names the three counts, with the cohorts one tap away, and is cleared at a tap", async ({
    openWidget,
  }) => {
    const { page } = await openWidget("/embed");
    const { patient } = await answerTo("patient-prior-lines=5");
    const [fits = 0, silent = 0] = [patient?.fits.length, patient?.notReported.length];
    await sayOfPatient(page, "Prior lines", "5");
    await notice(page).waitFor();
    const text = await notice(page).innerText();
    expect(text).toContain(`Your patient, 5 prior lines: ${fits} cohorts enrolled such patients`);
    expect(text).toContain(`of ${silent} our sources do not say, which are kept`);
    expect(await chip(page, "Prior lines").innerText()).toMatch(/≥ 3 · patient 5/);
    await page.getByText("Show these cohorts").click();
    for (const { label } of patient?.fits ?? []) {
      await page.getByRole("link", { name: label, exact: true }).first().waitFor();
    }
    await page.getByRole("button", { name: "Clear my patient" }).click();
    await notice(page).waitFor({ state: "hidden" });
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => chip(page, "Prior lines").innerText()).not.toContain("patient");
  });

  test("is forgotten by a reset, and kept while other filters change", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await sayOfPatient(page, "Prior lines", "5");
    await notice(page).waitFor();
    await choice(await openSheet(page, "Age"), "60 to 65").click();
    await expectToShow(page, await answerTo("age=60-65&patient-prior-lines=5"));
    const sheet = await openSheet(page, "Age");
    await sheet.getByRole("button", { name: "Reset all filters" }).click();
    await expectToShow(page, await answerTo(""));
    await expect.poll(() => notice(page).count()).toBe(0);
  });

  test.for([
    ["Age", "17", "18 to 110"],
    ["Age", "111", "18 to 110"],
    ["Age", "71.5", "18 to 110"],
    ["Age", "", "18 to 110"],
    ["Prior lines", "31", "0 to 30"],
    ["Prior lines", "-1", "0 to 30"],
    ["Prior lines", "five", "0 to 30"],
  ] as const)(
    "in %s refuses %s, saying what it may be",
    async ([name, value, allowed], { openWidget }) => {
      const { page } = await openWidget("/embed");
      await sayOfPatient(page, name, value);
      const sheet = page.getByRole("dialog");
      await sheet.getByRole("alert").filter({ hasText: allowed }).waitFor();
      expect(await notice(page).count()).toBe(0);
    },
  );

  test("leaves no trace outside of the widget: no request, address, attribute, event, storage or log", async ({
    openPage,
  }) => {
    // Numbers that do not occur elsewhere on the page.
    const [age, lines] = ["97", "29"];
    const { page, misconduct } = await openPage();
    const sent: string[] = [];
    page.on("request", (request) => {
      const headers = Object.values(request.headers()).join(" ");
      sent.push(`${request.url()} ${request.postData() ?? ""} ${headers}`);
    });
    const heard = await listen(page);
    await page.goto("/embed");
    await live(page);
    await sayOfPatient(page, "Age", age);
    await notice(page)
      .filter({ hasText: `${age} years` })
      .waitFor();
    await sayOfPatient(page, "Prior lines", lines);
    await notice(page)
      .filter({ hasText: `${lines} prior lines` })
      .waitFor();
    await page.getByText("Show these cohorts").click();
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    const question = `evidence=all&patient-age=${age}&patient-prior-lines=${lines}`;
    await expectToShow(page, await answerTo(question));
    await openSheet(page, "Age");

    expect(sent.filter((text) => /patient-(age|prior|fit)/.test(text))).toEqual([]);
    const asWord = new RegExp(`(?<![\\w.-])(${age}|${lines})(?![\\w.-])`);
    const addresses = sent.map((text) => new URL(text.split(" ")[0] ?? "").search);
    expect(addresses.filter((search) => asWord.test(search))).toEqual([]);
    expect(page.url()).not.toMatch(asWord);
    expect(await tracesIn(page, asWord.source)).toEqual([]);
    // Hosts get events for the question, never for an answer about a patient.
    const events = await heard();
    expect(events.map(({ name }) => name)).toEqual(["change"]);
    expect(JSON.stringify(events)).not.toMatch(asWord);
    expect(misconduct).toEqual(goodConduct);
  });

  test("has sources and medians, of which nobody is asked for more than the question", async ({
    openWidget,
  }) => {
    const { page, misconduct } = await openWidget("/embed?evidence=all");
    await sayOfPatient(page, "Age", "71");
    await notice(page).waitFor();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(new URL(request.url()).search));
    const row = rowNamed(page, "Progression-free");
    await openRow(row);
    await row.getByText(/^Sources \(/).click();
    const told = await answerTo("evidence=all&patient-age=71");
    const own = told.outcomes.find(({ outcome }) => outcome === "pfs-12");
    const pools = Object.values(own?.pools ?? {});
    const studies = pools.flatMap((pool) => pool.studies);
    const medians = pools.flatMap((pool) => pool.medians);
    expect(studies.length).toBeGreaterThan(1);
    expect(medians.length).toBeGreaterThan(2);
    for (const { citation } of [...studies, ...medians]) {
      await row
        .getByText(citation?.text ?? "no citation")
        .first()
        // Sources are folded.
        .waitFor({ state: "attached" });
    }
    // Studies that compared are asked for by their row.
    expect(sent.filter((search) => search !== "").sort()).toEqual(["?evidence=all", "?row=pfs-12"]);
    expect(misconduct).toEqual(goodConduct);
  });

  test("says so when the browser cannot compute it, and claims nothing", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    const sheet = await openSheet(page, "Age");
    await page.context().setOffline(true);
    await sheet.getByLabel("My patient").fill("71");
    await page.keyboard.press("Enter");
    await page.getByText("do not take your patient into account yet").waitFor();
    await page.getByRole("alert").filter({ hasText: "No connection" }).waitFor();
    expect(await chip(page, "Age").innerText()).not.toContain("71");
    expect(await notice(page).count()).toBe(0);
    await expectToShow(page, await answerTo(""));
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await expectDigits(page, await answerTo("patient-age=71"));
  });

  test("needs no connection once the engine is there", async ({ openWidget }) => {
    const { page } = await openWidget("/embed");
    await sayOfPatient(page, "Age", "71");
    await notice(page).waitFor();
    const sheet = await openSheet(page, "Age");
    await page.context().setOffline(true);
    await sheet.getByLabel("My patient").fill("66");
    await page.keyboard.press("Enter");
    await notice(page).filter({ hasText: "66 years" }).waitFor();
    await expectDigits(page, await answerTo("patient-age=66"));
  });

  test("axe finds nothing", async ({ openWidget }) => {
    const { page } = await openWidget("/embed?theme=system", { reducedMotion: "reduce" });
    await sayOfPatient(page, "Age", "71");
    await page.getByText("Show these cohorts").click();
    await expectNoAxeViolationsInAnyColours(page);
    await openSheet(page, "Age");
    await expectNoAxeViolationsInAnyColours(page);
  });
});

/**
 * Attributes of all elements and entries of all stores that match the pattern, except for positions
 * in drawings.
 */
function tracesIn(page: Page, pattern: string): Promise<string[]> {
  return page.evaluate((source) => {
    const wanted = new RegExp(source);
    const found: string[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll("*")) {
        for (const { name, value } of element.attributes) {
          const drawn = element instanceof SVGElement || name === "width" || name === "height";
          if (!drawn && wanted.test(value)) found.push(`${element.tagName} ${name}="${value}"`);
        }
        if (element.shadowRoot) look(element.shadowRoot);
      }
    };
    look(document);
    for (const store of [localStorage, sessionStorage]) {
      if (store.length > 0) found.push(JSON.stringify(store));
    }
    if (document.cookie) found.push(document.cookie);
    if (JSON.stringify(history.state ?? "").match(wanted)) found.push("history");
    return found;
  }, pattern);
}
