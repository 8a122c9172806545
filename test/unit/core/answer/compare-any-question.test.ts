/** Tests what holds for the answer to any question. */
import { isDeepStrictEqual } from "node:util";
import { describe } from "vitest";
import type { Answer, Contrast } from "#core/answer/answer.ts";
import {
  excludeCohortsFromQuestion,
  selectCohortsKeepingRegimens,
} from "#core/answer/changed-question.ts";
import { analysisNames } from "#core/answer/difference-codes.ts";
import { dataset } from "#core/dataset.ts";
import { groupCohortsByClass } from "#core/evidence/grouping.ts";
import type { LabelNote } from "#core/evidence/label-notes.ts";
import { listCohortsKeptByQuery } from "#core/evidence/select.ts";
import { clopperPearson } from "#core/statistics/interval.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { notFinite } from "../not-finite.ts";
import {
  answered,
  forAnyPool,
  forAnyQuestion,
  forAnyRow,
  inside,
  sum,
  total,
} from "./any-question.ts";

const cohorts = new Map(dataset.cohorts.map((cohort) => [cohort.id, cohort]));
const trialOf = (id: string) => cohorts.get(id)?.trial ?? id;
/** Returns the distinct trials of studies: a pooling of trials, as a label or a paper prints it, counts as those it holds. */
const trialsOf = (studies: readonly { readonly cohort: string }[]) =>
  new Set(
    studies.flatMap(({ cohort }) => {
      const pooled = cohorts.get(cohort)?.pooledTrials ?? [];
      return pooled.length > 0 ? pooled : [trialOf(cohort)];
    }),
  );
const regimenOf = (id: string) => cohorts.get(id)?.regimen;
const productsIn = (product: string) => product.split("-or-");
const targetsOf = (id: string) => dataset.outcomes.find((outcome) => outcome.id === id)?.targets;
/**
 * Returns whether a cohort may count for an outcome: for a harm that follows from a target only if the cohort's product
 * is directed at that target.
 */
const isDirected = (cohort: string, outcome: string) =>
  targetsOf(outcome)?.some((target) => cohorts.get(cohort)?.targets.includes(target)) ?? true;
const isLabelOf = (id: string, chosen: readonly string[]) =>
  !chosen.includes(id) && (cohorts.get(id)?.parts.some((part) => chosen.includes(part)) ?? false);
const kindOf = (id: string) => dataset.outcomes.find((outcome) => outcome.id === id)?.kind;

const ofLabels: ReadonlySet<string> = new Set<LabelNote["code"]>([
  "labels-in-part",
  "labelled-without-trial",
  "no-label",
  "counted-without-label",
  "label-condition",
  "label-from-line",
  "left-out-for-label",
  "sold-elsewhere",
  "lines-unknown",
  "early-after-three",
  "after-kinds",
]);

describe("for any question, an answer", () => {
  forAnyQuestion("holds no number that is not finite", (answer) => notFinite(answer).length === 0);

  const all = dataset.cohorts.map(({ id }) => id).sort();
  forAnyQuestion(
    "places every cohort once, included or excluded by a parameter, and counts the included",
    ({ selection: { included, excluded, cohorts } }) =>
      isDeepStrictEqual([...included, ...excluded].map((cohort) => cohort.cohort).sort(), all) &&
      excluded.every(({ parameter }) => parameter !== "") &&
      therapyClasses.every(
        (group) =>
          cohorts[group] === included.filter((cohort) => cohort.therapyClass === group).length,
      ),
  );

  forAnyQuestion(
    "without a trial that a pooling holds, selects neither, as the question that excludes it does",
    ({ query }) => {
      const selected = groupCohortsByClass(listCohortsKeptByQuery(query, dataset)).groups;
      const groups = selected.map((group) => ({ ...group, regimen: null }));
      const parts = dataset.cohorts.flatMap((pooling) => pooling.parts.map(trialOf));
      return [...new Set(parts)].every((trial) => {
        const question = { query, groups };
        const changed = excludeCohortsFromQuestion(question, dataset, (of) => of.trial === trial);
        const anew = selectCohortsKeepingRegimens(changed.query, groups, dataset);
        return isDeepStrictEqual(changed.groups, anew);
      });
    },
  );

  forAnyQuestion(
    "says every note of the answer once, and without a figure only what labels say",
    ({ notes, outcomes }) => {
      const texts = notes.map((note) => JSON.stringify(note));
      const hasFigure = ({ pools }: Answer["outcomes"][number]) =>
        therapyClasses.some((group) => pools[group].k > 0);
      return (
        new Set(texts).size === texts.length &&
        (outcomes.some(hasFigure) || notes.every(({ code }) => ofLabels.has(code))) &&
        outcomes.every((row) => row.notes.length === 0 || hasFigure(row))
      );
    },
  );

  forAnyQuestion(
    "has nested outcomes of a class from one kind of regimen, whichever outcomes are asked for",
    (answer) => {
      const regimens = (answerOf: Answer) =>
        therapyClasses.map((group) => [
          ...new Set(answerOf.outcomes.map(({ pools }) => pools[group].regimen)),
        ]);
      const otherOutcomes = new URLSearchParams(answer.canonical);
      otherOutcomes.set("outcome", "efficacy,infection-3,pfs-12");
      const [asAsked, all] = [answer, answered(otherOutcomes.toString())].map(regimens);
      return therapyClasses.every(
        (_, index) => asAsked?.[index]?.length === 1 && isDeepStrictEqual(asAsked, all),
      );
    },
    60,
  );
});

