/** A response over all whose cells were collected: which figure says it, and which does not. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import { infusion, isResponse, overCollected } from "#core/evidence/leukapheresed.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
import { populations } from "#data/vocabulary.ts";
import { wholesOf } from "#data/wholes.ts";
import { cohort, figure, infection, infused, orr, outcome } from "../../../support/cohorts.ts";

const responders: CountedFigure = { ...figure("orr", 94, 128), events: 94, n: 128 };
const planned = figure("infused", 128, 140, { population: "leukapheresed", followUpMonths: null });
const intention = figure("orr", 95, 140, { population: "leukapheresed", cut: "itt" });

const found = (
  figures: readonly ComputeFigure[],
  of = orr,
  over: Partial<CountedFigure> = {},
  sources: "reviewed" | "papers" | "any" = "reviewed",
) => {
  const own = { ...responders, ...over };
  const figuresOf = [own, ...figures];
  return overCollected(cohort("a", { figures: figuresOf }), of, own, { sources });
};

describe("a response over all with cells collected", () => {
  it("is the responders among the infused over the number collected, and says so", () => {
    expect(found([planned])).toEqual({
      figure: { ...responders, n: 140, population: "leukapheresed", derived: true },
      from: planned,
    });
  });

  it("is the printed one where there is one of the same cut", () => {
    expect(found([planned, intention])).toEqual({ figure: intention, from: intention });
    expect(found([intention])?.figure).toBe(intention);
  });

  it("is not the printed one of another cut", () => {
    const later = { ...intention, followUpMonths: 24 };
    expect(found([planned, later])?.figure).toMatchObject({ events: 94, n: 140, derived: true });
    expect(found([later])).toBeNull();
  });

  it("of unknown follow-up is of the same cut if the same patients responded", () => {
    const unknown = { followUpMonths: null };
    const same = { ...intention, ...unknown, events: 94 };
    expect(found([same], orr, unknown)?.figure).toBe(same);
    expect(found([{ ...intention, ...unknown }], orr, unknown)).toBeNull();
    expect(found([same])).toBeNull();
  });

  it("is not derived beside a printed one that does not count", () => {
    const held = { ...intention, hold: "conflicting-sources" } as const;
    expect(found([planned, held])).toBeNull();
    expect(found([planned, { ...intention, tier: 2 }], orr, {}, "papers")).toBeNull();
  });

  it("is not derived unless exactly these were infused, at the same cut", () => {
    expect(found([{ ...planned, events: 127 }])).toBeNull();
    expect(found([{ ...planned, cut: "later" }])).toBeNull();
    expect(found([planned], orr, { n: 127 })).toBeNull();
    expect(found([planned], orr, { cut: "24mo" })).toBeNull();
  });

  it("is not derived from a number infused that does not count, or whose others may be infused yet", () => {
    expect(found([{ ...planned, hold: "inferred" }])).toBeNull();
    expect(found([{ ...planned, n: null }])).toBeNull();
    expect(found([{ ...planned, collection: "waiting" }])).toBeNull();
    expect(found([{ ...planned, collection: "assumed" }])?.from.collection).toBe("assumed");
    expect(found([{ ...planned, tier: 2 }], orr, {}, "papers")).toBeNull();
    expect(found([{ ...planned, tier: 4 }])).toBeNull();
  });

  it.each(populations.filter((one) => one !== "treated"))("is not made of %s", (population) => {
    expect(found([planned, intention], orr, { population })).toBeNull();
  });

  it("is not made of a number infused among others than those with cells collected", () => {
    for (const population of populations) {
      if (population === "leukapheresed") continue;
      expect(found([{ ...planned, population }]), population).toBeNull();
    }
  });

  it("concerns no harm, no other benefit and no part of a harm", () => {
    const others = [
      infection,
      infused,
      outcome("mrd-negative"),
      outcome("icans-3", { direction: "harm", partOf: "icans" }),
    ];
    for (const one of others) expect(found([planned, intention], one), one.id).toBeNull();
    const cr = outcome("cr", { partOf: "vgpr" });
    expect(found([planned], cr)?.figure).toMatchObject({ events: 94, n: 140, derived: true });
  });
});

describe("the outcomes of the data", () => {
  it("that are response or a part of it are those of its family", () => {
    const { outcomes } = dataset;
    const family = outcomes.filter(
      ({ id }) => id === "orr" || wholesOf(id, outcomes).some((whole) => whole.id === "orr"),
    );
    expect(outcomes.filter(isResponse)).toEqual(family);
    expect(family.length).toBeGreaterThan(1);
    expect(outcomes.some(({ id }) => id === infusion)).toBe(true);
  });
});
