/** `test` with an installation that one record system may frame, started once for all files of a worker process. */
import { startServer } from "../../../.dev/serve/serve.ts";
import { test as base } from "./fixture.ts";
import { type Host, startHost } from "./host.ts";

export const test = base
  /** The pages of the record system. */
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what is needed
  .extend("record", { scope: "worker" }, async ({}, { onCleanup }): Promise<Host> => {
    const record = await startHost();
    onCleanup(() => record.close());
    return record;
  })
  /** The address of the installation. */
  .extend("site", { scope: "worker" }, async ({ record }, { onCleanup }) => {
    const { url, dispose } = await startServer({ vars: { EHR_ANCESTORS: record.origin } });
    onCleanup(dispose);
    return url;
  });
