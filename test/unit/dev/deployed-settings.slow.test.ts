/**
 * Tests what `wrangler.toml` says to the platform about money and about what it keeps, and that a build reads it.
 * Wrangler takes seconds to load.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { readWranglerConfiguration } from "../../../.dev/build/configuration.ts";
import { root } from "../../../.dev/files.ts";
import { makeTestFolder } from "../../support/test-folder.ts";

const { assets, limits, observability } = readConfig({ config: join(root, "wrangler.toml") });

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

it("no file but those under /assets/ is served without the Worker", () => {
  const first = assets?.run_worker_first;
  const patterns = (Array.isArray(first) ? first : []).map(
    (pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`),
  );
  const paths = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "_headers")
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, "dist").length));
  const open = paths.filter((path) => !patterns.some((pattern) => pattern.test(path)));
  expect(open.length).toBeGreaterThan(5);
  expect(open.filter((path) => !path.startsWith("/assets/"))).toEqual([]);
});

describe("the build", () => {
  const folder = makeTestFolder("configuration-");

  it("runs with the file of the repository", async () => {
    await expect(readWranglerConfiguration()).resolves.toHaveProperty("vars");
  });

  it("stops at a file that makes no sense, with a sentence about it", async () => {
    const file = join(folder, "wrangler.toml");
    writeFileSync(
      file,
      'name = "x"\ncompatibility_date = "2026-10-01"\n[vars]\nAPP_ENV = "production"\nEMBED_ANCESTORS = "intranet.example"\n',
    );
    await expect(readWranglerConfiguration(file)).rejects.toThrow(
      /wrangler\.toml: EMBED_ANCESTORS holds "intranet\.example"; allowed are/,
    );
  });
});
