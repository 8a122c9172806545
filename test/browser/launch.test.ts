/**
 * The whole way of a clinician: the record launches the app, which signs in, reads the record and shows
 * the comparison. What goes wrong: `launch-refused.slow.test.ts`.
 */
import type { Request } from "playwright-core";
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
import { goodConduct } from "./support/page.ts";
import { opener, question } from "./support/screen.ts";
import { textOverlaps } from "./support/text-overlaps.ts";
import { isWhole } from "./support/whole.ts";

const { record, server, here, returnAddress, launchPath, openInFrame } = await startLaunches();

/**
 * What a request tells whoever gets it, without the random values of a launch: their hexadecimal digits
 * may by chance be those of a year of birth.
 */
function toldBy(request: Request): string {
  const headers = Object.entries(request.headers()).flat().join(" ");
  const told = `${request.method()} ${request.url()} ${request.postData() ?? ""} ${headers}`;
  return told
    .replaceAll(/\b(launch|code|state)=[\w-]+/g, "$1=…")
    .replaceAll(/\/return\/\w+/g, "/return/…");
}

const isOfRecord = (request: Request) => request.url().startsWith(`${record.issuer}/`);

describe("A launch from a record", () => {
  test("leads in a frame to the comparison, and no value of the patient to our API", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage({ ...here, width: 1280, height: 900 });
    const asked: Request[] = [];
    page.on("request", (request) => asked.push(request));
    await openInFrame(page, launchPath({ patient: "bruno" }));
    await expect.poll(() => page.frames().at(-1)?.url()).toMatch(returnAddress);
    const frame = page.frames().at(-1);
    if (!frame) throw new Error("no frame");
    await form(frame).waitFor();
    expect(await frame.getByRole("region", { name: "Patient" }).innerText()).toMatch(
      /Imaginary, Bruno\s+Born: 1962-08-30\s+Sex: male/,
    );
    expect(await frame.getByLabel("Age in years").inputValue()).toBe("64");
    expect(await pressed(frame).allInnerTexts()).toEqual([expect.stringContaining("CAR-T")]);
    expect(await form(frame).innerText()).toMatch(/ide.*given 2023-09-04/);
    await expectNoAxeViolations(frame);
    await lines(frame, "5+").click();
    await form(frame)
      .getByText(/^Only this question goes to the server: 3 or more lines, after CAR-T\./)
      .waitFor();
    // Nothing of it counts yet.
    expect(await patient(frame).count()).toBe(0);
    await show(frame).click();
    await patient(frame, /64 years(?: and|,) 5\+ lines/).waitFor();
    // The question after BCMA-directed therapy, and no number of a class.
    await frame.getByText("What each of these trials reports").click();
    await frame
      .getByText(/^Only this question went to the server: 3 or more lines, after CAR-T\./)
      .waitFor();
    await frame.getByRole("heading", { level: 2, name: /nothing is compared here/ }).waitFor();
    expect(await fromRecord(frame).innerText()).toMatch(/→ earlier therapy\.$/);

    const ours = asked.filter((request) => request.url().startsWith(server.url));
    // With the record in this page: the usual question, one of the closed table, and nothing else.
    const withRecord = asked.slice(asked.findLastIndex(isOfRecord) + 1);
    const held = "?prior-bcma=car-t";
    expect(withRecord.map((request) => request.url().replace(server.url, ""))).toEqual([
      "/v1/screen",
      "/healthz",
      `/v1/screen${held}`,
      `/v1/screen/patients${held}`,
    ]);
    const values = /\b1962\b|bruno|imaginary|\b64\b|\b13\b|2023-09|bearer/i;
    const telling = ours
      .filter((request) => !new URL(request.url()).pathname.startsWith("/assets/"))
      .map(toldBy)
      .filter((text) => values.test(text));
    expect(telling).toEqual([]);
    // The token goes to the FHIR server only, and stays nowhere.
    const withToken = asked.filter((request) => /bearer/i.test(toldBy(request)));
    expect(withToken.length).toBeGreaterThan(3);
    expect(withToken.filter((request) => !isOfRecord(request))).toEqual([]);
    expect(frame.url()).toMatch(returnAddress);
    const stored = await frame.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
    );
    expect(stored).toBe('[{},{},""]');
    expect({ ...misconduct, foreignRequests: [] }).toEqual(goodConduct);
  });

  test.runIf(isWhole)(
    "opens in a new window, where the record shows who the patient is, and can be corrected",
    async ({ openPage }) => {
      const { page } = await openPage({ ...here, width: 1280, height: 900 });
      await page.goto(record.url);
      const address =
        server.url + launchPath({ patient: "alba", needPatientBanner: false, hasStyle: true });
      const [app] = await Promise.all([
        page.context().waitForEvent("page"),
        page.evaluate((url) => void window.open(url, "_blank", "noopener"), address),
      ]);
      await app.setViewportSize({ width: 390, height: 844 });
      await form(app).waitFor();
      expect(await app.getByRole("region", { name: "Patient" }).count()).toBe(0);
      expect(await app.getByText("Invented").count()).toBe(0);
      // The page wears the colours of the record.
      const paper = await app.evaluate(
        () => getComputedStyle(document.documentElement).backgroundColor,
      );
      expect(paper).toBe("rgb(244, 241, 232)");
      await app.getByLabel("Age in years").fill("7");
      await show(app).click();
      await app.getByRole("alert").filter({ hasText: "a whole number from 18 to 110" }).waitFor();
      await lines(app, "4").click();
      await app.getByLabel("Age in years").fill("71");
      await app.getByLabel("Age in years").press("Enter");
      await patient(app, /71 years(?: and|,) 4 lines/).waitFor();
      await expectToFit(app, 390);
      await expectNoAxeViolations(app);

      await app.setViewportSize({ width: 1280, height: 844 });
      await opener(app, "Change").click();
      expect(await lines(app, "4").getAttribute("aria-pressed")).toBe("true");
      expect(await form(app).innerText()).toContain("From the birth date, 1955-03-02.");
      // What is corrected counts with the button only, however wide the screen is.
      await app.getByLabel("Age in years").fill("");
      await app.getByRole("button", { name: "None", exact: true }).click();
      expect(await patient(app, /71 years(?: and|,) 4 lines/).count()).toBe(1);
      await show(app).click();
      await patient(app, /^4 lines /).waitFor();
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
    },
  );
});

