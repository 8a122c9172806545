/** Where follow-ups keep the classes apart, no text says that patients or trials are too few. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { copiedSummary } from "#presentation/table/copied-summary.ts";
import { english } from "#presentation/words/catalogue.ts";
import { bispecific, cohort, datasetOf, figure, widestBut } from "../../support/cohorts.ts";
import { compareInWords } from "../../support/in-words.ts";
import { asked } from "../../support/queries.ts";
import { asText } from "../../support/report-as-text.ts";
import { textOfAnswer } from "../../support/reports.ts";

/** Three trials of each class with all their patients, followed for so many months. */
function answerAt(carT: number | null, bsab: number, outcome: readonly string[]) {
  const trial = (id: string, followUpMonths: number | null) => {
    const figures = ["orr", "infection-3"].map((of) => figure(of, 30, 100, { followUpMonths }));
    return { id, figures, followUpMonths };
  };
  const cohorts = ["a", "b", "c"].flatMap((id) => [
    cohort(`${id}1`, trial(`${id}1`, carT)),
    bispecific(`${id}2`, trial(`${id}2`, bsab)),
  ]);
  return compareInWords(widestBut({ outcome }), datasetOf(cohorts));
}

/** Everything that is written of an answer, in one line each. */
function textsOf(answer: ReturnType<typeof answerAt>): Record<string, string> {
  const row = answer.outcomes.find(({ outcome }) => outcome === "infection-3");
  if (!row) throw new Error("no row");
  const figured = figureOf(answer, row, false, english);
  const texts = {
    ...Object.fromEntries([["text", asText(textOfAnswer(answer))]]),
    figure: [...figured.contrast, JSON.stringify(figured.parts)].join(" "),
    description: figured.description,
    copied: copiedSummary(answer, { permalink: "", outcome: row.outcome }, english).text,
  };
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text.replaceAll(/\s+/g, " ")]),
  );
}

const few = /too few/i;
const apart = /differing or unknown follow-ups|follow-ups are unknown or differ/i;

describe("classes that were followed for different times", () => {
  it.each([
    [12, "infection-3"],
    [12, "orr,infection-3"],
    [null, "orr,infection-3"],
  ])(
    "are kept apart for this reason, at %j and 40 months, in every text of %s, and for no other",
    (carT, outcomes) => {
      for (const [name, text] of Object.entries(textsOf(answerAt(carT, 40, outcomes.split(","))))) {
        expect(text, name).not.toMatch(few);
        expect(text, name).toMatch(apart);
      }
    },
  );

  it("have it said wherever a number, a pool or the contrast is missing", () => {
    const answer = answerAt(12, 40, ["orr", "infection-3"]);
    const why = "differing or unknown follow-ups";
    const { description, text } = textsOf(answer);
    expect(text).toContain(`Difference: not compared: ${why}`);
    expect(text).toContain(`There is no number for CAR-T: ${why}.`);
    expect(text).toContain(`The classes are not contrasted: ${why}.`);
    expect(description).toContain(`: Not pooled: ${why}.`);
  });

  it("alone have it: followed alike they are compared, and too few trials are still called so", () => {
    for (const text of Object.values(textsOf(answerAt(12, 12, ["infection-3"])))) {
      expect(text).not.toMatch(apart);
    }
    const query = asked("availability=any&target=any&prior-bcma=selected&outcome=orr,cr", dataset);
    const document = textOfAnswer(compareInWords(query, dataset));
    const text = asText(document).replaceAll(/\s+/g, " ");
    expect(text).toContain("too few studies");
    expect(text).not.toMatch(apart);
  });
});
