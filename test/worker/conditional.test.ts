import { describe, expect, it } from "vitest";
import { anyCohort } from "../support/any-cohort.ts";
import { request } from "../support/request.ts";
import { sampled } from "../support/sample.ts";

const resources = [
  "/v1/comparison",
  "/v1/comparison?outcome=orr",
  "/v1/forest.svg?outcome=orr",
  "/v1/forest.svg?outcome=orr&theme=dark",
  "/v1/cohorts",
  `/v1/cohorts/${anyCohort.id}`,
  "/v1/outcomes",
  "/embed",
  "/embed?lines=2",
];

async function tagOf(path: string): Promise<string> {
  const { headers } = await request(path);
  return headers.etag ?? "";
}

const asking = (path: string, tag: string) => request(path, { headers: { "if-none-match": tag } });

describe.each(sampled(resources, 4))("%s", (path) => {
  it("has a weak validator and may be kept for a while", async () => {
    const { headers } = await request(path);
    expect(headers.etag).toMatch(/^W\/"[\x21\x23-\x7e]+"$/);
    // A page contains the file names of its release, so it must not be stale.
    const expected = path.startsWith("/embed")
      ? /max-age=\d+$/
      : /max-age=\d+.*stale-while-revalidate=\d+/;
    expect(headers["cache-control"]).toMatch(expected);
  });

  it("is not sent again to who has it", async () => {
    const tag = await tagOf(path);
    const { status, text, headers } = await asking(path, tag);
    expect([status, text]).toEqual([304, ""]);
    expect(headers.etag).toBe(tag);
    expect(headers["cache-control"]).toBeDefined();
  });

  it.each([
    ["any tag at all", () => "*"],
    ["a list that names it", (tag: string) => `"other", ${tag} , W/"another"`],
    ["the strong form of the same tag", (tag: string) => tag.replace("W/", "")],
  ])("is not sent again for %s", async (_, form) => {
    expect((await asking(path, form(await tagOf(path)))).status).toBe(304);
  });

  it.each([
    ["another tag", () => 'W/"other"'],
    ["a tag that only begins alike", (tag: string) => tag.slice(0, -2).concat('"')],
    ["a tag without quotes", (tag: string) => tag.replaceAll('"', "")],
    ["nonsense", () => '"'],
  ])("is sent again for %s", async (_, form) => {
    expect((await asking(path, form(await tagOf(path)))).status).toBe(200);
  });

  it("keeps its headers in a 304, since a browser stores them with the page it has", async () => {
    const { headers: first } = await request(path);
    const { headers: second } = await asking(path, first.etag ?? "");
    const kept = Object.keys(first).filter((name) =>
      /^(?:content-security|cross-origin|access-control|x-content|referrer|permissions|strict|vary|cache-control)/.test(
        name,
      ),
    );
    const pick = (from: typeof first) => kept.map((name) => [name, from[name]]);
    expect(pick(second)).toEqual(pick(first));
  });

  it("answers HEAD with 304 too", async () => {
    const headers = { "if-none-match": await tagOf(path) };
    expect((await request(path, { method: "HEAD", headers })).status).toBe(304);
  });
});

describe("a question asked in another way", () => {
  const same = [
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
  ] as const;

  it.each(same)("%s has the same bytes and validator", async (_, one, other) => {
    const [a, b] = [
      await request(`/v1/comparison?${one}`),
      await request(`/v1/comparison?${other}`),
    ];
    expect(b.headers.etag).toBe(a.headers.etag);
    expect(b.text).toBe(a.text);
  });

  it.each(same)("%s has the same page", async (_, one, other) => {
    const [a, b] = [await request(`/embed?${one}`), await request(`/embed?${other}`)];
    expect(b.headers.etag).toBe(a.headers.etag);
    expect(b.text).toBe(a.text);
  });

  it("twice has the same bytes", async () => {
    const [a, b] = [await request("/v1/comparison"), await request("/v1/comparison")];
    expect(b.text).toBe(a.text);
  });
});

describe("different things", () => {
  it("have different validators", async () => {
    const tags = await Promise.all(resources.map(tagOf));
    expect(new Set(tags).size).toBe(resources.length);
  });
});