describe("The screen of a record", () => {
  test("is legible on a phone, light and dark, and by keyboard alone", async ({ openAt }) => {
    const { page } = await openAt(launchPath({ patient: "clara" }), { ...here, width: 320 });
    const title = page.getByRole("heading", { name: "From the record" });
    await expect.poll(() => title.evaluate((one) => one.matches(":focus"))).toBe(true);
    await expectNoAxeViolationsInAnyColours(page);
    await expectToFit(page, 320);
    expect(await textOverlaps(form(page))).toEqual([]);
    expect(await pressed(page).count()).toBe(0);
    // The button of two lines is the third one; after the last comes the age.
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const told = patient(page, /54 years(?: and|,) 2 lines/);
    await expect.poll(() => told.evaluate((one) => one.matches(":focus"))).toBe(true);
    await expectToFit(page, 320);
    await expectNoAxeViolationsInAnyColours(page);
  });

  test.runIf(isWhole)(
    "shows what a record says as text, however long it is",
    async ({ openPage }) => {
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
    },
  );

  test.runIf(isWhole)(
    "says that there is no myeloma on the chart before anything else",
    async ({ openAt }) => {
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
    },
  );
});

test("a page that is no record cannot frame it", async ({ openPage, host }) => {
  const { page } = await openPage({ baseURL: host.origin });
  const path = `${server.url}${launchPath({ patient: "alba" })}`.replaceAll("&", "&amp;");
  const url = host.serve({ body: `<h1>Host</h1><iframe title="App" src="${path}"></iframe>` });
  const before = record.asked.length;
  await page.goto(url);
  await expect.poll(() => page.frames().at(-1)?.url()).toBe("chrome-error://chromewebdata/");
  expect(record.asked.length).toBe(before);
});

test.runIf(isWhole)(
  "A launch that begins here goes to a record of the list, where the patient is chosen",
  async ({ openAt }) => {
    const { page } = await openAt("/launch", here);
    await expectNoAxeViolationsInAnyColours(page);
    await page.getByRole("button", { name: "Sign in at Example record" }).click();
    await page.getByRole("link", { name: "alba" }).click();
    await form(page).waitFor();
    expect(await page.getByLabel("Age in years").inputValue()).toBe("71");
  },
);
