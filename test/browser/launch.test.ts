/**
 * The whole way of a clinician: a hook is called, its card launches the app, the app signs in, reads the
 * record and shows the comparison. The record is that of `npm run ehr`, on another site than ours.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page, Request } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { questionIn } from "#core/record/app-context.ts";
import type { LaunchContext } from "../../.dev/ehr/launches.ts";
import { settingsFor, startRecord } from "../../.dev/ehr/record.ts";
import { serve } from "../support/serve.ts";
import { expectNoAxeViolations, expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { expectToFit } from "./support/fits.ts";
import { test } from "./support/fixture.ts";
import { goodConduct } from "./support/page.ts";
import { screenshot } from "./support/screenshot.ts";
import { spareData } from "./support/traffic.ts";

const record = await startRecord();
const server = await serve({ vars: settingsFor(record), onLog: () => undefined });
record.connect(server.url);
afterAll(() => record.close());

type Place = Page | Frame;

const here = { baseURL: server.url };
const heading = (place: Place, name: string | RegExp) =>
  place.getByRole("heading", { level: 1, name, exact: true });
/** Of the one record, without what it answered. */
const returnAddress = new RegExp(`^${server.url}/launch/return/[\\da-f]{16}$`);
const show = (place: Place) => place.getByRole("button", { name: "Show the comparison" });
const patient = (place: Place, text: RegExp) => place.getByRole("heading", { name: text });

function launchPath(context: LaunchContext): string {
  return `/launch?${new URLSearchParams({ iss: record.issuer, launch: record.begin(context) })}`;
}

/** What a request tells whoever gets it. */
function toldBy(request: Request): string {
  const headers = Object.entries(request.headers()).flat().join(" ");
  return `${request.method()} ${request.url()} ${request.postData() ?? ""} ${headers}`;
}

describe("A launch from a card", () => {
  test("leads in a frame from the hook to the comparison, and no value of the patient to our API", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage({ ...here, width: 1280, height: 900 });
    const asked: Request[] = [];
    page.on("request", (request) => asked.push(request));
    await page.goto(record.url);
    await page.getByRole("button", { name: /^Imaginary, Bruno/ }).click();
    const cards = page.getByRole("article");
    await cards.first().waitFor();
    const begun = asked.length;
    // The last card is about the antibody that is being ordered.
    const begins = page.waitForRequest(`${record.url}/launches`);
    await cards.last().getByRole("button").click();
    const told: LaunchContext | null = (await begins).postDataJSON();
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
    await frame.getByText(/^After earlier BCMA-directed therapy \(CAR-T\)/).waitFor();
    expect(await frame.getByRole("heading", { level: 2 }).innerText()).toMatch(
      /^Not compared, too few trials: /,
    );
    await screenshot(page, "launch-after-bcma-1280");

    const after = asked.slice(begun);
    const ours = after.filter((request) => request.url().startsWith(server.url));
    const questions = ours.filter((request) => request.url().includes("/v1/comparison"));
    // The question of the card, which is the same for every patient, and nothing else.
    const question = `?${questionIn(told?.appContext)}`;
    expect(questions.map((request) => new URL(request.url()).search)).toEqual([question]);
    const values = /1962|bruno|imaginary|\b64\b|\b13\b|bcma|2023-09|bearer/i;
    const telling = ours
      .filter((request) => !new URL(request.url()).pathname.startsWith("/assets/"))
      .map((request) => toldBy(request).replace(question, ""))
      .filter((text) => values.test(text));
    expect(telling).toEqual([]);
    // The token goes to the FHIR server only, and stays nowhere.
    const withToken = after.filter((request) => /bearer/i.test(toldBy(request)));
    expect(withToken.length).toBeGreaterThan(3);
    for (const request of withToken) expect(request.url()).toMatch(`${record.issuer}/`);
    expect(frame.url()).toMatch(returnAddress);
    const stored = await frame.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
    );
    expect(stored).toBe('[{},{},""]');
    expect({ ...misconduct, foreignRequests: [] }).toEqual(goodConduct);
  });

  test("opens in a new window, where the record shows who the patient is, and can be corrected", async ({
    openPage,
  }) => {
    const { page } = await openPage({ ...here, width: 1280, height: 900 });
    await page.goto(record.url);
    await page.getByText("How the record behaves").click();
    await page.getByLabel("in a new window").check();
    await page.getByLabel("shows who the patient is itself").check();
    await page.getByRole("button", { name: /^Invented, Alba/ }).click();
    const [app] = await Promise.all([
      page.context().waitForEvent("page"),
      page.getByRole("button", { name: "without a card" }).click(),
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
    await page.getByText("1 or 2 prior lines: trials of the earlier setting").waitFor();
  });

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
    await page.getByRole("heading", { name: /^Response/ }).waitFor();
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
    await page.getByRole("button", { name: "Sign in at Record of the demonstration" }).click();
    await page.getByRole("link", { name: "alba" }).click();
    await heading(page, "From the record").waitFor();
    expect(await page.getByLabel("Age in years").inputValue()).toBe("71");
  });
});

