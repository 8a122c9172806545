/** Tests which cohorts give way to others with the same patients, and which figures a question gathers. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { gatherCounts, gatherLandmarks } from "#core/evidence/gather.ts";
import { gatherCountsOverAskedPatients } from "#core/evidence/leukapheresed.ts";
import { type Candidate, selectWithoutOverlap } from "#core/evidence/overlap.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import { listResearchNetworkOverlaps } from "#data/build/compute-set.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { computeSet } from "#data/generated/compute-set.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { bispecific, cohort, figure, orr, widest, widestBut } from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";

type Size = number | null;

const shared = { kind: "partial" as const, reason: "same centres" };

function candidate(id: string, n: Size, sharing: string[], followUpMonths: Size) {
  const overlaps = sharing.map((other) => ({ ...shared, with: other }));
  return { cohort: cohort(id, { overlaps }), n, followUpMonths };
}

const ids = (candidates: readonly Candidate[]) => candidates.map(({ cohort: { id } }) => id);

const node = fc.record({
  n: fc.constantFrom(null, 1, 2, 3, 4, 5),
  months: fc.constantFrom(null, 6, 12),
  near: fc.array(fc.nat(8), { maxLength: 3 }),
});
const graphs = fc.array(node, { minLength: 1, maxLength: 9 }).map((nodes) =>
  nodes.map(({ n, months, near }, index) => {
    const neighbours = near.filter((node) => node !== index && node < nodes.length);
    const names = neighbours.map((neighbour) => `c${neighbour}`);
    return candidate(`c${index}`, n, names, months);
  }),
);

/** A cohort of unknown size counts as the smallest. */
const size = ({ n }: Candidate) => n ?? 0;

function share(a: Candidate, b: Candidate): boolean {
  const says = (candidate: Candidate, rival: Candidate) =>
    candidate.cohort.overlaps.some((edge) => edge.with === rival.cohort.id);
  return says(a, b) || says(b, a);
}

const total = (members: readonly Candidate[]) =>
  members.reduce((sum, member) => sum + size(member), 0);

/** Returns all independent sets, found by trying every subset. */
function independentSets(all: readonly Candidate[]): Candidate[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_, index) => (bits >> index) % 2 === 1),
  ).filter((set) => set.every((a) => set.every((b) => a === b || !share(a, b))));
}

/** Returns what decides between sets of cohorts, one after the other: patients, patient-months, cohorts. */
const merits = (set: readonly Candidate[]) => [
  total(set),
  set.reduce((sum, candidate) => sum + size(candidate) * (candidate.followUpMonths ?? 0), 0),
  set.length,
];

function isBetter(a: readonly Candidate[], b: readonly Candidate[]): boolean {
  const [meritsOfA, meritsOfB] = [merits(a), merits(b)];
  const at = meritsOfA.findIndex((merit, index) => merit !== meritsOfB[index]);
  if (at >= 0) return (meritsOfA[at] ?? 0) > (meritsOfB[at] ?? 0);
  // The set with the first id that is not in both.
  const [first] = ids(
    [...a, ...b].filter((candidate) => !a.includes(candidate) || !b.includes(candidate)),
  ).sort();
  return ids(a).some((id) => id === first);
}

describe("for any overlap graph", () => {
  it("the outcome does not depend on the order of the cohorts", () => {
    const orders = graphs.chain((all) => {
      const whole = { minLength: all.length, maxLength: all.length };
      return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, whole));
    });
    forAny([orders], ([all, shuffled]) => {
      const [inOrder, inShuffled] = [selectWithoutOverlap(all), selectWithoutOverlap(shuffled)];
      expect(ids(inShuffled.selection).sort()).toEqual(ids(inOrder.selection).sort());
      const why = ({ dropped }: typeof inOrder) =>
        dropped.map((each) => `${each.candidate.cohort.id} for ${each.rival.id}`).sort();
      expect(why(inShuffled)).toEqual(why(inOrder));
    });
  });

  it("those that stay are the best set, ties included; each other gives way to its largest rival", () =>
    forAny([graphs], (all) => {
      const { selection, dropped, settled } = selectWithoutOverlap(all);
      const best = independentSets(all).reduce((bestYet, next) =>
        isBetter(next, bestYet) ? next : bestYet,
      );
      expect(ids(selection)).toEqual(ids(best));
      expect(settled).toBe(true);
      expect(selection.length + dropped.length).toBe(all.length);
      for (const { candidate: gone, rival, kind, reason } of dropped) {
        expect({ kind, reason }).toEqual(shared);
        const rivals = selection.filter((candidate) => share(candidate, gone));
        const named = rivals.find(({ cohort: { id } }) => id === rival.id);
        expect(named && size(named)).toBe(Math.max(...rivals.map(size)));
      }
    }));
});

