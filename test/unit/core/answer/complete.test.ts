/** Tests what an answer gets beside its numbers, and outcomes that are counted apart. */
import { describe, expect, it } from "vitest";
import { compareClasses } from "#core/answer/compare.ts";
import { completeAnswer } from "#core/answer/complete.ts";
import { summariseCountedGrades } from "#core/answer/grades.ts";
import { poolByIntentionToTreat } from "#core/answer/intention-to-treat.ts";
import { bayesModel, models } from "#core/answer/models.ts";
import { listAlternativesToAfterTherapy } from "#core/answer/other-questions.ts";
import { dataset } from "#core/dataset.ts";
import { splitIncludedAndExcludedCohorts } from "#core/evidence/select.ts";
import type { Query } from "#core/question/query.ts";
import { formatQuery } from "#core/question/query-text.ts";
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { listAnswerAdditions } from "#server/answers/compute/full-answer.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  icans,
  infection,
  infused,
  landmark,
  orr,
  outcome,
  pfs,
  widest,
} from "../../../support/cohorts.ts";
import { queryOf } from "../../../support/queries.ts";
import { entry } from "./entries.ts";

const questions = [
  "",
  "lines=2",
  "evidence=all&sources=any&outcome=survival",
  "evidence=all&lines=any&availability=any&target=any&regimen=any&outcome=efficacy",
  "denominator=enrolled&lines=any&outcome=survival",
  "exclude=karmma",
  "set=roex-2020&outcome=pfs-12",
  "age=59-&lines=any&product=anito-cel,fcarh143,c-car088&cut=latest&outcome=efficacy",
];

describe.each(questions)("the additions to the answer of %j", (text) => {
  const bare = compareClasses(queryOf(text, dataset), dataset, models);
  const whole = completeAnswer(bare, listAnswerAdditions());

  it("change none of its numbers", () => {
    const added = new Set([
      ...["medians", "notReached", "citation", "intentionToTreat", "published", "headToHead"],
      ...["narrower", "elsewhere", "countFrom", "countRange"],
    ]);
    // A follow-up has months, too: a number; a pool and a contrast have a status, a word.
    const isAdded = (key: string, value: unknown) =>
      added.has(key) ||
      (key === "months" && Array.isArray(value)) ||
      (key === "status" && typeof value === "object");
    const without = (answer: object) =>
      JSON.parse(JSON.stringify(answer, (key, value) => (isAdded(key, value) ? undefined : value)));
    expect(without(whole)).toEqual(without(bare));
  });

  it("are medians of which none counts the patients of another", () => {
    for (const { pools } of whole.outcomes) {
      for (const { medians: reached, notReached = [] } of Object.values(pools)) {
        const ids = new Set([...reached, ...notReached].map(({ cohort }) => cohort));
        const shared = dataset.cohorts
          .filter(({ id }) => ids.has(id))
          .flatMap(({ overlaps }) => overlaps)
          .filter((edge) => edge.kind !== "possible" && ids.has(edge.with));
        expect(shared).toEqual([]);
      }
    }
  });
});

const severe = { ...infection, severe: { fatal: "death-infection" } };
const deaths = outcome("death-infection", { label: "Death from infection" });
const graded = { outcomes: [severe, deaths] };

/** Returns the deaths beside a row of CAR-T with one trial, whose figure counts these grades. */
function deathsBeside(
  grades: ComputeFigure["grades"],
  { figures = [], of = severe }: { figures?: ComputeFigure[]; of?: typeof severe } = {},
) {
  const entries = [entry({ figures }, { grades })];
  const gathered = { entries, smallTrials: [], notPooled: [], dropped: [], settled: true };
  const mainRegimen = { regimen: null, cohorts: [], gathered, otherRegimen: null };
  return summariseCountedGrades(of, [{ mainRegimen }], { sources: "papers" }, graded)?.fatal;
}

it("deaths beside figures of grade 3 or 4 are of no source that was not asked for", () => {
  const news = figure("death-infection", 5, 100, { tier: 3 });
  expect(deathsBeside("3-4", { figures: [news] })?.studies).toEqual([]);
});

it("there are none where all figures count deaths, or nothing counts the deaths", () => {
  expect(deathsBeside("3-5")).toBeNull();
  expect(deathsBeside("3-4", { of: { ...severe, severe: { fatal: "nobody" } } })).toBeNull();
});

// Harms that follow from what a drug is directed at.

const nails: Outcome = { ...icans, id: "nails", harmGroup: "mouth-skin", targets: ["gprc5d"] };
const made = (...cohorts: ComputeCohort[]) => datasetOf(cohorts, { outcomes: [icans, nails] });
const everyLineAndPlace = "lines=any&availability=any&labelled=any";
const answered = (question: string, ...cohorts: ComputeCohort[]) => {
  const evidence = made(...cohorts);
  return compareClasses(queryOf(`${everyLineAndPlace}&${question}`, evidence), evidence, models)
    .outcomes;
};
const ids = (question: string) => answered(question).map(({ outcome }) => outcome);