describe("for any question, a pool", () => {
  forAnyPool(
    "places every selected cohort of its class in it or beside it",
    (pool, group, { appliesTo, outcome }, { selection }) => {
      const { studies, otherRegimen, notPooled, notReported } = pool;
      const reporting = [...studies, ...(otherRegimen?.studies ?? []), ...notPooled];
      const placed = [...reporting.map(({ cohort }) => cohort), ...notReported];
      const chosen = selection.included
        .filter((cohort) => cohort.group === group && isDirected(cohort.cohort, outcome))
        .map(({ cohort }) => cohort);
      // A label that pools trials with others stands in where no trial has a count of a harm of a target.
      const all = placed.filter((id) => targetsOf(outcome) === undefined || !isLabelOf(id, chosen));
      const isEvery = all.length === chosen.length && new Set(all).size === all.length;
      return isEvery || !appliesTo.includes(group);
    },
  );

  forAnyPool(
    "has always a number but for survival by trial, and explicit nulls",
    ({ k, status, estimate, interval, n, events, tau, i2, followUp }) => {
      if (k === 0) {
        const numbers = [estimate, interval, n, events, tau, i2, followUp];
        return status === "no-cohorts" && numbers.every((number) => number === null);
      }
      const byTrial = status === "by-trial";
      return (
        status !== "no-cohorts" &&
        (estimate === null) === byTrial &&
        (interval === null) === byTrial &&
        (!byTrial || (tau === null && i2 === null))
      );
    },
  );

  forAnyPool(
    "has survival at a month and one drug of two trials by trial, but in a question that repeats a named set",
    ({ k, status, studies }, _, { outcome }, { query }) => {
      const isTwoTrialDrug = k === 2 && new Set(studies.map(({ product }) => product)).size === 1;
      const isByTrial = kindOf(outcome) === "landmark" || isTwoTrialDrug;
      return k === 0 || (status === "by-trial") === (isByTrial && query.set === "current");
    },
  );

  forAnyPool(
    "has positive weights that add up to 100",
    ({ studies }) =>
      studies.length === 0 ||
      (studies.every(({ weight }) => weight > 0) &&
        Math.abs(sum(studies.map(({ weight }) => weight)) - 100) < 1e-3),
  );

  forAnyPool(
    "counts trials (a published set: cohorts), events and patients as it lists them",
    (
      { k, selectedTrials, n, events, studies, notPooled, notReported },
      _group,
      _row,
      { query },
    ) => {
      const isCurrent = query.set === "current";
      const countOf = (listed: readonly { cohort: string }[]) =>
        isCurrent ? trialsOf(listed).size : listed.length;
      const beside = [...notPooled, ...notReported.map((cohort) => ({ cohort }))];
      return (
        k === countOf(studies) &&
        selectedTrials >= k &&
        selectedTrials <= k + countOf(beside) &&
        n === total(studies.map((study) => study.n)) &&
        events === total(studies.map((study) => study.events))
      );
    },
  );

  forAnyPool(
    "names the selected products that its number does not hold",
    ({ missingProducts, studies, regimen }, group, { appliesTo, outcome }, { selection }) => {
      const heldProducts = new Set(
        studies.flatMap(({ product }) => [product, ...productsIn(product)]),
      );
      const selected = selection.included.filter(
        (cohort) =>
          cohort.group === group &&
          appliesTo.includes(group) &&
          isDirected(cohort.cohort, outcome) &&
          (regimen === null || regimenOf(cohort.cohort) === regimen),
      );
      const expected = selected.flatMap(({ product }) =>
        productsIn(product).filter((part) => !heldProducts.has(part)),
      );
      return isDeepStrictEqual(new Set(missingProducts), new Set(expected));
    },
  );

  forAnyPool(
    "has an estimate within 0 and 1, inside its interval",
    ({ estimate, interval }) =>
      inside(estimate, interval) && (interval === null || (interval[0] >= 0 && interval[1] <= 1)),
  );

  forAnyPool(
    "has the counts of a single trial as its number, with the exact interval; so has a product",
    (pool) => {
      const { studies, products, tau, predictionInterval } = pool;
      const isOwn = (own: (typeof products)[number] | typeof pool) => {
        const { k, events, n, estimate, interval } = own;
        if (k !== 1 || events === null || n === null) return true;
        const exact = clopperPearson(events, n);
        return (
          Math.abs((estimate ?? 2) - events / n) < 1e-5 &&
          exact.every((end, index) => Math.abs((interval?.[index] ?? 2) - end) < 1e-5)
        );
      };
      const isOfStudy = (productPool: (typeof products)[number]) => {
        const [studyOfProduct, another] = studies.filter(
          ({ product }) => product === productPool.product,
        );
        return (
          another !== undefined || isDeepStrictEqual(productPool.interval, studyOfProduct?.interval)
        );
      };
      return (
        isOwn(pool) &&
        (pool.k !== 1 || (tau === null && predictionInterval === null)) &&
        products.every((productPool) => isOwn(productPool) && isOfStudy(productPool))
      );
    },
  );

  forAnyPool("has an own estimate inside its own interval for every study", ({ studies }) =>
    studies.every(
      ({ estimate, interval, events, n }) =>
        inside(estimate, interval) &&
        interval.every((end) => inside(end, [0, 1])) &&
        (events === null || Math.abs(estimate - events / (n ?? 0)) < 1e-6),
    ),
  );

  forAnyPool(
    "has products that share its cohorts and patients among them",
    ({ products, studies }) =>
      products.every(({ product, k, n, estimate, interval }) => {
        const studiesOfProduct = studies.filter((study) => study.product === product);
        // A product of one large trial has the number of this trial alone.
        const isWhole =
          k <= Math.max(studiesOfProduct.length, trialsOf(studiesOfProduct).size) &&
          n === total(studiesOfProduct.map((study) => study.n));
        const isOne =
          k === 1 && studiesOfProduct.some((study) => study.n !== null && study.n >= 30);
        return inside(estimate, interval) && (isWhole || isOne);
      }) && new Set(studies.map(({ product }) => product)).size === products.length,
  );

  forAnyPool(
    "is one large trial where it has small ones beside it",
    ({ k, studies, smallTrials = [] }, _group, _row, { query }) =>
      smallTrials.length === 0 ||
      (query.set === "current" &&
        k === 1 &&
        sum(studies.map((study) => study.n ?? 0)) >= 30 &&
        smallTrials.every(({ n }) => n !== null && n < 30)),
  );

  forAnyPool(
    "never holds patients treated alone with patients treated in combination",
    ({ regimen, studies, otherRegimen }, _group, _row, { query }) =>
      query.set === "current"
        ? studies.every((study) => study.regimen === regimen) &&
          (otherRegimen === null ||
            (otherRegimen.regimen !== regimen &&
              otherRegimen.studies.every((study) => study.regimen === otherRegimen.regimen)))
        : regimen === null && otherRegimen === null,
  );

  forAnyPool("keeps the number that a cohort reports and no pool can take", ({ notPooled }) =>
    notPooled.every(
      ({ events, n, percentPrinted }) =>
        (percentPrinted === null || inside(percentPrinted, [0, 100])) &&
        (events === null || n === null || events <= n),
    ),
  );
});

