/** The pages of products: regions that were collected, every statement with its source, old ones marked. */
import { describe, expect, it } from "vitest";
import { products as facts } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { isStale } from "#server/pages/products/stale.tsx";
import { askBuilt } from "../support/built-app.ts";
import { textOf } from "../support/html.ts";

const all = Object.values(facts);
const today = new Date().toISOString().slice(0, 10);

const textAt = async (address: string) => (await askBuilt(address)).text();

describe("/products", () => {
  it("asks only for regions whose approvals were collected, and says nothing of others", async () => {
    expect(labelRegions).toEqual(["us", "eu", "ch", "cn", "jp"]);
    const text = await textAt("/products");
    expect(text).toContain('href="/products?region=ch"');
    expect(text).not.toMatch(/region=(?:gb|il|hk|mo|canada)/);
    for (const path of ["/products?region=gb", "/embed?availability=gb"]) {
      expect(textOf(await textAt(path)), path).not.toMatch(/not approved|only CAR-T/i);
    }
    expect(await textAt("/v1/comparison?availability=gb")).toContain("not collected");
  });

  it.each(labelRegions)("shows in %s what is approved there, of both classes", async (region) => {
    const text = await textAt(`/products?region=${region}`);
    const rows = [...text.matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id);
    const approved = all.filter(
      (one) => one.approvedIn.includes(region) && one.contains.length === 0,
    );
    expect(rows.toSorted()).toEqual(approved.map(({ slug }) => slug).toSorted());
    expect(new Set(approved.map(({ therapyClass }) => therapyClass)).size).toBe(2);
  });

  it("takes the region by the name that answers have for it, too", async () => {
    expect(await textAt("/products?availability=eu")).toBe(await textAt("/products?region=eu"));
    expect(await textAt("/products?availability=any")).toBe(await textAt("/products"));
  });
});

it.each(all)(
  "/products/$slug has its sources and its cohorts, and no note of whoever collected",
  async (product) => {
    const text = await textAt(`/products/${product.slug}`);
    const read = textOf(text);
    for (const [index, { citation }] of product.sources.entries()) {
      expect(text).toContain(`id="source-${index}"`);
      expect(read).toContain(citation);
    }
    const notes = [...(product.missing ?? []), ...(product.contradictions ?? [])];
    const sentences = notes.filter(({ length }) => length > "EU contraindications".length);
    for (const note of sentences) expect(read).not.toContain(note);
    const { cohorts } = JSON.parse(await textAt(`/v1/products/${product.slug}`));
    for (const { cohort } of cohorts) expect(text).toContain(`/v1/cohorts/${cohort}.html`);
  },
);

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
    const text = await textAt(path);
    const dates = [...text.matchAll(/<time class="as-of" datetime="([\d-]+)">/g)];
    const old = dates.filter(([, date = ""]) => isStale(date, today));
    const said = `${old.length} of ${dates.length} dates are more than 180 days old`;
    expect(textOf(text).split(said)).toHaveLength(2);
  });

  it("changes the validator with the day", async () => {
    expect((await askBuilt("/products")).headers.get("etag")).toContain(today);
  });
});
