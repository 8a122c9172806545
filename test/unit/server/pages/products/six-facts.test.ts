/** The six facts of a product: those of the reader's region, with what would else be misread. */
import { describe, expect, it } from "vitest";
import { products } from "#data/generated/products.ts";
import { productRegions } from "#server/pages/products/regions.ts";
import { sixFacts } from "#server/pages/products/six-facts.ts";
import { statementsOf } from "#server/pages/products/statements.ts";
import { found } from "../../../data/files.ts";

const factsOf = (slug: string, region: (typeof productRegions)[number] | null) => {
  const product = found(products[slug], slug);
  const known = statementsOf(product);
  return Object.fromEntries(
    sixFacts.map(([title, of]) => [
      title,
      of({ product, known, region }).map(({ text, exceptions }) =>
        [text, ...exceptions].join(" · "),
      ),
    ]),
  );
};

describe("six facts", () => {
  it("are those of the reader's region", () => {
    expect(factsOf("cilta-cel", "us")["On the label"]).toEqual([
      "after 1 or more prior line; earlier PI, IMiD; refractory to lenalidomide",
    ]);
    expect(factsOf("cilta-cel", "jp")["On the label"]?.[0]).toMatch(
      /^after 3 or more prior lines;/,
    );
  });

  it("name every region once for the same number of lines, where no region was asked for", () => {
    expect(factsOf("cilta-cel", null)["On the label"]).toEqual([
      "after 1 or more prior line: United States, European Union",
      "after 1 to 3 prior lines: Canada",
      "after 2 or more prior lines: Switzerland",
      "after 3 or more prior lines: China, Japan, Switzerland",
    ]);
  });

  it("name what it is given with, and last what is only applied for", () => {
    const of = (region: Parameters<typeof factsOf>[1]) =>
      factsOf("teclistamab", region)["On the label"];
    expect(of("us")).toEqual([
      "after 1 or more prior line, with daratumumab; earlier PI, IMiD",
      "after 4 or more prior lines; earlier PI, IMiD, anti-CD38",
    ]);
    expect(of("eu")).toEqual([
      "after 3 or more prior lines; earlier PI, IMiD, anti-CD38; progression on the last therapy",
      "pending, 25 Jun 2026: positive opinion; after 1 or more prior line, with daratumumab",
    ]);
    expect(of(null)?.at(-1)).toBe(
      "pending, 25 Jun 2026: positive opinion; after 1 or more prior line, with daratumumab: European Union",
    );
    expect(factsOf("anito-cel", "us")["On the label"]).toEqual([
      "pending: BLA accepted February 2026; decision expected by 23 Dec 2026",
    ]);
  });

  it("say what failed where that is asked for, and name the region of which we are not sure", () => {
    expect(factsOf("elranatamab", "ch")["On the label"]).toEqual([
      "no number of prior lines in our sources; refractory to PI, IMiD, anti-CD38; progression on the last therapy",
    ]);
    expect(factsOf("ide-cel", null)["On the label"]).toContain(
      "after 3 or more prior lines: Great Britain (low confidence), Israel (low confidence), Canada",
    );
  });

  it("say how long cells are made, and when step-up doses end", () => {
    expect(factsOf("cilta-cel", "us")["Until the full dose"]).toEqual([
      "median 74 days from collection of the cells, in one centre, Leipzig (18 patients; interquartile range 65 to 85)",
    ]);
    expect(factsOf("elranatamab", "us")["Until the full dose"]).toEqual([
      "step-up doses, full dose from day 8",
    ]);
  });

  it("never hide a boxed warning in force, and say whose it is elsewhere", () => {
    for (const product of Object.values(products)) {
      const warnings = statementsOf(product).boxed.filter(({ superseded }) => !superseded);
      for (const region of [null, ...productRegions]) {
        const shown = factsOf(product.slug, region)["Boxed warnings"];
        expect([product.slug, shown?.length]).toEqual([product.slug, warnings.length]);
      }
    }
    expect(factsOf("elranatamab", "us")["Boxed warnings"]?.[0]).toBe("CRS");
    expect(factsOf("elranatamab", "eu")["Boxed warnings"]?.[0]).toBe("CRS · United States");
  });

  it("keep a risk programme apart from boxed warnings, and say that it ended", () => {
    expect(factsOf("cilta-cel", "us")["Risk programme (REMS)"]).toEqual(["ended 26 Jun 2025"]);
    expect(factsOf("elranatamab", null)["Boxed warnings"]?.join()).not.toContain("REMS");
  });

  it("leave out days in hospital of another region, and mark those that are computed", () => {
    expect(factsOf("elranatamab", "eu")["In hospital, by the label"]).toEqual([]);
    expect(factsOf("elranatamab", "us")["In hospital, by the label"]).toEqual([
      "3 days · low confidence",
    ]);
  });
});
