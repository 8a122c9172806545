import { expect, test } from "vitest";
import { assetHeaderRules } from "#server/http/headers.ts";
import { assetHeaders } from "../../../../.dev/build/asset-headers.ts";

const rulesFor = (files: number) =>
  assetHeaderRules(
    Array.from({ length: files }, (_, number) => `/assets/part-${number}.js`),
    true,
  );

test("every rule is written that Cloudflare reads, those for all files too", () => {
  const text = assetHeaders(rulesFor(99));
  expect(text.match(/^\S/gm)).toHaveLength(100);
});

test("a rule that Cloudflare would not read stops the build", () => {
  expect(() => assetHeaders(rulesFor(100))).toThrow("101 rules in _headers");
});

test("only files that exist are kept for good, nothing by a pattern", () => {
  const [pattern = "", ...files] = rulesFor(3);
  expect(pattern).toMatch(/^\/assets\/\*\n/);
  expect(pattern).not.toContain("cache-control");
  expect(files.map((rule) => rule.split("\n")[0])).toEqual([
    ...["/assets/part-0.js", "/assets/part-1.js", "/assets/part-2.js"],
  ]);
});

test.each([
  [true, 1],
  [false, 0],
])("HTTPS is demanded only where the configuration says so: %s", (production, rules) => {
  const demanding =
    assetHeaderRules([], production)
      .join("")
      .match(/^ +strict-transport/gm) ?? [];
  expect(demanding).toHaveLength(rules);
});
