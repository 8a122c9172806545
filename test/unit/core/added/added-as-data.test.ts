/** A cohort that a reader adds gives the same numbers as the same cohort in the data. */
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { addCohortsToDataset, convertAddedToComputeCohorts } from "#core/added/cohort.ts";
import { answerQuestion } from "#core/answer/compare.ts";
import { cachedModels as models } from "#core/cache/cached-models.ts";
import { published } from "#core/dataset.ts";
import { type Dataset, isAddedCohortId } from "#core/evidence/dataset.ts";
import { parseQueryTextOrThrow } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import { makeComputeCohort } from "#data/compute-cohort.ts";
import { type Cohort, cohortSchema } from "#data/schema.ts";
import { sampled } from "../../../support/sample.ts";
import { dataFiles } from "../../data/files.ts";

const cohorts = dataFiles()
  .filter(({ path }) => path.startsWith("data/cohorts/"))
  .map(({ content }) => v.parse(cohortSchema, content));

/** Shared patients and parts of a trial are known of cohorts of the data only. */
function isAlone(cohort: Cohort): boolean {
  const trialOf = ({ registry, publication, id }: Cohort) => registry[0] ?? publication ?? id;
  return (
    !cohort.network &&
    !cohort.labelPool &&
    cohort.overlaps.length === 0 &&
    cohort.figures.length > 3 &&
    cohorts.every(
      (candidate) =>
        candidate === cohort ||
        (trialOf(candidate) !== trialOf(cohort) &&
          candidate.overlaps.every((overlap) => overlap.with !== cohort.id)),
    )
  );
}

const all = cohorts.filter(isAlone);
const step = Math.max(1, Math.floor(all.length / 20));
const chosen = all.filter((_, index) => index % step === 0).slice(0, 20);

const everything =
  "lines=any&availability=any&evidence=all&regimen=any&target=any&prior-bcma=any&doses=any";
const asked = (text: string) => parseQueryTextOrThrow(`${everything}&${text}`, published);
/** All outcomes of one class, of which nothing is compared. */
const ofClass = (therapyClass: string) =>
  asked(`outcome=efficacy,toxicity,survival&therapy-class=${therapyClass}&model=dl`);
/** The classes with all checks, by the usual model, for a few of them. */
const usual = asked("outcome=summary");

/** The numbers of a row by class, whatever its cohorts are called. */
function numbersOf(dataset: Dataset, id: string, query: Query): unknown {
  const rows = answerQuestion(query, dataset, models).outcomes.map(
    ({ outcome, pools, contrasts }) => ({ outcome, pools, contrasts }),
  );
  const text = JSON.stringify(rows, (name, value) => {
    if (name === "label" || name === "trial" || name === "source" || name === "tier") return 0;
    return value === id || (typeof value === "string" && isAddedCohortId(value))
      ? "the cohort"
      : value;
  });
  return sorted(JSON.parse(text));
}

/** Lists of cohorts have the order of the data, in which an added one comes last. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(sorted)
      .map((part) => ({ part, text: JSON.stringify(part) }))
      .sort((a, b) => (a.text < b.text ? -1 : 1))
      .map(({ part }) => part);
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sorted(part)]));
}

describe("a cohort added by hand", () => {
  it("is tried for 20 cohorts of the data", () => {
    expect(chosen).toHaveLength(20);
  });

  it.each(
    sampled(
      chosen.map((cohort, index) => [cohort.id, cohort, index] as const),
      1,
    ),
  )("%s: all pools and differences are those of the data", (id, cohort, index) => {
    const query = ofClass(cohort.therapyClass);
    const remaining = published.cohorts.filter((candidate) => candidate.id !== id);
    const without = { ...published, cohorts: remaining };
    const asData = { ...published, cohorts: [...remaining, makeComputeCohort(cohort, [], [])] };
    const added = addCohortsToDataset(without, convertAddedToComputeCohorts([cohort]));
    const numbers = numbersOf(added, id, query);
    expect(numbers).toEqual(numbersOf(asData, id, query));
    if (index % 7 === 0) expect(numbersOf(added, id, usual)).toEqual(numbersOf(asData, id, usual));
    // The added cohort counts: without it the numbers differ.
    expect(numbers).not.toEqual(numbersOf(without, id, query));
  });
});
