import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { makeClassTables } from "#presentation/row/class-tables.ts";
import { findDifferenceTexts } from "#presentation/row/difference.ts";
import { findGroupRateWithInterval } from "#presentation/row/figures.ts";
import { describeWhyNoDifference, describeWhyNoNumber } from "#presentation/row/missing.ts";
import { makeRowView, placingByItself } from "#presentation/row/row-view.ts";
import { describeVeryLowCertainty } from "#presentation/views/answer-texts.ts";
import { columns } from "#server/answers/render/forest/draw.tsx";
import { makeForestFigure } from "#server/answers/render/forest/figure.ts";
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
      ...{ answer, row, view: makeRowView(row, answer, placingByItself) },
      figure: makeForestFigure(row, answer),
    }));
  }

  function everyFigure(check: (figure: ReturnType<typeof figuresOf>[number]) => void): void {
    fc.assert(
      fc.property(anyQuery(dataset), (query) => figuresOf(query).forEach(check)),
      { numRuns: runsOf(40) },
    );
  }

  it("has the lines of the opened row, with every trial that is counted", () => {
    everyFigure(({ row, answer, figure }) => {
      const tables = makeClassTables(row, answer);
      const shown = figure.tables.flatMap(({ trials }) => trials);
      expect(shown).toEqual(tables.flatMap(({ trials }) => trials));
      for (const { events, n, cohort } of therapyClasses.flatMap(
        (group) => row.pools[group].studies,
      )) {
        const line = shown.find((trial) => trial.cohort === cohort);
        const patients = n === null ? "" : `${n} patients`;
        expect(line?.parts?.basis).toBe(events === null ? patients : `${events} of ${n}`);
      }
    });
  });

  it("has the digits of the row with the sum of its pool, and a reason in place of each that is missing", () => {
    everyFigure(({ row, answer, view, figure }) => {
      for (const group of therapyClasses) {
        const { number = "", under = "" } = view.sides[group] ?? {};
        const { events, n } = row.pools[group];
        const table = figure.tables.find((part) => part.group === group);
        if (!table) {
          expect(figure.empty).not.toBe("");
          continue;
        }
        if (findGroupRateWithInterval(row, group) === null) {
          expect(table.facts).toContain(describeWhyNoNumber(group, row, answer));
          continue;
        }
        const isCount = number.includes(" of ");
        const { numberLine, trials } = table;
        const line = numberLine ?? trials.find(({ drawn }) => drawn?.filled);
        const { basis = "" } = line?.parts ?? {};
        if (numberLine && events !== null) expect(basis).toBe(`${events} of ${n}`);
        if (isCount) expect(basis).toBe(number);
        else expect(line?.drawn).toMatchObject({ number, under });
        const whole = isCount ? `${number} (` : `${number} of 100 (${under})`;
        expect(figure.description).toContain(whole);
      }
    });
  });

  it("has the difference of the row with its status, or the reason why there is none", () => {
    everyFigure(({ row, view, answer, figure }) => {
      const contrastText = breakable(figure.contrast.join(" "));
      const { status } = view;
      const difference = findDifferenceTexts(row);
      if (difference) {
        for (const text of [difference.range, status.text]) {
          expect(contrastText.toLowerCase()).toContain(text);
        }
      } else if (therapyClasses.every((group) => findGroupRateWithInterval(row, group) !== null)) {
        expect(contrastText).toContain(describeWhyNoDifference(row, answer));
      }
      for (const text of [figure.description, figure.foot.join(" ")]) {
        const isSaid =
          text.includes(describeVeryLowCertainty("trial")) ||
          text.includes(describeVeryLowCertainty("study"));
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
});

describe("the picture of a row that is shown as counts", () => {
  it("has the count of each line beside its rate of 100, and is described by counts", () => {
    const small = study({ events: 4, n: 20, estimate: 0.2, interval: [0.06, 0.44] });
    const single = pool({ ...small, k: 1, studies: [small] });
    const two = pool({ events: 22, n: 45, studies: [small, study({ events: 18, n: 25 })] });
    const { figure } = madeUp(row({ numberForm: "counts", pools: { "car-t": single, bsab: two } }));
    const [first, second] = figure.tables;
    const of = (basis: string) => ({ parts: { basis } });
    expect(first?.trials).toMatchObject([
      { ...of("4 of 20"), drawn: { number: "20", under: "6–44" } },
    ]);
    expect(first?.numberLine).toBeNull();
    expect(second?.trials).toMatchObject([of("4 of 20"), of("18 of 25")]);
    expect(second?.numberLine).toMatchObject({ ...of("22 of 45"), drawn: { filled: false } });
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
    const [, mark = ""] = /<g data-mark="trial"[^>]*>(.*?)<\/g>/s.exec(svg) ?? [];
    const { start, end } = columns.plot;
    expect(mark).toContain(`translate(${(start + end) / 2} `);
    expect(mark).toContain(`d="M${start + (end - start) / 4} `);
    expect(svg).toMatch(/>0<.*>4<.*>8<.*>12<.*>16<.*>20</s);
    expect(figure.foot.join()).not.toContain("Arrow");
  });

  it("is left by an interval with an arrow, and by a rate with no square", () => {
    const inside = figureWith(study({ estimate: 0.1, interval: [0.05, 0.5] }));
    const outside = figureWith(study({ estimate: 0.3, interval: [0.1, 0.5] }));
    const mark = ({ svg }: typeof inside) => /<g data-mark="trial"[^>]*>(.*?)<\/g>/s.exec(svg)?.[1];
    const arrow = `d="M${columns.plot.end} `;
    expect(mark(inside)).toContain("translate(");
    expect(mark(outside)).not.toContain("translate(");
    for (const { figure, ...drawn } of [inside, outside]) {
      expect(mark({ figure, ...drawn })).toContain(arrow);
      expect(figure.foot.join()).toContain("Arrow: at least, below, or beyond the axis.");
    }
  });
});
