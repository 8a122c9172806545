/** What no route does, whatever a caller says (the table in SECURITY.md), and every method of every route. */
import { describe, expect, it } from "vitest";
import { assets } from "#generated/assets.ts";
import { askBuilt } from "../support/built-app.ts";
import { everyPath } from "../support/every-path.ts";
import { request } from "../support/request.ts";

const allow = "GET, HEAD, OPTIONS";

describe.each([...everyPath, "/nowhere"])("%s", (path) => {
  it.each(["POST", "PUT", "DELETE", "PATCH"])(
    "refuses %s with the headers of data",
    async (method) => {
      const { status, headers } = await askBuilt(path, { method, body: "<script>" });
      expect(status).toBe(405);
      expect(Object.fromEntries(headers)).toMatchObject({
        allow,
        "cache-control": "no-store",
        "content-type": expect.stringMatching(/^application\/problem\+json/),
        "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
      });
    },
  );

  it("answers OPTIONS with 204, no body and what other sites may do", async () => {
    const headers = { origin: "https://example.org", "access-control-request-method": "GET" };
    const answer = await askBuilt(path, { method: "OPTIONS", headers });
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      allow,
      "access-control-allow-origin": "*",
      "access-control-allow-methods": allow,
      "access-control-allow-headers": expect.stringMatching(/if-none-match/),
    });
  });
});

it.each([
  ...["/", "/embed", "/v1/comparison", "/v1/forest.svg?outcome=orr", "/docs", "/changes"],
  ...["/v1/dataset", "/healthz", "/nowhere"],
])("the platform answers HEAD of %s as GET, without the body", async (path) => {
  const [head, get] = [await request(path, { method: "HEAD" }), await request(path)];
  expect([head.status, head.text]).toEqual([get.status, ""]);
  for (const name of ["content-type", "etag", "cache-control", "content-security-policy"]) {
    expect([name, head.headers[name]]).toEqual([name, get.headers[name]]);
  }
});

const elsewhere = "https://elsewhere.example";
const claims = `callback=steal&jsonp=steal&url=${elsewhere}&next=${elsewhere}&return=//elsewhere.example`;

it.each([...everyPath, "//elsewhere.example", `/${elsewhere}`, "/\\elsewhere.example"])(
  "%s is no script by a parameter, and leads to nowhere that a caller says",
  async (path) => {
    const { status, headers, text } = await request(`${path}?${claims}`, {
      headers: { referer: elsewhere, "x-forwarded-host": "elsewhere.example" },
    });
    expect(text).not.toMatch(/^\W*steal\b/);
    expect(headers.location).toBeUndefined();
    expect([301, 302, 303, 307, 308]).not.toContain(status);
  },
);

it.each([assets.widget.href, assets.page.href, "/v1/widget.js", "/v1/frame.js"])(
  "the script %s is the same whoever asks",
  async (path) => {
    const one = await request(path);
    const other = await request(path, {
      headers: { cookie: "session=1", authorization: "Basic eDp5", origin: elsewhere },
    });
    expect(one.status).toBe(200);
    expect(other.text).toBe(one.text);
  },
);
