import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Pool } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { headlineOutcome, isEmpty } from "#presentation/row/figures.ts";
import { missingInRow } from "#presentation/row/missing.ts";
import { nameOf } from "#presentation/row/row-name.ts";
import { byItself, rowView } from "#presentation/row/row-view.ts";
import { certaintyText } from "#presentation/views/answer-texts.ts";
import { copiedLine, copiedText } from "#presentation/views/copied-text.ts";
import { widening } from "#presentation/words/widen-filters.ts";
import {
  comparison,
  noPool,
  notPooled,
  percentageAlone,
  row,
  study,
} from "../../../support/answers.ts";
import { anyQuery } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";
import { screenAnswer } from "../../../support/screen-answer.ts";
import { sides } from "../../../support/viewed-rows.ts";

const permalink = "https://compare.example.org/embed";

function everySummary(check: (answer: Answer) => void): void {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => {
      check(screenAnswer(query, dataset));
    }),
    { numRuns: runsOf(30) },
  );
}

describe("the summary for a note", () => {
  it("is short and without gaps, with the certainty and the source", () => {
    everySummary((answer) => {
      const lines = copiedText(answer, { permalink }).text.split("\r\n");
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(
        (headlineOutcome(answer.outcomes) === undefined ? 5 : 6) +
          (answer.randomised.some(({ place }) => place !== "beside") ? 1 : 0),
      );
      for (const line of lines) {
        expect(line).not.toMatch(/NaN|undefined|null| {2}|^$|not compared.*not compared:/);
      }
      const [limits, cite] = lines.slice(-2);
      expect(limits).toContain(certaintyText(answer));
      expect(cite).toContain(answer.answerVersion);
      expect(cite?.endsWith(` ${permalink}`)).toBe(true);
    });
  });

  it("has the harms of the headline with their numbers", () => {
    const harm = (outcome: string, label: string) =>
      row({
        outcome,
        label,
        role: "headline-harm",
        ...sides({ events: 4, n: 40 }, { events: 9, n: 60 }),
      });
    const rows = [
      row({ role: "response" }),
      harm("crs-3", "Severe CRS"),
      harm("infection-3", "Infection"),
    ];
    const answer = comparison({ outcomes: rows });
    const { text } = copiedText(answer, { permalink });
    for (const line of rows.map((one) => copiedLine(one, answer))) expect(text).toContain(line);
  });

  it("of a row has that row only, with its digits, its status and its notes", () => {
    everySummary((answer) => {
      for (const one of answer.outcomes) {
        const { outcome } = one;
        const view = rowView(one, answer, byItself);
        const { text } = copiedText(answer, { permalink, outcome });
        const lines = text.split("\r\n");
        expect(lines).toHaveLength(4);
        if (isEmpty(answer)) {
          expect(lines[1]).toBe(widening.empty);
          continue;
        }
        expect(lines[1]?.startsWith(`${nameOf(view)}: `)).toBe(true);
        const { difference, status, notes } = view;
        const texts = difference ? [difference.range, status.text] : [missingInRow(one, answer)];
        const numbers = Object.values(view.sides).flatMap((side) =>
          side?.filled ? `${side.number} of 100` : [],
        );
        // A reason that is a note begins a sentence.
        const line = lines[1]?.toLowerCase();
        for (const said of [...numbers, ...texts, ...notes])
          expect(line).toContain(said.toLowerCase());
      }
    });
  });

  it("is the same as HTML, without markup of its own", () => {
    const answer = comparison({ outcomes: [row({ label: "<b>&" })] });
    const { text, html } = copiedText(answer, { permalink });
    const plain = html.replace(/<\/p><p>/g, "\r\n").replace(/<\/?p>/g, "");
    expect(plain).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;|#39;)/);
    expect(html).toContain("&lt;b&gt;&amp;");
    expect(text).toContain("<b>&");
  });
});

/** The line of a row whose CAR-T side is this. */
const lineWith = (carT: Partial<Pool>) => {
  const one = row(sides(carT, null));
  return copiedText(comparison({ outcomes: [one] }), {
    permalink,
    outcome: one.outcome,
  }).text.split("\r\n")[1];
};

describe("a class in a copied row", () => {
  const own = { k: 1, of: 1, events: 94, n: 97, studies: [study({ events: 94, n: 97 })] };
  const survival = (product: string, estimate: number) =>
    study({ product, events: null, estimate, interval: [estimate - 0.1, estimate + 0.1] });

  it.each<[string, Partial<Pool>, string]>([
    ["one trial with its count", own, "CAR-T 50 of 100 infused (45–55) [94 of 97 in one trial]"],
    [
      "the other kind of regimen, and what is printed without a count",
      {
        ...own,
        beside: {
          ...{ regimen: "combination", k: 1, trials: 1, products: ["c-cel"], studies: [] },
          ...{ events: 9, n: 10, estimate: 0.9, interval: [0.7, 1] },
        },
        notPooled: [percentageAlone({ product: "c" })],
      },
      "[94 of 97 in one trial; c 17 % reported, n unknown; c-cel in combination 90 (70–100), 1 trial, 10 patients]",
    ],
    [
      "trials and patients of a range",
      { k: 3, studies: [0.4, 0.5, 0.61].map((rate) => survival("a-cel", rate)) },
      "[40–61 in 3 trials, 300 patients]",
    ],
    [
      "what stands in for its number by drug",
      {
        ...noPool,
        ...{ status: "by-trial", k: 2, studies: [survival("a-cel", 0.77), survival("b-cel", 0.6)] },
      },
      "CAR-T b-cel 60 (50–70); a-cel 77 (67–87),",
    ],
    [
      "the broader outcome and a percentage, each named",
      {
        ...noPool,
        broader: [study({ product: "a-cel", events: 20, n: 97, estimate: 20 / 97 })],
        notPooled: [percentageAlone({ product: "c" })],
      },
      "c 17 (n unknown)",
    ],
    ["that nothing is reported", { ...noPool, notPooled: [notPooled()] }, "CAR-T not reported"],
  ])("has %s", (_, pool, text) => {
    expect(lineWith(pool)).toContain(text);
  });
});
