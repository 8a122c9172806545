import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/make-comparison.ts";
import { withPrintedMedians } from "#widget/answers/printed-medians.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

describe("the medians that are added on this device", () => {
  it.each([
    "",
    "setting=early",
    "evidence=all&sources=any&outcome=survival",
    "evidence=all&setting=any&availability=any&target=any&regimen=any&outcome=efficacy",
    "denominator=enrolled&setting=any&outcome=survival",
    "exclude=karmma",
    "set=roex-2020&outcome=pfs-12",
  ])('to "%s" are those of the edge, without their sources', (text) => {
    const query = asked(text, dataset);
    const here = withPrintedMedians(compareInWords(query, dataset));
    const there = compareWithSources(query, english);
    for (const [index, row] of here.outcomes.entries()) {
      for (const group of groups) {
        expect(row.pools[group].medians, row.outcome).toEqual(
          there.outcomes[index]?.pools[group].medians.map((one) => ({ ...one, citation: null })),
        );
      }
    }
  });

  it("leave everything else as it was", () => {
    const before = compareInWords(asked("outcome=summary,survival", dataset), dataset);
    const after = withPrintedMedians(before);
    const without = (text: string) =>
      JSON.parse(text, (key, value) => (key === "medians" ? [] : value));
    expect(without(JSON.stringify(after))).toEqual(JSON.parse(JSON.stringify(before)));
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
  });
});
