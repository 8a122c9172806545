/** The imported subgroups and comparisons against the numbers of every collected row. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { collectionsOf } from "../../../data/collections.ts";
import { collections } from "../../../data/generated/collections.ts";
import type { ComparisonFigure, SubgroupFigure } from "../../../data/schema.ts";
import { comparisonStudies, sidesOf } from "../../../data/tools/comparison-studies.ts";
import { subgroupStudies } from "../../../data/tools/subgroup-studies.ts";
import { evidence, found, textOf, unsaid } from "./files.ts";

interface Row {
  study: string;
  variable: string;
  level: string;
  outcome: string;
  events: number | null;
  n: number | null;
  pct: number | null;
  interval: [number | null, number | null] | null;
  months: number | null;
  value: number | null;
  effectInterval: [number, number] | null;
  p: number | string | null;
  derivedRange: [number, number] | null;
  locator: string;
  citation: string;
}

interface Result {
  study: string;
  sides: string;
  outcome: string;
  pct: number | null;
  value: number | string | null;
  effectInterval: [number, number] | null;
  p: string | null;
  difference: number | null;
  differenceInterval: [number, number] | null;
}

const manifest = <T>(name: string): T =>
  JSON.parse(readFileSync(join(import.meta.dirname, `fixtures/${name}-manifest.json`), "utf8"));
const subgroupRows = manifest<Row[]>("subgroups");
const { rows: comparisonRows, results } = manifest<{ rows: Row[]; results: Result[] }>(
  "comparisons",
);
const { subgroups, comparisons } = evidence();

/** Typed here once more, so that a slip of the import's own table is seen. */
const outcomeIds: Readonly<Record<string, readonly string[]>> = {
  orr: ["orr"],
  "orr (day 90)": ["orr"],
  crOrBetter: ["cr"],
  vgprOrBetter: ["vgpr"],
  ">=VGPR and PFS": ["vgpr", "pfs"],
  grade3to4TEAE: ["ae-3"],
  crsAny: ["crs"],
  crsGrade3Plus: ["crs-3"],
  crsAbove2: ["crs-3"],
  icansAny: ["icans"],
  icansGrade2Plus: ["icans-2"],
  icansGrade3Plus: ["icans-3"],
  neurotoxicity: ["neurotoxicity"],
  neutropenia: ["neutropenia"],
  thrombocytopenia: ["thrombocytopenia"],
  anemia: ["anemia"],
  eICAHTGrade3Plus: ["early-icaht-3"],
  infectionAny: ["infection"],
  infectionAny6mo: ["infection"],
  septicShock: ["septic-shock"],
  bacteremia: ["bacteremia"],
  death: ["death"],
  deathWithin90d: ["death-90-days"],
  mortality5y: ["death-5-years"],
  survivalEndOfFollowUp: ["survival-at-end"],
  nonRelapseMortality1yr: ["nrm"],
  "MM remission (coded)": ["remission-coded"],
  pfs: ["pfs"],
  PFS: ["pfs"],
  "PFS multivariable": ["pfs"],
  pfsMedian: ["pfs"],
  pfs2Median: ["pfs2"],
  pfs6mo: ["pfs-6"],
  pfs30mo: ["pfs-30"],
  os: ["os"],
  OS: ["os"],
  osMedian: ["os"],
  ttnt: ["ttnt"],
};

const within = ({ variable }: Row): boolean => /^prior BCMA|^BCMA CAR-T within/.test(variable);
const printedP = (p: Row["p"]): string | null =>
  p === null ? null : (String(p).split(" ")[0] ?? null);

/** What every row says, in our words. */
const numbersOf = (row: Row): Record<string, unknown> => ({
  events: row.events,
  n: row.n,
  percentPrinted: row.pct,
  medianMonths: row.months,
  interval: row.interval,
  p: printedP(row.p),
  derivedRange: row.derivedRange,
  locator: row.locator,
});
const effectOf = (value: number | null, interval: [number, number] | null): unknown =>
  value === null ? null : expect.objectContaining({ value, interval });

const met = new Set<SubgroupFigure | ComparisonFigure>();

