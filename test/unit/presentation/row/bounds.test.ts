/**
 * Tests the drugs that stand in for the number of a class: each has its name, and a source for each is in the report.
 */
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
const isBounded = (entry: Evidence): entry is Bounded =>
  entry.as === "bound" || entry.as === "narrower";

const kinds = new Set<string>();

it.each([
  ...Object.values(questions).filter((question) => !question.includes("compare=")),
  "lines=any&outcome=survival",
  "evidence=all",
])("a bound in %s names its product and what it is of, and has a source in the report", (text) => {
  const { comparison } = fullAnswer(queryOf(text, dataset));
  const answer = ofClasses({ comparison, leaveOneOut: {} });
  for (const row of answer.outcomes) {
    for (const group of therapyClasses) {
      const words = sidesInWords(row, answer, byItself).get(group);
      if (row.pools[group].estimate !== null || !words) continue;
      const products = classTables(row, answer).flatMap((table) =>
        table.group === group ? table.products : [],
      );
      const evidence = evidenceByProduct(row.pools[group]).flatMap((product) => product.evidence);
      for (const entry of evidence.filter(isBounded)) {
        kinds.add(entry.as);
        const name = productName(entry.product);
        // A dash would be read as an interval.
        expect(words.side.number, name).not.toMatch(/\d\s*\u2013/);
        for (const label of [words.heard(""), words.written("")]) expect(label).toContain(name);
        const named = products.filter((product) => product.name.includes(name));
        const trials = named.flatMap((product) => product.trials);
        expect(trials.length, name).toBeGreaterThan(0);
        for (const { figures } of trials) expect(figures[0]?.citation?.text, name).toBeTruthy();
        if (entry.as === "bound") expect(words.written("")).toMatch(/[≥<>≈]|about/);
        else {
          const part = uncapitalised(entry.of.label);
          expect(words.written("")).toContain(part);
          const ofPart = named.filter((product) => product.of === part);
          const marks = ofPart.flatMap((product) =>
            product.trials.map(({ drawn }) => drawn?.marks[0]?.kind),
          );
          expect(new Set(marks), part).toEqual(new Set(["at-least"]));
        }
      }
    }
  }
});

it("some are there", () => {
  expect(kinds).toEqual(new Set(["bound", "narrower"]));
});
