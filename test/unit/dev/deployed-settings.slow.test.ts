/**
 * Tests what `wrangler.toml` says to the platform about money and about what it keeps, and that a build reads it.
 * Wrangler takes seconds to load.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { checkConfiguration } from "../../../.dev/build/configuration.ts";

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

describe("the build", () => {
  it("runs with the file of the repository", () => {
    expect(() => checkConfiguration()).not.toThrow();
  });

  it("stops at a file that makes no sense, with a sentence about it", () => {
    const folder = mkdtempSync(join(tmpdir(), "configuration-"));
    const file = join(folder, "wrangler.toml");
    writeFileSync(
      file,
      'name = "x"\ncompatibility_date = "2026-10-01"\n[vars]\nAPP_ENV = "production"\nEMBED_ANCESTORS = "intranet.example"\n',
    );
    expect(() => checkConfiguration(file)).toThrow(
      /wrangler\.toml: EMBED_ANCESTORS holds "intranet\.example"; allowed are/,
    );
    rmSync(folder, { recursive: true });
  });
});
