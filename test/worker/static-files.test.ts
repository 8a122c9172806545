/** Files that the platform serves by itself, and built files that must not be accessible. */
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { assets } from "#generated/assets.ts";
import { askers, request } from "../support/request.ts";

const { href } = assets.widget;

describe.each(Object.entries(askers))("asked by %s", (_who, headers) => {
  test("a content-hashed file is kept for good and may be loaded from any site", async () => {
    const answer = await request(href, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
  });

  test.each(["/favicon.svg", "/robots.txt"])("%s is read through the Worker", async (path) => {
    const answer = await request(path, { headers });
    expect(answer.status).toBe(200);
    // With all headers of data: see headers.test.ts.
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  test.each([
    "/_headers",
    "/manifest.json",
    "/.vite/manifest.json",
    "/assets/",
    "/assets/missing.js",
    `${href}.map`,
    "/worker.js",
    "/assets/..%2f_headers",
  ])("%s is not there", async (path) => {
    expect((await request(path, { headers })).status).toBe(404);
  });
});

test("a picture may be loaded from any site and is asked for again, for a 304", async () => {
  for (const picture of ["/assets/icon-192.png", "/assets/social.png"]) {
    const { status, headers } = await request(picture);
    expect(status).toBe(200);
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(headers["cache-control"]).toMatch(/max-age=0/);
    const again = await request(picture, { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
  }
});

test("the integrity we print is that of the file we serve", async () => {
  const { text } = await request(href);
  const hash = createHash("sha384").update(text).digest("base64");
  expect(assets.widget.integrity).toBe(`sha384-${hash}`);
});
