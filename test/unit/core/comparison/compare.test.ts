import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contrast } from "#core/comparison/answer.ts";
import type { CodedComparison, CodedPool } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  landmark,
  untold,
  widest,
  widestBut,
} from "../../../support/cohorts.ts";
import { firstCollection } from "../../../support/first-collection.ts";
import { anyQuestion, asked } from "../../../support/queries.ts";

const answerTo = (text: string) => compare(asked(text, dataset), dataset, models);

function rowOf({ outcomes }: CodedComparison, id: string) {
  const row = outcomes.find(({ outcome }) => outcome === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

/** One row of the answer of made cohorts to the widest question. */
const rowIn = (id: string, ...made: Parameters<typeof datasetOf>[0]) =>
  rowOf(compare(widestBut({ outcome: [id] }), datasetOf(made), models), id);

/** Cache of answers, because many claims are tested on the same ones. */
const answers = new Map<string, CodedComparison>();

function answered(text: string): CodedComparison {
  const known = answers.get(text) ?? answerTo(text);
  answers.set(text, known);
  return known;
}

/** Questions that a claim once overlooked, and models without a posterior. */
const examples: [string][] = [
  [""],
  ["exclude=abecma-label-pooled-409&triple-refractory=20-78&setting=late"],
  ["set=yang-2021&year=2015-&emd=-31&tau=separate&follow-up=-12&phase=1"],
  ["model=reml&interval=t"],
  ["setting=early&phase=3%2C1&binding-domain=camelid&vector=lentiviral"],
  ["model=glmm&year=2015-2022&emd=0-39"],
  ["phase=1&prior-lines=1-5&triple-refractory=20-&follow-up=-12&target=bcma&overlap=keep"],
];

/**
 * Tests every claim with the same two hundred valid questions; fast-check shrinks one that fails.
 */
function forAnyQuestion(claim: (answer: CodedComparison) => boolean, numRuns = 200): void {
  const texts = anyQuestion(dataset).map((pairs) => new URLSearchParams(pairs).toString());
  const property = fc.property(texts, (text) => claim(answered(text)));
  fc.assert(property, { numRuns, examples });
}

const poolsOf = ({ outcomes }: CodedComparison) =>
  outcomes.flatMap(({ pools }) => groups.map((group) => pools[group]));

const forAnyPool = (claim: (pool: CodedPool) => boolean) =>
  forAnyQuestion((answer) => poolsOf(answer).every(claim));

const inside = (value: number | null, interval: readonly [number, number] | null) =>
  value === null || interval === null
    ? value === interval
    : interval[0] <= value && value <= interval[1];

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** `null` if one of the values is `null`, or if there are none. */
function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 || known.length < values.length ? null : sum(known);
}

describe("the default question", () => {
  const answer = answerTo("");

  it.each([
    ["orr", "car-t", 7, 415],
    ["orr", "bsab", 5, 512],
    ["crs-3", "car-t", 5, 385],
    ["crs-3", "bsab", 3, 405],
  ] as const)(
    "%s of %s rests on %d cohorts and %d patients (counted in data/cohorts)",
    (outcome, group, k, n) => {
      const counted = compare(asked("", firstCollection), firstCollection, models);
      expect(rowOf(counted, outcome).pools[group]).toMatchObject({ k, n });
    },
  );

  it("answers the summary set in its order", () => {
    expect(answer.outcomes.map(({ outcome }) => outcome)).toEqual([
      "orr",
      "vgpr",
      "cr",
      "pfs-12",
      "crs-3",
      "icans",
      "infection-3",
      "nrm",
      "infused",
    ]);
  });

  it("is stamped with both versions and the data date", () => {
    const { answerVersion, dataVersion, review } = dataset;
    expect(answer).toMatchObject({ answerVersion, dataVersion, dataDate: review.dataDate });
  });

  it("says that no clinician has reviewed the data, as data/review.json does", () => {
    expect(answer.review).toEqual({
      status: dataset.review.status,
      statement: dataset.review.statement,
    });
  });

  it("has an empty canonical text and the plain address", () => {
    expect(answer).toMatchObject({ canonical: "", href: "/v1/comparison" });
  });

  it("has no manufacturing step and so no one-class caution for bispecifics", () => {
    const row = rowOf(answer, "infused");
    expect(row.pools.bsab).toMatchObject({ status: "no-cohorts", k: 0, studies: [] });
    expect(row.cautions.map(({ code }) => code)).not.toContain("one-class");
    expect(row.contrasts[0]?.status).toBe("not-estimable");
  });
});

describe("for any question, an answer", () => {
  it("holds no number that is not finite, and nothing undefined", () => {
    const sound = (value: unknown): boolean => {
      if (typeof value === "number") return Number.isFinite(value);
      if (value === null || typeof value === "string" || typeof value === "boolean") return true;
      return typeof value === "object" && Object.values(value).every(sound);
    };
    forAnyQuestion(sound);
  });

  it("says the same after a journey through JSON", () => {
    forAnyQuestion((answer) => {
      const text = JSON.stringify(answer);
      return JSON.stringify(JSON.parse(text)) === text;
    });
  });

  it("places every cohort once: included, or excluded by a parameter", () => {
    const all = dataset.cohorts.map(({ id }) => id).sort();
    forAnyQuestion(({ selection: { included, excluded } }) => {
      const placed = [...included, ...excluded].map((one) => one.cohort).sort();
      const reasons = excluded.every(({ parameter }) => parameter !== "");
      return reasons && JSON.stringify(placed) === JSON.stringify(all);
    });
  });

  it("counts the cohorts of each class as it lists them", () => {
    forAnyQuestion(({ selection: { included, cohorts } }) =>
      groups.every(
        (group) =>
          cohorts[group] === included.filter(({ therapyClass }) => therapyClass === group).length,
      ),
    );
  });

  it("places every selected cohort of a class in its pool or beside it", () => {
    forAnyQuestion(({ outcomes, selection }) =>
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
  });

  it("has both groups in every row, with explicit nulls where there is no cohort", () => {
    forAnyPool(
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
  });

  it("has weights that add up to 100", () => {
    forAnyPool(
      ({ studies }) =>
        studies.length === 0 || Math.abs(sum(studies.map(({ weight }) => weight)) - 100) < 1e-3,
    );
  });

  it("gives every study a positive weight", () => {
    forAnyPool(({ studies }) => studies.every(({ weight }) => weight > 0));
  });

  it("counts studies, events and patients of a pool as it lists them", () => {
    forAnyPool(
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
  });

  it("has a crude rate of all events over all patients, for counts only", () => {
    forAnyPool(({ events, n, crude }) =>
      events === null || n === null ? crude === null : Math.abs((crude ?? -1) - events / n) < 1e-6,
    );
  });

  it("has estimate and average within 0 and 1, the estimate inside its interval", () => {
    forAnyPool(
      ({ estimate, interval, marginal }) =>
        inside(estimate, interval) &&
        (estimate === null || inside(estimate, [0, 1])) &&
        (marginal === null || inside(marginal, [0, 1])) &&
        (interval === null || (interval[0] >= 0 && interval[1] <= 1)),
    );
  });

  it("has a prediction interval that holds the interval of the estimate", () => {
    forAnyPool(({ interval, predictionInterval, marginal }) =>
      interval === null || predictionInterval === null
        ? // The default model has both or none; others use t(k − 2), which needs three cohorts.
          interval === predictionInterval || marginal === null
        : inside(interval[0], predictionInterval) && inside(interval[1], predictionInterval),
    );
  });

  it("has an own estimate inside its own interval for every study", () => {
    forAnyPool(({ studies }) =>
      studies.every(
        (one) =>
          inside(one.estimate, one.interval) &&
          inside(one.interval[0], [0, 1]) &&
          inside(one.interval[1], [0, 1]) &&
          (one.events === null || Math.abs(one.estimate - one.events / (one.n ?? 0)) < 1e-6),
      ),
    );
  });

  it("has products that share the cohorts and patients of the class among them", () => {
    forAnyPool(
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
  });

  it("contrasts CAR-T with bispecifics exactly where both have a pool that stands for the class", () => {
    forAnyQuestion(({ outcomes, query }) =>
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
  });

  /** By the default model, without a published set, of cohorts that share no patients. */
  const isByCounts = ({ query: { model, set, overlap } }: CodedComparison) =>
    model === "bayes" && set === "current" && overlap === "drop";

  it("has the count of a single cohort or product, and a difference between two of them", () => {
    forAnyQuestion((answer) =>
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
  });

  it("never pools patients treated alone with patients treated in combination", () => {
    forAnyQuestion(({ outcomes, query }) =>
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
  });

  it("has nested outcomes of a class from one kind of regimen, whichever outcomes are asked for", () => {
    forAnyQuestion((answer) => {
      const regimens = (one: CodedComparison) =>
        groups.map((group) => [...new Set(one.outcomes.map(({ pools }) => pools[group].regimen))]);
      const others = new URLSearchParams(answer.canonical);
      others.set("outcome", "efficacy,infection-3,pfs-12");
      const [own, all] = [answer, answered(others.toString())].map(regimens);
      return groups.every((_, index) => own?.[index]?.length === 1 && isDeepStrictEqual(own, all));
    }, 60);
  });

  type Row = CodedComparison["outcomes"][number];

  type Claim = (one: Contrast, row: Row, answer: CodedComparison) => boolean;

  const forAnyContrast = (claim: Claim) =>
    forAnyQuestion((answer) =>
      answer.outcomes.every((row) =>
        row.contrasts.every((one) => one.status !== "ok" || claim(one, row, answer)),
      ),
    );

  /** What a product counted has no posterior. */
  const isCounted: Claim = (_one, { pools }, answer) =>
    isByCounts(answer) && groups.some((group) => pools[group].observed !== null);

  const forAnyPosterior = (claim: Claim) =>
    forAnyContrast(
      (one, row, answer) =>
        answer.query.model !== "bayes" || isCounted(one, row, answer) || claim(one, row, answer),
    );

  it("of a product as it was counted has what follows from the numbers shown, and no more", () => {
    forAnyContrast(
      (one, row, answer) =>
        !isCounted(one, row, answer) ||
        ([one.differenceMedian, one.probabilityHigher, one.pValue, one.checked].every(
          (value) => value === null,
        ) &&
          inside(one.differencePer100, one.differenceInterval)),
    );
  });

  it("has either an odds ratio or a hazard ratio, inside its interval", () => {
    forAnyContrast(
      (one, row, answer) =>
        (isCounted(one, row, answer) || (one.oddsRatio === null) !== (one.hazardRatio === null)) &&
        inside(one.oddsRatio, one.interval) &&
        inside(one.hazardRatio, one.hazardRatioInterval),
    );
  });

  // Not the estimates: if the posteriors are skewed, a median of differences and the difference of
  // two medians can have different signs.
  it("has a ratio, a median difference and a probability that agree on which class is higher", () => {
    forAnyPosterior(({ oddsRatio, hazardRatio, differenceMedian, probabilityHigher }) => {
      if (differenceMedian === null || probabilityHigher === null) return false;
      // A hazard ratio counts events, the other numbers survival: below 1 means a higher rate.
      const higher = hazardRatio === null ? (oddsRatio ?? Number.NaN) > 1 : hazardRatio < 1;
      const undecided = Math.abs(probabilityHigher - 0.5) < 1e-4;
      return undecided || (differenceMedian > 0 === higher && probabilityHigher > 0.5 === higher);
    });
  });

  it("has a median difference inside the interval of the difference", () => {
    forAnyContrast(
      (one, row, answer) =>
        isCounted(one, row, answer) || inside(one.differenceMedian, one.differenceInterval),
    );
  });

  it("has a difference that is that of the two estimates, near the median difference", () => {
    forAnyContrast((one, row, answer) => {
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
    });
  });

  it("has a probability within 0 and 1, by the default model only", () => {
    forAnyContrast((one, row, answer) =>
      answer.query.model === "bayes" && !isCounted(one, row, answer)
        ? one.probabilityHigher !== null && inside(one.probabilityHigher, [0, 1])
        : one.probabilityHigher === null,
    );
  });

  it("has a certainty of low at best, and a reason whenever it is lower", () => {
    forAnyQuestion(({ outcomes }) =>
      outcomes.every(({ certainty: { level, reasons }, contrasts: [one] }) =>
        one?.status === "ok"
          ? level === (reasons.length > 0 ? "very-low" : "low")
          : level === "not-rated" && reasons.length === 0,
      ),
    );
  });

  it("says what to relax only where a class is empty", () => {
    forAnyQuestion(
      ({ selection: { cohorts, relax } }) =>
        groups.some((group) => cohorts[group] === 0) || relax.length === 0,
    );
  });

  it("keeps the number that a cohort reports and no pool can take", () => {
    forAnyPool(({ notPooled }) =>
      notPooled.every(({ reason, events, n, percentPrinted, followUpMonths }) => {
        const numbers = [events, n, percentPrinted, followUpMonths];
        return (
          (reason.code !== "not-reported" || numbers.every((one) => one === null)) &&
          (percentPrinted === null || inside(percentPrinted, [0, 100])) &&
          (events === null || n === null || events <= n)
        );
      }),
    );
  });

  it("says how every filter is set back, with the outcomes that were asked for", () => {
    forAnyQuestion(({ selection, query }) => {
      const back = asked(selection.reset, dataset);
      const { outcome, ...filters } = back;
      const { outcome: _, ...byDefault } = asked("", dataset);
      return (
        JSON.stringify(outcome) === JSON.stringify(query.outcome) &&
        JSON.stringify(filters) === JSON.stringify(byDefault)
      );
    });
  });

  it("has no medians yet: those come with the sources", () => {
    forAnyPool(({ medians }) => medians.length === 0);
  });

  it("is the same, to the byte, when its canonical text is asked", () => {
    forAnyQuestion(
      (answer) => JSON.stringify(answerTo(answer.canonical)) === JSON.stringify(answer),
      40,
    );
  });

  it("does not change the dataset or the query it was given", () => {
    const before = JSON.stringify(dataset);
    const query = asked("outcome=orr&setting=any", dataset);
    const asBefore = JSON.stringify(query);
    compare(query, dataset, models);
    expect(JSON.stringify(dataset)).toBe(before);
    expect(JSON.stringify(query)).toBe(asBefore);
  });
});

describe("the order of the data", () => {
  it("does not change a number", () => {
    const shuffled = { ...dataset, cohorts: dataset.cohorts.toReversed() };
    const numbers = ({ outcomes }: CodedComparison) =>
      outcomes.map(({ pools, contrasts, certainty }) => ({
        pools: groups.map((group) => {
          const { products, studies, notPooled, ...numbers } = pools[group];
          return { ...numbers, studies: studies.map(({ cohort: id }) => id).sort() };
        }),
        contrasts,
        level: certainty.level,
      }));
    const query = asked("availability=any&setting=any", dataset);
    expect(numbers(compare(query, shuffled, models))).toEqual(
      numbers(compare(query, dataset, models)),
    );
  });
});

describe("an empty selection", () => {
  const answer = answerTo("prior-lines=-1");

  it("still has every row, with explicit empties", () => {
    expect(answer.outcomes).toHaveLength(9);
    for (const { pools, contrasts, certainty, cautions } of answer.outcomes) {
      for (const group of groups) {
        expect(pools[group]).toEqual({
          status: "no-cohorts",
          regimen: null,
          k: 0,
          events: null,
          n: null,
          share: null,
          representative: null,
          observed: null,
          estimate: null,
          interval: null,
          predictionInterval: null,
          marginal: null,
          crude: null,
          tau: null,
          i2: null,
          followUp: null,
          chain: null,
          products: [],
          studies: [],
          notPooled: [],
          medians: [],
          beside: null,
          enrolled: null,
        });
      }
      expect(contrasts.map(({ status }) => status)).toEqual(["not-estimable"]);
      expect(certainty).toEqual({ level: "not-rated", reasons: [] });
      expect(cautions).toEqual([]);
    }
  });

  it("says which filter to relax", () => {
    expect(answer.selection.cohorts).toEqual({ "car-t": 0, bsab: 0 });
    expect(answer.selection.relax[0]).toMatchObject({ parameter: "prior-lines", query: "" });
  });

  it("of a dataset without cohorts is answered too", () => {
    const { selection, outcomes } = compare(widest, datasetOf([]), models);
    expect(selection).toMatchObject({ included: [], excluded: [], relax: [] });
    expect(outcomes.length).toBeGreaterThan(0);
  });
});

describe("one class", () => {
  it.each(groups)("%s alone is pooled as it is beside the other", (group) => {
    const both = rowOf(answerTo("outcome=orr"), "orr").pools[group];
    expect(rowOf(answerTo(`outcome=orr&therapy-class=${group}`), "orr").pools[group]).toEqual(both);
  });

  it("says that the other one is missing and how to bring it back", () => {
    const answer = answerTo("outcome=orr&therapy-class=car-t");
    const row = rowOf(answer, "orr");
    expect(row.pools.bsab.status).toBe("no-cohorts");
    expect(row.cautions.map(({ code }) => code)).toContain("one-class");
    expect(answer.selection.relax).toContainEqual(
      expect.objectContaining({ parameter: "therapy-class", query: "outcome=orr" }),
    );
  });
});

describe("one cohort", () => {
  const row = rowIn(
    "orr",
    cohort("a", { figures: [figure("orr", 80, 100)] }),
    bispecific("b", { figures: [figure("orr", 60, 100)] }),
  );
  const pool = row.pools["car-t"];

  it("is its own count with its exact interval", () => {
    const [study] = pool.studies;
    expect(pool).toMatchObject({ status: "one-cohort", k: 1, events: 80, n: 100, crude: 0.8 });
    expect(pool.estimate).toBe(0.8);
    expect(pool.interval).toEqual(study?.interval);
    expect(study?.weight).toBe(100);
  });

  it("claims no spread between cohorts", () => {
    expect(pool).toMatchObject({ tau: null, i2: null });
  });

  it("is marked and rated very low", () => {
    expect(row.cautions.map(({ code }) => code)).toContain("single-cohort");
    expect(row.certainty.level).toBe("very-low");
  });
});

describe("the direction", () => {
  const many = (id: string, events: number, make: typeof cohort) =>
    [1, 2, 3].map((number) =>
      untold(make)(`${id}${number}`, { figures: [figure("orr", events, 100)] }),
    );

  it.each([
    [90, 60],
    [60, 90],
  ])("is CAR-T (%d %%) against bispecifics (%d %%)", (carT, bsab) => {
    const [one] = rowIn(
      "orr",
      ...many("b", bsab, bispecific),
      ...many("a", carT, cohort),
    ).contrasts;
    const sign = Math.sign(carT - bsab);
    expect(Math.sign(Math.log(one?.oddsRatio ?? 1))).toBe(sign);
    expect(Math.sign(one?.differencePer100 ?? 0)).toBe(sign);
    expect(Math.sign((one?.probabilityHigher ?? 0.5) - 0.5)).toBe(sign);
  });

  it("turns around exactly when the classes change places", () => {
    const contrastOf = (carT: number, bsab: number) => {
      return rowIn("orr", ...many("a", carT, cohort), ...many("b", bsab, bispecific)).contrasts[0];
    };
    const [one, other] = [contrastOf(90, 60), contrastOf(60, 90)];
    expect(other?.oddsRatio).toBeCloseTo(1 / (one?.oddsRatio ?? 0), 6);
    expect(other?.differencePer100).toBeCloseTo(-(one?.differencePer100 ?? 0), 6);
    expect(other?.probabilityHigher).toBeCloseTo(1 - (one?.probabilityHigher ?? 0), 6);
  });

  it("of a hazard ratio is more events with CAR-T, so lower survival gives one above 1", () => {
    const [one] = rowIn(
      "pfs-12",
      cohort("a", { landmarks: [landmark("pfs-12", 0.5)] }),
      bispecific("b", { landmarks: [landmark("pfs-12", 0.8)] }),
    ).contrasts;
    expect(one?.hazardRatio).toBeGreaterThan(1);
    expect(one?.differencePer100).toBeLessThan(0);
    expect(one?.oddsRatio).toBeNull();
  });
});

describe("extreme counts", () => {
  it.each([
    [0, "all-zero"],
    [100, "all-events"],
  ])("%d of 100 in every cohort are answered with finite numbers", (events, status) => {
    const row = rowIn(
      "orr",
      untold(cohort)("a", { figures: [figure("orr", events, 100)] }),
      untold(cohort)("b", { figures: [figure("orr", events, 100)] }),
      untold(bispecific)("c", { figures: [figure("orr", events, 100)] }),
      untold(bispecific)("d", { figures: [figure("orr", events, 100)] }),
    );
    const { estimate, interval } = row.pools["car-t"];
    expect(row.pools["car-t"].status).toBe(status);
    expect(inside(estimate, interval)).toBe(true);
    expect(Number.isFinite(row.contrasts[0]?.oddsRatio)).toBe(true);
  });
});

describe("a landmark without a printed number of patients", () => {
  it("leaves the number of patients of its pool unknown rather than too small", () => {
    const { pools } = rowIn(
      "pfs-12",
      cohort("a", { landmarks: [landmark("pfs-12", 0.6, { n: 90 })] }),
      cohort("b", { landmarks: [landmark("pfs-12", 0.7, { n: null })] }),
    );
    expect(pools["car-t"]).toMatchObject({ k: 2, n: null });
    expect(pools["car-t"].products.map(({ n }) => n)).toEqual([null]);
    expect(pools["car-t"].studies.map(({ n }) => n)).toEqual([90, null]);
  });

  it("counts as thin evidence", () => {
    const three = ["a", "b", "c"];
    const { certainty } = rowIn(
      "pfs-12",
      ...three.map((id) =>
        untold(cohort)(id, { landmarks: [landmark("pfs-12", 0.6, { n: null })] }),
      ),
      ...three.map((id) => untold(bispecific)(`b${id}`, { landmarks: [landmark("pfs-12", 0.6)] })),
    );
    expect(certainty.reasons).toContainEqual({
      code: "few-patients",
      group: "car-t",
      n: null,
      least: 100,
    });
  });
});

describe("a cohort that is not pooled", () => {
  it("keeps its count, its printed percentage and its follow-up", () => {
    const printed = {
      percentPrinted: 37.5,
      hold: "conflicting-sources",
      followUpMonths: 9,
    } as const;
    const { pools } = rowIn("orr", cohort("a", { figures: [figure("orr", 30, 80, printed)] }));
    expect(pools["car-t"].notPooled).toEqual([
      {
        cohort: "a",
        label: "A",
        product: "alpha-cel",
        reason: { code: "held", hold: "conflicting-sources" },
        events: 30,
        n: 80,
        percentPrinted: 37.5,
        followUpMonths: 9,
      },
    ]);
  });

  it("keeps its survival in percent", () => {
    const { pools } = rowIn(
      "pfs-12",
      cohort("a", { landmarks: [landmark("pfs-12", 0.57, { population: "subset" })] }),
    );
    expect(pools["car-t"].notPooled).toMatchObject([
      { events: null, n: 100, percentPrinted: 57, followUpMonths: 18 },
    ]);
  });

  it("keeps the count of a cohort that gave way to a larger one, and names that", () => {
    const overlaps = [{ with: "large", kind: "contained" as const, reason: "same patients" }];
    const { pools } = rowIn(
      "orr",
      cohort("large", { label: "The large one", figures: [figure("orr", 50, 100)] }),
      cohort("small", { figures: [figure("orr", 5, 10)], overlaps }),
    );
    expect(pools["car-t"].notPooled).toMatchObject([
      { reason: { code: "shares-patients", cohort: "The large one" }, events: 5, n: 10 },
    ]);
  });

  it("has nothing to keep when it reports nothing", () => {
    const { pools } = rowIn("orr", cohort("a"));
    expect(pools["car-t"].notPooled).toMatchObject([
      { reason: { code: "not-reported" }, events: null, n: null, percentPrinted: null },
    ]);
  });
});

describe("an outcome that a class cannot have", () => {
  it("is not looked for in its cohorts", () => {
    const row = rowIn(
      "infused",
      cohort("a", { figures: [figure("infused", 90, 100, { population: "leukapheresed" })] }),
      bispecific("b", { figures: [figure("infused", 90, 100)] }),
    );
    expect(row.pools["car-t"].k).toBe(1);
    expect(row.pools.bsab).toMatchObject({ k: 0, notPooled: [] });
  });
});

describe("the outcomes of an answer", () => {
  it("are those asked for, in the order of the vocabulary", () => {
    const { outcomes } = answerTo("outcome=crs-3,orr");
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["orr", "crs-3"]);
  });

  it("are the summary set and what is asked for beside it", () => {
    const [summary, more] = [answerTo(""), answerTo("outcome=scr,summary")];
    const ids = ({ outcomes }: CodedComparison) => outcomes.map(({ outcome }) => outcome);
    expect(ids(more)).toEqual([...ids(summary), "scr"]);
  });

  it("are each listed once when a group and its member are asked for", () => {
    const ids = answerTo("outcome=efficacy,orr").outcomes.map(({ outcome }) => outcome);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