/**
 * The cohorts of today, as many times, for the question with the most of them. Each copy shares
 * patients with the copies of the same cohorts, and with all that the networks of today share with.
 */
function searched(times: number): Candidate[][] {
  // Overlaps that follow from a network are worked out again, because copies belong to no network.
  const written = computeSet.cohorts.map((cohort) => ({
    ...cohort,
    overlaps: cohort.overlaps.filter(
      ({ reason }) => !reason.endsWith("patients of any such series"),
    ),
  }));
  const copied = written.flatMap((cohort) =>
    Array.from({ length: times }, (_, copy) => {
      if (copy === 0) return cohort;
      const named = (id: string) => `${id}-${copy}`;
      const overlaps = cohort.overlaps.map((edge) => ({ ...edge, with: named(edge.with) }));
      const parts = cohort.parts.map(named);
      return { ...cohort, id: named(cohort.id), network: null, parts, overlaps };
    }),
  );
  const grown = copied.map((cohort) => {
    const ofNetworks = listResearchNetworkOverlaps(cohort, copied, computeSet.products);
    return { ...cohort, overlaps: [...cohort.overlaps, ...ofNetworks] };
  });
  const rules = widestBut({ overlap: "keep", definition: "broad" });
  return therapyClasses.flatMap((therapyClassOf) => {
    const ofClass = grown.filter(({ therapyClass }) => therapyClass === therapyClassOf);
    const whole = ofClass.map((each) => ({ ...each, cohort: each }));
    const entries = dataset.outcomes.map((outcome) => {
      const gather = outcome.kind === "landmark" ? gatherLandmarks : gatherCounts;
      return [...gather(ofClass, outcome, rules).entries];
    });
    return [whole, ...entries];
  });
}

it.each([
  [1, 200],
  [5, 2000],
])(
  "the steps of the dearest search with %d times the cohorts of today are at most %d",
  (times, steps) => {
    const searches = searched(times);
    expect(Math.max(...searches.map(({ length }) => length))).toBeGreaterThan(90 * times);
    const ended = searches.filter((candidates) => !selectWithoutOverlap(candidates, steps).settled);
    expect(ended.map(({ length }) => length)).toEqual([]);
  },
);

describe("a search that is ended", () => {
  const all = entangled().map((cohort) => ({ cohort, n: cohort.n, followUpMonths: 12 }));

  it("says that it is, and still keeps no two cohorts that share patients", () => {
    const { selection, dropped, settled } = selectWithoutOverlap(all);
    expect(settled).toBe(false);
    for (const a of selection)
      for (const b of selection) expect(a !== b && share(a, b)).toBe(false);
    expect(selection.length + dropped.length).toBe(all.length);
  });

  it("had not found the best set", () => {
    expect(total(selectWithoutOverlap(all).selection)).toBe(903);
    const best = selectWithoutOverlap(all, 20_000);
    expect([total(best.selection), best.settled]).toEqual([906, true]);
  });

  it("does not depend on the order of the cohorts", () => {
    const reversed = selectWithoutOverlap(all.toReversed());
    expect(ids(reversed.selection).sort()).toEqual(ids(selectWithoutOverlap(all).selection).sort());
  });
});

/**
 * Forty cohorts that share patients around a ring, in so many ways that the search for the best of
 * them is ended: the best hold 906 patients, those found 903.
 */
function entangled(): ComputeCohort[] {
  return Array.from({ length: 40 }, (_, index) => {
    const overlaps = [1, 5, 12].map((step) => ({ ...shared, with: `ring-${(index + step) % 40}` }));
    const n = 50 + ((7 * index * index) % 41);
    return cohort(`ring-${index}`, { n, overlaps });
  });
}

