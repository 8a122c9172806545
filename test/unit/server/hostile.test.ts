/** Any input gets an answer or a proper error, never an internal error, and is never repeated as markup. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askBuilt, askers } from "../../support/built-app.ts";
import { rawText } from "../../support/hostile-text.ts";
import { tagsOf, textOf } from "../../support/html.ts";

const address = fc.oneof(
  rawText.map((query) => `/v1/comparison?${query}`),
  rawText.map((query) => `/v1/forest.svg?outcome=orr&${query}`),
  rawText.map((query) => `/embed?${query}`),
  rawText.map((id) => `/v1/cohorts/${id}`),
  rawText.map((query) => `/v1/outcomes?${query}`),
  rawText.map((path) => `/${path}`),
);

async function read(path: string, init?: RequestInit) {
  const answer = await askBuilt(path, init);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

it("three hundred hostile addresses are never answered with a 5xx, and never without headers", async () => {
  const accidents: string[] = [];
  for (const path of fc.sample(address, { numRuns: 300 })) {
    const { status, headers, text } = await read(path);
    const safe =
      status < 500 &&
      headers.get("x-content-type-options") === "nosniff" &&
      headers.get("set-cookie") === null &&
      /^(?:W\/)?"[\x21\x23-\x7e]*"$/.test(headers.get("etag") ?? '""') &&
      !text.includes("<script>");
    if (!safe) accidents.push(`${status} ${path}`);
  }
  expect(accidents.slice(0, 5)).toEqual([]);
});

describe.each([
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</li></ul><iframe src=//evil.example>",
  "&lt;script&gt;",
  "<!--",
  "]]>",
])("%s is text, never markup", (value) => {
  const hostile = encodeURIComponent(value);

  it.each([
    `/embed?lines=${hostile}`,
    `/report?lines=${hostile}`,
    `/build?product=${hostile}`,
    `/about?question=${encodeURIComponent(`lines=${hostile}`)}`,
    `/products/${hostile.replaceAll("%2F", "")}`,
    `/${hostile.replaceAll("%2F", "")}`,
  ])("at %s", async (path) => {
    const { status, text } = await read(path, { headers: askers["a browser"] });
    expect([400, 404]).toContain(status);
    if (path.startsWith("/embed")) expect(textOf(text)).toContain(value.replace(/\s+/g, " "));
    expect(tagsOf(text).filter((tag) => /^<(?:script|img|iframe)/i.test(tag))).toEqual([]);
  });
});

it("the name of the site, which a caller says, is escaped where an address may well hold it", async () => {
  const origin = `http://a"onload='x'&lt;b.example`;
  expect(new URL(origin).origin).toBe(origin);
  const { status, text } = await read(`${origin}/`);
  expect(status).toBe(200);
  expect(text).toContain("a&quot;onload=");
  expect(text).not.toMatch(/a"onload|&lt;b\.example/);
});
