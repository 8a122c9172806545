/** What holds of the answer to any question. */
import { isDeepStrictEqual } from "node:util";
import { describe } from "vitest";
import type { Answer, Contrast } from "#core/answer/answer.ts";
import { checkNames } from "#core/answer/check-names.ts";
import { isAsked } from "#core/answer/checks.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import type { LabelNote } from "#core/evidence/label-notes.ts";
import { asked } from "../../../support/queries.ts";
import {
  answered,
  answerTo,
  forAnyPool,
  forAnyQuestion,
  inside,
  sum,
  total,
} from "./any-question.ts";

const cohorts = new Map(dataset.cohorts.map((one) => [one.id, one]));
const trialOf = (id: string) => cohorts.get(id)?.trial ?? id;
const regimenOf = (id: string) => cohorts.get(id)?.regimen;
const told = (product: string) => product.split("-or-");
const kindOf = (id: string) => dataset.outcomes.find((one) => one.id === id)?.kind;

const ofLabels: ReadonlySet<string> = new Set<LabelNote["code"]>([
  "labels-in-part",
  "no-label",
  "counted-without-label",
  "label-from-line",
  "left-out-for-label",
  "sold-elsewhere",
  "lines-unknown",
  "early-after-three",
  "after-kinds",
]);

/** Why a difference is or is not printed, read from the numbers of its row. */
function statusOf(
  { outcome, pools, timeDependent }: Answer["outcomes"][number],
  set: string,
): Contrast["status"] {
  const sides = groups.map((group) => pools[group]);
  if (kindOf(outcome) === "landmark" && set === "current") return "not-estimable";
  if (sides.some(({ k }) => k === 0)) return "not-estimable";
  if (sides.some(({ trials }) => trials < 2)) return "one-trial";
  const isOne = ({ products }: (typeof sides)[number]) =>
    products.length === 1 && told(products[0]?.product ?? "").length === 1;
  if (sides.some((side) => side.missing.length > 0 && isOne(side))) return "one-product";
  if (!timeDependent) return "ok";
  const months = sides.map(({ followUp }) => followUp?.months ?? null);
  const known = months.filter((one) => one !== null);
  if (known.length < 2) return "follow-up-unknown";
  return Math.max(...known) > 2 * Math.min(...known) ? "follow-ups-apart" : "ok";
}

