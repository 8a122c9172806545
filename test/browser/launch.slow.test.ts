/** Launches in a window, of other patients, with fewer rights, and those that begin here. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import {
  form,
  fromRecord,
  heading,
  lines,
  patient,
  pressed,
  show,
  startLaunches,
} from "./support/launches.ts";
import { opener, question } from "./support/screen.ts";

const { record, server, here, launchPath } = await startLaunches();

describe("A launch from a record", () => {
  test("opens in a new window, where the record shows who the patient is, and can be corrected", async ({
    openPage,
  }) => {
    const { page } = await openPage({ ...here, width: 1280, height: 900 });
    await page.goto(record.url);
    const address = server.url + launchPath({ patient: "alba", needPatientBanner: false });
    const [app] = await Promise.all([
      page.context().waitForEvent("page"),
      page.evaluate((url) => void window.open(url, "_blank", "noopener"), address),
    ]);
    await app.setViewportSize({ width: 390, height: 844 });
    await form(app).waitFor();
    expect(await app.getByRole("region", { name: "Patient" }).count()).toBe(0);
    expect(await app.getByText("Invented").count()).toBe(0);
    await app.getByLabel("Age in years").fill("7");
    await show(app).click();
    await app.getByRole("alert").filter({ hasText: "a whole number from 18 to 110" }).waitFor();
    await lines(app, "4").click();
    await app.getByLabel("Age in years").fill("71");
    await app.getByLabel("Age in years").press("Enter");
    await patient(app, /^71 years, 4 lines: /).waitFor();
    expect(await fromRecord(app).innerText()).toBe(
      "From the record: 71 years; multiple myeloma (C90.02); teclistamab (ordered 2024-05-12, completed) → earlier therapy.",
    );
    await expectToFit(app, 390);
    await expectNoAxeViolations(app);

    await app.setViewportSize({ width: 1280, height: 844 });
    await opener(app, "Change").click();
    expect(await lines(app, "4").getAttribute("aria-pressed")).toBe("true");
    expect(await form(app).innerText()).toContain("From the birth date, 1955-03-02.");
    // What is corrected counts with the button only, however wide the screen is.
    await app.getByLabel("Age in years").fill("");
    await app.getByRole("button", { name: "None", exact: true }).click();
    expect(await patient(app, /^71 years, 4 lines: /).count()).toBe(1);
    await show(app).click();
    await patient(app, /^4 lines: /).waitFor();
    expect(await question(app).innerText()).toContain("no BCMA- or GPRC5D-directed therapy");
    expect(await fromRecord(app).innerText()).toMatch(
      /71 years \(corrected\);.*teclistamab \([^)]*\) \(corrected\)/,
    );

    await opener(app, "Change").click();
    await form(app).getByRole("button", { name: "Show all patients" }).click();
    await app.getByText("Shown for all patients.").waitFor();
    expect(await patient(app).count()).toBe(0);
    // The form has what the record says again.
    await fromRecord(app).locator("..").getByRole("button", { name: "My patient" }).click();
    expect(await app.getByLabel("Age in years").inputValue()).toBe("71");
    await app.keyboard.press("Escape");
    await form(app).waitFor({ state: "hidden" });
    expect(await patient(app).count()).toBe(0);
  });
});

describe("The screen of a record", () => {
  test("wears the colours of the record where they are legible", async ({ openAt }) => {
    const context = { patient: "clara", hasStyle: true };
    const { page } = await openAt(launchPath(context), { ...here, colorScheme: "dark" });
    await form(page).waitFor();
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return [backgroundColor, color];
    });
    expect(colours).toEqual(["rgb(244, 241, 232)", "rgb(29, 43, 51)"]);
    await expectNoAxeViolations(page);
  });

  test("shows what a record says as text, however long it is", async ({ openPage }) => {
    const { page, misconduct } = await openPage({ ...here, width: 320 });
    const birthDate = "<img/src=x/onerror=alert(1)>".repeat(20);
    const name = [{ text: birthDate }];
    const json = { resourceType: "Patient", id: "alba", birthDate, name, gender: birthDate };
    await page.route("**/fhir/Patient/alba", (route) => route.fulfill({ json }));
    await page.goto(launchPath({ patient: "alba" }));
    await form(page).getByText(`Birth date ${birthDate}, which does not tell the age`).waitFor();
    expect(await page.locator("img").count()).toBe(0);
    await expectToFit(page, 320);
    const body = form(page).locator(".sheet-body");
    expect(await body.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    expect(misconduct.consoleMessages).toEqual([]);
  });

  test("works with what was granted, and says what is missing", async ({ openAt }) => {
    const scope = "launch patient/Patient.rs";
    const { page } = await openAt(launchPath({ patient: "alba", scope }), here);
    await form(page).waitFor();
    expect(await page.getByRole("note").innerText()).toBe(
      "The record does not let this page read conditions, medication orders and medications given. Please check below.",
    );
    expect(await pressed(page).count()).toBe(0);
    await show(page).click();
    await patient(page, /^71 years, lines not said: /).waitFor();
  });

  test("says that there is no myeloma on the chart before anything else", async ({ openAt }) => {
    const { page } = await openAt(launchPath({ patient: "dario" }), here);
    await heading(page, "No multiple myeloma on this record").waitFor();
    expect(await show(page).count()).toBe(0);
    await expectNoAxeViolationsInAnyColours(page);
    await page.getByRole("button", { name: "Show all patients" }).click();
    await page.getByText("Shown for all patients").waitFor();
    await page.getByRole("heading", { name: /^More responded after/ }).waitFor();
    expect(await patient(page).count()).toBe(0);
    expect(await heading(page, "The comparison").evaluate((one) => one.matches(":focus"))).toBe(
      true,
    );
  });

  test("opens the form if the patient has myeloma nevertheless", async ({ openAt }) => {
    const { page } = await openAt(launchPath({ patient: "dario" }), here);
    await page.getByRole("button", { name: "The patient has multiple myeloma" }).click();
    await form(page)
      .getByText(/^Diagnosis: No multiple myeloma among \d+ conditions?\.$/)
      .waitFor();
    await show(page).click();
    await patient(page, /^80 years, lines not said: /).waitFor();
  });

  test("guesses neither an age nor that an order was given, and does not show nothing as something", async ({
    openAt,
  }) => {
    const { page } = await openAt(launchPath({ patient: "edda" }), here);
    await form(page).waitFor();
    expect(await page.getByLabel("Age in years").inputValue()).toBe("");
    const said = await form(page).innerText();
    expect(said).toContain("Birth date not said by the record.");
    expect(said).toContain("elranatamab (ordered 2026-11-02, not known to be given)");
    expect(await pressed(page).count()).toBe(0);
    await show(page).click();
    await form(page).getByText("Say at least one thing of the patient.").waitFor();
  });
});

