/** A launch from a small health record, on another site than ours. */
import type { Frame, Page } from "playwright-core";
import { afterAll } from "vitest";
import type { LaunchContext } from "../../support/record/launches.ts";
import { settingsFor, startRecord } from "../../support/record/record.ts";
import { serve } from "../../support/serve.ts";

type Place = Page | Frame;

/** A record, and an installation that knows it, until the file has been tested. */
export async function startLaunches() {
  const record = await startRecord();
  const server = await serve({ vars: settingsFor(record), onLog: () => undefined });
  record.connect(server.url);
  afterAll(() => record.close());
  return {
    record,
    server,
    here: { baseURL: server.url },
    /** Of the one record, without what it answered. */
    returnAddress: new RegExp(`^${server.url}/launch/return/[\\da-f]{16}$`),
    launchPath: (context: LaunchContext) =>
      `/launch?${new URLSearchParams({ iss: record.issuer, launch: record.begin(context) })}`,
  };
}

export const heading = (place: Place, name: string | RegExp) =>
  place.getByRole("heading", { level: 1, name, exact: true });
export const show = (place: Place) => place.getByRole("button", { name: "Show the comparison" });
export const patient = (place: Place, text: RegExp) => place.getByRole("heading", { name: text });
