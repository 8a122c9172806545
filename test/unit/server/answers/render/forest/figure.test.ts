import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { displayedRateOf } from "#presentation/row/figures.ts";
import { missingInRow } from "#presentation/row/missing.ts";
import { byItself, rowView } from "#presentation/row/row-view.ts";
import { certaintySentence } from "#presentation/views/answer-texts.ts";
import { combinationMark } from "#server/answers/render/forest/class-lines.ts";
import { figureOf } from "#server/answers/render/forest/figure.ts";
import { advice } from "../../../../../support/advice.ts";
import { pool, row, study } from "../../../../../support/answers.ts";
import { anyQuery } from "../../../../../support/queries.ts";
import { runsOf } from "../../../../../support/sample.ts";
import { screenAnswer } from "../../../../../support/screen-answer.ts";
import { madeUp } from "./figures.ts";

/** Text that may break anywhere. */
const breakable = (text: string) => text.replaceAll("\u00a0", " ");

describe("the picture of any row", { timeout: 60_000 }, () => {
  function figuresOf(query: Query) {
    const answer = screenAnswer(query, dataset);
    return answer.outcomes.map((row) => ({
      ...{ answer, row, view: rowView(row, answer, byItself) },
      figure: figureOf(row, answer),
    }));
  }

  function everyFigure(check: (figure: ReturnType<typeof figuresOf>[number]) => void): void {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => figuresOf(query).forEach(check)),
      { numRuns: runsOf(40) },
    );
  }

  it("has the digits of the row, and a reason in place of each that is missing", () => {
    everyFigure(({ row, view, figure }) => {
      for (const { group, lines } of figure.parts) {
        const { number = "", under = "" } = view.sides[group] ?? {};
        const pooled = lines.find(({ kind }) => kind === "pool");
        const first = pooled ?? lines.find(({ kind }) => kind === "study");
        if (displayedRateOf(row, group) === null) {
          expect(pooled).toBeUndefined();
          expect(lines.some(({ kind }) => kind === "note")).toBe(true);
          continue;
        }
        // A picture has a column for counts beside that of rates of 100.
        const isCount = number.includes(" of ");
        expect(first).toMatchObject(
          isCount ? { count: number.replace(" of ", "/") } : { text: number, range: `(${under})` },
        );
        const whole = isCount ? `${number} (` : `${number} of 100 (${under})`;
        expect(figure.description).toContain(whole);
      }
    });
  });

  it("has the difference of the row with its status, or the reason why there is none", () => {
    everyFigure(({ row, view, answer, figure }) => {
      const contrastText = breakable(figure.contrast.join(" "));
      const { difference, status } = view;
      if (difference) {
        for (const text of [difference.range, status.text]) {
          expect(contrastText.toLowerCase()).toContain(text);
        }
      } else if (therapyClasses.every((group) => displayedRateOf(row, group) !== null)) {
        expect(contrastText).toContain(missingInRow(row, answer));
      }
      for (const text of [figure.description, figure.foot.join(" ")]) {
        const isSaid =
          text.includes(certaintySentence("trial")) || text.includes(certaintySentence("study"));
        expect(isSaid).toBe(row.contrasts[0]?.status === "ok");
      }
    });
  });

  it("says what nobody has reviewed, of which data it is and where they are, and advises nothing", () => {
    everyFigure(({ answer: { dataVersion, answerVersion, review, href }, figure }) => {
      const foot = figure.foot.join(" ");
      for (const text of [review.statement, dataVersion, answerVersion, href]) {
        expect(foot).toContain(text);
      }
      const texts = [...figure.foot, ...figure.contrast, figure.description].join(" ");
      // A dose in the address is one that was "recommended".
      expect(texts.replaceAll(href, "")).not.toMatch(advice);
    });
  });

  it("explains the mark of combinations where it has one", () => {
    everyFigure(({ figure: { parts, foot } }) => {
      const isMarked = JSON.stringify(parts).includes(combinationMark);
      expect(foot.includes(`${combinationMark} Together with other myeloma drugs.`)).toBe(isMarked);
    });
  });
});

describe("the picture of a row that is shown as counts", () => {
  it("has the count of each line beside its rate of 100, and is described by counts", () => {
    const small = study({ events: 4, n: 20, estimate: 0.2, interval: [0.06, 0.44] });
    const single = pool({ ...small, k: 1, studies: [small] });
    const two = pool({ events: 22, n: 45, studies: [small, study({ events: 18, n: 25 })] });
    const { figure } = madeUp(row({ numberForm: "counts", pools: { "car-t": single, bsab: two } }));
    const numbers = figure.parts.flatMap(({ lines }) => lines).filter((line) => "count" in line);
    expect(numbers).toMatchObject([
      { count: "4/20", text: "20", range: "(6–44)" },
      { count: "4/20" },
      { count: "18/25" },
      { kind: "pool", count: "22/45" },
    ]);
    expect(figure.description).toContain("CAR-T: 4 of 20 (6–44 of 100), ");
    expect(figure.description).toContain(": 22 of 45 (");
  });
});

describe("the axis of a rare harm", () => {
  const rare = pool({ estimate: 0.05, interval: [0.01, 0.1], predictionInterval: null });
  const figureWith = (trial: ReturnType<typeof study>) =>
    madeUp(
      row({ direction: "harm", pools: { "car-t": { ...rare, studies: [trial] }, bsab: rare } }),
    );

  it("ends at 20, and positions are parts of it", () => {
    const { figure, svg } = figureWith(study({ estimate: 0.1, interval: [0.05, 0.1] }));
    expect(figure.axisEnd).toBe(20);
    const line = figure.parts[0]?.lines.find(({ kind }) => kind === "study");
    expect(line).toMatchObject({ estimate: 0.5, interval: [0.25, 0.5], text: "10" });
    expect(svg).toMatch(/>0<.*>4<.*>8<.*>12<.*>16<.*>20</s);
    expect(figure.foot.join()).not.toContain("An arrow");
  });

  it("is left by an interval with an arrow, and by a rate with no square", () => {
    const inside = figureWith(study({ estimate: 0.1, interval: [0.05, 0.5] }));
    const outside = figureWith(study({ estimate: 0.3, interval: [0.1, 0.5] }));
    const mark = ({ svg }: typeof inside) => /<g data-mark="study">(.*?)<\/g>/s.exec(svg)?.[1];
    expect(mark(inside)).toMatch(/<rect .*<path /s);
    expect(mark(outside)).not.toContain("<rect");
    expect(mark(outside)).toContain("<path");
    for (const { figure } of [inside, outside]) {
      expect(figure.foot.join()).toContain("An arrow: it goes on beyond the axis.");
    }
  });
});
