/** What no route does, whatever a caller says: see the table in SECURITY.md. */
import { describe, expect, it } from "vitest";
import { assets } from "#generated/assets.ts";
import { everyPath } from "../support/every-path.ts";
import { request } from "../support/request.ts";

const elsewhere = "https://elsewhere.example";
const claims = `callback=steal&jsonp=steal&url=${elsewhere}&next=${elsewhere}&return=//elsewhere.example`;

it("no parameter makes data a script", async () => {
  const plain = await request("/v1/outcomes");
  expect(plain.text).toMatch(/^\{/);
  for (const path of everyPath) {
    const { text } = await request(`${path}?${claims}`);
    expect(text, path).not.toMatch(/^\W*steal\b/);
  }
});

it("no address leads to where a caller says", async () => {
  for (const path of [
    ...everyPath,
    "//elsewhere.example",
    `/${elsewhere}`,
    "/\\elsewhere.example",
  ]) {
    const { status, headers } = await request(`${path}?${claims}`, {
      headers: { referer: elsewhere, "x-forwarded-host": "elsewhere.example" },
    });
    expect([path, headers.location]).toEqual([path, undefined]);
    expect([301, 302, 303, 307, 308]).not.toContain(status);
  }
});

it("scripts are the same whoever asks", async () => {
  for (const path of [assets.widget.href, assets.page.href, "/v1/widget.js", "/v1/frame.js"]) {
    const one = await request(path);
    const other = await request(path, {
      headers: { cookie: "session=1", authorization: "Basic eDp5", origin: elsewhere },
    });
    expect(one.status).toBe(200);
    expect(other.text).toBe(one.text);
  }
});

describe("a method that would change something", () => {
  it.each(["POST", "PUT", "PATCH", "DELETE"])("%s is refused everywhere", async (method) => {
    for (const path of everyPath) {
      expect([path, (await request(path, { method })).status]).toEqual([path, 405]);
    }
  });
});
