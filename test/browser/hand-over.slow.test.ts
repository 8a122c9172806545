/** The hand-over as the guide shows it, and messages that are too many, foreign or of another kind. */
import { readFileSync } from "node:fs";
import { describe, expect, inject } from "vitest";
import { expectNoAxeViolations } from "./support/axe.ts";
import { evidenceIn, listening, post, test, told, typesHeard } from "./support/record-page.ts";
import { live } from "./support/screen.ts";
import { screenshot } from "./support/screenshot.ts";

const guide = readFileSync(new URL("../../widget/embedding.md", import.meta.url), "utf8");
const example = guide.match(/<iframe id="evidence"[\s\S]*?<\/script>/)?.[0] ?? "";

describe("The example of the guide", () => {
  test("shows the patient, asks nobody about it, and is given the summary", async ({
    host,
    site,
    openPage,
  }) => {
    expect(example.split("\n").length).toBeLessThanOrEqual(20);
    const { page, misconduct } = await openPage({ width: 1280 });
    const requests: string[] = [];
    page.on("request", (request) =>
      requests.push(
        [request.url(), request.postData() ?? "", ...Object.values(request.headers())].join(" "),
      ),
    );
    const body = `<h1>Record</h1>${example.replaceAll("https://compare.example.org", site)}`;
    await page.goto(host.serve({ body }));
    const frame = evidenceIn(page);
    await told(page).waitFor();
    expect(await told(page).innerText()).toContain("67");
    await frame.getByText(`Handed over by the record at ${new URL(host.origin).host}`).waitFor();
    // Until the pools are those for the patient.
    await frame.getByText("Which trials enrolled such patients").waitFor();
    await screenshot(page, "hand-over-1280");
    const note = page.getByRole("textbox", { name: "Note" });
    expect(await note.inputValue()).toBe("");
    await frame.getByRole("button", { name: "Copy into the record" }).click();
    await expect.poll(() => note.inputValue()).toMatch(/^CAR-T or bispecific antibody: /);
    const text = await note.inputValue();
    expect(text).toContain("data=");
    expect(text).not.toMatch(/\b67\b|my patient|4 prior lines/i);
    expect(await frame.getByText("Given to the record").isVisible()).toBe(true);
    // Of the patient nothing left the frame but the question of the closed table.
    const held = "prior-bcma=car-t";
    const known = ["hand-over=patient", "/v1/screen/patients", held];
    for (const one of requests) {
      const rest = known.reduce((text, part) => text.replaceAll(part, ""), one);
      expect(rest).not.toMatch(/patient|[=,:]67\b|prior-?bcma/i);
    }
    expect(misconduct.pageErrors).toEqual([]);
    expect(misconduct.consoleMessages).toEqual([]);
    await expectNoAxeViolations(frame);
  });
});

describe("A record system", () => {
  test("is heard only itself: not a frame in it, nor a message of another kind", async ({
    host,
    site,
    openPage,
  }) => {
    const { page } = await openPage();
    const nested = `<iframe title="Nested" srcdoc="<script>parent.frames[0].postMessage({ type: 'myeloma-compare:patient', patient: { age: 72 } }, '*')</script>"></iframe>`;
    await page.goto(host.serve({ body: listening(`${site}/embed?hand-over=patient`) }));
    await expect.poll(() => typesHeard(page)).toEqual(["ready"]);
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), nested);
    await page.evaluate(`frames[0].postMessage({ type: "patient", patient: { age: 72 } }, "*")`);
    await page.evaluate(`frames[0].postMessage("myeloma-compare:patient", "*")`);
    await page.evaluate(`frames[0].postMessage(null, "*")`);
    await page.waitForTimeout(300);
    expect(await typesHeard(page)).toEqual(["ready"]);
    expect(await told(page).count()).toBe(0);
  });
});

describe("Many messages", () => {
  test("do not stop the frame: all are answered, and the last patient is shown", async ({
    host,
    site,
    openPage,
  }) => {
    const { page } = await openPage();
    await page.goto(host.serve({ body: listening(`${site}/embed?hand-over=patient`) }));
    await expect.poll(() => typesHeard(page)).toEqual(["ready"]);
    await page.evaluate(`for (let n = 0; n < 2000; n += 1)
      frames[0].postMessage({ type: "myeloma-compare:patient", patient: { age: 30 + (n % 50) } }, "*");`);
    await expect.poll(() => page.evaluate("heard.length")).toBe(2001);
    await page.evaluate("heard = []");
    // Patients who come fast are shown after a pause each.
    await expect.poll(() => told(page).innerText()).toContain(String(30 + (1999 % 50)));
    const answer = await post(
      page,
      "Object.fromEntries(Array.from({ length: 2e5 }, (_, n) => ['f' + n, n]))",
    );
    expect(answer?.reasons).toHaveLength(5);
    await expect.poll(() => told(page).count()).toBe(0);
  });
});

describe("Another page", () => {
  test("hands nothing to a frame whose address does not ask for it", async ({
    stranger,
    site,
    openPage,
  }) => {
    const { page } = await openPage();
    await page.goto(stranger.serve({ body: listening(`${site}/embed`) }));
    await live(evidenceIn(page));
    await page.evaluate(
      `frames[0].postMessage({ type: "myeloma-compare:patient", patient: { age: 72 } }, "*")`,
    );
    await page.waitForTimeout(500);
    expect(await typesHeard(page)).toEqual([]);
    expect(await told(page).count()).toBe(0);
  });

  test("nor to one of an installation that names no record system", async ({ host, openPage }) => {
    const { page } = await openPage();
    const address = `${inject("serverUrl")}/embed?hand-over=patient`;
    await page.goto(host.serve({ body: listening(address) }));
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  });
});
