import { describe, expect, it } from "vitest";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  infection,
  orr,
  outcome,
  widestBut,
} from "../../../support/cohorts.ts";

/** One cohort of each class, followed for so many months. */
function rowAt(
  carT: number | null,
  bsab: number | null,
  over: Parameters<typeof widestBut>[0] = {},
) {
  const own = (id: string, months: number | null) =>
    figure(id, 30, 100, { followUpMonths: months });
  const figures = (months: number | null) => [own("infection-3", months), own("orr", months)];
  const dataset = datasetOf(
    [
      cohort("a", { figures: figures(carT), followUpMonths: carT }),
      bispecific("b", { figures: figures(bsab), followUpMonths: bsab }),
    ],
    { outcomes: [orr, infection] },
  );
  const query = widestBut({ outcome: ["infection-3"], ...over });
  const [row] = compare(query, dataset, models).outcomes;
  if (!row) throw new Error("no row");
  return row;
}

const codesOf = ({ cautions }: ReturnType<typeof rowAt>) => cautions.map(({ code }) => code);

describe("what accumulates with time", () => {
  it("is compared if the classes were followed alike", () => {
    const row = rowAt(12, 14.9);
    expect(row.contrasts[0]?.status).toBe("ok");
    expect(codesOf(row)).not.toContain("follow-ups-apart");
  });

  it.each([
    [12, 15],
    [34.5, 15.9],
    [12, null],
    [null, null],
  ])("has no number of a class at %j and %j months", (carT, bsab) => {
    const row = rowAt(carT, bsab);
    expect(row.contrasts[0]).toMatchObject({
      status: "not-representative",
      differencePer100: null,
    });
    for (const pool of Object.values(row.pools)) {
      expect(pool).toMatchObject({ status: "not-represented", estimate: null, k: 1 });
      expect(pool.products[0]?.counted).toMatchObject({ events: 30, n: 100 });
    }
    expect(row.cautions[0]).toEqual({ code: "follow-ups-apart", within: 1.25 });
    expect(codesOf(row)).not.toContain("not-representative");
  });

  it("is compared as published where a cut is named, and between products as it is there", () => {
    const named = rowAt(12, 40, { cut: "primary", compare: "product" });
    expect(codesOf(named)).not.toContain("follow-ups-apart");
    expect(Object.values(named.pools).map(({ status }) => status)).not.toContain("not-represented");
  });

  it("is not what other outcomes do", () => {
    expect(rowAt(12, 40, { outcome: ["orr"] }).contrasts[0]?.status).toBe("ok");
  });
});

describe("nested outcomes", () => {
  const vgpr = outcome("vgpr", { partOf: "orr" });
  const cr = outcome("cr", { partOf: "vgpr" });
  const cautions = (figures: ComputeFigure[], nested = [orr, vgpr, cr]) => {
    const dataset = datasetOf([cohort("a", { figures })], { outcomes: nested });
    const query = widestBut({ outcome: nested.map(({ id }) => id) });
    const { outcomes } = compare(query, dataset, models);
    return outcomes.flatMap(({ outcome: id, cautions: said }) =>
      said.flatMap((one) => (one.code === "cut-differs" ? [[id, one.cohorts]] : [])),
    );
  };
  const late = { cut: "28mo", followUpMonths: 28 };

  it("say where one is of another data cut than the outcome of which it is a part", () => {
    const figures = [figure("orr", 94, 97), figure("vgpr", 92, 97, late), figure("cr", 65, 97)];
    expect(cautions(figures)).toEqual([["vgpr", ["A"]]]);
  });

  it("say nothing where all are of one cut, or where no whole is reported", () => {
    const same = [figure("orr", 94, 97, late), figure("vgpr", 92, 97, late)];
    expect(cautions(same)).toEqual([]);
    expect(cautions([figure("cr", 65, 97)])).toEqual([]);
  });

  it("say so of the next whole where the outermost is not reported, or is never asked for", () => {
    const inner = [figure("vgpr", 92, 97, late), figure("cr", 65, 97)];
    expect(cautions(inner)).toEqual([["cr", ["A"]]]);
    const nrm = outcome("nrm", { partOf: "death", timeDependent: true });
    const infected = outcome("death-infection", { partOf: "nrm", timeDependent: true });
    const deaths = [
      figure("death", 20, 97, late),
      figure("nrm", 9, 97),
      figure("death-infection", 4, 97, late),
    ];
    expect(cautions(deaths, [nrm, infected])).toEqual([["death-infection", ["A"]]]);
  });
});
