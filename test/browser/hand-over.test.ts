/**
 * A record system hands a patient to our page in a frame by message, and is given a summary back.
 * `unit/widget/ehr.test.ts` checks which pages are heard, and which get an answer.
 */

import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { assets } from "#generated/assets.ts";
import type { CopiedForms } from "#presentation/views/copied-table.ts";
import type { SentView } from "#presentation/views/format.ts";
import { linkPlaceholder } from "#presentation/words/html.ts";
import { startServer } from "../../.dev/serve/serve.ts";
import { inFormat } from "../support/in-format.ts";
import { isWhole } from "../support/sample.ts";
import { expectNoAxeViolations } from "./support/axe.ts";
import { test as base, type Host, startHost } from "./support/fixture.ts";
import { live } from "./support/screen.ts";
import { spareData } from "./support/traffic.ts";
import { patientHeading } from "./support/typed-patient.ts";

const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what is needed
  .extend("stranger", { scope: "file" }, async ({}, { onCleanup }): Promise<Host> => {
    const stranger = await startHost();
    onCleanup(() => stranger.close());
    return stranger;
  })
  /** The pages of the record system. */
  .extend("record", { scope: "file" }, ({ host }) => host)
  /** The address of an installation that this record system may frame. */
  .extend("site", { scope: "file" }, async ({ record }, { onCleanup }) => {
    const { url, dispose } = await startServer({ vars: { EHR_ANCESTORS: record.origin } });
    onCleanup(dispose);
    return url;
  });

/** Returns a page that keeps what the frame posts, but for its height. */
const listening = (address: string) => `<h1>Record</h1>
<iframe title="Evidence" src="${address}" width="100%" height="1500"></iframe>
<script>
  heard = [];
  addEventListener("message", ({ data, source, origin }) => {
    if (source === frames[0] && data.type !== "myeloma-compare:height") heard.push({ ...data, origin });
  });
</script>`;

interface RecordReply {
  type: string;
  origin: string;
  reasons?: { field: string; allowed: string }[];
}

const heard = (page: Page) => page.evaluate<RecordReply[]>("heard");
const typesHeard = async (page: Page) => (await heard(page)).map(({ type }) => type.split(":")[1]);

/** Posts a message as the page around does. `text` is evaluated there, so that the message may be no JSON. */
async function post(page: Page, text: string): Promise<RecordReply | undefined> {
  const before = (await heard(page)).length;
  await page.evaluate(
    `frames[0].postMessage({ type: "myeloma-compare:patient", patient: ${text} }, "*")`,
  );
  await expect.poll(async () => (await heard(page)).length).toBe(before + 1);
  return (await heard(page)).at(-1);
}

function evidenceIn(page: Page): Frame {
  const frame = page.frames().find((candidate) => new URL(candidate.url()).pathname === "/embed");
  if (!frame) throw new Error("the frame did not load");
  return frame;
}

const lines = (text: string): string[] => text.trim().split(/\r?\n/);

const toldInFrame = (page: Page) => patientHeading(evidenceIn(page));
/** The question of the frame names the patient. */
const namedInFrame = (page: Page, years: string) =>
  evidenceIn(page).getByRole("button", { name: `Patient: ${years} years` });

test("A record system is told what is wrong with a message, and then no patient is shown", async ({
  record,
  site,
  openPage,
}) => {
  const { page } = await openPage();
  // The script that takes the patient is loaded for a reader who saves data, too.
  await spareData(page);
  await page.goto(record.serve({ body: listening(`${site}/embed?hand-over=patient`) }));
  await expect.poll(() => typesHeard(page)).toEqual(["ready"]);
  const accepted = { type: "myeloma-compare:accepted", origin: site };
  expect(await post(page, "{ age: 72 }")).toMatchObject(accepted);
  await toldInFrame(page).waitFor();
  const answer = await post(page, "{ age: 67, mrn: '123' }");
  expect(answer?.type).toBe("myeloma-compare:refused");
  expect(answer?.reasons?.map(({ field }) => field)).toEqual(["mrn"]);
  await expect.poll(() => toldInFrame(page).count()).toBe(0);
  const frame = evidenceIn(page);
  expect(await frame.getByRole("button", { name: "Copy into the record" }).count()).toBe(0);
  const notice = frame.getByRole("alert");
  expect(await notice.innerText()).toMatch(/not understood\. No patient is shown/);
  await post(page, "{ priorBcma: true }");
  await toldInFrame(page).waitFor();
  expect((await post(page, "null"))?.type).toBe("myeloma-compare:accepted");
  await expect.poll(() => toldInFrame(page).count()).toBe(0);
});

