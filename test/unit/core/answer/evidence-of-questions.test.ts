/** Tests what must hold for every class of every row: no figure twice or without its source, no product lost. */

import fc from "fast-check";
import { expect, it } from "vitest";
import type { Answer, Pool, Row } from "#core/answer/answer.ts";
import { answerQuestion } from "#core/answer/compare.ts";
import {
  completeAnswer,
  makeCitationsAdder,
  makeMediansAndMonthsAdder,
  makePartsOfUncountedHarmAdder,
} from "#core/answer/complete.ts";
import { type Evidence, listEvidenceByProduct, listPoolEvidence } from "#core/answer/evidence.ts";
import { cachedModels as models } from "#core/cache/cached-models.ts";
import { dataset } from "#core/dataset.ts";
import { medians } from "#data/generated/medians.ts";
import { provenance } from "#data/generated/provenance.ts";
import { linkToRecordElsePage } from "#data/source-address.ts";
import { makeLandmarkId, parseSurvivalFamily } from "#data/survival.ts";
import { answerInFull, sources } from "#server/answers/compute/full-answer.ts";
import { questions } from "../../../approved/questions.ts";
import { forAny } from "../../../support/for-any.ts";
import { queryOf } from "../../../support/queries.ts";
import { sampled } from "../../../support/sample.ts";
import { cohortNamed, entryWith, evidence } from "../../data/files.ts";

interface InQuestion {
  /** Names the question, the outcome and the group in messages. */
  readonly at: string;
  readonly answer: Answer<string>;
  readonly group: string;
  readonly row: Row<string>;
  readonly pool: Pool;
}

const files = evidence();

const everyTrial = "availability=any&lines=any&evidence=all&target=any&prior-bcma=any&regimen=any";

const texts = [
  ...Object.values(questions),
  ...["lines=any&outcome=survival", "evidence=all", "outcome=toxicity&lines=any&regimen=any"],
  `${everyTrial}&outcome=efficacy,survival,toxicity`,
  `${everyTrial}&outcome=icans,icans-3&definition=broad`,
  ...dataset.sets.map(({ id }) => `set=${id}`),
];

function poolsOf(answer: Answer<string>, question: string): InQuestion[] {
  return answer.outcomes.flatMap((row) =>
    Object.entries(row.pools).map(([group, pool]) => ({
      ...{ at: `${question}: ${row.outcome}, ${group}`, answer, group, row, pool },
    })),
  );
}

const pools = texts.flatMap((question) =>
  poolsOf(answerInFull(queryOf(question, dataset)).comparison, question),
);

/**
 * Returns a key for a reported figure: a cohort has one figure for each outcome and cut, whichever kind of evidence it
 * is.
 */
function keyOf(entry: Evidence, outcome: string): string {
  const of = "outcome" in entry ? (entry.outcome ?? outcome) : entry.as;
  return [entry.cohort, of, entry.cut].join(" ");
}

it("there are pools with every kind of evidence", () => {
  const kinds = new Set(pools.flatMap(({ pool }) => listPoolEvidence(pool).map(({ as }) => as)));
  expect([...kinds].sort()).toEqual([
    ...["bound", "broader", "by-trial", "counted", "label-pool", "median", "narrower"],
    ...["other-regimen", "percentage", "small-trial"],
  ]);
});

it("every figure that a pool holds is in the list once, and nothing else", () => {
  for (const { at, pool, row } of pools) {
    const { studies, smallTrials = [], broader, narrower = [], otherRegimen, notPooled } = pool;
    const { months = [], notReached = [] } = pool;
    const figures = [
      ...[...studies, ...smallTrials, ...broader, ...(otherRegimen?.studies ?? [])],
      ...narrower.flatMap((part) => part.studies),
      ...(pool.labelPools ?? []),
    ].map(({ cohort, printed, cut }) => [cohort, printed, cut]);
    const expectedKeys = [
      ...figures,
      ...months.map(({ kind, cohort, cut }) => [
        ...[cohort, kind === "printed" ? row.outcome : "bound", cut],
      ]),
      ...notPooled.flatMap(({ reason, percentPrinted, percentage, cohort }) =>
        reason.code === "no-count" && percentPrinted !== null
          ? [[cohort, percentage?.outcome, percentage?.cut]]
          : [],
      ),
      ...[...pool.medians, ...notReached].map(({ cohort, cut }) => [cohort, "median", cut]),
    ].map((key) => key.join(" "));
    const listed = listPoolEvidence(pool).map((entry) => keyOf(entry, row.outcome));
    expect(listed.toSorted(), at).toEqual([...new Set(expectedKeys)].sort());
  }
});

it("no count that was worked out from a percentage is told as reported", () => {
  const figuresOf = (id: string) =>
    dataset.cohorts.find((cohort) => cohort.id === id)?.figures ?? [];
  const percentages = pools.flatMap(({ pool, row }) =>
    pool.notPooled
      .filter(({ reason }) => reason.code === "no-count")
      .map(({ cohort, events, percentPrinted }) => {
        const figures = figuresOf(cohort).filter(({ outcome }) => outcome === row.outcome);
        const isInferred = figures.every(({ hold }) => hold === "inferred");
        return { events, percentPrinted, isInferred };
      }),
  );
  const inferred = percentages.filter(
    ({ isInferred, percentPrinted }) => isInferred && percentPrinted,
  );
  expect(inferred.length).toBeGreaterThan(0);
  expect(inferred.filter(({ events }) => events !== null)).toEqual([]);
});

