/** Launches that are refused or fail, each with its screen; none of them asks anybody for more. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect } from "vitest";
import { serve } from "../support/serve.ts";
import { expectNoAxeViolationsInAnyColours } from "./support/axe.ts";
import { test } from "./support/fixture.ts";
import { form, heading, startLaunches } from "./support/launches.ts";
import { goodConduct } from "./support/page.ts";
import { type LaunchContext, startRecord } from "./support/record.ts";
import { oneLine } from "./support/screen.ts";

const { record, here, returnAddress, launchPath, openInFrame } = await startLaunches();

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
      ["iss=javascript:alert(1)&launch=1", foreign],
      ["launch=1", unclear],
      [`iss=${record.issuer}&iss=https://evil.example&launch=1`, unclear],
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
    await form(page).waitFor();
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
    const app = await serve({ vars: { ...other.settings, EHR_ISSUERS: JSON.stringify(both) } });
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
    await form(page).waitFor();
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
      [{ token_endpoint: "https://evil.example/token" }, "The record does not say how to sign in"],
      [{ authorization_endpoint: "javascript:alert(1)" }, "The record does not say how to sign in"],
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

  test("a page without its comparison signs nobody in, and can be loaded again", async ({
    openPage,
  }) => {
    const { page } = await openPage(here);
    await page.route("**/assets/widget-*.js", (route) => route.abort());
    const before = record.asked.length;
    // Some records end their address with a slash.
    const said = { iss: `${record.issuer}/`, launch: record.begin({ patient: "alba" }) };
    await page.goto(`/launch?${new URLSearchParams(said)}`);
    await heading(page, "The comparison did not load").waitFor();
    expect(record.asked.length).toBe(before);
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await form(page).waitFor();
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
    await form(page).waitFor();
    expect(oneLine(await page.getByRole("note").innerText())).toBe(
      "Medication orders could not be read. The record also sent what is of another patient; that was left out. Please check below. Try again",
    );
    expect(await page.getByLabel("Age in years").inputValue()).toBe("71");
    await expectNoAxeViolationsInAnyColours(page);
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await form(page).getByText("teclistamab (ordered 2024-05-12, completed)").waitFor();
    expect(await page.getByRole("note").count()).toBe(0);
  });

  test("a frame that keeps nothing offers a window of its own", async ({ openPage }) => {
    const { page } = await openPage(here);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await openInFrame(page, launchPath({ patient: "alba" }), "allow-scripts allow-popups");
    const frame = page.frameLocator("iframe");
    const link = frame.getByRole("link", { name: "Open in a new window" });
    await link.waitFor();
    expect(asked.filter((url) => url.includes("smart-configuration"))).toEqual([]);
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    const without = frame.getByRole("link", { name: "Without a record" });
    expect(await without.getAttribute("target")).toBe("_blank");
    expect(await without.getAttribute("rel")).toBe("noopener noreferrer");
  });
});