describe("Another page", () => {
  test("cannot show the frame that takes a patient, nor can one around a record system", async ({
    record,
    stranger,
    site,
    openPage,
  }) => {
    const framed = record.serve({ body: listening(`${site}/embed?hand-over=patient`) });
    for (const address of [`${site}/embed?hand-over=patient`, framed]) {
      const { page } = await openPage();
      await page.goto(stranger.serve({ body: listening(address) }));
      await expect
        .poll(() => page.frames().filter((frame) => frame.url().startsWith("chrome-error:")).length)
        .toBe(1);
      expect(await typesHeard(page)).toEqual([]);
      for (const frame of page.frames()) {
        expect(await frame.locator("myeloma-compare").count()).toBe(0);
      }
    }
  });

  test.runIf(isWhole)(
    "hands nothing to a frame whose address does not ask for it",
    async ({ stranger, site, openPage }) => {
      const { page } = await openPage();
      await page.goto(stranger.serve({ body: listening(`${site}/embed`) }));
      await live(evidenceIn(page));
      await page.evaluate(
        `frames[0].postMessage({ type: "myeloma-compare:patient", patient: { age: 72 } }, "*")`,
      );
      await page.waitForTimeout(500);
      expect(await typesHeard(page)).toEqual([]);
      expect(await toldInFrame(page).count()).toBe(0);
    },
  );
});

/** Returns the example of a guide that takes a patient: a frame, and all that stands around it. */
function exampleIn(guide: string): string {
  const text = readFileSync(new URL(`../../${guide}`, import.meta.url), "utf8");
  return text.match(/<iframe id="evidence"[\s\S]*?<\/script>/)?.[0] ?? "";
}

const example = exampleIn("widget/embedding.md");

test.runIf(isWhole)(
  "The example of the guide asks for its frame without the address of the record's page",
  async ({ record, site, openPage }) => {
    const { page } = await openPage();
    const request = page.waitForRequest((sent) => new URL(sent.url()).pathname === "/embed");
    const body = example.replaceAll("https://compare.example.org", site);
    await page.goto(record.serve({ body, headers: { "referrer-policy": "unsafe-url" } }));
    const sent = await (await request).allHeaders();
    expect([sent["sec-fetch-dest"], sent.referer]).toEqual(["iframe", undefined]);
  },
);

test.runIf(isWhole)(
  "The example of the guide shows the patient, asks nobody about it, and is given the summary",
  async ({ record, site, openPage }) => {
    expect(example.split("\n").length).toBeLessThanOrEqual(20);
    const { page, misconduct } = await openPage({ width: 1280 });
    const requests: string[] = [];
    page.on("request", (request) =>
      requests.push(
        [request.url(), request.postData() ?? "", ...Object.values(request.headers())].join(" "),
      ),
    );
    const body = `<h1>Record</h1>${example.replaceAll("https://compare.example.org", site)}`;
    await page.goto(record.serve({ body }));
    const frame = evidenceIn(page);
    await toldInFrame(page).waitFor();
    await namedInFrame(page, "67").waitFor();
    await frame.getByText(`Handed over by the record at ${new URL(record.origin).host}`).waitFor();
    // This waits until the pools are those for the patient.
    await frame.getByText("Enrolment", { exact: true }).waitFor();
    const note = page.getByRole("textbox", { name: "Note" });
    expect(await note.inputValue()).toBe("");
    await frame.getByRole("button", { name: "Copy into the record" }).click();
    await expect.poll(() => note.inputValue()).toMatch(/^CAR-T or bispecific antibody: /);
    const text = await note.inputValue();
    expect(text).toContain("data=");
    // The text is that of the question for everybody, so it can hold nothing of the patient.
    const [link = ""] = text.match(/\S+\/embed\?\S+/) ?? [];
    const { searchParams } = new URL(link);
    searchParams.delete("data");
    const reply = await fetch(inFormat(`${site}/v1/screen/copy?${searchParams}`));
    const { summary } = ((await reply.json()) as SentView<CopiedForms>).view;
    expect(lines(text)).toEqual(lines(summary.text.replaceAll(linkPlaceholder, link)));
    expect(await frame.getByText("Given to the record").isVisible()).toBe(true);
    // Nothing of the patient has left the frame but the question from the closed table of questions.
    const keptQuestion = "prior-bcma=car-t";
    const allowedParts = [
      ...["hand-over=patient", "/v1/screen/patients", assets.patientView.href],
      keptQuestion,
    ];
    for (const request of requests) {
      const remainder = allowedParts.reduce((text, part) => text.replaceAll(part, ""), request);
      expect(remainder).not.toMatch(/patient|[=,:]67\b|prior-?bcma/i);
    }
    expect(misconduct.pageErrors).toEqual([]);
    expect(misconduct.consoleMessages).toEqual([]);
    await expectNoAxeViolations(frame);
  },
);