describe("a label pool asked for the latest data", () => {
  const latest = { ...widest, cut: "latest" };
  const followed = (followUpMonths: number | null, events: number, n: number) => [
    figure("orr", events, n, { followUpMonths }),
  ];
  const naive = bispecific("a", { n: 123 });
  const after = bispecific("b", { n: 64, priorBcma: "required", figures: followed(26, 20, 64) });
  const parts = [{ ...naive, figures: followed(14, 70, 123) }, after];
  const poolAt = (months: number | null, n = 187) =>
    bispecific("pool", {
      ...{ n: 187, parts: ["a", "b"], priorBcma: "some", figures: followed(months, 95, n) },
      overlaps: ["a", "b"].map((id) => ({
        ...{ with: id, kind: "contained" as const, reason: "both cohorts of the trial" },
      })),
    });
  const counted = (cohorts: readonly ComputeCohort[], query = latest) =>
    gatherCounts(cohorts, orr, query).entries.map((entry) => entry.cohort.id);

  it("stands for its parts where it follows the same patients for longer", () => {
    expect(counted([...parts, poolAt(29)])).toEqual(["pool"]);
    expect(counted([...parts, poolAt(29)], { ...latest, overlap: "keep" })).toEqual(["pool"]);
    const { notPooled } = gatherCounts([...parts, poolAt(29)], orr, latest);
    const reason = { code: "shares-patients", possibly: false, cohort: "POOL" };
    const note = "both cohorts of the trial";
    expect(notPooled.map(({ cohort: { id } }) => id)).toEqual(["a", "b"]);
    for (const part of notPooled) expect(part.reason).toEqual({ ...reason, note });
  });

  it.each([
    ["by the primary cut", [...parts, poolAt(29)], widest],
    ["where they are followed for longer, by patients", [...parts, poolAt(18)], latest],
    ["where its follow-up is not known", [...parts, poolAt(null)], latest],
    ["where it counts other patients", [...parts, poolAt(29, 150)], latest],
  ] as const)("makes way for its parts %s", (_, cohorts, query) => {
    expect(counted(cohorts, query)).toEqual(["a", "b"]);
  });

  it("makes way for the only part that reports the outcome", () => {
    expect(counted([naive, after, poolAt(29)])).toEqual(["b"]);
  });
});

// Tests how a question determines the figures that count: all with cells collected, and overlap.

describe("for any question about the evidence", () => {
  const gathered = (query: Parameters<typeof splitIncludedAndExcludedCohorts>[0], id: string) => {
    const { included } = splitIncludedAndExcludedCohorts(query, dataset);
    const of = dataset.outcomes.find((outcome) => outcome.id === id);
    if (!of) throw new Error(`no outcome ${id}`);
    return of.kind === "landmark"
      ? gatherLandmarks(included, of, query)
      : gatherCountsOverAskedPatients(included, of, query);
  };
  const outcomeId = fc.constantFrom(...dataset.outcomes.map(({ id }) => id));

  it("denominator=collected pools the same cohorts, each over as many patients or more, and only responses differ", () => {
    let derived = 0;
    const responses = ["orr", "vgpr", "cr", "scr"];
    const response = fc.constantFrom(...responses);
    // Most random questions leave no such cohort in.
    const someQuery = fc.oneof(anyQuery(dataset), fc.constant(queryOf("", dataset)));
    forAny([someQuery, fc.oneof(outcomeId, response)], 600, (query, id) => {
      const treated = gathered({ ...query, denominator: "treated" }, id).entries;
      const collected = gathered({ ...query, denominator: "collected" }, id).entries;
      const ids = (entries: typeof treated) =>
        entries.map(({ cohort: { id: cohortId } }) => cohortId);
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
        if (entry.figure.countFrom !== "infused") return;
        derived += 1;
        expect(entry.figure.events).toBe(before.figure.events);
      });
    });
    expect(derived).toBeGreaterThan(0);
  });

  it("keeping overlaps pools every cohort that dropping them does, and those that gave way", () =>
    forAny([anyQuery(dataset), outcomeId], 100, (query, id) => {
      const drop = gathered({ ...query, overlap: "drop" }, id);
      const keep = gathered({ ...query, overlap: "keep" }, id);
      // At the latest cut a label pool replaces its parts, which are the same patients, in both.
      const ids = ({ entries, dropped }: typeof keep) =>
        [...entries, ...dropped.map(({ candidate }) => candidate)]
          .map(({ cohort }) => cohort.id)
          .sort();
      expect(ids(keep)).toEqual(ids(drop));
      if (query.cut !== "latest") expect(keep.dropped).toEqual([]);
    }));
});
