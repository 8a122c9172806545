/** The pages of products: every product, every statement with region, date and source, old ones marked. */
import { describe, expect, it } from "vitest";
import { products as facts } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { isStale } from "#server/pages/kit/ages.tsx";
import { textOf } from "../support/html.ts";
import { askers, request } from "../support/request.ts";

const all = Object.values(facts);
const today = new Date().toISOString().slice(0, 10);

describe("/products", () => {
  it.each(labelRegions)(
    "shows in %s what is approved there, and nothing said of elsewhere",
    async (region) => {
      const { text } = await request(`/products?region=${region}`);
      const rows = [...text.matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id);
      const approved = all.filter(
        (one) => one.approvedIn.includes(region) && one.contains.length === 0,
      );
      expect(rows.toSorted()).toEqual(approved.map(({ slug }) => slug).toSorted());
    },
  );

  it("refuses a region that it does not know, readably", async () => {
    const { status, headers, text } = await request("/products?region=mars", {
      headers: askers["a browser"],
    });
    expect([status, headers["content-type"]]).toEqual([400, "text/html; charset=utf-8"]);
    expect(textOf(text)).toMatch(/us, (?:canada, )?eu/);
  });
});

describe("/products/{slug}", () => {
  it.each(all.map(({ slug }) => slug))("%s has its sources and its cohorts", async (slug) => {
    const { status, text } = await request(`/products/${slug}`);
    expect(status).toBe(200);
    const product = facts[slug];
    const read = textOf(text);
    for (const [index, { citation }] of (product?.sources ?? []).entries()) {
      expect(text).toContain(`id="source-${index}"`);
      expect(read).toContain(citation);
    }
    // What whoever collected wrote down is no content.
    const notes = [...(product?.missing ?? []), ...(product?.contradictions ?? [])];
    const sentences = notes.filter(({ length }) => length > "EU contraindications".length);
    for (const note of sentences) expect(read).not.toContain(note);
    // Every link within the page arrives.
    for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) expect(text).toContain(`id="${id}"`);
    const { json } = { json: JSON.parse((await request(`/v1/products/${slug}`)).text) };
    for (const { cohort } of json.cohorts) expect(text).toContain(`/v1/cohorts/${cohort}.html`);
  });

  it("says readably that there is no such product", async () => {
    const { status, headers, text } = await request("/products/no-such-product", {
      headers: askers["a browser"],
    });
    expect([status, headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(textOf(text)).toContain("No product here is called “no-such-product”.");
    expect(text).toContain('href="/products"');
  });
});

describe("age", () => {
  it.each([
    ["2026-05-25", false],
    ["2026-05-24", true],
    ["2026-06", false],
    ["2026-05", true],
    ["2026", true],
    ["2026-11-21", false],
  ])("of %s is too great on 2026-11-21: %s", (date, stale) => {
    expect(isStale(date, "2026-11-21")).toBe(stale);
  });

  it.each([
    "/products",
    "/products?region=us",
    ...all.filter(({ sources }) => sources.length > 0).map(({ slug }) => `/products/${slug}`),
  ])("of %s is said once, beside the sources, as of today", async (path) => {
    const { text } = await request(path);
    const dates = [...text.matchAll(/<time class="as-of" datetime="([\d-]+)">/g)];
    const old = dates.filter(([, date = ""]) => isStale(date, today));
    const said = `${old.length} of ${dates.length} dates are more than 180 days old`;
    expect(textOf(text).split(said)).toHaveLength(2);
  });

  it("changes the validator with the day", async () => {
    const { headers } = await request("/products");
    expect(headers.etag).toContain(today);
    const again = await request("/products", {
      headers: { "if-none-match": String(headers.etag) },
    });
    expect(again.status).toBe(304);
  });
});
