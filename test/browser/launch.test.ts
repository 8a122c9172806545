/**
 * The whole way of a clinician: the record launches the app, which signs in, reads the record and shows
 * the comparison. Other ways, and what goes wrong: `launch*.slow.test.ts`.
 */
import type { Request } from "playwright-core";
import { describe, expect } from "vitest";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { heading, patient, show, startLaunches } from "./support/launches.ts";
import { goodConduct } from "./support/page.ts";
import { screenshot } from "./support/screenshot.ts";

const { record, server, here, returnAddress, launchPath, openInFrame } = await startLaunches();

/** What a request tells whoever gets it. */
function toldBy(request: Request): string {
  const headers = Object.entries(request.headers()).flat().join(" ");
  return `${request.method()} ${request.url()} ${request.postData() ?? ""} ${headers}`;
}

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
    await heading(frame, "From the record").waitFor();
    expect(await frame.getByRole("region", { name: "Patient" }).innerText()).toMatch(
      /Imaginary, Bruno\s+Born: 1962-08-30\s+Sex: male/,
    );
    expect(await frame.getByLabel("Age in years").inputValue()).toBe("64");
    expect(await frame.getByLabel("Prior lines of therapy").inputValue()).toBe("");
    expect(await frame.getByRole("checkbox", { name: "CAR-T" }).isChecked()).toBe(true);
    expect(await frame.locator("form").innerText()).toMatch(/ide.*given 2023-09-04/);
    await expectNoAxeViolations(frame);
    await frame.getByLabel("Prior lines of therapy").fill("13");
    await show(frame).click();
    await patient(frame, /^My patient: 64 years, 13 prior lines, earlier BCMA/).waitFor();
    // The question after BCMA-directed therapy, and no number of a class.
    await frame.getByText("Who was in its").click();
    await frame.getByText(/^After earlier BCMA-directed therapy \(CAR-T\)/).waitFor();
    await frame.getByRole("heading", { level: 2, name: /cannot be compared here/ }).waitFor();
    await screenshot(page, "launch-after-bcma-1280");

    const ours = asked.filter((request) => request.url().startsWith(server.url));
    const questions = ours.filter((request) => request.url().includes("/v1/comparison"));
    // The usual question, one of the closed table, and nothing else.
    expect(questions.map((request) => new URL(request.url()).search)).toEqual([
      "",
      "?availability=any&target=any&prior-bcma=selected",
    ]);
    const values = /1962|bruno|imaginary|\b64\b|\b13\b|2023-09|bearer/i;
    const telling = ours
      .filter((request) => !new URL(request.url()).pathname.startsWith("/assets/"))
      .map(toldBy)
      .filter((text) => values.test(text));
    expect(telling).toEqual([]);
    // The token goes to the FHIR server only, and stays nowhere.
    const withToken = asked.filter((request) => /bearer/i.test(toldBy(request)));
    expect(withToken.length).toBeGreaterThan(3);
    for (const request of withToken) expect(request.url()).toMatch(`${record.issuer}/`);
    expect(frame.url()).toMatch(returnAddress);
    const stored = await frame.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
    );
    expect(stored).toBe('[{},{},""]');
    expect({ ...misconduct, foreignRequests: [] }).toEqual(goodConduct);
  });
});

describe("The screen of a record", () => {
  test("is legible on a phone, light and dark, and by keyboard alone", async ({ openAt }) => {
    const { page } = await openAt(launchPath({ patient: "clara" }), { ...here, width: 320 });
    await heading(page, "From the record").waitFor();
    expect(await heading(page, "From the record").evaluate((one) => one.matches(":focus"))).toBe(
      true,
    );
    await expectNoAxeViolationsInAnyColours(page);
    await expectToFit(page, 320);
    expect(await page.locator("form").innerText()).toContain("does not mean no");
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await patient(page, /^My patient: 54 years, 2 prior lines$/).waitFor();
    await page.getByText("Who was in its").click();
    await page.getByText("1 or 2 prior lines: trials of the earlier setting").waitFor();
  });
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
