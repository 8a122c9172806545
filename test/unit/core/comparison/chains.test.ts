/** Rows of a chain say where they rest on other trials, and change no number for it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import { aboveIn } from "#core/comparison/chains.ts";
import type { CodedOutcome, CodedPool } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeFigure, ComputeLandmark } from "#data/compute-set.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  orr,
  outcome,
  untold,
  widestBut,
} from "../../../support/cohorts.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";

const vgpr = outcome("vgpr", { partOf: "orr" });
const cr = outcome("cr", { partOf: "vgpr" });
const os = ["os-6", "os-12", "os-24"].map((id) =>
  outcome(id, { kind: "landmark", group: "survival" }),
);
const outcomes = [orr, vgpr, cr, ...os];

type Reported = (ComputeFigure | ComputeLandmark)[];

/** A row for each outcome that is asked for, and the marks of both classes in it. */
function answerOf(
  carT: readonly Reported[],
  bsab: readonly Reported[] = [],
  ids: readonly string[] = outcomes.map(({ id }) => id),
) {
  const over = (reported: Reported) => ({
    figures: reported.filter((one) => "events" in one),
    landmarks: reported.filter((one) => "survival" in one),
  });
  const made = datasetOf(
    [
      ...carT.map((reported, index) => untold(cohort)(`c${index}`, over(reported))),
      ...bsab.map((reported, index) => untold(bispecific)(`b${index}`, over(reported))),
    ],
    { outcomes },
  );
  return compare(widestBut({ outcome: [...ids] }), made, models).outcomes;
}

const marksOf = (rows: readonly CodedOutcome[]) =>
  rows.flatMap(({ outcome: id, pools }) =>
    Object.entries(pools).flatMap(([group, { chain }]) =>
      chain ? [[id, group, chain.code, chain.above]] : [],
    ),
  );

describe("a row of a chain", () => {
  const both = [figure("orr", 80, 100), figure("vgpr", 60, 100)];
  const whole = [figure("orr", 70, 100)];

  it("says nothing where it rests on the trials of the row above", () => {
    expect(marksOf(answerOf([both, both], [both]))).toEqual([]);
  });

  it("is marked, for its class only, where it rests on other trials", () => {
    const rows = answerOf([both, both, whole], [both]);
    expect(marksOf(rows)).toEqual([["vgpr", "car-t", "other-trials", "orr"]]);
    const [, row] = rows;
    expect(row?.pools["car-t"].chain).toEqual({
      ...{ code: "other-trials", above: "orr", label: "orr" },
      ...{ month: null, others: true },
    });
    // What most rows of a chain have is last.
    expect(row?.cautions.at(-1)).toEqual({ ...row?.pools["car-t"].chain, group: "car-t" });
  });

  it("is out of order, before all other cautions, where it is higher than the whole", () => {
    const rows = answerOf([whole, [figure("vgpr", 90, 100)]]);
    expect(marksOf(rows)).toEqual([["vgpr", "car-t", "out-of-order", "orr"]]);
    expect(rows[1]?.cautions[0]).toMatchObject({ code: "out-of-order", others: true });
  });

  it("is compared with the nearest row that has a number and is asked for", () => {
    const rows: Reported[] = [[figure("orr", 80, 100), figure("cr", 60, 100)], whole];
    expect(marksOf(answerOf(rows))).toEqual([["cr", "car-t", "other-trials", "orr"]]);
    const all: Reported[] = [[...both, figure("cr", 30, 100)], both, whole];
    expect(marksOf(answerOf(all, [], ["orr", "cr"]))).toEqual([
      ["cr", "car-t", "other-trials", "orr"],
    ]);
    expect(marksOf(answerOf(all, [], ["cr"]))).toEqual([]);
  });

  it("is out of order with any row above, though it rests on the trials of the next one", () => {
    const rows: Reported[] = [
      [figure("orr", 40, 100)],
      [figure("vgpr", 60, 100), figure("cr", 55, 100)],
    ];
    expect(marksOf(answerOf(rows))).toEqual([
      ["vgpr", "car-t", "out-of-order", "orr"],
      ["cr", "car-t", "out-of-order", "orr"],
    ]);
  });
});

