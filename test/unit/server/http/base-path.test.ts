/** Tests addresses in texts of an installation below a path of its site. */
import { describe, expect, it } from "vitest";
import { addBasePathToResponse } from "#server/http/base-path.ts";

describe("below a path", () => {
  it.each([
    ["text/html; charset=utf-8", '<a class="x" href="/docs">', '<a class="x" href="/b/docs">'],
    [
      "text/html",
      '<source srcset="/v1/f.svg?a=b&amp;c"><img src="/q">',
      '<source srcset="/b/v1/f.svg?a=b&amp;c"><img src="/b/q">',
    ],
    ["text/html", '<a href="//other.example/">', '<a href="//other.example/">'],
    [
      "text/html",
      '<a href="https://other.example/x" data-href="/x">',
      '<a href="https://other.example/x" data-href="/x">',
    ],
    ["text/html", "<p>GET /v1/comparison</p>", "<p>GET /v1/comparison</p>"],
    ["application/json", '{"href":"/v1/x","name":"/v1/x"}', '{"href":"/b/v1/x","name":"/v1/x"}'],
    [
      "application/json",
      JSON.stringify({ said: '"href":"/x"' }),
      JSON.stringify({ said: '"href":"/x"' }),
    ],
    ["application/problem+json", '{"type":"/docs#a"}', '{"type":"/b/docs#a"}'],
    ["application/problem+json", '{"href":"/v1/comparison"}', '{"href":"/b/v1/comparison"}'],
    ["text/csv", '"href":"/x"', '"href":"/x"'],
  ])("%s: %s", async (type, text, expected) => {
    const response = new Response(text, {
      status: 400,
      headers: { "content-type": type, etag: "x" },
    });
    const below = await addBasePathToResponse(response, "/b");
    expect([await below.text(), below.status, below.headers.get("etag")]).toEqual([
      expected,
      400,
      "x",
    ]);
  });
});