/** Returns the places where the files report a figure, with the number that stands there. */
function reportsOf(entry: Evidence, outcome: string) {
  const { figures, landmarks, medians } = cohortNamed(entry.cohort, files);
  const { cut } = entry;
  const family = parseSurvivalFamily(outcome);
  if (entry.as === "median" || (entry.as === "bound" && entry.month === null)) {
    return medians
      .filter((median) => median.family === family && median.cut === cut)
      .map(({ months, ...place }) => ({ ...place, value: months }));
  }
  const printed = "outcome" in entry ? entry.outcome : `${family}-${entry.month}`;
  const of = printed ?? outcome;
  return [
    ...landmarks
      .filter((landmark) => makeLandmarkId(landmark) === of && landmark.cut === cut)
      .map(({ survival, ...place }) => ({ ...place, value: survival })),
    ...figures
      .filter((figure) => figure.outcome === of && figure.cut === cut)
      .map(({ events, percentPrinted, ...place }) => ({
        ...place,
        value: isPercentage(entry) ? percentPrinted : events,
      })),
  ];
}

function isPercentage(entry: Evidence): boolean {
  return entry.as === "percentage" || (entry.as === "label-pool" && entry.events === null);
}

function numberIn(entry: Evidence): number | null {
  if (entry.as === "median") return entry.months;
  if (entry.as === "percentage") return entry.percent;
  // An answer has six significant digits.
  if (entry.as === "label-pool" && entry.events === null)
    return Number((100 * entry.estimate).toPrecision(6));
  if (entry.as === "bound") return entry.at;
  return entry.events ?? entry.estimate;
}

it("every entry cites the source and the place in which its number stands", () => {
  for (const { at, row, pool } of pools) {
    for (const entry of listPoolEvidence(pool)) {
      const of = `${at}: ${entry.as} ${entry.cohort} ${entry.cut}`;
      const reports = reportsOf(entry, row.outcome);
      const isHalf = entry.as === "bound" && entry.month === null;
      // A count of all with cells collected may follow from two figures.
      const isDerived = pool.studies.some(
        (study) => study.countFrom === "infused" && study.cohort === entry.cohort,
      );
      const isOf = (value: number | null) => isHalf || isDerived || value === numberIn(entry);
      const cited = reports
        .filter(({ value }) => isOf(value))
        .map(({ source, locator }) => ({ ...citedIn(entry.cohort, source), locator }));
      const { publication, ...citation } = entryWith(entry.citation ?? undefined, of);
      expect(cited, of).toContainEqual(citation);
    }
  }
});

function citedIn(cohort: string, index: number) {
  const { tier, ...source } = entryWith(provenance[cohort]?.sources[index], `${cohort} ${index}`);
  return { text: source.citation, href: linkToRecordElsePage(source), tier };
}

it("every product of which something is known has a stand-in, if not of the other regimen alone", () => {
  for (const { at, pool } of pools) {
    const evidence = listPoolEvidence(pool);
    const all = listEvidenceByProduct(pool);
    const products = all.map(({ product }) => product);
    expect(products, at).toEqual([...new Set(evidence.map(({ product }) => product))]);
    for (const { product, evidence: standingIn, hidden } of all) {
      const of = `${at}: ${product}`;
      const ofProduct = evidence.filter((entry) => entry.product === product);
      expect(new Set([...standingIn, ...hidden]), of).toEqual(new Set(ofProduct));
      expect(standingIn.length + hidden.length, of).toBe(ofProduct.length);
      if (standingIn.length === 0) {
        expect(new Set(ofProduct.map(({ regimen }) => regimen)), of).not.toContain(pool.regimen);
      }
    }
  }
});

it("no bound stands in where a count exists for the product, or the month for the trial", () => {
  for (const { at, pool } of pools) {
    for (const { product, evidence: standingIn, hidden } of listEvidenceByProduct(pool)) {
      const ofProduct = [...standingIn, ...hidden];
      const bounds = standingIn.filter(({ as }) => as === "bound" || as === "narrower");
      const cohorts = new Set(bounds.map(({ cohort }) => cohort));
      const ofMonth = standingIn.filter(
        ({ as, cohort }) => as === "by-trial" && cohorts.has(cohort),
      );
      // An older cut that reported the month was overtaken by what a newer one says of it.
      const better = [...ofProduct.filter(isCounted), ...ofMonth];
      if (bounds.length > 0) expect(better, `${at}: ${product}`).toEqual([]);
    }
  }
});

function isCounted(entry: Evidence): boolean {
  const isOwn = entry.as === "counted" || entry.as === "small-trial" || entry.as === "by-trial";
  return isOwn && entry.events !== null;
}

it("the order of files changes nothing", () =>
  forAny(
    [
      fc.constantFrom(...sampled(texts, 12)),
      fc.shuffledSubarray([...dataset.cohorts], { minLength: dataset.cohorts.length }),
    ],
    8,
    (question, cohorts) => {
      const listOf = (data: typeof dataset) => {
        const additions = [
          makeMediansAndMonthsAdder(data, medians, sources),
          makePartsOfUncountedHarmAdder(data),
          makeCitationsAdder(sources),
        ];
        const answer = answerQuestion(queryOf(question, data), data, models);
        return poolsOf(completeAnswer(answer, additions), question).map(({ at, pool, row }) => [
          at,
          ...listEvidenceByProduct(pool).map(({ product, evidence: shown, hidden }) => [
            product,
            ...[shown, hidden].map((list) => list.map((entry) => keyOf(entry, row.outcome))),
          ]),
        ]);
      };
      expect(listOf({ ...dataset, cohorts })).toEqual(listOf(dataset));
    },
  ));
