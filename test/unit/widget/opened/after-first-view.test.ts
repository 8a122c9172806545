import fc from "fast-check";
import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { orderedQuery } from "#widget/answers/ordered-query.ts";
import { withChanges } from "#widget/opened/after-first-view.tsx";
import { anyQuestion } from "../../../support/queries.ts";

const text = anyQuestion(dataset).map((pairs) => orderedQuery(new URLSearchParams(pairs)));

it("what a reader changed in one question is all that changes in another", () => {
  expect(withChanges("evidence=all", "setting=early&evidence=all", "setting=early")).toBe("");
  expect(
    withChanges("age=60-", "prior-bcma=selected", "product=cilta-cel&prior-bcma=selected"),
  ).toBe("age=60-&product=cilta-cel");
  fc.assert(
    fc.property(text, text, text, (asked, from, to) => {
      expect(withChanges(asked, from, from)).toBe(asked);
      expect(withChanges(from, from, to)).toBe(to);
    }),
  );
});
