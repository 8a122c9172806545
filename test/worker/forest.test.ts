import { describe, expect, it } from "vitest";
import { getProblem } from "../support/json.ts";
import { request } from "../support/request.ts";

describe("/v1/forest.svg", () => {
  it.each([
    ["a count", "outcome=orr"],
    ["survival at a month", "outcome=pfs-12"],
    ["one class", "outcome=orr&therapy-class=bsab"],
    ["a question nothing answers", "outcome=orr&prior-lines=90-"],
    ["another model", "outcome=crs&model=glmm"],
    ["a published question", "outcome=orr&set=roex-2020"],
  ])("draws %s", async (_, search) => {
    const { status, headers, text } = await request(`/v1/forest.svg?${search}`);
    expect([status, headers["content-type"]]).toEqual([200, "image/svg+xml; charset=utf-8"]);
    expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>$/s);
  });

  it("names its file after the outcome, and lets it be looked at", async () => {
    const { headers } = await request("/v1/forest.svg?outcome=crs-3");
    expect(headers["content-disposition"]).toBe('inline; filename="myeloma-compare-crs-3.svg"');
  });

  it("can run nothing and load nothing, and other sites may show it", async () => {
    const { headers, text } = await request("/v1/forest.svg?outcome=orr");
    expect(headers["content-security-policy"]).toMatch(/default-src 'none';.*sandbox/);
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(text).not.toMatch(/<script|<style|style=|href=/);
  });

  it("is light unless dark is asked for", async () => {
    const [none, light, dark] = await Promise.all(
      ["", "&theme=light", "&theme=dark"].map((theme) =>
        request(`/v1/forest.svg?outcome=orr${theme}`),
      ),
    );
    expect(light?.text).toBe(none?.text);
    expect(light?.headers.etag).toBe(none?.headers.etag);
    expect(dark?.text).not.toBe(none?.text);
    expect(dark?.headers.etag).not.toBe(none?.headers.etag);
  });

  it("is a page unless a slide is asked for", async () => {
    const [none, page, wide] = await Promise.all(
      ["", "&format=page", "&format=wide"].map((format) =>
        request(`/v1/forest.svg?outcome=orr${format}`),
      ),
    );
    expect(page?.text).toBe(none?.text);
    expect(page?.headers.etag).toBe(none?.headers.etag);
    expect(wide?.headers.etag).not.toBe(none?.headers.etag);
    expect(wide?.text).toMatch(/^<svg [^>]*width="1280" height="720"/);
    expect(wide?.headers["content-disposition"]).toContain("myeloma-compare-orr-wide.svg");
  });

  it("has no format elsewhere", async () => {
    const { status, body } = await getProblem("/v1/comparison?outcome=orr&format=wide");
    expect([status, body.errors?.[0]?.parameter]).toEqual([400, "format"]);
  });

  it.each([
    ["outcome=orr&format=square", ["format"]],
    ["", ["outcome"]],
    ["outcome=orr,crs", ["outcome"]],
    ["outcome=summary", ["outcome"]],
    ["outcome=efficacy", ["outcome"]],
    ["outcome=happiness", ["outcome"]],
    ["outcome=orr&theme=sepia", ["theme"]],
    ["outcome=orr&theme=", ["theme"]],
    ["outcome=orr&theme=dark&theme=light", ["theme"]],
    ["outcome=orr&colour=red", ["colour"]],
    ["outcome=orr&theme=sepia&lines=middle", ["theme", "lines"]],
  ])("%s names what is wrong", async (search, parameters) => {
    const { status, contentType, body } = await getProblem(`/v1/forest.svg?${search}`);
    expect([status, contentType]).toEqual([400, "application/problem+json; charset=utf-8"]);
    expect(body.errors?.map(({ parameter }) => parameter)).toEqual(parameters);
  });

  it("says which themes there are", async () => {
    const { body } = await getProblem("/v1/forest.svg?outcome=orr&theme=sepia");
    expect(body.errors?.[0]?.allowed).toEqual(["light", "dark"]);
  });
});