function subgroupFiguresOf(row: Row): SubgroupFigure[] {
  const id = subgroupStudies[row.study]?.id;
  const study = found(
    subgroups.find((one) => one.id === id),
    row.study,
  );
  const outcomes = found(outcomeIds[row.outcome], row.outcome);
  return study.figures.filter(
    (figure) =>
      (figure.wording === row.variable || figure.note?.includes(`"${row.variable}"`)) &&
      figure.level === row.level &&
      outcomes.includes(figure.outcome) &&
      unsaid(row.citation, found(study.sources[figure.source], "a source")).length === 0 &&
      (figure.medianMonths !== null) === (row.months !== null),
  );
}

describe("every collected row", () => {
  it.each([
    ["subgroups", subgroupRows],
    ["comparisons that divide the patients of one study", comparisonRows.filter(within)],
  ])("of the %s is there with its numbers", (_, rows) => {
    for (const row of rows) {
      const figures = subgroupFiguresOf(row);
      const several =
        row.variable.split(" / ").length * found(outcomeIds[row.outcome], row.outcome).length;
      expect(figures, `${row.study} ${row.level} ${row.outcome}`).toHaveLength(several);
      for (const figure of figures) {
        expect(figure).toMatchObject(numbersOf(row));
        expect(figure.effect).toEqual(effectOf(row.value, row.effectInterval));
        met.add(figure);
      }
    }
  });

  it("of the comparisons between treatments is there with its numbers", () => {
    for (const row of comparisonRows.filter((one) => !within(one))) {
      const plan = found(comparisonStudies[row.study], row.study);
      const study = found(
        comparisons.find(({ id }) => id === plan.id),
        plan.id,
      );
      const { of } = sidesOf(plan, row.level, row.variable);
      const figures = study.figures.filter(
        (figure) => figure.of === of && outcomeIds[row.outcome]?.includes(figure.outcome),
      );
      expect(figures, `${row.study} ${row.level} ${row.outcome}`).toHaveLength(1);
      for (const figure of figures) {
        expect(figure).toMatchObject(numbersOf(row));
        expect(figure.effect).toEqual(effectOf(row.value, row.effectInterval));
        met.add(figure);
      }
    }
  });

  it("of the matched and indirect comparisons is there with its numbers", () => {
    for (const result of results) {
      const plan = found(comparisonStudies[result.study], result.study);
      const { of } = sidesOf(plan, result.sides, null);
      const against = result.value === null ? null : sidesOf(plan, result.sides, null).against;
      const figures = found(
        comparisons.find(({ id }) => id === plan.id),
        plan.id,
      ).figures.filter((figure) => figure.of === of);
      const add = (expected: Record<string, unknown>): void => {
        const fitting = figures.filter((figure) =>
          Object.entries(expected).every(
            ([field, value]) => figure[field as keyof ComparisonFigure] === value,
          ),
        );
        expect(fitting, JSON.stringify(result)).toHaveLength(1);
        for (const figure of fitting) met.add(figure);
      };
      if (typeof result.value === "string") {
        const ids: Record<string, string> = { ORR: "orr", ">=VGPR": "vgpr", ">=CR": "cr" };
        for (const word of result.value.split(", ")) {
          add({ outcome: ids[word] ?? word.toLowerCase(), against, favours: "of" });
        }
        continue;
      }
      const [outcome] = found(outcomeIds[result.outcome], result.outcome);
      const main = figures.find(
        (figure) => figure.outcome === outcome && figure.effect?.measure !== "risk-difference",
      );
      expect(main).toMatchObject({ percentPrinted: result.pct, p: printedP(result.p) });
      expect(main?.effect).toEqual(effectOf(result.value, result.effectInterval));
      add({ outcome, percentPrinted: result.pct, p: printedP(result.p) });
      if (result.difference === null) continue;
      const difference = figures.find(({ effect }) => effect?.measure === "risk-difference");
      expect(difference?.effect).toEqual(effectOf(result.difference, result.differenceInterval));
      add({ effect: difference?.effect });
    }
  });

  it("is all there is: no figure stands without one", () => {
    const all = [...subgroups, ...comparisons].flatMap((study): object[] => study.figures);
    expect(all.filter((figure) => !met.has(figure as SubgroupFigure))).toEqual([]);
    expect([subgroupRows.length, comparisonRows.length, results.length]).toEqual([111, 45, 21]);
  });
});

