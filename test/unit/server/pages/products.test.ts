/** The pages of products: every product, every statement with region, date and source, old ones marked. */
import { describe, expect, it } from "vitest";
import { products as facts } from "#data/generated/products.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { isStale } from "#server/pages/kit/ages.tsx";
import { askBuilt, dataAt, textAt } from "../../../support/built-app.ts";
import { textOf } from "../../../support/html.ts";

const all = Object.values(facts);
const today = new Date().toISOString().slice(0, 10);

it.each(labelRegions)(
  "/products shows in %s what is approved there, and nothing said of elsewhere",
  async (region) => {
    const text = await textAt(`/products?region=${region}`);
    const rows = [...text.matchAll(/<tr id="([^"]+)"/g)].map(([, id]) => id);
    const approved = all.filter(
      (one) => one.approvedIn.includes(region) && one.contains.length === 0,
    );
    expect(rows.toSorted()).toEqual(approved.map(({ slug }) => slug).toSorted());
  },
);

it.each(all.map(({ slug }) => slug))(
  "the page of %s has its sources and its cohorts",
  async (slug) => {
    const text = await textAt(`/products/${slug}`);
    const product = facts[slug];
    const read = textOf(text);
    for (const [index, { citation }] of (product?.sources ?? []).entries()) {
      expect(text).toContain(`id="source-${index + 1}"`);
      expect(read).toContain(citation);
    }
    // What whoever collected wrote down is no content.
    const notes = [...(product?.missing ?? []), ...(product?.contradictions ?? [])];
    const sentences = notes.filter(({ length }) => length > "EU contraindications".length);
    for (const note of sentences) expect(read).not.toContain(note);
    const { cohorts } = await dataAt<{ cohorts: { cohort: string }[] }>(`/v1/products/${slug}`);
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
