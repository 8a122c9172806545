/** What stands in for the number of a class: each drug by its name, with a source for each in the report. */
import { describe, expect, it } from "vitest";
import { type Evidence, standIns } from "#core/answer/evidence.ts";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { byItself, sidesInWords } from "#presentation/row/row-view.ts";
import { classTables } from "#presentation/row/trials.ts";
import { productName } from "#presentation/words/product-name.ts";
import { uncapitalised } from "#presentation/words/sentences.ts";
import { fullAnswer, ofClasses } from "#server/answers/compute/full-answer.ts";
import { questions } from "../../../approved/questions.ts";
import { asked } from "../../../support/queries.ts";

type Bounded = Extract<Evidence, { as: "bound" | "narrower" }>;

/** Each bound that a row draws, with its side in words and what its report says of its products. */
function boundsIn(question: string) {
  const { comparison } = fullAnswer(asked(question, dataset));
  if (comparison.query.compare !== "therapy-class") return [];
  const answer = ofClasses({ comparison, leaveOneOut: {} });
  return answer.outcomes.flatMap((row) => {
    const sides = sidesInWords(row, answer, byItself);
    return therapyClasses.flatMap((group) => {
      const pool = row.pools[group];
      const words = sides.get(group);
      if (pool.estimate !== null || !words) return [];
      const products = classTables(row, answer)
        .filter((table) => table.group === group)
        .flatMap((table) => table.products);
      return standIns(pool)
        .flatMap(({ shown }) => shown)
        .filter((entry): entry is Bounded => entry.as === "bound" || entry.as === "narrower")
        .map((entry) => ({ row, entry, words, products }));
    });
  });
}

describe.each([...Object.values(questions), "lines=any&outcome=survival", "evidence=all"])(
  "a bound in %s",
  (question) => {
    it("names its product and what it is of, and has a source in the report", () => {
      for (const { row, entry, words, products } of boundsIn(question)) {
        const name = productName(entry.product);
        const of = `${row.outcome}: ${words.written("")}`;
        // A dash would be read as an interval.
        expect(words.side.number, of).not.toMatch(/\d\s*\u2013/);
        if (entry.as !== "narrower") expect(words.written(""), of).toMatch(/[≥<>≈]|about/);
        for (const text of [words.heard(""), words.written("")]) expect(text, of).toContain(name);
        const own = products.filter((product) => product.name.includes(name));
        const trials = own.flatMap((product) => product.trials);
        expect(trials.length, of).toBeGreaterThan(0);
        for (const { figures } of trials) expect(figures[0]?.citation?.text, of).toBeTruthy();
        if (entry.as === "narrower") {
          const part = uncapitalised(entry.of.label);
          expect(words.written(""), of).toContain(part);
          const parts = own.filter((product) => product.of === part);
          expect(parts.length, of).toBeGreaterThan(0);
          for (const { drawn } of parts.flatMap((product) => product.trials)) {
            expect(drawn?.marks[0]?.kind, of).toBe("at-least");
          }
        }
      }
    });
  },
);

it("some are there", () => {
  const kinds = boundsIn("").map(({ entry }) => entry.as);
  expect(new Set(kinds)).toEqual(new Set(["bound", "narrower"]));
});