it("their group has them in no question of another target, unless one is asked for by name, which the group then does not cover", () => {
  expect(ids("outcome=toxicity&target=bcma")).toEqual(["icans-3"]);
  expect(ids("outcome=nails&target=bcma")).toEqual(["nails"]);
  expect(ids("outcome=toxicity,nails&target=bcma")).toEqual(["icans-3", "nails"]);
  const evidence = made();
  const canonical = formatQuery(queryOf("outcome=toxicity,icans-3,nails", evidence), evidence);
  expect(canonical).toBe("outcome=toxicity,nails");
});

it("their row counts only cohorts directed at the target, and calls no other missing", () => {
  const otherMab = bispecific("other", { product: "other-mab" });
  const counted = bispecific("trial", {
    ...{ product: "skin-mab", targets: ["gprc5d"], figures: [figure("nails", 40, 80)] },
  });
  const [row] = answered("outcome=nails&target=any", counted, otherMab, cohort("cells"));
  expect(row?.pools.bsab).toMatchObject({
    ...{ k: 1, events: 40, n: 80, missingProducts: [], notPooled: [] },
  });
});

// Tests an outcome over all patients who were to be treated.

const collected = { population: "leukapheresed" } as const;
const drawn = { population: "randomised" } as const;

const enrolledOf = (
  cohorts: readonly ComputeCohort[],
  of = orr,
  query: Partial<Query> = {},
  regimen: "monotherapy" | "combination" | null = "monotherapy",
) => poolByIntentionToTreat(cohorts, of, infused, { ...widest, ...query }, bayesModel, regimen);

const reporting = (id: string, ...figures: ComputeFigure[]) => cohort(id, { figures });
const printed = figure("orr", 90, 113, { ...collected, cut: "enrolled" });
const wereInfused = figure("infused", 97, 113, collected);
/** A trial that prints its response over those infused and those with cells collected. */
const twoPopulations = reporting("both", figure("orr", 90, 97), printed, wereInfused);
const treated = reporting("treated", figure("orr", 60, 80), figure("infused", 80, 100, collected));
const arm = reporting("arm", figure("orr", 150, 200, drawn));
const surviving = cohort("arm", { landmarks: [landmark("pfs-12", 0.6, drawn)] });

describe("an outcome over all who were to be treated", () => {
  it("never multiplies a rate by the share that was infused", () => {
    const pool = enrolledOf([treated]);
    expect(pool).toMatchObject({ k: 0, events: null, n: null, estimate: null, interval: null });
    expect(pool?.studies).toEqual([]);
    expect(pool?.infused).toEqual([{ cohort: "treated", label: "TREATED", events: 80, n: 100 }]);
  });

  it.each([
    ["monotherapy", ["both"]],
    ["combination", ["combined"]],
    // A published set pools both kinds.
    [null, ["both", "combined"]],
  ] as const)("is of the same kind of regimen as the pool: %s", (regimen, cohorts) => {
    const figures = [figure("orr", 300, 400, drawn)];
    const all = [twoPopulations, cohort("combined", { regimen: "combination", figures })];
    const pool = enrolledOf(all, orr, {}, regimen);
    expect(pool?.studies.map((study) => study.cohort)).toEqual(cohorts);
  });

  const named = { cut: "some-2020" } as const;
  const planned = figure("infused", 80, 100, { ...collected, ...named });
  const mrd = figure("mrd-negative", 60, 80);

  it.each<[string, ComputeCohort, typeof orr?, Partial<Query>?]>([
    ["where none is known", arm],
    ["of others", reporting("mrd", mrd, ...treated.figures.slice(1)), outcome(mrd.outcome)],
    ["of survival", { ...surviving, figures: twoPopulations.figures }, pfs],
    ["of cuts of a set", reporting("set", figure("orr", 60, 80, named), planned), orr, named],
  ])("has no such counts %s", (_, reported, ...asked) => {
    const pool = enrolledOf([reported], ...asked);
    expect(pool).not.toBeNull();
    expect(pool?.collected).toBeNull();
  });
});

// Tests what is offered instead of a question after earlier therapy that few trials or none answer.

const some = "target=any&prior-bcma=selected";
const eu = "availability=eu";
const offered = (question: string) =>
  listAlternativesToAfterTherapy(queryOf(question, dataset), dataset);

it.each<[question: string, ...offers: string[]]>([
  // No other question is offered where there are trials, or where the question is not after such therapy.
  [""],
  ["lines=2"],
  ["prior-bcma=car-t"],
  [some],
  // After one or two lines, the same question is offered after more lines and without such therapy.
  ["lines=2&prior-bcma=car-t", "later prior-bcma=car-t", "without lines=2"],
  [`lines=1&${some}`, `later ${some}`, "without lines=1"],
  // No trial recruited mostly patients after this kind of therapy.
  [`prior-bcma=bispecific&${eu}`, `any-kind ${eu}&${some}`, `without ${eu}`],
  ["lines=2&prior-bcma=bispecific", `any-kind ${some}`, "without lines=2"],
  // Not every patient after GPRC5D therapy had therapy directed at BCMA.
  ["prior-bcma=gprc5d", "without "],
])("of %j", (question, ...offers) => {
  const instead = offered(question);
  expect(instead.map(({ change, query }) => `${change} ${query}`)).toEqual(offers);
  for (const { query } of instead) {
    const { included } = splitIncludedAndExcludedCohorts(queryOf(query, dataset), dataset);
    expect(included.length).toBeGreaterThan(0);
  }
});