type Row = Answer["outcomes"][number];
type Claim = (contrast: Contrast, row: Row, answer: Answer) => boolean;

const forAnyContrast = (title: string, claim: Claim) =>
  forAnyRow(title, (row, answer) =>
    row.contrasts.every((contrast) => contrast.status !== "ok" || claim(contrast, row, answer)),
  );

describe("for any question, a difference", () => {
  forAnyRow(
    "is one in a row, of CAR-T against bispecifics, and has a number exactly if it is printed",
    ({ contrasts: [contrast, ...furtherContrasts] }) =>
      furtherContrasts.length === 0 &&
      contrast?.group === "car-t" &&
      contrast.against === "bsab" &&
      (contrast.status === "ok") === (contrast.differencePer100 !== null),
  );

  forAnyContrast(
    "has either an odds ratio or a hazard ratio, inside its interval",
    (contrast) =>
      (contrast.oddsRatio === null) !== (contrast.hazardRatio === null) &&
      inside(contrast.oddsRatio, contrast.interval) &&
      inside(contrast.hazardRatio, contrast.hazardRatioInterval),
  );

  forAnyContrast(
    "has by the default model only a probability, and a ratio and a difference that agree with it",
    ({ oddsRatio, hazardRatio, differencePer100, probabilityHigher }, _, { query }) => {
      if (query.model !== "bayes") return probabilityHigher === null;
      if (differencePer100 === null || probabilityHigher === null) return false;
      // A hazard ratio counts events, the other numbers survival: below 1 means a higher rate.
      const higher = hazardRatio === null ? (oddsRatio ?? Number.NaN) > 1 : hazardRatio < 1;
      const undecided = Math.abs(probabilityHigher - 0.5) < 1e-4;
      const agree = differencePer100 > 0 === higher && probabilityHigher > 0.5 === higher;
      return inside(probabilityHigher, [0, 1]) && (undecided || agree);
    },
  );

  // The difference is fitted: for skewed posteriors the median difference is not the difference of two medians.
  forAnyContrast(
    "lies inside its interval, near that of the two estimates",
    ({ differencePer100: difference, differenceInterval }, { pools }, answer) => {
      const { "car-t": carT, bsab } = pools;
      if (carT.estimate === null || bsab.estimate === null) return false;
      if (difference === null || !differenceInterval) return false;
      const [lower, upper] = differenceInterval;
      const near = answer.query.model === "bayes" ? (upper - lower) / 4 : 1e-3;
      const subtracted = 100 * (carT.estimate - bsab.estimate);
      return inside(difference, differenceInterval) && Math.abs(difference - subtracted) < near;
    },
  );

  forAnyRow(
    "has analyses exactly if it is counted and has an interval, in their order; few where 0 lies within",
    ({ outcome, contrasts }) =>
      contrasts.every(({ analyses, differenceInterval }) => {
        const isFound = kindOf(outcome) === "count" && differenceInterval !== null;
        const [lower, upper] = differenceInterval ?? [0, 0];
        const names = analyses?.map(({ analysis }) => analysis) ?? [];
        const least = lower > 0 || upper < 0 ? analysisNames.length - 1 : 1;
        return (
          (analyses !== null) === isFound &&
          isDeepStrictEqual(
            names,
            analysisNames.filter((name) => names.includes(name)),
          ) &&
          (analyses === null || names.length >= least)
        );
      }),
  );

  forAnyRow(
    "is changed by an analysis if it says so, and has no number if that cannot be made",
    ({ contrasts }) =>
      contrasts.every(({ analyses, differenceInterval: interval }) =>
        (analyses ?? []).every((analysis) => {
          const { status, differencePer100, differenceInterval, changing, obstacle } = analysis;
          const isMade = status === "made" || status === "scenario";
          if ((status === "cannot-be-made") !== (obstacle !== null)) return false;
          if (!isMade) return differencePer100 === null && differenceInterval === null;
          // Where the interval of the difference and the odds ratio disagree, the difference stands without one.
          if (!differenceInterval || !interval) return differencePer100 !== null;
          const sideOf = ([lower, upper]: readonly [number, number]) =>
            Number(lower > 0) - Number(upper < 0);
          const isChanged = sideOf(differenceInterval) !== sideOf(interval);
          return inside(differencePer100, differenceInterval) && isChanged === (changing ?? 0) > 0;
        }),
      ),
  );
});