describe("Two patients of one row of the table", () => {
  test("ask the same of us, in the same order", async ({ openPage }) => {
    const askedFor = async (who: string, line: string) => {
      const { page } = await openPage(here);
      const asked: string[] = [];
      await page.goto(launchPath({ patient: who }));
      page.on("request", (request) => {
        if (request.url().startsWith(server.url)) asked.push(request.url());
      });
      await form(page).waitFor();
      await lines(page, line).click();
      await show(page).click();
      await page.getByText("Which trials enrolled such patients").waitFor();
      return asked.filter((url) => !url.includes("/launch/return/"));
    };
    const alba = await askedFor("alba", "4");
    expect(alba.some((url) => url.endsWith("/v1/screen/patients?prior-bcma=bispecific"))).toBe(
      true,
    );
    expect(await askedFor("alba", "5+")).toEqual(alba);
  });
});

describe("A launch that begins here", () => {
  test("goes to a record of the list, where the patient is chosen", async ({ openAt }) => {
    const { page } = await openAt("/launch", here);
    await expectNoAxeViolationsInAnyColours(page);
    await page.getByRole("button", { name: "Sign in at Example record" }).click();
    await page.getByRole("link", { name: "alba" }).click();
    await form(page).waitFor();
    expect(await page.getByLabel("Age in years").inputValue()).toBe("71");
  });
});
