/** Tests what the approved answers do not show: what an answer leaves as it was, and made-up cases. */

import { describe, expect, it } from "vitest";
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { answerQuestion, compareClasses } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { listContainingOutcomes } from "#data/wholes.ts";
import {
  cohort,
  datasetOf,
  figure,
  icans,
  orr,
  widest,
  widestBut,
} from "../../../support/cohorts.ts";
import { forAny } from "../../../support/for-any.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf, sampled } from "../../../support/sample.ts";
import { notFinite } from "../not-finite.ts";
import { counted } from "../statistics/arbitraries.ts";
import { rowOf } from "./entries.ts";

it("an answer changes neither the dataset nor the query", () => {
  const query = queryOf("outcome=orr&lines=any", dataset);
  const before = JSON.stringify([dataset, query]);
  compareClasses(query, dataset, models);
  expect(JSON.stringify([dataset, query])).toBe(before);
});

it("the order of the cohorts changes no number", () => {
  const summary = ["orr", "vgpr", "cr", "crs-3", "icans", "infection-3", "pfs-12", "nrm"];
  const numbers = ({ outcomes }: Answer) =>
    outcomes.map(({ pools, contrasts, notes }) => ({
      pools: therapyClasses.map((group) => {
        const { products, studies, notPooled, notReported, missingProducts, ...numbers } =
          pools[group];
        const ids = studies.map(({ cohort: id }) => id).sort();
        return { ...numbers, missing: [...missingProducts].sort(), studies: ids };
      }),
      contrasts,
      notes: notes.map(({ code }) => code),
    }));
  const query = { ...queryOf("availability=any&lines=any", dataset), outcome: sampled(summary, 3) };
  const turned = { ...dataset, cohorts: dataset.cohorts.toReversed() };
  expect(numbers(compareClasses(query, turned, models))).toEqual(
    numbers(compareClasses(query, dataset, models)),
  );
});

it("a dataset without cohorts is answered, too", () => {
  const { selection, outcomes, patients } = compareClasses(widest, datasetOf([]), models);
  expect(selection).toMatchObject({ included: [], excluded: [], wider: [] });
  expect(outcomes.length).toBeGreaterThan(0);
  expect(patients.bsab).toEqual({ trials: 0, medianAge: null, medianPriorLines: null });
});

it("a harm of which no figure is strict has those by a broader definition beside it, never in its number", () => {
  const broad = (id: string) => cohort(id, { figures: [figure("neurotoxicity-3", 18, 100)] });
  const of = { outcome: [icans.id] };
  const { pools } = rowOf([broad("a"), broad("b")], of, { outcomes: [icans] });
  expect(pools["car-t"]).toMatchObject({
    ...{ status: "no-cohorts", k: 0, estimate: null },
    broader: [{ cohort: "a", events: 18, n: 100, printed: "neurotoxicity-3" }, { cohort: "b" }],
  });
});

const answerTo = (text: string) => answerQuestion(queryOf(text, dataset), dataset, models);

const wide = "availability=any&regimen=any&doses=any&evidence=all&lines=any&target=any";

it.each(["trial", "real-world"])(
  "a group has the pool that a filter on its value has: %s",
  (group) => {
    const by = answerTo("compare=evidence&evidence=all&therapy-class=car-t&outcome=orr");
    const alone = answerTo(`evidence=${group}&therapy-class=car-t&outcome=orr`);
    expect(by.outcomes[0]?.pools[group]).toEqual(alone.outcomes[0]?.pools["car-t"]);
    expect(by.outcomes[0]?.pools[group]?.estimate).toBeGreaterThan(0);
  },
);

