/** `/qr.svg`: the permalink of a question. A test in the browser checks that it can be read. */
import { describe, expect, inject, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { request } from "../support/request.ts";

const titleOf = (svg: string) => /<title[^>]*>([^<]*)<\/title>/.exec(svg)?.[1];

describe("the code", () => {
  it.each([
    ["", "?"],
    ["setting=late", "?"],
    ["age=65-&setting=early", "?setting=early&amp;age=65-&amp;"],
  ])("of “%s” names the canonical address", async (search, canonical) => {
    const { status, headers, text } = await request(`/qr.svg?${search}`);
    expect([status, headers["content-type"]]).toEqual([200, "image/svg+xml; charset=utf-8"]);
    expect(titleOf(text)).toBe(
      `QR code: ${inject("serverUrl")}/embed${canonical}data=${dataset.dataVersion.slice(0, 10)}`,
    );
  });

  it("has a quiet zone of four modules around it, dark on light", async () => {
    const { text } = await request("/qr.svg");
    const [, side = 0] = /viewBox="-4 -4 (\d+) \1"/.exec(text) ?? [];
    expect(Number(side)).toBeGreaterThanOrEqual(21 + 8);
    expect(text).toMatch(/fill="#fff"[\s\S]*fill="#000"/);
    expect(text).not.toMatch(/style|script|href/);
  });

  it("is kept, and not sent again", async () => {
    const { headers } = await request("/qr.svg");
    expect(headers["cache-control"]).toContain("max-age=300");
    const again = await request("/qr.svg", { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
  });
});

describe("refused", () => {
  it.each([
    ["patient-age=70", "patient-…"],
    ["patient-prior-lines=4", "patient-…"],
    ["setting=never", "setting"],
    ["theme=dark", "theme"],
    ["compare=age:60", "compare"],
  ])("%s, naming the parameter %s", async (search, parameter) => {
    const { status, headers, text } = await request(`/qr.svg?${search}`);
    expect([status, headers["content-type"]]).toEqual([
      400,
      "application/problem+json; charset=utf-8",
    ]);
    expect(text).toContain(`"parameter":"${parameter}"`);
  });

  it("an address that no code holds", async () => {
    const all = (ids: readonly string[]) => ids.join(",");
    const search = [
      `exclude=${all(dataset.cohorts.map(({ id }) => id))}`,
      `outcome=${all(dataset.outcomes.map(({ id }) => id).slice(1))}`,
      `product=${all(dataset.products.map(({ slug }) => slug))}`,
    ];
    const { status, text } = await request(`/qr.svg?${search.join("&")}`);
    expect(status).toBe(414);
    expect(JSON.parse(text)).toMatchObject({ status: 414, title: "URI Too Long" });
  });
});
