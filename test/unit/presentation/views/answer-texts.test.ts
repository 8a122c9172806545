import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { ParameterName } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { notesOfAnswer } from "#presentation/row/notes.ts";
import { byItself, rowView } from "#presentation/row/row-view.ts";
import {
  certaintyText,
  collectedText,
  patientsText,
  reviewText,
} from "#presentation/views/answer-texts.ts";
import { labelsText } from "#presentation/views/copied-text.ts";
import { madeOtherwise } from "#presentation/views/counting-rules.ts";
import { scopeOf } from "#presentation/views/scope.ts";
import { screenOf } from "#presentation/views/screen.ts";
import { notReviewed } from "#presentation/words/source-tier.ts";
import { screenEvidence } from "#server/answers/compute/screen-evidence.ts";
import { comparison } from "../../../support/answers.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";

const answerTo = (text: string) => screenAnswer(queryOf(text, dataset), dataset);

describe("whose question is answered", () => {
  it("has every filter that was asked, and a copied text every rule of counting, too", () => {
    const made = (query: Query) => {
      const answer = comparison({ query });
      return `${scopeOf(answer)} ${madeOtherwise(answer)}`;
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
      const usual = made(queryOf(besides, dataset));
      const text = [besides, `${name}=${value}`].filter(Boolean).join("&");
      expect(made(queryOf(text, dataset)), text).not.toBe(usual);
    }
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
    const { notes, leftOut } = screenOf(answer, null, screenEvidence(answer));
    const patients = patientsText(answer);
    const labels = labelsText(answer);
    for (const one of notesOfAnswer(answer)) {
      // What a button counts stands there.
      if (one.code === "left-out-for-label" && leftOut?.lead) continue;
      const places = [...notes, patients, labels].filter((said) => said.includes(one.text));
      expect(places).toHaveLength(1);
    }
  });
});

describe("the view", () => {
  it("says that no clinician has reviewed the data, until one has", () => {
    expect(reviewText(comparison())).toBe(notReviewed);
  });

  it.each([
    [null, 0, null, ""],
    ["2026-12-01", 0, null, "Nothing newer waits, as of 1 Dec 2026."],
    ["2026-12-01", 1, "2026-11-08", "1 newer record waits to be read since 8 Nov 2026."],
    ["2026-12-01", 2, "2026-11-08", "2 newer records wait to be read since 8 Nov 2026."],
  ])(
    "says since when newer records wait: looked %s, %i since %s",
    (asked, waiting, since, text) => {
      const review = { status: "reviewed", statement: "" } as const;
      expect(reviewText(comparison({ review, screening: { asked, waiting, since } }))).toBe(text);
    },
  );

  it("has whole numbers, plain words, and the difference that was fitted, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => {
        const answer = screenAnswer(query, dataset);
        const around = [
          scopeOf,
          madeOtherwise,
          collectedText,
          certaintyText,
          patientsText,
          reviewText,
        ].map((textOf) => textOf(answer));
        expect(JSON.stringify(around)).not.toMatch(nothingSaid);
        for (const row of answer.outcomes) {
          const { sides, difference, heard } = rowView(row, answer, byItself);
          for (const group of therapyClasses) {
            const { number = "" } = sides[group] ?? {};
            if (row.pools[group].estimate === null) continue;
            expect(number).toMatch(
              row.shownAs === "counts" ? /^(?:\d+ of \d+|<1|>99|\d+)$/ : /^(?:<1|>99|\d+)$/,
            );
          }
          expect(heard).not.toMatch(nothingSaid);
          const fitted = row.contrasts[0]?.differencePer100 ?? null;
          const interval = row.contrasts[0]?.differenceInterval ?? null;
          expect(difference === undefined).toBe(fitted === null || interval === null);
          if (difference === undefined || fitted === null) continue;
          const [size = "", way] = difference.amount.replace("<1", "0").split(" ");
          expect(Math.abs(Number(size) - Math.abs(fitted))).toBeLessThanOrEqual(0.5 + 1e-9);
          if (fitted !== 0) expect(way).toBe(fitted > 0 ? "more" : "fewer");
        }
      }),
      { numRuns: runsOf(60) },
    );
  });
});

/** A number that is none, and one below 0. */
const nothingSaid = /NaN|Infinity|undefined|(?<![A-Za-z])-\d/;
