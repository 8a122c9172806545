/** What stands in for the number of a class: each drug by its name, with a source for each in the report. */
import { expect, it } from "vitest";
import { type Evidence, evidenceByProduct } from "#core/answer/evidence.ts";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { byItself, sidesInWords } from "#presentation/row/row-view.ts";
import { classTables } from "#presentation/row/trials.ts";
import { productName } from "#presentation/words/product-name.ts";
import { uncapitalised } from "#presentation/words/sentences.ts";
import { fullAnswer, ofClasses } from "#server/answers/compute/full-answer.ts";
import { questions } from "../../../approved/questions.ts";
import { queryOf } from "../../../support/queries.ts";

type Bounded = Extract<Evidence, { as: "bound" | "narrower" }>;

/** Each bound that a row draws, with its side in words and what its report says of its product. */
function boundsIn(question: string) {
  const { comparison } = fullAnswer(queryOf(question, dataset));
  if (comparison.query.compare !== "therapy-class") return [];
  const answer = ofClasses({ comparison, leaveOneOut: {} });
  return answer.outcomes.flatMap((row) =>
    therapyClasses.flatMap((group) => {
      const words = sidesInWords(row, answer, byItself).get(group);
      if (row.pools[group].estimate !== null || !words) return [];
      const tables = classTables(row, answer).filter((table) => table.group === group);
      return evidenceByProduct(row.pools[group])
        .flatMap(({ evidence: shown }) => shown)
        .filter((entry): entry is Bounded => entry.as === "bound" || entry.as === "narrower")
        .map((entry) => {
          const name = productName(entry.product);
          const products = tables.flatMap((table) => table.products);
          const named = products.filter((product) => product.name.includes(name));
          return { entry, name, words, named };
        });
    }),
  );
}

it.each([...Object.values(questions), "lines=any&outcome=survival", "evidence=all"])(
  "a bound in %s names its product and what it is of, and has a source in the report",
  (question) => {
    for (const { entry, name, words, named } of boundsIn(question)) {
      // A dash would be read as an interval.
      expect(words.side.number, name).not.toMatch(/\d\s*\u2013/);
      for (const text of [words.heard(""), words.written("")]) expect(text).toContain(name);
      const trials = named.flatMap((product) => product.trials);
      expect(trials.length, name).toBeGreaterThan(0);
      for (const { figures } of trials) expect(figures[0]?.citation?.text, name).toBeTruthy();
      if (entry.as === "bound") expect(words.written("")).toMatch(/[≥<>≈]|about/);
      else {
        const part = uncapitalised(entry.of.label);
        expect(words.written("")).toContain(part);
        const parts = named.filter((product) => product.of === part);
        const kinds = parts.flatMap((product) =>
          product.trials.map(({ drawn }) => drawn?.marks[0]?.kind),
        );
        expect(new Set(kinds), part).toEqual(new Set(["at-least"]));
      }
    }
  },
);

it("some are there", () => {
  const kinds = boundsIn("").map(({ entry }) => entry.as);
  expect(new Set(kinds)).toEqual(new Set(["bound", "narrower"]));
});
