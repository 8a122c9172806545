import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { figureOf } from "#presentation/forest/figure.ts";
import { columnOf } from "#presentation/statement/column.ts";
import { publishedQuestion } from "#presentation/statement/evidence-asked.ts";
import { headlineOf } from "#presentation/statement/headline.ts";
import { scopeOf } from "#presentation/statement/scope.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { comparisonTable } from "#presentation/table/comparison-table.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import { english } from "#presentation/words/catalogue.ts";
import { screen as en } from "#words/screen.ts";
import {
  allHold,
  comparison,
  contrast,
  noPool,
  notPooled,
  productPool,
  row,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { anyQuestion, asked } from "../../../support/queries.ts";
import { asText } from "../../../support/report-as-text.ts";
import { textOfAnswer } from "../../../support/reports.ts";
import { runs } from "../../../support/sample.ts";
import { sides, viewed } from "../../../support/viewed-rows.ts";

const answerTo = (text: string) => compareInWords(asked(text, dataset), dataset);

describe("a row of one product", () => {
  const of = (product: string) => ({ products: [productPool(product)] });
  const one = row(sides(of("cilta-cel"), of("teclistamab")));

  it("speaks of it, not of its class", () => {
    const { sides: both, difference } = viewed(one);
    expect(both["car-t"].product).toBe("cilta-cel");
    expect(both.bsab.product).toBe("teclistamab");
    expect(difference?.withWhat).toBe("with cilta-cel");
    expect(viewed(row()).difference?.withWhat).toBe("with CAR-T");
  });

  it("gives its name to the column if no other row speaks of the class", () => {
    expect(columnOf([viewed(one), viewed(one)])).toBe("with cilta-cel");
    expect(columnOf([viewed(one), viewed(row())])).toBeNull();
    expect(columnOf([])).toBeNull();
  });

  it("is nowhere called by its class where only it is left", () => {
    const answer = answerTo("product=cilta-cel,teclistamab");
    const { rows, verdict, names } = statementOf(answer, en);
    expect(rows.some(({ difference }) => difference)).toBe(true);
    expect(names).toEqual({ "car-t": "cilta-cel", bsab: "teclistamab" });
    expect(JSON.stringify([rows, verdict, headlineOf(answer, english)])).not.toContain(
      "with CAR-T",
    );
    expect(comparisonTable(answer, "", english).text).not.toContain("with CAR-T");
    const told = asText(textOfAnswer(answer));
    expect(told).not.toMatch(/with (?:CAR-T|bispecific antibodies)[ ,:(]/);
    for (const one of answer.outcomes) {
      const figure = JSON.stringify(figureOf(answer, one, false, english));
      expect(figure).not.toMatch(/with CAR-T/);
    }
  });
});

describe("the view", () => {
  it("says whose question it answers, and when that was changed", () => {
    const scope = (text: string) => scopeOf(answerTo(text), english);
    expect(scope("set=roex-2020")).toBe("As Roex 2020: its studies, rules and model");
    // Of these the cohorts are not public.
    for (const [id, name] of [
      ["annals-2025", "Annals of Hematology 2025"],
      ["yang-2021", "Yang 2021"],
    ]) {
      expect(scope(`set=${id}`)).toBe(`Our studies by the rules of ${name}`);
      expect(publishedQuestion(answerTo(`set=${id}`), english.report.question)).not.toMatch(
        /its studies/,
      );
    }
    expect(scope("set=roex-2020&model=reml")).toMatch(/^As Roex 2020, modified · any line/);
    expect(scope("")).toMatch(/^≥ 3 lines .+ · approved in: US or EU$/);
    expect(scope("exclude=karmma")).toMatch(/trials · without KarMMa · approved in: US or EU$/);
    expect(scope("exclude=karmma,cartitude-1,majestec-1")).toContain(
      "· without CARTITUDE-1, KarMMa and MajesTEC-1 (cohort A) ·",
    );
    expect(scope("exclude=karmma,cartitude-1,majestec-1,fumanba-1-eque-cel")).toContain(
      "· without 4 trials ·",
    );
    expect(scope("availability=us")).toMatch(/^≥ 3 lines .+ · approved in: US$/);
  });

  it("prints the data date so that day and month cannot be confused", () => {
    expect(statementOf(comparison({ dataDate: "2026-02-01" }), en).dataDate).toBe("2026-02-01");
  });

  const note = (code: string, text: string) => ({ code, group: null, label: "x", text });

  it("carries the text of every note of the answer, those of the patients beside the verdict", () => {
    const notes = [note("patients-apart", "Ages apart."), note("question", "Settings are mixed.")];
    const view = statementOf(comparison({ notes }), en);
    expect(view.notes.filter((text) => text !== en.fitted)).toEqual(["Settings are mixed."]);
    expect(view.patients).toBe("Ages apart.");
  });

  it.each(["", "evidence=all", "evidence=real-world", "lines=any&regimen=any", "set=annals-2025"])(
    "loses no note of “%s”",
    (text) => {
      const answer = answerTo(text);
      const { notes, patients } = statementOf(answer, en);
      const said = [...notes, patients].join(" ");
      for (const one of answer.notes) expect(said).toContain(one.text);
    },
  );

  it("has the median ages of the trials with a figure where they are not apart", () => {
    const age = (lowest: number, highest: number) => ({ lowest, highest, trials: 2, of: 3 });
    const of = (medianAge: ReturnType<typeof age> | null) => ({
      ...{ trials: 3, medianAge, medianPriorLines: null },
    });
    const said = (carT: ReturnType<typeof age> | null) => {
      const patients = { "car-t": of(carT), bsab: of(age(58, 70)) };
      return statementOf(comparison({ patients }), en).patients.replaceAll("\u2011", "-");
    };
    expect(said(age(61, 61))).toBe(
      "Median age 61 in the CAR-T trials, 58–70 in the bispecific trials.",
    );
    expect(said(age(55.5, 61))).toContain("55.5–61 in the CAR-T trials");
    expect(said(null)).toBe("");
  });

  it("says how certain all of it is once, unless there is no number", () => {
    expect(statementOf(comparison(), en).certainty).toBe(
      "Very low certainty: separate trials, not randomised.",
    );
    const none = row({ ...sides(null, null) });
    expect(statementOf(comparison({ outcomes: [none] }), en).certainty).toBe("");
    const { rows, ...others } = statementOf(answerTo(""), en);
    expect(JSON.stringify(others).match(/low certainty/gi)).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/certainty/i);
  });

  it("says how a difference stood the checks", () => {
    const told = (over: Partial<Contrast>) => {
      const one = contrast({ differencePer100: 26, differenceInterval: [14, 36], ...over });
      return viewed(row({ contrasts: [one] })).difference?.strength;
    };
    expect(told({ checks: [...allHold] })).toBe("holds in 5 of 5 checks");
    expect(told({ checks: null })).toBe("");
    expect(told({ checks: null, differenceInterval: [-3, 36] })).toBe("0 lies within");
  });

  it("names products that were not told apart by words", () => {
    const series = { product: "alpha-cel-or-beta-cel", shown: "12 %, count not printed" };
    const one = { ...noPool, notPooled: [notPooled(series)] };
    const { sides: both } = viewed(row({ pools: { "car-t": one, bsab: noPool } }));
    expect(both["car-t"].evidence).toBe("alpha-cel or beta-cel 12 %, count not printed");
    const told = JSON.stringify(statementOf(answerTo("evidence=real-world"), en).rows);
    expect(told).not.toMatch(/[a-z]-or-[a-z]/);
  });

  it("tells benefits, harms and reaching treatment apart", () => {
    expect(viewed(row({ direction: "harm" })).section).toBe("harm");
    expect(viewed(row()).section).toBe("benefit");
    expect(viewed(row({ appliesTo: ["car-t"] })).section).toBe("access");
  });

  it("says that no clinician has reviewed the data", () => {
    const answer = answerTo("");
    expect(answer.review.status).toBe("not-reviewed");
    expect(JSON.stringify(statementOf(answer, en))).toMatch(/review/i);
  });

  it("shows finite numbers and plain words only, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const view = statementOf(answerTo(new URLSearchParams(pairs).toString()), en);
        const shown = view.rows.map(({ sides: both, difference }) => {
          const spoken = groups.map((group) => `${both[group].rate} ${both[group].range}`);
          const { at, ...said } = difference ?? { at: [] };
          expect(at.every(Number.isFinite)).toBe(true);
          return JSON.stringify([spoken, said]);
        });
        const { verdict, collected, patients, certainty, counted, names } = view;
        const text = [
          ...shown,
          JSON.stringify({ verdict, collected, patients, certainty, counted, names }),
        ].join();
        expect(text).not.toMatch(/NaN|Infinity|undefined|(?<![A-Za-z])-\d/);
      }),
      { numRuns: runs(60) },
    );
  });

  it("prints whole numbers, and the difference that was fitted, for any question", () => {
    fc.assert(
      fc.property(anyQuestion(dataset), (pairs) => {
        const answer = answerTo(new URLSearchParams(pairs).toString());
        const { rows } = statementOf(answer, en);
        for (const [index, { sides: both, difference }] of rows.entries()) {
          for (const group of groups) {
            expect(both[group].rate ?? "0").toMatch(/^(?:<1|>99|\d+)$/);
          }
          const fitted = fittedOf(answer.outcomes[index]);
          expect(difference === null).toBe(fitted === null);
          if (difference === null || fitted === null) continue;
          const [size = "", way] = difference.amount.replace("<1", "0").split(" ");
          const printed = difference.amount === en.same ? 0 : Number(size);
          expect(Math.abs(printed - Math.abs(fitted))).toBeLessThanOrEqual(0.5 + 1e-9);
          if (fitted !== 0) expect(way).toBe(fitted > 0 ? en.more : en.fewer);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});

function fittedOf(one: ApiRow | undefined): number | null {
  return one?.contrasts[0]?.differencePer100 ?? null;
}
