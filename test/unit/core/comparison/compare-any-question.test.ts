/** What holds of the answer to any question. */
import { isDeepStrictEqual } from "node:util";
import { describe } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import type { CodedComparison } from "#core/comparison/coded-answer.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
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

describe("for any question, an answer", () => {
  const sound = (value: unknown): boolean => {
    if (typeof value === "number") return Number.isFinite(value);
    if (value === null || typeof value === "string" || typeof value === "boolean") return true;
    return typeof value === "object" && Object.values(value).every(sound);
  };
  forAnyQuestion("holds no number that is not finite, and nothing undefined", sound);

  forAnyQuestion("says the same after a journey through JSON", (answer) => {
    const text = JSON.stringify(answer);
    return JSON.stringify(JSON.parse(text)) === text;
  });

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
    "has both groups in every row, with explicit nulls where there is no cohort",
    ({ k, status, estimate, interval, n, events, crude, marginal, tau, i2, followUp }) =>
      k > 0
        ? (estimate === null) === (status === "not-represented") &&
          (interval === null) === (status === "not-represented") &&
          status !== "no-cohorts"
        : status === "no-cohorts" &&
          [estimate, interval, n, events, crude, marginal, tau, i2, followUp].every(
            (one) => one === null,
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
    "counts studies, events and patients of a pool as it lists them",
    ({ status, k, n, events, studies, products }) =>
      k === studies.length &&
      n === total(studies.map((one) => one.n)) &&
      // A class that is not represented has no number; the counts of its products have all events.
      (status === "not-represented"
        ? events === null &&
          products.every(
            ({ product, counted }) =>
              counted === null ||
              counted.events ===
                total(studies.flatMap((one) => (one.product === product ? one.events : []))),
          )
        : events === total(studies.map((one) => one.events))),
  );

  forAnyPool(
    "has a crude rate of all events over all patients, for counts only",
    ({ events, n, crude }) =>
      events === null || n === null ? crude === null : Math.abs((crude ?? -1) - events / n) < 1e-6,
  );

  forAnyPool(
    "has estimate and average within 0 and 1, the estimate inside its interval",
    ({ estimate, interval, marginal }) =>
      inside(estimate, interval) &&
      (estimate === null || inside(estimate, [0, 1])) &&
      (marginal === null || inside(marginal, [0, 1])) &&
      (interval === null || (interval[0] >= 0 && interval[1] <= 1)),
  );

  forAnyPool(
    "has a prediction interval that holds the interval of the estimate",
    ({ interval, predictionInterval, marginal }) =>
      interval === null || predictionInterval === null
        ? // The default model has both or none; others use t(k − 2), which needs three cohorts.
          interval === predictionInterval || marginal === null
        : inside(interval[0], predictionInterval) && inside(interval[1], predictionInterval),
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
    "contrasts CAR-T with bispecifics exactly where both have a pool that stands for the class",
    ({ outcomes, query }) =>
      outcomes.every(({ pools, contrasts: [one, ...others] }) => {
        // Another model may have no answer for one class; numbers of two models are not subtracted.
        if (query.model !== "bayes") return true;
        const both = groups.every((group) => pools[group].k > 0);
        const apart = groups.some((group) => pools[group].representative === false);
        const status = both ? (apart ? "not-representative" : "ok") : "not-estimable";
        return (
          others.length === 0 &&
          one?.group === "car-t" &&
          one.against === "bsab" &&
          one.status === status &&
          (status === "ok" ? one.differencePer100 !== null : one.differencePer100 === null)
        );
      }),
  );

  /** By the default model, without a published set, of cohorts that share no patients. */
  const isByCounts = ({ query: { model, set, overlap } }: CodedComparison) =>
    model === "bayes" && set === "current" && overlap === "drop";

  forAnyQuestion(
    "has the count of a single cohort or product, and a difference between two of them",
    (answer) =>
      answer.outcomes.every(({ pools, contrasts: [one] }) => {
        const single = groups.map((group) => pools[group].observed);
        const own = groups.every((group) => {
          const { k, observed, products, status, estimate, interval } = pools[group];
          const [product] = products;
          const told = k === 1 || (isByCounts(answer) && !product?.product.includes("-or-"));
          return products.length === 1 && told && status !== "not-represented"
            ? isDeepStrictEqual(observed, product?.counted) &&
                (!isByCounts(answer) ||
                  (estimate === observed?.estimate &&
                    isDeepStrictEqual(interval, observed?.interval)))
            : observed === null;
        });
        const [carT, bsab] = single;
        const both = one?.status === "ok" && carT && bsab;
        return (
          own &&
          (both
            ? Math.abs(
                (one.observed?.differencePer100 ?? Number.NaN) -
                  100 * (carT.estimate - bsab.estimate),
              ) < 1e-3
            : one?.observed === null)
        );
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
      const regimens = (one: CodedComparison) =>
        groups.map((group) => [...new Set(one.outcomes.map(({ pools }) => pools[group].regimen))]);
      const others = new URLSearchParams(answer.canonical);
      others.set("outcome", "efficacy,infection-3,pfs-12");
      const [own, all] = [answer, answered(others.toString())].map(regimens);
      return groups.every((_, index) => own?.[index]?.length === 1 && isDeepStrictEqual(own, all));
    },
    60,
  );

  type Row = CodedComparison["outcomes"][number];

  type Claim = (one: Contrast, row: Row, answer: CodedComparison) => boolean;

  const forAnyContrast = (title: string, claim: Claim) =>
    forAnyQuestion(title, (answer) =>
      answer.outcomes.every((row) =>
        row.contrasts.every((one) => one.status !== "ok" || claim(one, row, answer)),
      ),
    );

  /** What a product counted has no posterior. */
  const isCounted: Claim = (_one, { pools }, answer) =>
    isByCounts(answer) && groups.some((group) => pools[group].observed !== null);

  const forAnyPosterior = (title: string, claim: Claim) =>
    forAnyContrast(
      title,
      (one, row, answer) =>
        answer.query.model !== "bayes" || isCounted(one, row, answer) || claim(one, row, answer),
    );

  forAnyContrast(
    "of a product as it was counted has what follows from the numbers shown, and no more",
    (one, row, answer) =>
      !isCounted(one, row, answer) ||
      ([one.differenceMedian, one.probabilityHigher, one.pValue, one.checked].every(
        (value) => value === null,
      ) &&
        inside(one.differencePer100, one.differenceInterval)),
  );

  forAnyContrast(
    "has either an odds ratio or a hazard ratio, inside its interval",
    (one, row, answer) =>
      (isCounted(one, row, answer) || (one.oddsRatio === null) !== (one.hazardRatio === null)) &&
      inside(one.oddsRatio, one.interval) &&
      inside(one.hazardRatio, one.hazardRatioInterval),
  );

  // Not the estimates: if the posteriors are skewed, a median of differences and the difference of
  // two medians can have different signs.
  forAnyPosterior(
    "has a ratio, a median difference and a probability that agree on which class is higher",
    ({ oddsRatio, hazardRatio, differenceMedian, probabilityHigher }) => {
      if (differenceMedian === null || probabilityHigher === null) return false;
      // A hazard ratio counts events, the other numbers survival: below 1 means a higher rate.
      const higher = hazardRatio === null ? (oddsRatio ?? Number.NaN) > 1 : hazardRatio < 1;
      const undecided = Math.abs(probabilityHigher - 0.5) < 1e-4;
      return undecided || (differenceMedian > 0 === higher && probabilityHigher > 0.5 === higher);
    },
  );

  forAnyContrast(
    "has a median difference inside the interval of the difference",
    (one, row, answer) =>
      isCounted(one, row, answer) || inside(one.differenceMedian, one.differenceInterval),
  );

  forAnyContrast(
    "has a difference that is that of the two estimates, near the median difference",
    (one, row, answer) => {
      const { differencePer100, differenceMedian, differenceInterval } = one;
      const { "car-t": carT, bsab } = row.pools;
      if (carT.estimate === null || bsab.estimate === null) return false;
      if (differencePer100 === null || !differenceInterval) return false;
      const median = isCounted(one, row, answer) ? differencePer100 : differenceMedian;
      if (median === null) return false;
      const width = differenceInterval[1] - differenceInterval[0];
      return (
        Math.abs(differencePer100 - 100 * (carT.estimate - bsab.estimate)) < 1e-3 &&
        Math.abs(differencePer100 - median) < width / 4
      );
    },
  );

  forAnyContrast(
    "has a probability within 0 and 1, by the default model only",
    (one, row, answer) =>
      answer.query.model === "bayes" && !isCounted(one, row, answer)
        ? one.probabilityHigher !== null && inside(one.probabilityHigher, [0, 1])
        : one.probabilityHigher === null,
  );

  forAnyQuestion(
    "has a certainty of low at best, and a reason whenever it is lower",
    ({ outcomes }) =>
      outcomes.every(({ certainty: { level, reasons }, contrasts: [one] }) =>
        one?.status === "ok"
          ? level === (reasons.length > 0 ? "very-low" : "low")
          : level === "not-rated" && reasons.length === 0,
      ),
  );

  forAnyQuestion(
    "says what to relax only where a class is empty",
    ({ selection: { cohorts, relax } }) =>
      groups.some((group) => cohorts[group] === 0) || relax.length === 0,
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

  forAnyPool(
    "has no medians yet: those come with the sources",
    ({ medians }) => medians.length === 0,
  );

  forAnyQuestion(
    "is the same, to the byte, when its canonical text is asked",
    (answer) => JSON.stringify(answerTo(answer.canonical)) === JSON.stringify(answer),
    40,
  );
});
