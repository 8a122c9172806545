/** A response over all whose cells were collected: which figure says it, and which does not. */
import { describe, expect, it } from "vitest";
import type { CountedFigure } from "#core/evidence/choose.ts";
import { findFigureOverApheresed } from "#core/evidence/leukapheresed.ts";
import type { ComputeFigure } from "#data/compute-set.ts";
import { populations } from "#data/vocabulary.ts";
import { cohort, figure, infection, infused, orr, outcome } from "../../../support/cohorts.ts";

const collected = { population: "leukapheresed" } as const;
const responders: CountedFigure = { ...figure("orr", 94, 128), events: 94, n: 128 };
const planned = figure("infused", 128, 140, { ...collected, followUpMonths: null });
const intention = figure("orr", 95, 140, { ...collected, cut: "itt" });
const derived = { ...responders, ...collected, n: 140, countFrom: "infused" };

interface Situation {
  readonly of?: typeof orr;
  readonly changed?: Partial<CountedFigure>;
  readonly sources?: "reviewed" | "papers";
}

const collectedOver = (figures: readonly ComputeFigure[], situation: Situation = {}) => {
  const figureOfCohort = { ...responders, ...situation.changed };
  const { of = orr, sources = "reviewed" } = situation;
  return findFigureOverApheresed(
    cohort("a", { figures: [figureOfCohort, ...figures] }),
    of,
    figureOfCohort,
    {
      sources,
    },
  );
};

const unknown = { followUpMonths: null };
const same = { ...intention, ...unknown, events: 94 };
const later = { ...intention, followUpMonths: 24 };
const heldFigure = { ...intention, hold: "conflicting-sources" } as const;
const papers = { sources: "papers" } as const;
const cr = outcome("cr", { partOf: "vgpr" });
const partOfHarm = outcome("icans-3", { direction: "harm", partOf: "icans" });
const otherPopulations = populations.filter((population) => population !== "treated");

describe("a response over all with cells collected", () => {
  it.each<[string, ReturnType<typeof collectedOver>, object]>([
    ["the printed one of the same cut", collectedOver([planned, intention]), intention],
    ["the printed one alone", collectedOver([intention]), intention],
    ["derived beside a printed one of another cut", collectedOver([planned, later]), derived],
    [
      "that of unknown follow-up of the same patients",
      collectedOver([same], { changed: unknown }),
      same,
    ],
    ["derived for a part of response", collectedOver([planned], { of: cr }), derived],
  ])("is %s", (_, response, expected) => {
    expect(response?.figure).toEqual(expected);
  });

  it.each<[string, ReturnType<typeof collectedOver>]>([
    ["a printed one of another cut", collectedOver([later])],
    [
      "of unknown follow-up of others",
      collectedOver([{ ...intention, ...unknown }], { changed: unknown }),
    ],
    ["of unknown follow-up, where the own is known", collectedOver([same])],
    ["derived beside a printed one that is held", collectedOver([planned, heldFigure])],
    [
      "derived beside one that is no paper",
      collectedOver([planned, { ...intention, tier: 2 }], papers),
    ],
    ["derived where others were infused", collectedOver([{ ...planned, events: 127 }])],
    ["derived where others were counted", collectedOver([planned], { changed: { n: 127 } })],
    ["derived from another cut", collectedOver([{ ...planned, cut: "later" }])],
    ["derived of another cut", collectedOver([planned], { changed: { cut: "24mo" } })],
    ["derived from what is held", collectedOver([{ ...planned, hold: "inferred" }])],
    ["derived from no number collected", collectedOver([{ ...planned, n: null }])],
    [
      "derived while others may be infused yet",
      collectedOver([{ ...planned, collection: "waiting" }]),
    ],
    ["derived from no paper", collectedOver([{ ...planned, tier: 2 }], papers)],
    ["derived from what nobody reviewed", collectedOver([{ ...planned, tier: 4 }])],
    ...[infection, infused, outcome("mrd-negative"), partOfHarm].map(
      (of): [string, ReturnType<typeof collectedOver>] => [
        `of ${of.id}`,
        collectedOver([planned, intention], { of }),
      ],
    ),
    ...otherPopulations.map((population): [string, ReturnType<typeof collectedOver>] => [
      `made of ${population}`,
      collectedOver([planned, intention], { changed: { population } }),
    ]),
    ...populations
      .filter((population) => population !== "leukapheresed")
      .map((population): [string, ReturnType<typeof collectedOver>] => [
        `derived from those infused among ${population}`,
        collectedOver([{ ...planned, population }]),
      ]),
  ])("is not %s", (_, response) => {
    expect(response).toBeNull();
  });
});
