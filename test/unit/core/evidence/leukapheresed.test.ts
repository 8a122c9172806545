/** A response over all whose cells were collected: which figure says it, and which does not. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { CountedFigure } from "#core/evidence/choose.ts";
import { infusion, isResponse, overCollected } from "#core/evidence/leukapheresed.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
import { populations } from "#data/vocabulary.ts";
import { wholesOf } from "#data/wholes.ts";
import { cohort, figure, infection, infused, orr, outcome } from "../../../support/cohorts.ts";

const collected = { population: "leukapheresed" } as const;
const responders: CountedFigure = { ...figure("orr", 94, 128), events: 94, n: 128 };
const planned = figure("infused", 128, 140, { ...collected, followUpMonths: null });
const intention = figure("orr", 95, 140, { ...collected, cut: "itt" });
const derived = { ...responders, ...collected, n: 140, countFrom: "infused" };

interface Asked {
  readonly of?: typeof orr;
  readonly own?: Partial<CountedFigure>;
  readonly sources?: "reviewed" | "papers";
}

const found = (figures: readonly ComputeFigure[], asked: Asked = {}) => {
  const own = { ...responders, ...asked.own };
  const { of = orr, sources = "reviewed" } = asked;
  return overCollected(cohort("a", { figures: [own, ...figures] }), of, own, { sources });
};

const unknown = { followUpMonths: null };
const same = { ...intention, ...unknown, events: 94 };
const later = { ...intention, followUpMonths: 24 };
const held = { ...intention, hold: "conflicting-sources" } as const;
const papers = { sources: "papers" } as const;
const cr = outcome("cr", { partOf: "vgpr" });
const partOfHarm = outcome("icans-3", { direction: "harm", partOf: "icans" });
const others = populations.filter((one) => one !== "treated");

describe("a response over all with cells collected", () => {
  it("is the responders among the infused over the number collected, and says so", () => {
    expect(found([planned])).toEqual({ figure: derived, from: planned });
    const doubted = { ...planned, collection: "assumed" } as const;
    expect(found([doubted])?.from.collection).toBe("assumed");
  });

  it.each<[string, ReturnType<typeof found>, object]>([
    ["the printed one of the same cut", found([planned, intention]), intention],
    ["the printed one alone", found([intention]), intention],
    ["derived beside a printed one of another cut", found([planned, later]), derived],
    ["that of unknown follow-up of the same patients", found([same], { own: unknown }), same],
    ["derived for a part of response", found([planned], { of: cr }), derived],
  ])("is %s", (_, one, expected) => {
    expect(one?.figure).toEqual(expected);
  });

  it.each<[string, ReturnType<typeof found>]>([
    ["a printed one of another cut", found([later])],
    ["of unknown follow-up of others", found([{ ...intention, ...unknown }], { own: unknown })],
    ["of unknown follow-up, where the own is known", found([same])],
    ["derived beside a printed one that is held", found([planned, held])],
    ["derived beside one that is no paper", found([planned, { ...intention, tier: 2 }], papers)],
    ["derived where others were infused", found([{ ...planned, events: 127 }])],
    ["derived where others were counted", found([planned], { own: { n: 127 } })],
    ["derived from another cut", found([{ ...planned, cut: "later" }])],
    ["derived of another cut", found([planned], { own: { cut: "24mo" } })],
    ["derived from what is held", found([{ ...planned, hold: "inferred" }])],
    ["derived from no number collected", found([{ ...planned, n: null }])],
    ["derived while others may be infused yet", found([{ ...planned, collection: "waiting" }])],
    ["derived from no paper", found([{ ...planned, tier: 2 }], papers)],
    ["derived from what nobody reviewed", found([{ ...planned, tier: 4 }])],
    ...[infection, infused, outcome("mrd-negative"), partOfHarm].map(
      (of): [string, ReturnType<typeof found>] => [
        `of ${of.id}`,
        found([planned, intention], { of }),
      ],
    ),
    ...others.map((population): [string, ReturnType<typeof found>] => [
      `made of ${population}`,
      found([planned, intention], { own: { population } }),
    ]),
    ...populations
      .filter((one) => one !== "leukapheresed")
      .map((population): [string, ReturnType<typeof found>] => [
        `derived from those infused among ${population}`,
        found([{ ...planned, population }]),
      ]),
  ])("is not %s", (_, one) => {
    expect(one).toBeNull();
  });
});

it("the outcomes of the data that are response or a part of it are those of its family", () => {
  const { outcomes } = dataset;
  const family = outcomes.filter(
    ({ id }) => id === "orr" || wholesOf(id, outcomes).some((whole) => whole.id === "orr"),
  );
  expect(outcomes.filter(isResponse)).toEqual(family);
  expect(family.length).toBeGreaterThan(1);
  expect(outcomes.some(({ id }) => id === infusion)).toBe(true);
});
