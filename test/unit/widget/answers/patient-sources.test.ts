import { describe, expect, it } from "vitest";
import type { Comparison } from "#core/comparison/answer.ts";
import { dataset } from "#core/dataset.ts";
import { english } from "#presentation/words/catalogues.ts";
import { makeComparison } from "#server/answers/make-comparison.ts";
import { SourceError } from "#widget/answers/client.ts";
import { computeForPatient } from "#widget/answers/patient-engine.ts";
import { withSourcesOf } from "#widget/answers/patient-sources.ts";
import { asked } from "../../../support/queries.ts";

const patient = { age: 73, priorLines: 5, fit: "any" } as const;

const edge = (text: string, of?: typeof patient) =>
  makeComparison(asked(text, dataset), english, of) as Comparison;

describe("sources of an answer for a patient", () => {
  it.each([
    "",
    "setting=any&availability=any",
    "evidence=all",
    "definition=broad&evidence=all",
    "set=roex-2020",
    "set=vandenboom-2025",
  ])('to "%s" are those the edge would give to it', (text) => {
    const here = withSourcesOf(edge(text), computeForPatient(text, patient, english.codes));
    const there = edge(text, patient);
    const unlike = [];
    let compared = 0;
    for (const [index, row] of here.outcomes.entries()) {
      for (const group of ["car-t", "bsab"] as const) {
        const known = there.outcomes[index]?.pools[group];
        expect(row.pools[group].medians).toEqual(known?.medians);
        for (const [place, study] of row.pools[group].studies.entries()) {
          // A citation may be missing, but if there is one, it must be right.
          if (study.citation === null) unlike.push(study.cohort);
          else expect(study.citation).toEqual(known?.studies[place]?.citation);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(20);
    // Citations are missing only for cohorts that are not pooled without the patient: there another
    // cohort with the same patients replaces them.
    const pooled = edge(text).outcomes.flatMap(({ pools }) =>
      Object.values(pools).flatMap(({ studies }) => studies.map(({ cohort }) => cohort)),
    );
    expect(unlike.filter((cohort) => pooled.includes(cohort))).toEqual([]);
  });

  it("are not taken from another version", () => {
    const other = { ...edge(""), answerVersion: "another" };
    expect(() => withSourcesOf(other, computeForPatient("", patient, english.codes))).toThrow(
      SourceError,
    );
  });
});