/** Screens that nobody hopes for; none of them may ask anybody for more. */
const refusals: readonly [what: string, context: LaunchContext, title: string][] = [
  [
    "a refusal of the record",
    {
      patient: "alba",
      error: { error: "access_denied", description: "<img src=x onerror=alert(1)> said no" },
    },
    "The record did not sign in",
  ],
  ["another state", { patient: "alba", hasOtherState: true }, "This sign-in was not begun here"],
  [
    "an answer without the name that was promised",
    { patient: "alba", isNameless: true },
    "This sign-in was not begun here",
  ],
  [
    "neither a code nor an error",
    { patient: "alba", isEmpty: true },
    "The record did not finish its sign-in",
  ],
  ["a token that has ended", { patient: "alba", isExpired: true }, "The sign-in has ended"],
];

describe("What goes wrong is said:", () => {
  test.for(refusals)("%s", async ([, context, title], { openAt }) => {
    const { page, misconduct } = await openAt(launchPath(context), here);
    await heading(page, title).waitFor();
    expect(await page.locator("img").count()).toBe(0);
    if (context.error) {
      expect(await page.getByText("<img src=x onerror=alert(1)> said no").isVisible()).toBe(true);
      // All of these screens are built alike.
      await expectNoAxeViolationsInAnyColours(page);
    }
    expect(page.url()).toMatch(returnAddress);
    expect(misconduct.pageErrors).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(context.hasOtherState ? 1 : 0);
  });

  const foreign = "This record is not known here";
  const unclear = "This launch cannot be understood";

  test("a launch from elsewhere, or that says two things, is not followed: nobody is asked", async ({
    openPage,
  }) => {
    const { page, misconduct } = await openPage(here);
    for (const [search, title] of [
      ["iss=https://evil.example/fhir&launch=1", foreign],
      [`iss=${record.issuer}.evil.example&launch=1`, foreign],
      [`iss=${record.issuer}/../other&launch=1`, foreign],
      ["iss=javascript:alert(1)&launch=1", foreign],
      ["iss=<img src=x>&launch=1", foreign],
      ["launch=1", unclear],
      [`iss=${record.issuer}&iss=https://evil.example&launch=1`, unclear],
      [`iss=${record.issuer}&launch=1&launch=2`, unclear],
    ] as const) {
      await page.goto(`/launch?${search}`);
      await heading(page, title).waitFor();
    }
    expect(misconduct).toEqual(goodConduct);
  });

  test("a code that somebody else sent is not redeemed, nor one's own a second time", async ({
    openAt,
  }) => {
    const path = "/launch/return/0123456789abcdef?code=planted&state=planted";
    const { page, misconduct } = await openAt(path, here);
    await heading(page, "This sign-in was not begun here").waitFor();
    expect(misconduct).toEqual(goodConduct);

    let back = "";
    page.on("request", (request) => {
      if (/\/launch\/return\/\w+\?/.test(request.url())) back = request.url();
    });
    await page.goto(launchPath({ patient: "alba" }));
    await heading(page, "From the record").waitFor();
    await page.goto(back);
    await heading(page, "This sign-in was not begun here").waitFor();
    await page.reload();
    await heading(page, "Nothing of the record is kept").waitFor();
    expect(await page.getByText("alba", { exact: false }).count()).toBe(0);
  });

  test("a record that sends the reader on to another one gets neither its code nor the proof for it", async ({
    openPage,
  }) => {
    const other = await startRecord();
    const told: string[] = [];
    /** Names itself as the other record does, and begins a sign-in there with what it was sent. */
    const between = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? "/", own);
      if (request.method === "POST") {
        request.on("data", (part: Buffer) => told.push(part.toString()));
      }
      response.setHeader("access-control-allow-origin", "*");
      if (pathname.endsWith("smart-configuration")) {
        const sides = { authorization_endpoint: `${own}/auth`, token_endpoint: `${own}/token` };
        const said = { issuer: other.issuer, code_challenge_methods_supported: ["S256"] };
        response.end(JSON.stringify({ ...sides, ...said }));
        return;
      }
      if (pathname !== "/auth") {
        response.end("{}");
        return;
      }
      searchParams.delete("launch");
      const changed = { client_id: other.client, aud: other.issuer, chosen: "alba" };
      for (const [name, value] of Object.entries(changed)) searchParams.set(name, value);
      searchParams.set("redirect_uri", addressAtOther ?? searchParams.get("redirect_uri") ?? "");
      response.writeHead(302, { location: `${other.url}/auth/authorize?${searchParams}` }).end();
    });
    await new Promise<void>((listening) => between.listen(0, "127.0.0.1", listening));
    const own = `http://localhost:${(between.address() as AddressInfo).port}`;
    const both = [
      { issuer: other.issuer, client: other.client },
      { issuer: own, client: "of-the-one-between" },
    ];
    const app = await serve({ vars: { ...settingsFor(other), EHR_ISSUERS: JSON.stringify(both) } });
    other.connect(app.url);
    let addressAtOther: string | undefined;
    const { page } = await openPage({ baseURL: app.url });
    page.on("request", (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === "/auth/authorize") addressAtOther ??= searchParams.get("redirect_uri") ?? "";
    });
    const launchAt = (iss: string) =>
      `/launch?${new URLSearchParams({ iss, launch: other.begin({ patient: "alba" }) })}`;
    // The other record works, and whoever is between knows where it sends its answers.
    await page.goto(launchAt(other.issuer));
    await heading(page, "From the record").waitFor();
    await page.goto(launchAt(own));
    await heading(page, "This sign-in was not begun here").waitFor();
    expect(addressAtOther).toMatch(/\/launch\/return\/[\da-f]{16}$/);
    expect(told).toEqual([]);
    between.close();
    between.closeAllConnections();
    await other.close();
  });

  test("a server that does not protect or send the sign-in as it must is not signed in at", async ({
    openPage,
  }) => {
    const { page } = await openPage(here);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const answers = [
      [{ code_challenge_methods_supported: ["plain"] }, "The sign-in of this record is not safe"],
      [{ code_challenge_methods_supported: undefined }, "The sign-in of this record is not safe"],
      [{ token_endpoint: "https://evil.example/token" }, "The record does not say how to sign in"],
      [{ authorization_endpoint: "javascript:alert(1)" }, "The record does not say how to sign in"],
      [{ authorization_endpoint: undefined }, "The record does not say how to sign in"],
    ] as const;
    for (const [change, title] of answers) {
      await page.route("**/smart-configuration", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), ...change } });
      });
      await page.goto(launchPath({ patient: "alba" }));
      await heading(page, new RegExp(`^${title}`)).waitFor();
      await page.unrouteAll();
    }
    expect(asked.filter((url) => /authorize|\/auth\/|evil/.test(url))).toEqual([]);
  });

  test("a network that fails can be tried again, without another sign-in", async ({ openPage }) => {
    const { page } = await openPage(here);
    record.fail(true);
    // Some records end their address with a slash.
    const iss = `${record.issuer}/`;
    const launch = record.begin({ patient: "alba" });
    await page.goto(`/launch?${new URLSearchParams({ iss, launch })}`);
    await heading(page, "The record cannot be reached").waitFor();
    record.fail(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await heading(page, "From the record").waitFor();
  });

  test("a part that fails leaves the others, and can be tried again without another sign-in", async ({
    openPage,
  }) => {
    const { page } = await openPage(here);
    await page.route("**/fhir/MedicationRequest?**", (route) => route.fulfill({ status: 503 }));
    const mixed = { resourceType: "Condition", subject: { reference: "Patient/bruno" } };
    await page.route("**/fhir/Condition?**", async (route) => {
      const response = await route.fetch();
      const { entry, ...rest } = await response.json();
      await route.fulfill({
        response,
        json: { ...rest, entry: [...entry, { resource: mixed }] },
      });
    });
    await page.goto(launchPath({ patient: "alba" }));
    await heading(page, "From the record").waitFor();
    expect(await page.getByRole("note").innerText()).toBe(
      "Medication orders could not be read. The record also sent what is of another patient; that was left out. Please check below. Try again",
    );
    expect(await page.getByLabel("Age in years").inputValue()).toBe("71");
    await expectNoAxeViolationsInAnyColours(page);
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("teclistamab (ordered 2024-05-12, completed)").waitFor();
    expect(await page.getByRole("note").count()).toBe(0);
  });

  test("a frame that keeps nothing offers a window of its own", async ({ openPage }) => {
    const { page } = await openPage(here);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(record.url);
    await page.evaluate(
      (src) => {
        const frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "allow-scripts allow-popups");
        frame.src = src;
        document.body.appendChild(frame);
      },
      `${server.url}${launchPath({ patient: "alba" })}`,
    );
    const frame = page.frameLocator("iframe");
    const link = frame.getByRole("link", { name: "Open in a new window" });
    await link.waitFor();
    expect(asked.filter((url) => url.includes("smart-configuration"))).toEqual([]);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    const without = frame.getByRole("link", { name: "Without a record" });
    expect(await without.getAttribute("target")).toBe("_blank");
    expect(await without.getAttribute("rel")).toBe("noopener noreferrer");
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
});
