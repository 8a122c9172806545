/** Tests that the pages of products grow old by the day. `test/approved/pages.ts` holds what they say. */
import { describe, expect, it } from "vitest";
import { products as facts } from "#data/generated/products.ts";
import { isStaleDate } from "#server/pages/products/ages.tsx";
import { askBuilt, textAt } from "../../../../support/built-app.ts";
import { textOf } from "../../../../support/html.ts";

const all = Object.values(facts);
const today = new Date().toISOString().slice(0, 10);

describe("age", () => {
  it.each([
    ["2026-05-25", false],
    ["2026-05-24", true],
    ["2026-06", false],
    ["2026-05", true],
    ["2026", true],
    ["2026-11-21", false],
  ])("of %s is too great on 2026-11-21: %s", (date, stale) => {
    expect(isStaleDate(date, "2026-11-21")).toBe(stale);
  });

  it.each(all.filter(({ sources }) => sources.length > 0).map(({ slug }) => `/products/${slug}`))(
    "of %s is said once, beside the sources, as of today, and at each old one",
    async (path) => {
      const text = await textAt(path);
      const dates = [
        ...text.matchAll(/<time class="as-of" datetime="([\d-]+)">[^<]*<\/time>( \(old\))?/g),
      ];
      const old = dates.filter(([, date = ""]) => isStaleDate(date, today));
      const count = `${old.length} of ${dates.length} dates are more than 180 days old`;
      expect(textOf(text).split(count)).toHaveLength(2);
      expect(dates.filter(([, , mark]) => mark)).toEqual(old);
    },
  );

  it("changes the validator with the day", async () => {
    expect((await askBuilt("/products/teclistamab")).headers.get("etag")).toContain(today);
  });
});
