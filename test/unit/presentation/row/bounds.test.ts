import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { knownByProduct } from "#presentation/row/known-by-product.ts";
import { sidesOf } from "#presentation/row/row-statement.ts";
import { trialsAtLength } from "#presentation/row/trials-at-length.ts";
import { ofClasses } from "#server/answers/class-answer.ts";
import { fullAnswer } from "#server/answers/full-answer.ts";
import { questions } from "../../../approved/questions.ts";
import { asked } from "../../../support/queries.ts";

/** Each side of each row whose cell holds a bound, with what its report says of its products. */
function boundsIn(question: string) {
  const { comparison } = fullAnswer(asked(question, dataset));
  if (comparison.query.compare !== "therapy-class") return [];
  const answer = ofClasses({ comparison, leaveOneOut: {} });
  return answer.outcomes.flatMap((row) =>
    therapyClasses.flatMap((group) => {
      const pool = row.pools[group];
      const { rate, cell } = sidesOf(row, answer)[group];
      if (rate !== null || cell === null) return [];
      const products = trialsAtLength(row, answer)
        .filter((table) => table.group === group)
        .flatMap((table) => table.products);
      return knownByProduct(pool)
        .filter(({ isBound }) => isBound)
        .map((known) => ({ row, cell, known, products }));
    }),
  );
}

describe.each([...Object.values(questions), "lines=any&outcome=survival", "evidence=all"])(
  "a bound in %s",
  (question) => {
    it("names its products and what it is of, and has a source for each in the report", () => {
      for (const { row, cell, known, products } of boundsIn(question)) {
        const of = `${row.outcome}: ${cell.number} ${cell.under}`;
        expect(cell.number, of).not.toMatch(/\d\s*\u2013/);
        const under = cell.under.replaceAll("\u00ad", "");
        for (const name of known.products) {
          expect(under, of).toContain(name);
          const own = products.filter((one) => one.name.includes(name));
          expect(own.length, of).toBeGreaterThan(0);
          const trials = own.flatMap((one) => one.trials);
          expect(trials.length, of).toBeGreaterThan(0);
          for (const { figures } of trials) expect(figures[0]?.citation?.text, of).toBeTruthy();
        }
        if (known.kind === "narrower") {
          expect(known.of, of).not.toBe("");
          expect(under, of).toContain(known.of);
          for (const { of: part, trials } of products) {
            expect(part, of).not.toBe("");
            for (const { drawn } of trials) expect(drawn?.marks[0]?.kind, of).toBe("at-least");
          }
        }
      }
    });
  },
);

it("some are there", () => {
  const kinds = boundsIn("").map(({ known }) => known.kind);
  expect(new Set(kinds)).toEqual(new Set(["month", "narrower"]));
});
