/**
 * Tests the build on Node: its answers are those of workerd, and it asks no other machine. `node-settings.slow` tests its
 * settings, `test/all/` all routes.
 */
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { addresses } from "../support/addresses.ts";
import { differences } from "../support/conformance.ts";
import { serveOnNode } from "../support/node-server.ts";
import { sampled } from "../support/sample.ts";
import { send } from "../support/send.ts";

const worker = inject("serverUrl");

const same = await serveOnNode(
  { PUBLIC_ORIGIN: worker },
  { options: ["--import", join(import.meta.dirname, "no-network.mjs")] },
);

describe("Node answers as the platform does", () => {
  const more = [
    "//other.example/x",
    "/assets/%2e%2e/_headers",
    "/_headers",
    "/v1/comparison.csv?%00",
  ];

  it.each(sampled([...addresses.map(({ path }) => path), ...more], 12))("%s", async (path) => {
    const servers = [worker, same.url] as const;
    expect([
      ...(await differences(servers, path)),
      ...(await differences(servers, path, { method: "HEAD" })),
      ...(await differences(servers, path, { headers: { accept: "text/html" } })),
    ]).toEqual([]);
  });

  it("and reaches for no other machine", () => {
    expect(same.log()).not.toContain("OUTBOUND");
  });

  it("an answer that was computed once is found again, whoever asks", async () => {
    const path = "/v1/comparison?outcome=orr&age=-97";
    const first = await send(same.url, path);
    const again = await send(same.url, path, { headers: { "accept-encoding": "gzip" } });
    expect(first.headers["cache-status"]).toContain("fwd=miss");
    expect(again.headers["cache-status"]).toContain("hit");
    // Gzipped for those who take it, and only for them.
    expect([first, again].map(({ headers }) => headers["content-encoding"])).toEqual([
      undefined,
      "gzip",
    ]);
  });
});
