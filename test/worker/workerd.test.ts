import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { answerVersion } from "#data/generated/version.ts";
import { assets } from "#generated/assets.ts";
import { makePrecomputedAnswerPath } from "#server/answers/keep/precomputed-files.ts";
import { addresses } from "../support/addresses.ts";
import { askBuilt, askers } from "../support/built-app.ts";
import { differences } from "../support/conformance.ts";
import { serveOnNode } from "../support/node-server.ts";
import { sampled } from "../support/sample.ts";
import { send, sendRaw } from "../support/send.ts";

/**
 * The build in workerd: it sends what the app in process does, and files of the build by itself. What that
 * is: `test/unit/server/addresses.test.ts`.
 */

const url = inject("serverUrl");

/**
 * Matches headers that belong to the connection, to the platform's own cache, or to the tool that made a file's hash.
 */
const ofTransport =
  /^(?:connection|keep-alive|transfer-encoding|content-length|date|cf-cache-status|cache-status|etag)$/;

const comparable = (headers: Iterable<readonly [string, unknown]>) =>
  Object.fromEntries(
    [...headers]
      .filter(([name]) => !ofTransport.test(name))
      .map(([name, value]) => [name, String(value).replace("svg+xml; charset=utf-8", "svg+xml")]),
  );

describe.each(Object.entries(askers))("asked by %s", (_, asker) => {
  it.each(sampled(addresses, 25))("workerd answers $path as the app does", async ({ path }) => {
    // An address that names this site names the one that is asked.
    const here = path.replaceAll(encodeURIComponent("http://localhost"), encodeURIComponent(url));
    const answer = await sendRaw(url, here, { headers: asker });
    const expected = await askBuilt(`${url}${here}`.replace(`${url}/assets`, "/assets"), {
      headers: asker,
    });
    const body = Buffer.from(await expected.arrayBuffer());
    expect([answer.status, answer.bytes.equals(body)]).toEqual([expected.status, true]);
    expect(comparable(Object.entries(answer.headers))).toEqual(comparable(expected.headers));
  });
});

it("a name of the site that no browser could say is not repeated as markup", async () => {
  for (const host of [
    "x.example/<script>alert(1)</script>",
    'x.example?"><script>alert(1)</script>',
    "x.example#<img src=x onerror=alert(1)>",
  ]) {
    const { status, text } = await send(url, "/", { headers: { host } });
    expect(text).not.toMatch(/<script>alert|<img src=x|onerror/);
    if (status === 200) {
      expect(text).toContain('<meta property="og:url" content="http://x.example/">');
    }
  }
});

describe("files of the build", () => {
  const { href } = assets.widget;

  it("with a hash in their names are kept for good, others are asked for again, for a 304", async () => {
    expect((await send(url, href)).headers["cache-control"]).toBe(
      "public, max-age=31536000, immutable",
    );
    for (const picture of ["/assets/icon-192.png", "/assets/social.png"]) {
      const { headers } = await send(url, picture);
      expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
      expect(headers["cache-control"]).toMatch(/max-age=0/);
      const again = await send(url, picture, { headers: { "if-none-match": `${headers.etag}` } });
      expect(again.status).toBe(304);
    }
  });

  it.each([
    ...["/_headers", "/manifest.json", "/.vite/manifest.json", "/assets/", "/worker.js"],
    ...["/assets/missing.js", `${href}.map`, "/v1/dataset.json", "/assets/..%2f_headers"],
    makePrecomputedAnswerPath(answerVersion, ""),
  ])("%s is not there, and not remembered as missing", async (path) => {
    const { status, headers } = await send(url, path);
    expect([status, headers["cache-control"]]).toEqual([404, "no-store"]);
  });

  it.each(["POST", "PUT", "DELETE"])("%s changes nothing under /assets/", async (method) => {
    expect([404, 405]).toContain((await send(url, href, { method })).status);
  });

  it("the integrity we print is that of the file we serve", async () => {
    for (const { href: file, integrity } of Object.values(assets)) {
      const { text } = await send(url, file);
      const hash = createHash("sha384").update(text).digest("base64");
      expect([file, integrity]).toEqual([file, `sha384-${hash}`]);
    }
  });
});

/** The build on Node: `node.slow` tests its settings, `test/all/` all routes. */
const same = await serveOnNode(
  { PUBLIC_ORIGIN: url },
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
    const servers = [url, same.url] as const;
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
