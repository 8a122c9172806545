/** The note `other-trials`: rows of a chain say where they rest on others, and change no number for it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Pool, Row } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/compare.ts";
import { models } from "#core/answer/models.ts";
import { dataset } from "#core/dataset.ts";
import type { Query } from "#core/question/query.ts";
import { listContainingOutcomes } from "#data/wholes.ts";
import { anyQuery, queryOf } from "../../../support/queries.ts";
import { runsOf } from "../../../support/sample.ts";

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
        .find(({ pools }) => pools[group]?.estimate != null);
      const poolAbove = above?.pools[group];
      if (!above || !poolAbove || poolOfRow?.estimate == null) return [];
      const isSame = `${cohortsOf(poolOfRow)}` === `${cohortsOf(poolAbove)}`;
      return isSame ? [] : [[row.outcome, group, above.outcome, above.label]];
    }),
  );
  // The order does not count: in one row, a note that a number is higher than its whole comes last.
  expect(saidOf(rows).map(String).sort()).toEqual(expected.map(String).sort());
}

it("no number stands unsaid below a row of other trials, in any question", () => {
  fc.assert(fc.property(anyQuery(dataset, "any"), expectSaid), { numRuns: runsOf(30) });
});

it("no pool changes because of its neighbours", () => {
  const query = queryOf("outcome=orr,vgpr,cr,scr,os-6,os-12&availability=any", dataset);
  for (const row of answerQuestion(query, dataset, models).outcomes) {
    const [alone] = answerQuestion({ ...query, outcome: [row.outcome] }, dataset, models).outcomes;
    expect(alone?.pools).toEqual(row.pools);
    expect(alone?.contrasts).toEqual(row.contrasts);
  }
});
