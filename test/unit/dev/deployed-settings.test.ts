/** What `wrangler.toml` says to the platform about money and about what it keeps. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";

const { limits, observability } = readConfig({
  config: join(import.meta.dirname, "../../../wrangler.toml"),
});

it("one request cannot cost more than half a second of CPU", () => {
  expect(limits).toEqual({ cpu_ms: 500 });
});

it("the platform keeps what the Worker writes, and no address, which would be a question", () => {
  expect(observability).toMatchObject({
    enabled: true,
    redact_query_string: true,
    logs: { invocation_logs: false },
    traces: { enabled: false },
  });
});