describe("figures typed from their source", () => {
  const subgroup = (id: string, level: string, outcome: string): SubgroupFigure =>
    found(
      subgroups
        .find((study) => study.id === id)
        ?.figures.find((figure) => figure.level === level && figure.outcome === outcome),
      `${id} ${level} ${outcome}`,
    );

  it("respond less often with extramedullary disease in MajesTEC-1", () => {
    expect(subgroup("majestec-1", "EMD", "orr")).toMatchObject({
      events: 10,
      n: 28,
      interval: [18.6, 55.9],
    });
    expect(subgroup("majestec-1", "no EMD", "orr")).toMatchObject({ events: 94, n: 137 });
  });

  it("live shorter with extramedullary disease after ide-cel", () => {
    expect(subgroup("us-consortium-ide-cel-emd-2024", "no EMD", "pfs").effect).toEqual({
      measure: "hazard-ratio",
      value: 1.5,
      interval: [1.1, 2.2],
      of: "EMD",
      against: "none",
      adjustment: "multivariable",
    });
  });

  it("say of the matching-adjusted comparison what is more with which side", () => {
    const maic = comparisons.find(({ id }) => id === "maic-cilta-cel-ide-cel-2026");
    expect(maic?.figures.find(({ outcome }) => outcome === "os")).toMatchObject({
      of: "cilta-cel",
      against: "ide-cel",
      p: "0.0452",
      effect: {
        measure: "hazard-ratio",
        value: 0.58,
        interval: [0.34, 0.99],
        moreEventsAbove: "of",
      },
    });
  });

  it("carry a review's direction without inventing a number for it", () => {
    const review = comparisons.find(({ kind }) => kind === "indirect-review");
    expect(review?.figures).toHaveLength(14);
    expect(
      review?.figures.every(({ effect, favours }) => effect === null && favours === "of"),
    ).toBe(true);
  });
});

describe("what does not fit", () => {
  const reported = [...subgroups, ...comparisons].flatMap((study) =>
    study.figures.map((figure) => ({ study: study.id, ...figure })),
  );

  it("is kept as printed and named as odd", () => {
    const odd = reported.filter(({ oddity }) => oddity !== null);
    expect(
      odd.map(({ study, outcome, percentPrinted }) => [study, outcome, percentPrinted]),
    ).toEqual(
      expect.arrayContaining([
        ["us-consortium-teclistamab-age", "orr", 62],
        ["dima-car-t-emd-2024", "orr", 58],
        ["single-institution-emd-toxicity", "cr", 20],
        ["habib-car-t-renal-2026", "icans", 60],
        ["one-centre-t-cell-redirection", "orr", 97.1],
        ["trinetx-car-t-teclistamab", "survival-at-end", 56.7],
      ]),
    );
    expect(odd).toHaveLength(11);
  });

  it("is true of percentages that no count is said to fit", () => {
    for (const { oddity, n, percentPrinted } of reported) {
      if (!oddity?.includes("fits no count") || n === null || percentPrinted === null) continue;
      const counts = Array.from({ length: n + 1 }, (_, events) => Math.round((100 * events) / n));
      expect(counts).not.toContain(percentPrinted);
    }
  });
});

describe("tiers", () => {
  it("follow from the kind of source, but for a review's table", () => {
    const sources = [...subgroups, ...comparisons].flatMap((study) => study.sources);
    for (const source of sources) {
      const { kind, tier } = source;
      if (/^Systematic review|\[Review/.test(textOf(source))) expect(tier).toBe(2);
      else if (kind === "news") expect(tier).toBe(3);
      else expect(tier).toBe(kind === "congress" || kind === "press" ? 2 : 1);
    }
  });
});

describe("the generated module", () => {
  it("holds both collections", () => {
    expect(collections).toEqual(collectionsOf(evidence(), textOf));
  });
});
