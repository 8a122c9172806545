import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import type { ParameterName } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { notesOfAnswer } from "#presentation/row/notes.ts";
import { statementOf } from "#presentation/views/statement.ts";
import { screen } from "#presentation/words/screen.ts";
import { comparison } from "../../../support/answers.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { copiedOf } from "../table/copied.ts";

const answerTo = (text: string) => screenAnswer(asked(text, dataset), dataset);
const stated = (over: Partial<Answer>) => statementOf(comparison(over));

describe("whose question is answered", () => {
  it("has every filter that was asked, and a copied text every rule of counting, too", () => {
    const made = (query: Query) => {
      const copied = copiedOf(comparison({ query }));
      return `${copied.scope} ${copied.made}`;
    };
    type Asked = Exclude<ParameterName, "set" | "outcome" | "compare" | "exclude">;
    const others: Readonly<Record<Asked, string>> = {
      lines: "2",
      "prior-lines": "4-",
      age: "65-",
      product: "ide-cel,cilta-cel",
      availability: "cn",
      labelled: "any",
      "therapy-class": "car-t",
      evidence: "all",
      regimen: "any",
      target: "gprc5d",
      "prior-bcma": "any",
      doses: "recommended",
      "high-risk": "-30",
      emd: "-20",
      denominator: "enrolled",
      definition: "broad",
      cut: "latest",
      sources: "papers",
      model: "reml",
      interval: "wald",
    };
    for (const [name, value] of Object.entries(others)) {
      // The default model has no other interval.
      const besides = name === "interval" ? "model=reml" : "";
      const usual = made(asked(besides, dataset));
      const text = [besides, `${name}=${value}`].filter(Boolean).join("&");
      expect(made(asked(text, dataset)), text).not.toBe(usual);
    }
    expect(made(asked("age=65-&emd=-20", dataset))).toContain(
      "median age ≥ 65 · percent with extramedullary disease ≤ 20",
    );
  });
});

describe("the notes of an answer", () => {
  it.each([
    "",
    "evidence=all",
    "evidence=real-world",
    "lines=any&regimen=any",
    "lines=1",
    "set=annals-2025",
  ])("all stand on the screen of “%s”, in one place each", (text) => {
    const answer = answerTo(text);
    const { notes, patients, labels } = statementOf(answer);
    for (const one of notesOfAnswer(answer)) {
      const places = [...notes, patients, labels].filter((said) => said.includes(one.text));
      expect(places).toHaveLength(1);
    }
  });
});

describe("the view", () => {
  it("says that no clinician has reviewed the data, until one has", () => {
    const status = "reviewed" as const;
    expect(stated({}).review).toBe(screen.notReviewed);
    expect(stated({ review: { status, statement: "" } }).review).toBe("");
  });

  it("has whole numbers, plain words, and the difference that was fitted, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = screenAnswer(query, dataset);
        const { rows, verdict, collected, patients, certainty, counted } = statementOf(answer);
        const said = [verdict, collected, patients, certainty, counted];
        expect(JSON.stringify(said)).not.toMatch(nothingSaid);
        for (const [index, { sides: both, difference }] of rows.entries()) {
          for (const group of groups) {
            const { rate, range, evidence } = both[group];
            const isCounts = answer.outcomes[index]?.shownAs === "counts";
            expect(rate ?? "").toMatch(isCounts ? /^(?:\d+ of \d+)?$/ : /^(?:<1|>99|\d*)$/);
            expect(`${range} ${evidence}`).not.toMatch(/NaN|Infinity|undefined/);
          }
          const fitted = answer.outcomes[index]?.contrasts[0]?.differencePer100 ?? null;
          expect(difference === null).toBe(fitted === null);
          if (difference === null || fitted === null) continue;
          const { at, ...words } = difference;
          expect(at.every(Number.isFinite)).toBe(true);
          expect(JSON.stringify(words)).not.toMatch(nothingSaid);
          const [size = "", way] = difference.amount.replace("<1", "0").split(" ");
          expect(Math.abs(Number(size) - Math.abs(fitted))).toBeLessThanOrEqual(0.5 + 1e-9);
          if (fitted !== 0) expect(way).toBe(fitted > 0 ? screen.more : screen.fewer);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

/** A number that is none, and one below 0. */
const nothingSaid = /NaN|Infinity|undefined|(?<![A-Za-z])-\d/;
