/** Files that the platform serves by itself, and built files that must not be accessible. */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { unstable_readConfig as readConfig } from "wrangler";
import { assets } from "#generated/assets.ts";
import { askers, request } from "../support/request.ts";

const { href } = assets.widget;

describe.each(Object.entries(askers))("asked by %s", (_who, headers) => {
  it("a content-hashed file is kept for good and may be loaded from any site", async () => {
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

  it.each([
    "/_headers",
    "/manifest.json",
    "/.vite/manifest.json",
    "/assets/",
    "/assets/missing.js",
    "/assets/widget-00000000.js",
    `${href}.map`,
    "/worker.js",
    "/v1/dataset.json",
    "/docs.html",
    "/assets/..%2f_headers",
  ])("%s is not there, and not remembered as missing", async (path) => {
    const answer = await request(path, { headers });
    expect([answer.status, answer.headers["cache-control"]]).toEqual([404, "no-store"]);
  });
});

it.each(["POST", "PUT", "DELETE"])("%s changes nothing under /assets/", async (method) => {
  expect([404, 405]).toContain((await request("/assets/widget-00000000.js", { method })).status);
});

it("a picture may be loaded from any site and is asked for again, for a 304", async () => {
  for (const picture of ["/assets/icon-192.png", "/assets/social.png"]) {
    const { status, headers } = await request(picture);
    expect(status).toBe(200);
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(headers["cache-control"]).toMatch(/max-age=0/);
    const again = await request(picture, { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
  }
});

it("the integrity we print is that of the file we serve", async () => {
  for (const { href: file, integrity } of Object.values(assets)) {
    const { text } = await request(file);
    const hash = createHash("sha384").update(text).digest("base64");
    expect([file, integrity]).toEqual([file, `sha384-${hash}`]);
  }
});

it("no other file of the build is served without the Worker", () => {
  const root = join(import.meta.dirname, "../..");
  const first = readConfig({ config: join(root, "wrangler.toml") }).assets?.run_worker_first;
  const patterns = (Array.isArray(first) ? first : []).map(
    (pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`),
  );
  const paths = readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "_headers")
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, "dist").length));
  const open = paths.filter((path) => !patterns.some((pattern) => pattern.test(path)));
  expect(open.length).toBeGreaterThan(10);
  expect(open.filter((path) => !path.startsWith("/assets/"))).toEqual([]);
});
