/** The page of a record system that hands a patient to our frame by message. */
import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { startServer } from "../../../.dev/serve/serve.ts";
import { test as base } from "./fixture.ts";
import { type Host, startHost } from "./host.ts";

/** An installation that knows one record system, and another site. */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what is needed
  .extend("stranger", { scope: "file" }, async ({}, { onCleanup }): Promise<Host> => {
    const stranger = await startHost();
    onCleanup(() => stranger.close());
    return stranger;
  })
  .extend("site", { scope: "file" }, async ({ host }, { onCleanup }) => {
    const { url, dispose } = await startServer({ vars: { EHR_ANCESTORS: host.origin } });
    onCleanup(dispose);
    return url;
  });

/** A page that keeps what the frame posts, but for its height. */
export const listening = (address: string) => `<h1>Record</h1>
<iframe title="Evidence" src="${address}" width="100%" height="1500"></iframe>
<script>
  heard = [];
  addEventListener("message", ({ data, source, origin }) => {
    if (source === frames[0] && data.type !== "myeloma-compare:height") heard.push({ ...data, origin });
  });
</script>`;

export interface Heard {
  type: string;
  origin: string;
  reasons?: { field: string; allowed: string }[];
}

const heard = (page: Page) => page.evaluate<Heard[]>("heard");
export const typesHeard = async (page: Page) =>
  (await heard(page)).map(({ type }) => type.split(":")[1]);

/** Posts it as the page around does; `text` is evaluated there, so that it may be no JSON. */
export async function post(page: Page, text: string): Promise<Heard | undefined> {
  const before = (await heard(page)).length;
  await page.evaluate(
    `frames[0].postMessage({ type: "myeloma-compare:patient", patient: ${text} }, "*")`,
  );
  await expect.poll(async () => (await heard(page)).length).toBe(before + 1);
  return (await heard(page)).at(-1);
}

export function evidenceIn(page: Page): Frame {
  const frame = page.frames().find((one) => new URL(one.url()).pathname === "/embed");
  if (!frame) throw new Error("the frame did not load");
  return frame;
}

export const told = (page: Page) =>
  evidenceIn(page).getByRole("heading", { name: /^Patient: |enrolled such patients/ });