describe("for any question, an answer", () => {
  const sound = (value: unknown): boolean => {
    if (typeof value === "number") return Number.isFinite(value);
    if (value === null || typeof value === "string" || typeof value === "boolean") return true;
    return typeof value === "object" && Object.values(value).every(sound);
  };
  forAnyQuestion("holds no number that is not finite, and nothing undefined", sound);

  const all = dataset.cohorts.map(({ id }) => id).sort();
  forAnyQuestion(
    "places every cohort once: included, or excluded by a parameter",
    ({ selection: { included, excluded } }) => {
      const placed = [...included, ...excluded].map((one) => one.cohort).sort();
      const reasons = excluded.every(({ parameter }) => parameter !== "");
      return reasons && JSON.stringify(placed) === JSON.stringify(all);
    },
  );

  forAnyQuestion(
    "counts the cohorts of each class as it lists them",
    ({ selection: { included, cohorts } }) =>
      groups.every(
        (group) =>
          cohorts[group] === included.filter(({ therapyClass }) => therapyClass === group).length,
      ),
  );

  forAnyQuestion(
    "places every selected cohort of a class in its pool or beside it",
    ({ outcomes, selection }) =>
      outcomes.every(({ pools, appliesTo }) =>
        appliesTo.every((group) => {
          const { studies, beside, notPooled } = pools[group];
          const placed = [...studies, ...(beside?.studies ?? []), ...notPooled].map(
            (one) => one.cohort,
          );
          return (
            placed.length === selection.cohorts[group] && new Set(placed).size === placed.length
          );
        }),
      ),
  );

  forAnyPool(
    "has both groups in every row, always with a number but for survival by trial, and explicit nulls",
    ({ k, trials, status, estimate, interval, n, events, tau, i2, followUp }) => {
      if (k === 0) {
        const numbers = [estimate, interval, n, events, tau, i2, followUp];
        return status === "no-cohorts" && trials === 0 && numbers.every((one) => one === null);
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

  forAnyQuestion(
    "has survival at a month by trial, but in a question that repeats a named set",
    ({ outcomes, query }) =>
      outcomes.every(({ outcome, pools }) =>
        groups.every(
          (group) =>
            pools[group].k === 0 ||
            (pools[group].status === "by-trial") ===
              (kindOf(outcome) === "landmark" && query.set === "current"),
        ),
      ),
  );

  forAnyPool(
    "has positive weights that add up to 100",
    ({ studies }) =>
      studies.length === 0 ||
      (studies.every(({ weight }) => weight > 0) &&
        Math.abs(sum(studies.map(({ weight }) => weight)) - 100) < 1e-3),
  );

  forAnyPool(
    "counts studies, trials, events and patients of a pool as it lists them",
    ({ k, trials, of, n, events, studies, notPooled }) => {
      const own = new Set(studies.map((one) => trialOf(one.cohort)));
      const known = new Set([...own, ...notPooled.map((one) => trialOf(one.cohort))]);
      return (
        k === studies.length &&
        trials === own.size &&
        of >= trials &&
        of <= known.size &&
        n === total(studies.map((one) => one.n)) &&
        events === total(studies.map((one) => one.events))
      );
    },
  );

  forAnyQuestion(
    "names the selected products that a number does not hold",
    ({ outcomes, selection: { included } }) =>
      outcomes.every(({ pools, appliesTo }) =>
        groups.every((group) => {
          const { missing, studies, regimen } = pools[group];
          const held = new Set(studies.flatMap(({ product }) => [product, ...told(product)]));
          const selected = included.filter(
            (one) =>
              one.group === group &&
              appliesTo.includes(group) &&
              (regimen === null || regimenOf(one.cohort) === regimen),
          );
          const expected = new Set(
            selected.flatMap(({ product }) => told(product).filter((one) => !held.has(one))),
          );
          return isDeepStrictEqual(new Set(missing), expected);
        }),
      ),
  );

  forAnyPool(
    "has an estimate within 0 and 1, inside its interval",
    ({ estimate, interval }) =>
      inside(estimate, interval) &&
      (estimate === null || inside(estimate, [0, 1])) &&
      (interval === null || (interval[0] >= 0 && interval[1] <= 1)),
  );

  forAnyQuestion(
    "has a prediction interval that holds the interval of the estimate",
    ({ outcomes, query }) =>
      outcomes.every(({ pools }) =>
        groups.every((group) => {
          const { k, status, interval, predictionInterval } = pools[group];
          if (interval === null || predictionInterval === null) {
            // One trial predicts nothing; other models use t(k − 2), which needs three cohorts.
            const least = query.model === "bayes" || status === "fallback" ? 2 : 3;
            return predictionInterval === null && (interval === null || k < least);
          }
          return inside(interval[0], predictionInterval) && inside(interval[1], predictionInterval);
        }),
      ),
  );

  forAnyPool(
    "has the count of a single cohort as its number, with the exact interval; so has a product",
    ({ k, studies, estimate, interval, products, tau, predictionInterval, status }) => {
      const [only] = studies;
      const isOwn =
        k !== 1 ||
        status === "by-trial" ||
        (estimate === only?.estimate &&
          isDeepStrictEqual(interval, only?.interval) &&
          tau === null &&
          predictionInterval === null);
      return (
        isOwn &&
        products.every((one) => {
          const own = studies.filter(({ product }) => product === one.product);
          return (
            own.length !== 1 ||
            (one.estimate === own[0]?.estimate && isDeepStrictEqual(one.interval, own[0]?.interval))
          );
        })
      );
    },
  );

  forAnyPool("has an own estimate inside its own interval for every study", ({ studies }) =>
    studies.every(
      (one) =>
        inside(one.estimate, one.interval) &&
        inside(one.interval[0], [0, 1]) &&
        inside(one.interval[1], [0, 1]) &&
        (one.events === null || Math.abs(one.estimate - one.events / (one.n ?? 0)) < 1e-6),
    ),
  );

  forAnyPool(
    "has products that share the cohorts and patients of the class among them",
    ({ k, n, products, studies }) =>
      sum(products.map((one) => one.k)) === k &&
      total(products.map((one) => one.n)) === n &&
      products.every(
        ({ product, n: own, estimate, interval }) =>
          inside(estimate, interval) &&
          own === total(studies.filter((one) => one.product === product).map((one) => one.n)),
      ) &&
      new Set(studies.map(({ product }) => product)).size === products.length,
  );

  forAnyQuestion(
    "has one difference in a row, of CAR-T against bispecifics, exactly where the rules allow it",
    ({ outcomes, query }) =>
      outcomes.every((row) => {
        const [one, ...others] = row.contrasts;
        const isNamed = others.length === 0 && one?.group === "car-t" && one.against === "bsab";
        if (!isNamed) return false;
        // Another model may have no answer for one class; numbers of two models are not compared.
        const isAllowed =
          one.status === statusOf(row, query.set) ||
          (query.model !== "bayes" && one.status === "not-estimable");
        return isAllowed && (one.status === "ok") === (one.differencePer100 !== null);
      }),
  );

  forAnyQuestion(
    "never pools patients treated alone with patients treated in combination",
    ({ outcomes, query }) =>
      outcomes.every(({ pools }) =>
        groups.every((group) => {
          const { regimen, studies, beside } = pools[group];
          if (query.set !== "current") return regimen === null && beside === null;
          return (
            studies.every((study) => study.regimen === regimen) &&
            (beside === null ||
              (beside.regimen !== regimen &&
                beside.studies.every((study) => study.regimen === beside.regimen)))
          );
        }),
      ),
  );

  forAnyQuestion(
    "has nested outcomes of a class from one kind of regimen, whichever outcomes are asked for",
    (answer) => {
      const regimens = (one: Answer) =>
        groups.map((group) => [...new Set(one.outcomes.map(({ pools }) => pools[group].regimen))]);
      const others = new URLSearchParams(answer.canonical);
      others.set("outcome", "efficacy,infection-3,pfs-12");
      const [own, all] = [answer, answered(others.toString())].map(regimens);
      return groups.every((_, index) => own?.[index]?.length === 1 && isDeepStrictEqual(own, all));
    },
    60,
  );

  type Row = Answer["outcomes"][number];

  type Claim = (one: Contrast, row: Row, answer: Answer) => boolean;

  const forAnyContrast = (title: string, claim: Claim) =>
    forAnyQuestion(title, (answer) =>
      answer.outcomes.every((row) =>
        row.contrasts.every((one) => one.status !== "ok" || claim(one, row, answer)),
      ),
    );

  const forAnyPosterior = (title: string, claim: Claim) =>
    forAnyContrast(
      title,
      (one, row, answer) => answer.query.model !== "bayes" || claim(one, row, answer),
    );

  forAnyContrast(
    "has either an odds ratio or a hazard ratio, inside its interval",
    (one) =>
      (one.oddsRatio === null) !== (one.hazardRatio === null) &&
      inside(one.oddsRatio, one.interval) &&
      inside(one.hazardRatio, one.hazardRatioInterval),
  );

  forAnyPosterior(
    "has a ratio, a difference and a probability that agree on which class is higher",
    ({ oddsRatio, hazardRatio, differencePer100, probabilityHigher }) => {
      if (differencePer100 === null || probabilityHigher === null) return false;
      // A hazard ratio counts events, the other numbers survival: below 1 means a higher rate.
      const higher = hazardRatio === null ? (oddsRatio ?? Number.NaN) > 1 : hazardRatio < 1;
      const undecided = Math.abs(probabilityHigher - 0.5) < 1e-4;
      return undecided || (differencePer100 > 0 === higher && probabilityHigher > 0.5 === higher);
    },
  );

  // It is fitted: of skewed posteriors the median difference is not the difference of two medians.
  forAnyContrast(
    "has a difference inside its interval, near that of the two estimates",
    ({ differencePer100, differenceInterval }, { pools: { "car-t": carT, bsab } }, { query }) => {
      if (carT.estimate === null || bsab.estimate === null) return false;
      if (differencePer100 === null || !differenceInterval) return false;
      const subtracted = 100 * (carT.estimate - bsab.estimate);
      const near =
        query.model === "bayes" ? (differenceInterval[1] - differenceInterval[0]) / 4 : 1e-3;
      return (
        inside(differencePer100, differenceInterval) &&
        Math.abs(differencePer100 - subtracted) < near
      );
    },
  );

  forAnyContrast(
    "has a probability within 0 and 1, by the default model only",
    (one, _row, { query }) =>
      query.model === "bayes"
        ? one.probabilityHigher !== null && inside(one.probabilityHigher, [0, 1])
        : one.probabilityHigher === null,
  );

  forAnyQuestion(
    "has checks exactly of a counted difference whose interval excludes 0, in their order",
    ({ outcomes }) =>
      outcomes.every(({ outcome, contrasts }) =>
        contrasts.every(({ checks, differenceInterval, firm }) => {
          const [lower, upper] = differenceInterval ?? [0, 0];
          const isFound = kindOf(outcome) === "count" && (lower > 0 || upper < 0);
          const names = checks?.map(({ check }) => check) ?? [];
          const inOrder = checkNames.filter((name) => names.includes(name));
          return (
            (checks !== null) === isFound &&
            isDeepStrictEqual(names, inOrder) &&
            (checks === null || names.length >= checkNames.length - 1) &&
            (!firm || (checks?.filter(isAsked).length ?? 0) >= 4)
          );
        }),
      ),
  );

  forAnyQuestion(
    "has of every check a difference on the side that it says, or none where it is not asked",
    ({ outcomes }) =>
      outcomes.every(({ contrasts }) =>
        contrasts.every(({ checks, differenceInterval: own }) =>
          (checks ?? []).every((one) => {
            const { differencePer100, differenceInterval, oddsRatio } = one;
            if (!isAsked(one)) {
              return [differencePer100, differenceInterval, oddsRatio].every((x) => x === null);
            }
            const side = (own?.[0] ?? 0) > 0 ? 1 : -1;
            const holds = differenceInterval?.every((end) => side * end > 0) ?? false;
            return (
              inside(differencePer100, differenceInterval) && holds === (one.status === "holds")
            );
          }),
        ),
      ),
  );

  forAnyQuestion(
    "says every note of the answer once, and without a figure only what labels say",
    (answer) => {
      const { notes, outcomes } = answer;
      const texts = notes.map((note) => JSON.stringify(note));
      const isEmpty = outcomes.every(({ pools }) => groups.every((group) => pools[group].k === 0));
      return (
        new Set(texts).size === texts.length &&
        (!isEmpty || notes.every(({ code }) => ofLabels.has(code))) &&
        outcomes.every(
          (row) => row.notes.length === 0 || groups.some((group) => row.pools[group].k > 0),
        )
      );
    },
  );

  forAnyQuestion(
    "offers wider questions only where a class is empty",
    ({ selection: { cohorts, wider } }) =>
      groups.some((group) => cohorts[group] === 0) || wider.length === 0,
  );

  forAnyPool("keeps the number that a cohort reports and no pool can take", ({ notPooled }) =>
    notPooled.every(({ reason, events, n, percentPrinted, followUpMonths }) => {
      const numbers = [events, n, percentPrinted, followUpMonths];
      return (
        (reason.code !== "not-reported" || numbers.every((one) => one === null)) &&
        (percentPrinted === null || inside(percentPrinted, [0, 100])) &&
        (events === null || n === null || events <= n)
      );
    }),
  );

  forAnyQuestion(
    "says how every filter is set back, with the outcomes that were asked for",
    ({ selection, query }) => {
      const back = asked(selection.reset, dataset);
      const { outcome, ...filters } = back;
      const { outcome: _, ...byDefault } = asked("", dataset);
      return (
        JSON.stringify(outcome) === JSON.stringify(query.outcome) &&
        JSON.stringify(filters) === JSON.stringify(byDefault)
      );
    },
  );

  forAnyQuestion(
    "is the same, to the byte, when its canonical text is asked",
    (answer) => JSON.stringify(answerTo(answer.canonical)) === JSON.stringify(answer),
    40,
  );
});
