/** Validators: who has an answer is not sent it again, and every way of asking the same has the same one. */
import { describe, expect, it } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { askBuilt } from "../support/built-app.ts";
import { request } from "../support/request.ts";
import { sampled } from "../support/sample.ts";

const resources = [
  "/v1/comparison",
  "/v1/comparison?outcome=orr",
  "/v1/comparison.csv?outcome=orr",
  "/v1/forest.svg?outcome=orr",
  "/v1/forest.svg?outcome=orr&theme=dark",
  "/v1/cohorts",
  `/v1/cohorts/${anyCohort.id}`,
  "/v1/dataset",
  "/v1/dataset.csv",
  "/v1/outcomes",
  "/embed",
  "/embed?lines=2",
  "/embed?theme=dark",
  "/embed?lang=en-US",
];

const forms: readonly (readonly [string, (tag: string) => string, number])[] = [
  ["any tag at all", () => "*", 304],
  ["a list that names it", (tag) => `"other", ${tag} , W/"another"`, 304],
  ["the strong form of the same tag", (tag) => tag.replace("W/", ""), 304],
  ["another tag", () => 'W/"other"', 200],
  ["a tag that only begins alike", (tag) => tag.slice(0, -2).concat('"'), 200],
  ["a tag without quotes", (tag) => tag.replaceAll('"', ""), 200],
  ["nonsense", () => '"', 200],
];

/** Those that a browser stores with the page it has. */
const kept = /^(?:content-sec|cross-|access-c|x-content|referrer|permissions|strict|vary|cache-c)/;

describe.each(sampled(resources, 4))("%s", async (path) => {
  const first = await request(path);
  const tag = first.headers.etag ?? "";

  it("has a weak validator and may be kept for a while", () => {
    expect(tag).toMatch(/^W\/"[\x21\x23-\x7e]+"$/);
    // A page contains the file names of its release, so it must not be stale.
    const expected = path.startsWith("/embed")
      ? /max-age=\d+$/
      : /max-age=\d+.*stale-while-revalidate=\d+/;
    expect(first.headers["cache-control"]).toMatch(expected);
  });

  it.each(forms)("asked for with %s is answered with its status", async (_, form, status) => {
    const again = await request(path, { headers: { "if-none-match": form(tag) } });
    expect(again.status).toBe(status);
    const pick = (from: typeof again.headers) =>
      Object.entries(from).filter(([name]) => kept.test(name));
    expect(pick(again.headers)).toEqual(pick(first.headers));
  });
});

describe("a question asked in another way", () => {
  it.each([
    ["in another order", "lines=any&age=60-", "age=60-&lines=any"],
    [
      "with its defaults said",
      "outcome=orr",
      "outcome=orr&lines=3%2B&evidence=trial&target=bcma&regimen=monotherapy&therapy-class=both&prior-bcma=not-selected&availability=us,eu",
    ],
    ["with a list in another order and repeats", "outcome=orr,crs-3", "outcome=crs-3,orr,crs-3"],
    ["with a range in another notation", "age=60-65", "age=060.0-65.00"],
    ["with escaped commas", "product=ide-cel,cilta-cel", "product=ide-cel%2Ccilta-cel"],
    ["as nothing at all", "", "outcome=summary"],
  ])("%s has the same bytes and validator", async (_, one, other) => {
    for (const path of ["/v1/comparison", "/v1/choices", "/embed"]) {
      const [a, b] = [await askBuilt(`${path}?${one}`), await askBuilt(`${path}?${other}`)];
      expect(b.headers.get("etag")).toBe(a.headers.get("etag"));
      expect(await b.text()).toBe(await a.text());
    }
  });
});

it("different things have different validators", async () => {
  const tags = await Promise.all(
    resources.map(async (path) => (await askBuilt(path)).headers.get("etag")),
  );
  expect(new Set(tags).size).toBe(resources.length);
});