/** Returns a birth date as FHIR writes it: that of somebody who is so old today, or tomorrow. */
function birthDateOf(age: number, inDays: number): string {
  const now = new Date();
  const day = new Date(now.getFullYear() - age, now.getMonth(), now.getDate() + inDays);
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => `${part}`.padStart(2, "0")).join("-");
}

test.runIf(isWhole)(
  "The page of the guide that asks a person hands over what is answered, and guesses nothing",
  async ({ record, site, openPage }) => {
    const asking = exampleIn("functions/server/documentation/guides/record.md");
    const bodyOf = (birthDate: string) =>
      `<h1>Record</h1>${asking.replaceAll("https://compare.example.org", site).replace("1959-03-05", birthDate)}`;
    const { page, misconduct } = await openPage({ width: 1280 });
    // The page and its frame each keep what the other one posts.
    await page.addInitScript(
      `heard = []; addEventListener("message", ({ data }) => { if (data.type !== "myeloma-compare:height") heard.push(data); })`,
    );
    const expectHandedOver = async (patient: object, answer: string) => {
      const last = async () => [
        await evidenceIn(page).evaluate<unknown>("heard.at(-1)?.patient"),
        await page.evaluate<unknown>("heard.at(-1)?.type"),
      ];
      await expect.poll(last).toEqual([patient, `myeloma-compare:${answer}`]);
    };
    const asked = { priorLines: null, priorBcma: null };
    await page.goto(record.serve({ body: bodyOf(birthDateOf(60, 0)) }));
    await expectHandedOver({ ...asked, age: 60 }, "accepted");
    await page.goto(record.serve({ body: bodyOf(birthDateOf(60, 1)) }));
    await expectHandedOver({ ...asked, age: 59 }, "accepted");
    await namedInFrame(page, "59").waitFor();
    const lines = page.getByLabel("Prior lines");
    await lines.fill("4");
    await page.getByLabel("CAR-T cells").check();
    await expectHandedOver({ age: 59, priorLines: 4, priorBcma: ["car-t"] }, "accepted");
    await page.getByLabel("None of these").check();
    await expectHandedOver({ age: 59, priorLines: 4, priorBcma: ["car-t", "none"] }, "refused");
    await expect.poll(() => toldInFrame(page).count()).toBe(0);
    await page.getByLabel("CAR-T cells").uncheck();
    await expectHandedOver({ age: 59, priorLines: 4, priorBcma: false }, "accepted");
    // A birth date without its day leaves the age open, and without any answer nothing is known.
    await page.goto(record.serve({ body: bodyOf("1959-03") }));
    await expectHandedOver({ ...asked, age: null }, "refused");
    await lines.fill("2");
    await lines.blur();
    await expectHandedOver({ ...asked, age: null, priorLines: 2 }, "accepted");
    expect(misconduct.pageErrors).toEqual([]);
    expect(misconduct.consoleMessages).toEqual([]);
  },
);
