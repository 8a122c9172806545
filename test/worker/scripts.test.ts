/** Scripts at permanent addresses: parameters that content management systems append, and cache times. */
import { expect, it } from "vitest";
import { assets } from "#generated/assets.ts";
import { request } from "../support/request.ts";

it.each(["/v1/widget.js", "/v1/frame.js"])(
  "%s is the same with the version that a content system appends",
  async (path) => {
    const plain = await request(path);
    for (const search of ["?ver=6.5", "?", "?v=1&v=2", "?constructor=1", `?${"x".repeat(2000)}`]) {
      const { status, headers, text } = await request(path + search);
      expect([search.slice(0, 20), status, text]).toEqual([search.slice(0, 20), 200, plain.text]);
      for (const name of ["etag", "cache-control", "content-type", "access-control-allow-origin"]) {
        expect(headers[name]).toBe(plain.headers[name]);
      }
    }
    const headers = { "if-none-match": String(plain.headers.etag) };
    expect((await request(`${path}?ver=6.6`, { headers })).status).toBe(304);
  },
);

it("the element at the address that stays is the file that our own pages name by its hash", async () => {
  const { text } = await request("/v1/widget.js");
  expect(text).toBe((await request(assets.widget.href)).text);
  // A tag without `type="module"` is refused by every browser with these words.
  expect(text).toMatch(/^import\.meta\/\* Its tag needs type="module"/);
});

it.each(["/embed", "/"])(
  "%s, which leads to files that a deployment may take away, is never used out of date",
  async (path) => {
    const { headers, text } = await request(path);
    expect(text).toContain(assets.widget.href);
    expect(headers["cache-control"]).toBe("public, max-age=300");
    const again = await request(path, { headers: { "if-none-match": String(headers.etag) } });
    expect([again.status, again.headers["cache-control"]]).toEqual([304, "public, max-age=300"]);
  },
);

it.each(["/v1/widget.js", "/v1/frame.js", "/v1/comparison", "/v1/screen"])(
  "%s, which holds all it needs, may be, while a newer one is asked for",
  async (path) => {
    expect((await request(path)).headers["cache-control"]).toContain("stale-while-revalidate");
  },
);
