/** Launches in a window, of other patients, with fewer rights, and those that begin here. */
import { describe, expect } from "vitest";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { heading, patient, show, startLaunches } from "./support/launches.ts";
import { spareData } from "./support/traffic.ts";

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
    await heading(app, "From the record").waitFor();
    expect(await app.getByRole("region", { name: "Patient" }).count()).toBe(0);
    expect(await app.getByText("Invented").count()).toBe(0);
    await app.getByLabel("Prior lines of therapy").fill("99");
    await show(app).click();
    expect(await app.getByText("A whole number from 0 to 30, or nothing.").isVisible()).toBe(true);
    await app.getByLabel("Prior lines of therapy").fill("4");
    await app.getByLabel("Prior lines of therapy").press("Enter");
    await patient(app, /^My patient: 71 years, 4 prior lines/).waitFor();
    expect(await app.getByText("From the record: 71 years; multiple myeloma").innerText()).toMatch(
      /C90\.02.*teclistamab \(ordered 2024-05-12, completed\) → prior BCMA-directed therapy/,
    );
    await expectToFit(app, 390);
    await expectNoAxeViolations(app);

    await app.getByRole("button", { name: "Correct" }).click();
    expect(await app.getByLabel("Prior lines of therapy").inputValue()).toBe("4");
    await app.getByLabel("Age in years").fill("");
    await app.getByRole("checkbox", { name: "None" }).check();
    await show(app).click();
    await patient(app, /^My patient: 4 prior lines, no/).waitFor();
    expect(await app.getByText("From the record: 71 years").innerText()).toMatch(
      /71 years \(corrected\);.*teclistamab \([^)]*\) \(corrected\)/,
    );
  });
});

describe("The screen of a record", () => {
  test("wears the colours of the record where they are legible", async ({ openAt }) => {
    const context = { patient: "clara", hasStyle: true };
    const { page } = await openAt(launchPath(context), { ...here, colorScheme: "dark" });
    await heading(page, "From the record").waitFor();
    const colours = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return [backgroundColor, color];
    });
    expect(colours).toEqual(["rgb(244, 241, 232)", "rgb(29, 43, 51)"]);
    await expectNoAxeViolations(page);
  });

  test("works with what was granted, and says what is missing, also where data are spared", async ({
    openPage,
  }) => {
    const scope = "launch patient/Patient.rs";
    const { page } = await openPage(here);
    await spareData(page);
    await page.goto(launchPath({ patient: "alba", scope }));
    await heading(page, "From the record").waitFor();
    expect(await page.getByRole("note").innerText()).toBe(
      "The record does not let this page read conditions, medication orders and medications given. Please check below.",
    );
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await show(page).click();
    await patient(page, /^My patient: 71 years$/).waitFor();
  });

  test("says that there is no myeloma on the chart before anything else", async ({ openAt }) => {
    const { page } = await openAt(launchPath({ patient: "dario" }), here);
    await heading(page, "No multiple myeloma on this record").waitFor();
    expect(await show(page).count()).toBe(0);
    await expectNoAxeViolationsInAnyColours(page);
    await page.getByRole("button", { name: "Show all patients" }).click();
    await page.getByText("Shown for all patients").waitFor();
    await page.getByRole("heading", { name: /^In separate trials/ }).waitFor();
    expect(await patient(page, /^My patient/).count()).toBe(0);
  });

  test("guesses neither an age nor that an order was given, and does not show nothing as something", async ({
    openAt,
  }) => {
    const { page } = await openAt(launchPath({ patient: "edda" }), here);
    await heading(page, "From the record").waitFor();
    expect(await page.getByLabel("Age in years").inputValue()).toBe("");
    const form = await page.locator("form").innerText();
    expect(form).toContain("Birth date not said by the record.");
    expect(form).toContain("elranatamab (ordered 2026-11-02, not known to be given)");
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await show(page).click();
    await page.getByText("Say at least one of the three").waitFor();
  });
});

describe("A launch that begins here", () => {
  test("goes to a record of the list, where the patient is chosen", async ({ openAt }) => {
    const { page } = await openAt("/launch", here);
    await expectNoAxeViolationsInAnyColours(page);
    await page.getByRole("button", { name: "Sign in at Example record" }).click();
    await page.getByRole("link", { name: "alba" }).click();
    await heading(page, "From the record").waitFor();
    expect(await page.getByLabel("Age in years").inputValue()).toBe("71");
  });
});