describe("a reference for which a frequentist model has no answer", () => {
  /** Holds the counts of each product. The largest has one trial; without an event the likelihood has no maximum. */
  const products: Readonly<Record<string, string>> = {
    largest: "200/300",
    small: "10/20 15/20 12/20",
    larger: "30/60 40/60 35/60",
    single: "9/30",
    none: "0/20 0/25 0/22",
  };
  const made = (...names: readonly string[]) => {
    const cohorts = names.flatMap((product) =>
      counted(products[product] ?? "").map(({ events, n }, index) =>
        cohort(`${product}-${index}`, { product, n, figures: [figure("orr", events, n)] }),
      ),
    );
    const query = widestBut({ outcome: ["orr"], compare: "product", model: "glmm" });
    const evidence = datasetOf(cohorts, { outcomes: [orr] });
    const { reference, outcomes } = answerQuestion(query, evidence, models);
    const [row] = outcomes;
    if (!row) throw new Error("no row");
    return {
      ...{ ...row, reference },
      statuses: row.contrasts
        .map((contrast) => `${contrast.group} v ${contrast.against}: ${contrast.status}`)
        .sort(),
    };
  };

  it("is stood in for by the largest group with an answer", () => {
    const { reference, contrasts, pools, statuses } = made(...Object.keys(products));
    expect(reference).toBe("largest");
    expect(statuses).toEqual([
      "largest v larger: one-trial",
      "none v larger: not-estimable",
      "single v larger: one-trial",
      "small v larger: ok",
    ]);
    // The number of a group without an event is that of the default model; no number is compared with that of another
    // model.
    expect(pools.none).toMatchObject({ status: "fallback", k: 3 });
    expect(pools.none?.estimate).toBeGreaterThan(0);
    const difference = (pools.small?.estimate ?? 0) - (pools.larger?.estimate ?? 0);
    const [smaller] = contrasts.filter(({ group }) => group === "small");
    // Both estimates have six digits.
    expect(smaller?.differencePer100).toBeCloseTo(100 * difference, 3);
  });

  it.each([
    // Nothing would be gained: fewer than two others have an answer.
    [["largest", "single"], "largest"],
    [["largest", "small"], "largest"],
    [["largest", "small", "single"], "largest"],
    // This group has an answer.
    [["small", "larger", "single"], "larger"],
  ])("stays among %j", (names, expected) => {
    const { reference, contrasts } = made(...names);
    expect(reference).toBe(expected);
    expect(new Set(contrasts.map(({ against }) => against))).toEqual(new Set([reference]));
  });
});

it("a cohort outside every group is left out for what it does not report, or for its class", () => {
  const { excluded } = answerTo(`compare=binding-domain&${wide}`).selection;
  const reasons = excluded.filter(({ parameter }) => parameter === "compare");
  expect(new Set(reasons.map(({ therapyClass }) => therapyClass)).size).toBe(2);
  for (const { therapyClass, reason } of reasons) {
    const notReported = { code: "field-not-reported", field: "binding-domain" };
    const otherClass = { code: "other-class", therapyClass };
    expect(reason).toEqual(therapyClass === "bsab" ? otherClass : notReported);
  }
});

it("for any question groups never hold a number that is not finite, and never a cohort twice", () =>
  forAny([anyQuery(dataset, "any")], runsOf(40), (query) => {
    const answer = answerQuestion(query, dataset, models);
    expect(notFinite(answer)).toEqual([]);
    const { included, excluded } = answer.selection;
    expect(included.length + excluded.length).toBe(dataset.cohorts.length);
    for (const { pools } of answer.outcomes) {
      const pooled = Object.values(pools).flatMap(({ studies }) => studies);
      expect(new Set(pooled.map(({ cohort }) => cohort)).size).toBe(pooled.length);
    }
  }));

// The note `other-trials`: rows of a chain say where they rest on others, and change no number for it.

const saidOf = (rows: readonly Pick<Row<string>, "outcome" | "notes">[]) =>
  rows.flatMap(({ outcome: id, notes }) =>
    notes.flatMap((note) =>
      note.code === "other-trials" || note.code === "above-whole"
        ? [[id, note.group, note.above, note.label]]
        : [],
    ),
  );

const cohortsOf = ({ studies }: Pool) => studies.map((study) => study.cohort).sort();

function expectSaid(query: Query): void {
  const { outcomes: rows, groups } = answerQuestion(query, dataset, models);
  const expected = rows.flatMap((row) =>
    groups.flatMap((group) => {
      const poolOfRow = row.pools[group];
      const above = listContainingOutcomes(row.outcome, dataset.outcomes)
        .flatMap(({ id }) => rows.find((candidate) => candidate.outcome === id) ?? [])
        .find(({ pools }) => (pools[group]?.k ?? 0) > 0);
      const poolAbove = above?.pools[group];
      // Two trials of a drug have figures, though no estimate.
      if (!above || !poolAbove || !poolOfRow?.k) return [];
      const isSame = `${cohortsOf(poolOfRow)}` === `${cohortsOf(poolAbove)}`;
      return isSame ? [] : [[row.outcome, group, above.outcome, above.label]];
    }),
  );
  // The order does not count: in one row, a note that a number is higher than its whole comes last.
  expect(saidOf(rows).map(String).sort()).toEqual(expected.map(String).sort());
}

it("no number stands unsaid below a row of other trials, in any question", () =>
  forAny([anyQuery(dataset, "any")], runsOf(30), expectSaid));

it("no pool changes because of its neighbours", () => {
  const query = queryOf("outcome=orr,vgpr,cr,scr,os-6,os-12&availability=any", dataset);
  for (const row of answerQuestion(query, dataset, models).outcomes) {
    const [alone] = answerQuestion({ ...query, outcome: [row.outcome] }, dataset, models).outcomes;
    expect(alone?.pools).toEqual(row.pools);
    expect(alone?.contrasts).toEqual(row.contrasts);
  }
});
