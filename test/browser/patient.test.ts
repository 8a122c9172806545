import type { Locator, Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import type { Choices } from "#core/choices/choices.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { expectGoodConduct, goodConduct } from "./support/page.ts";
import {
  type ChipName,
  chip,
  choice,
  framedField,
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
import { listen } from "./support/traffic.ts";

interface Said {
  age?: string;
  lines?: string;
  /** Earlier BCMA-directed therapy. */
  kinds?: readonly string[];
  yes?: string;
  no?: string;
}

const show = (sheet: Locator) => sheet.getByRole("button", { name: "Show what is known" });

async function fill(sheet: Locator, { age, lines, kinds = [], yes, no }: Said) {
  const bcma = sheet.getByRole("group", { name: "Earlier BCMA-directed therapy" });
  for (const kind of kinds) await bcma.getByLabel(kind).check();
  if (age !== undefined) await sheet.getByLabel("Age in years").fill(age);
  if (lines !== undefined) await sheet.getByRole("textbox", { name: "Prior lines" }).fill(lines);
  if (yes) await sheet.getByRole("group", { name: yes }).getByLabel("Yes").check();
  if (no) await sheet.getByRole("group", { name: no }).getByLabel("No", { exact: true }).check();
}

async function say(page: Page, said: Said, name: ChipName = "Age") {
  const sheet = await openSheet(page, name);
  await fill(sheet, said);
  await show(sheet).click();
}

const heading = (page: Page) => page.getByRole("heading", { name: /^My patient:/ });
/** What is shown for the patient. */
const results = (page: Page) => page.locator("section").filter({ has: heading(page) });
const list = (page: Page, title: string) => results(page).locator("details", { hasText: title });
/** How many trials enrolled such patients; opened, it names them. */
const trials = (page: Page) => list(page, "counted below");

/** Waits for the answer, and returns what is shown for the patient. */
async function told(page: Page): Promise<string> {
  await trials(page).waitFor();
  return oneLine(await results(page).innerText());
}

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

  test("leaves no trace outside of the widget: no request, address, link, attribute, event, storage or log", async ({
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
    const sheet = await openSheet(page, "Age");
    const before = sent.length;
    await fill(sheet, { age, lines, yes: "Extramedullary", no: "High-risk" });
    // The wrong way round at first.
    await fill(sheet, { age: lines, lines: age });
    await show(sheet).click();
    await sheet.getByRole("button", { name: `${age} years` }).click();
    await show(sheet).click();
    await told(page);
    for (const summary of await results(page).locator("summary").all()) await summary.click();
    await choice(await openSheet(page, "More"), "With real-world cohorts").click();
    const question = `evidence=all&patient-age=${age}&patient-prior-lines=${lines}`;
    await expectToShow(page, await answerTo(question));
    await openRow(rows(page).first());
    await page.getByRole("button", { name: "Copy link" }).click();

    expect(sent.length).toBeGreaterThan(before);
    const trait = "bcma|cytogenetic|high-risk|extramedullary|emd";
    const ofPatient = new RegExp(`patient-(?:age|prior)|variable=|${trait}`, "i");
    const addresses = sent.map((text) => new URL(text.split(" ")[0] ?? "").search);
    expect(sent.filter((text) => /patient-(?:age|prior)/.test(text))).toEqual([]);
    expect(addresses.filter((search) => ofPatient.test(search))).toEqual([]);
    const asWord = new RegExp(`(?<![\\w.-])(${age}|${lines})(?![\\w.-])`);
    expect(addresses.filter((search) => asWord.test(search))).toEqual([]);
    // Neither the report nor any other link has a question but the one on screen.
    const searches = await page
      .getByRole("link")
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).search),
      );
    const own = searches.filter((search) => asWord.test(search) || ofPatient.test(search));
    expect(own).toEqual([]);
    const report = page.getByRole("link", { name: "All numbers and sources" });
    expect(await report.getAttribute("href")).toMatch(/\/report\?evidence=all&as-of=[\w-]+$/);
    expect(page.url()).not.toMatch(asWord);
    expect(await tracesIn(page, asWord.source)).toEqual([]);
    // Hosts get events for the question, never for an answer about a patient.
    const events = await heard();
    expect(events.map(({ name }) => name)).toEqual(["change"]);
    expect(JSON.stringify(events)).not.toMatch(asWord);
    expect(misconduct).toEqual(goodConduct);
  });

  test("asks for the same, whatever is said and whichever question it leads to", async ({
    openWidget,
  }) => {
    const asked = async (said: Said, then: (page: Page) => Promise<unknown>) => {
      const { page } = await openWidget("/embed");
      const sent: string[] = [];
      page.on("request", (request) => sent.push(request.url()));
      await say(page, said);
      await told(page);
      await page.waitForLoadState("networkidle");
      // Everything that asks for more: sources of a row, choices of a sheet, another tab.
      await openRow(rows(page).first());
      await openSheet(page, "More");
      await page.keyboard.press("Escape");
      await then(page);
      await page.waitForLoadState("networkidle");
      return [...new Set(sent.filter((url) => url.includes("/v1/")))].sort();
    };
    const tab = (page: Page) => page.getByRole("link", { name: "Survival" }).click();
    const [first, ...others] = await Promise.all([
      asked({ age: "72", no: "Extramedullary" }, tab),
      asked({ lines: "2" }, tab),
      asked({ lines: "5", kinds: ["CAR-T"] }, tab),
    ]);
    for (const other of others) expect(other).toEqual(first);
    expect(first?.filter((url) => url.endsWith("/v1/subgroups")).length).toBe(1);
    expect(first?.filter((url) => /setting|bcma|target|availability/.test(url))).toEqual([]);
  });

  test("is known to no one on a page of another site", async ({ hostPage }) => {
    const { page, misconduct, open } = await hostPage();
    const sent: string[] = [];
    page.on("request", (request) => sent.push(new URL(request.url()).search));
    const heard = await listen(page);
    await open();
    await live(page);
    const before = (await heard()).length;
    const sheet = await openSheet(page, "Age");
    await framedField(sheet, "Age in years").fill("71");
    await fill(sheet, { yes: "Extramedullary" });
    await show(sheet).click();
    await expectToShow(page, await answerTo("patient-age=71"));
    await list(page, "By extramedullary disease").waitFor();
    expect(sent.filter((search) => search !== "")).toEqual([]);
    expect((await heard()).slice(before)).toEqual([]);
    expectGoodConduct(misconduct);
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
