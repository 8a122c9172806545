import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { anyQuery, anyQuestion, queryOf } from "../../../support/queries.ts";

const canonical = (text: string) => formatQuery(queryOf(text, dataset), dataset);

describe("the canonical text of a question", () => {
  it("is empty for the default question", () => {
    expect(canonical("")).toBe("");
  });

  it.each(["outcome=summary", "lines=3%2B", "regimen=monotherapy", "prior-bcma=not-selected"])(
    "does not say the default %s",
    (text) => {
      expect(canonical(text)).toBe("");
    },
  );

  it.each([
    ["lines=any&labelled=any", "lines=any"],
    ["prior-bcma=car-t&target=bcma", "target=bcma&prior-bcma=car-t"],
    ["compare=lines&lines=any", "compare=lines"],
    ["compare=lines&lines=3%2B", "compare=lines&lines=3%2B"],
    ["set=roex-2020&lines=any", "set=roex-2020"],
  ])("of %s is %s: what follows is not said", (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it("reads back as the same question, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        expect(queryOf(formatQuery(query, dataset), dataset)).toEqual(query);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same however the parameters are ordered, for any question", () => {
    const shuffled = anyQuestion(dataset, "any").chain((pairs) =>
      fc.tuple(
        fc.constant(pairs),
        fc.shuffledSubarray(pairs, { minLength: pairs.length, maxLength: pairs.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, inShuffled]) => {
        const text = (pairs: typeof inOrder) => canonical(new URLSearchParams(pairs).toString());
        expect(text(inShuffled)).toBe(text(inOrder));
      }),
      { numRuns: 300 },
    );
  });

  it("needs no escaping in a URL, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        expect(formatQuery(query, dataset)).toMatch(/^(?:[a-z0-9.,:=&-]|%2B)*$/);
      }),
      { numRuns: 300 },
    );
  });
});