describe("survival at ascending months", () => {
  it("says where it rests on other trials, and where it rises", () => {
    const rows: Reported[] = [
      [landmark("os-6", 0.8), landmark("os-12", 0.7)],
      [landmark("os-6", 0.8)],
      [landmark("os-24", 0.75)],
    ];
    const answer = answerOf(rows);
    expect(marksOf(answer)).toEqual([
      ["os-12", "car-t", "other-trials", "os-6"],
      ["os-24", "car-t", "out-of-order", "os-12"],
    ]);
    expect(answer.find(({ outcome: id }) => id === "os-24")?.pools["car-t"].chain).toMatchObject({
      month: 12,
      others: true,
    });
  });

  it("says that it rises in the same trials, too, which may count other patients", () => {
    const [, , , , row] = answerOf([[landmark("os-6", 0.6), landmark("os-12", 0.7)]]);
    expect(row?.pools["car-t"].chain).toMatchObject({ code: "out-of-order", others: false });
  });
});

/** Whether one outcome is part of another, or survival at a later month. */
function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [inner, outer].map((id) => /^(pfs|os|dor)-(\d+)$/.exec(id));
  if (a && b) return a[1] === b[1] && Number(a[2]) > Number(b[2]);
  const whole = dataset.outcomes.find(({ id }) => id === inner)?.partOf;
  return whole != null && (whole === outer || isWithin(whole, outer));
}

const numberOf = ({ estimate, observed }: CodedPool) => observed?.estimate ?? estimate;
const cohortsOf = ({ studies }: CodedPool) => studies.map(({ cohort: id }) => id).sort();

function expectMarked(query: Query): void {
  const { outcomes: rows, groups } = answerQuestion(query, dataset);
  for (const { outcome: inner, pools, cautions } of rows) {
    for (const group of groups) {
      const own = pools[group];
      const number = own && numberOf(own);
      if (own == null || number == null) continue;
      const said = cautions.flatMap((one) =>
        (one.code === "out-of-order" || one.code === "other-trials") && one.group === group
          ? [one.code]
          : [],
      );
      expect(said).toEqual(own.chain ? [own.chain.code] : []);
      const others = rows.filter(
        (row) => isWithin(inner, row.outcome) && numberOf(row.pools[group] ?? own) !== null,
      );
      const exceeds = others.some((row) => number > (numberOf(row.pools[group] ?? own) ?? 1));
      expect(own.chain?.code === "out-of-order", `${inner} of ${group}`).toBe(exceeds);
      const order = aboveIn(inner, dataset.outcomes);
      const [next] = others.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
      const apart =
        next !== undefined && `${cohortsOf(next.pools[group] ?? own)}` !== `${cohortsOf(own)}`;
      expect(own.chain !== null, `${inner} of ${group}`).toBe(exceeds || apart);
    }
  }
}

describe("no number stands unsaid above that of the row it is within", () => {
  const all = "outcome=efficacy,toxicity,survival";

  it.each([
    "",
    all,
    ...[
      "setting=early",
      "availability=any&evidence=all&setting=any",
      "cut=latest",
      "compare=product",
    ].map((filter) => `${all}&${filter}`),
  ])("%s", (text) => expectMarked(asked(text, dataset)));

  it("in any question", () => {
    fc.assert(fc.property(anyQuery(dataset, "any"), expectMarked), { numRuns: runs(30) });
  });
});

it("no pool changes because of its neighbours", () => {
  const query = asked("outcome=orr,vgpr,cr,scr,os-6,os-12,os-24&availability=any", dataset);
  for (const row of answerQuestion(query, dataset).outcomes) {
    const [alone] = answerQuestion({ ...query, outcome: [row.outcome] }, dataset).outcomes;
    for (const [group, { chain, ...numbers }] of Object.entries(row.pools)) {
      expect(alone?.pools[group]).toEqual({ ...numbers, chain: null });
    }
    expect(alone?.contrasts).toEqual(row.contrasts);
    expect(alone?.certainty).toEqual(row.certainty);
  }
});
