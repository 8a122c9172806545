/**
 * Scripts at permanent addresses: parameters that content management systems append, and cache
 * times.
 */
import { describe, expect, it } from "vitest";
import { assets } from "#generated/assets.ts";
import { request } from "../support/request.ts";

const scripts = ["/v1/widget.js", "/v1/frame.js"];

describe.each(scripts)("%s", (path) => {
  it("is the same with the version that a content system appends", async () => {
    const plain = await request(path);
    for (const search of ["?ver=6.5", "?", "?v=1&v=2", "?constructor=1", `?${"x".repeat(2000)}`]) {
      const { status, headers, text } = await request(path + search);
      expect([search.slice(0, 20), status, text]).toEqual([search.slice(0, 20), 200, plain.text]);
      for (const name of ["etag", "cache-control", "content-type", "access-control-allow-origin"]) {
        expect(headers[name]).toBe(plain.headers[name]);
      }
    }
    const again = await request(`${path}?ver=6.6`, {
      headers: { "if-none-match": String(plain.headers.etag) },
    });
    expect(again.status).toBe(304);
  });
});

it.each(["/v1/element.d.ts", "/v1/custom-elements.json"])(
  "%s, which no page loads, still names what it does not take",
  async (path) => {
    expect((await request(`${path}?ver=6.5`)).status).toBe(400);
  },
);

it("the element at the address that stays is the file that our own pages name by its hash", async () => {
  const { text } = await request("/v1/widget.js");
  expect(text).toBe((await request(assets.widget.href)).text);
  // A tag without `type="module"` is refused by every browser with these words.
  expect(text).toMatch(/^import\.meta\/\* Its tag needs type="module"/);
});

describe("what leads to files that a deployment may take away", () => {
  it.each([
    ["/embed", assets.widget.href],
    ["/", assets.widget.href],
  ])("%s is never used out of date", async (path, file) => {
    const { headers, text } = await request(path);
    expect(text).toContain(file);
    expect(headers["cache-control"]).toBe("public, max-age=300");
    const again = await request(path, { headers: { "if-none-match": String(headers.etag) } });
    expect([again.status, again.headers["cache-control"]]).toEqual([304, "public, max-age=300"]);
  });

  it("what holds all it needs may be, while a newer one is asked for", async () => {
    for (const path of ["/v1/widget.js", "/v1/frame.js", "/v1/comparison", "/v1/screen"]) {
      const { headers } = await request(path);
      expect(headers["cache-control"], path).toContain("stale-while-revalidate");
    }
  });
});
