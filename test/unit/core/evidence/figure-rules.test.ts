/**
 * How a question determines the figures that count: cut, sources, denominator, definition, overlap.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { chooseFigure, type FigureRules } from "#core/evidence/choose.ts";
import { gatherLandmarks } from "#core/evidence/gather.ts";
import { gatherByRules } from "#core/evidence/leukapheresed.ts";
import { select } from "#core/evidence/select.ts";
import type { Query } from "#core/question/query.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
import { cohort, crs, figure, icans, infection, orr, widest } from "../../../support/cohorts.ts";
import { anyQuery, asked } from "../../../support/queries.ts";

function chosen(figures: ComputeFigure[], rules: Partial<FigureRules>, of = orr) {
  const one = cohort("a", { figures, n: 100, followUpMonths: 12 });
  return chooseFigure(one, of, { ...widest, ...rules });
}

describe("a cut of a named set", () => {
  const counted = figure("orr", 9, 20, {
    cut: "made-2020",
    population: "subset",
    hold: "inferred",
  });

  it("is what the meta-analysis counted, whatever holds it back elsewhere", () => {
    expect(chosen([figure("orr", 50, 100), counted], { cut: "made-2020" }).figure).toBe(counted);
    expect(chosen([counted], {}).figure).toBeNull();
  });

  it("lets nothing else stand in", () => {
    expect(chosen([figure("orr", 50, 100)], { cut: "made-2020" })).toMatchObject({
      figure: null,
      reason: { code: "not-counted", cut: "made-2020" },
    });
  });
});

describe("figures that sources dispute", () => {
  const disputed = figure("crs-3", 4, 100, { cut: "unresolved", hold: "conflicting-sources" });
  const other = figure("crs-3", 22, 100, { cut: "other" });

  it("are not settled by another cut", () => {
    expect(chosen([disputed, other], {}, crs).reason).toEqual({
      code: "held",
      hold: "conflicting-sources",
    });
  });

  it("leave the primary cut alone", () => {
    const primary = figure("crs-3", 5, 100);
    expect(chosen([disputed, other, primary], {}, crs).figure).toBe(primary);
  });

  it("of a part of the cohort say nothing of the whole", () => {
    const part = { ...disputed, population: "subset" as const };
    expect(chosen([part, other], {}, crs).figure).toBe(other);
  });
});

describe("sources=any", () => {
  it("pools what nobody reviewed", () => {
    const unreviewed = figure("orr", 50, 100, { tier: 4 });
    expect(chosen([unreviewed], {}).reason).toEqual({ code: "unreviewed" });
    expect(chosen([unreviewed], { sources: "any" }).figure).toBe(unreviewed);
  });
});

describe("sources=papers", () => {
  it("pools papers and labels only, and says why another source does not count", () => {
    const paper = figure("orr", 50, 100, { tier: 1 });
    expect(chosen([paper], { sources: "papers" }).figure).toBe(paper);
    for (const tier of [2, 3] as const) {
      const other = figure("orr", 50, 100, { tier });
      expect(chosen([other], { sources: "papers" }).reason).toEqual({ code: "no-paper" });
      expect(chosen([other], {}).figure).toBe(other);
    }
    const unreviewed = figure("orr", 50, 100, { tier: 4 });
    expect(chosen([unreviewed], { sources: "papers" }).reason).toEqual({ code: "unreviewed" });
  });

  it("takes another cut from a paper where it may stand in", () => {
    const talk = figure("orr", 50, 100, { tier: 2 });
    const paper = figure("orr", 52, 100, { tier: 1, cut: "later", followUpMonths: 14 });
    expect(chosen([talk, paper], { sources: "papers" }).figure).toBe(paper);
  });
});

describe("denominator=enrolled", () => {
  it("takes counts over all randomised or all who had cells collected, and no others", () => {
    const treated = figure("orr", 50, 100);
    const collected = figure("orr", 50, 120, { cut: "itt", population: "leukapheresed" });
    expect(chosen([treated, collected], { denominator: "enrolled" }).figure).toBe(collected);
    expect(chosen([treated], { denominator: "enrolled" }).reason).toEqual({
      code: "not-over",
      over: "enrolled",
    });
  });
});

describe("denominator=collected", () => {
  const planned = figure("infused", 100, 120, { population: "leukapheresed" });
  const gatheredFrom = (figures: ComputeFigure[], rules: Partial<Query> = {}, of = orr) =>
    gatherByRules([cohort("a", { figures })], of, {
      ...widest,
      denominator: "collected",
      ...rules,
    }).entries.map(({ figure: { events, n, population, derived = false }, n: patients }) => {
      expect(patients).toBe(n);
      return { events, n, population, derived };
    });

  it("counts a response over all with cells collected where that is printed or follows", () => {
    const treated = figure("orr", 50, 100);
    const printed = figure("orr", 51, 120, { cut: "itt", population: "leukapheresed" });
    const over = { population: "leukapheresed" };
    expect(gatheredFrom([treated, planned])).toMatchObject([
      { ...over, events: 50, n: 120, derived: true },
    ]);
    expect(gatheredFrom([treated, planned, printed])).toMatchObject([
      { ...over, events: 51, n: 120, derived: false },
    ]);
  });

  it("counts the infused everywhere else", () => {
    const treated = figure("orr", 50, 100);
    const infused = { events: 50, n: 100, population: "treated", derived: false };
    expect(gatheredFrom([treated])).toEqual([infused]);
    const harm = figure("infection-3", 50, 100);
    expect(gatheredFrom([harm, planned], {}, infection)).toEqual([infused]);
    expect(gatheredFrom([treated, planned], { denominator: "treated" })).toEqual([infused]);
  });

  it("changes nothing of what a published set counted", () => {
    const named = { cut: "made-2020" } as const;
    const figures = [figure("orr", 50, 100, named), { ...planned, ...named }];
    expect(gatheredFrom(figures, named)).toMatchObject([{ n: 100, derived: false }]);
  });

  it("pools the same of two cohorts with shared patients as over the infused", () => {
    const edge = { kind: "partial", reason: "same centres" } as const;
    const larger = cohort("larger", {
      figures: [figure("orr", 60, 110)],
      overlaps: [{ with: "smaller", ...edge }],
    });
    const smaller = cohort("smaller", {
      figures: [figure("orr", 50, 100), planned],
      overlaps: [{ with: "larger", ...edge }],
    });
    const { entries } = gatherByRules([larger, smaller], orr, {
      ...widest,
      overlap: "drop",
      denominator: "collected",
    });
    expect(entries.map(({ cohort: { id } }) => id)).toEqual(["larger"]);
  });
});

describe("definition=broad", () => {
  const neurotoxicity = figure("neurotoxicity-3", 9, 100);

  it("lets neurotoxicity stand in for ICANS where that is not reported", () => {
    expect(chosen([neurotoxicity], { definition: "broad" }, icans).figure).toBe(neurotoxicity);
    expect(chosen([neurotoxicity], {}, icans).reason).toEqual({ code: "not-reported" });
  });

  it("prefers ICANS, and never takes what regulators count more broadly still", () => {
    const strict = figure("icans-3", 2, 100);
    expect(chosen([neurotoxicity, strict], { definition: "broad" }, icans).figure).toBe(strict);
    const fda = figure("neurotoxicity-3", 20, 100, { hold: "different-definition" });
    expect(chosen([fda], { definition: "broad" }, icans).figure).toBeNull();
  });
});

describe("for any question about the evidence", () => {
  const gathered = (query: Parameters<typeof select>[0], id: string) => {
    const { included } = select(query, dataset);
    const of = dataset.outcomes.find((one) => one.id === id);
    if (!of) throw new Error(`no outcome ${id}`);
    return of.kind === "landmark"
      ? gatherLandmarks(included, of, query)
      : gatherByRules(included, of, query);
  };
  const outcomeId = fc.constantFrom(...dataset.outcomes.map(({ id }) => id));

  it("denominator=collected pools the same cohorts, each over as many patients or more, and only responses differ", () => {
    let derived = 0;
    const responses = ["orr", "vgpr", "cr", "scr"];
    const response = fc.constantFrom(...responses);
    // Most random questions leave no such cohort in.
    const someQuery = fc.oneof(anyQuery(dataset), fc.constant(asked("", dataset)));
    fc.assert(
      fc.property(someQuery, fc.oneof(outcomeId, response), (query, id) => {
        const treated = gathered({ ...query, denominator: "treated" }, id).entries;
        const collected = gathered({ ...query, denominator: "collected" }, id).entries;
        const ids = (entries: typeof treated) => entries.map(({ cohort: { id: one } }) => one);
        expect(ids(collected)).toEqual(ids(treated));
        collected.forEach((entry, index) => {
          const before = treated[index];
          if (!before || !("events" in entry.figure) || !("events" in before.figure)) {
            expect(entry).toEqual(before);
            return;
          }
          if (entry.figure === before.figure) return;
          expect(responses).toContain(id);
          expect(entry.figure.population).toBe("leukapheresed");
          expect(before.figure.population).toBe("treated");
          expect(entry.figure.n).toBeGreaterThanOrEqual(before.figure.n);
          if (!entry.figure.derived) return;
          derived += 1;
          expect(entry.figure.events).toBe(before.figure.events);
        });
      }),
      { numRuns: 600 },
    );
    expect(derived).toBeGreaterThan(0);
  });

  it("no two pooled cohorts share patients, unless that was asked for", () => {
    fc.assert(
      fc.property(anyQuery(dataset), outcomeId, (query, id) => {
        const { entries } = gathered({ ...query, overlap: "drop" }, id);
        const pooled = new Set(entries.map(({ cohort: { id: one } }) => one));
        for (const { cohort: one } of entries) {
          expect(one.overlaps.filter((edge) => pooled.has(edge.with))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keeping overlaps pools every cohort that dropping them does, and those that gave way", () => {
    fc.assert(
      fc.property(anyQuery(dataset), outcomeId, (query, id) => {
        const drop = gathered({ ...query, overlap: "drop" }, id);
        const keep = gathered({ ...query, overlap: "keep" }, id);
        expect(keep.entries.length).toBe(drop.entries.length + drop.dropped.length);
      }),
      { numRuns: 100 },
    );
  });
});
