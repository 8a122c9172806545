/** A launch from a small health record, on another site than ours. */
import type { Frame, Page } from "playwright-core";
import { afterAll } from "vitest";
import { serve } from "../../support/serve.ts";
import { type LaunchContext, startRecord } from "./record.ts";

type Place = Page | Frame;

/** A record, and an installation that knows it, until the file has been tested. */
export async function startLaunches() {
  const record = await startRecord();
  const server = await serve({ vars: record.settings, onLog: () => undefined });
  record.connect(server.url);
  afterAll(() => record.close());
  const launchPath = (context: LaunchContext) =>
    `/launch?${new URLSearchParams({ iss: record.issuer, launch: record.begin(context) })}`;
  return {
    record,
    server,
    here: { baseURL: server.url },
    /** Of the one record, without what it answered. */
    returnAddress: new RegExp(`^${server.url}/launch/return/[\\da-f]{16}$`),
    launchPath,
    /** As a record opens it in a part of its own page. */
    async openInFrame(page: Page, path: string, sandbox?: string): Promise<void> {
      await page.goto(record.url);
      await page.evaluate(
        ([src, rights]) => {
          const frame = document.createElement("iframe");
          if (rights !== undefined) frame.setAttribute("sandbox", rights);
          frame.src = src;
          frame.style.cssText = "width: 100%; height: 800px";
          document.body.appendChild(frame);
        },
        [server.url + path, sandbox] as const,
      );
    },
  };
}

export const heading = (place: Place, name: string | RegExp) =>
  place.getByRole("heading", { level: 1, name, exact: true });
/** The element's form for a patient, which says what the record says. */
export const form = (place: Place) =>
  place
    .getByRole("dialog")
    .filter({ has: place.getByRole("heading", { name: "From the record" }) });
export const show = (place: Place) =>
  place.getByRole("button", { name: "Find trials of such patients" });
/** The first line of a patient on screen. */
export const patient = (place: Place, text = /within (?:the|what) |: not known\./) =>
  place.getByRole("heading", { name: text });
/** A button of the form that is on. */
export const pressed = (place: Place) => place.locator("form [aria-pressed=true]");
/** The form has a button for each number of prior lines. */
export const lines = (place: Place, name: string) =>
  place.getByRole("group", { name: "Prior lines" }).getByRole("button", { name, exact: true });
/** The line beside the answer. */
export const fromRecord = (place: Place) => place.getByText(/^From the record: /);
