import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { makeClassTables } from "#presentation/row/class-tables.ts";
import { columns } from "#server/answers/render/forest/draw.tsx";
import { makeForestFigure } from "#server/answers/render/forest/figure.ts";
import { pool, row, study } from "../../../../../support/answers.ts";
import { anyQuery } from "../../../../../support/queries.ts";
import { runsOf } from "../../../../../support/sample.ts";
import { screenAnswer } from "../../../../../support/screen-answer.ts";
import { madeUp } from "./figures.ts";

it("the picture of any row has the lines of the opened row, with every trial that is counted", () => {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => {
      const answer = screenAnswer(query, dataset);
      for (const row of answer.outcomes) {
        const shown = makeForestFigure(row, answer).tables.flatMap(({ trials }) => trials);
        expect(shown).toEqual(makeClassTables(row, answer).flatMap(({ trials }) => trials));
        for (const { events, n, cohort } of therapyClasses.flatMap(
          (group) => row.pools[group].studies,
        )) {
          const line = shown.find((trial) => trial.cohort === cohort);
          const patients = n === null ? "" : `${n} patients`;
          expect(line?.parts?.basis).toBe(events === null ? patients : `${events} of ${n}`);
        }
      }
    }),
    { numRuns: runsOf(40) },
  );
}, 60_000);

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
