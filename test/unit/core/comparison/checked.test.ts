import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuestion } from "#core/comparison/answer-question.ts";
import type { CodedOutcome } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { type CodedAnalysis, sensitivity } from "#core/comparison/sensitivity/sensitivity.ts";
import { findingOf, isKept } from "#core/comparison/verdict.ts";
import { dataset } from "#core/dataset.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { defaultQuery } from "#core/question/parameter-values.ts";
import { usualDimension } from "#core/question/parameters.ts";
import type { Query } from "#core/question/query.ts";
import { rememberingModels } from "#core/remembering/remembering-models.ts";
import {
  bispecific,
  cohort,
  datasetOf,
  figure,
  product,
  untold,
} from "../../../support/cohorts.ts";
import { anyQuery, asked } from "../../../support/queries.ts";
import { runs } from "../../../support/sample.ts";

const contrastsOf = (query: Query, data: Dataset = dataset) =>
  compare(query, data, models).outcomes.map(({ outcome, contrasts: [contrast] }) => ({
    outcome,
    contrast,
  }));

const excludesZero = (interval: readonly [number, number] | null | undefined) =>
  interval != null && (interval[0] > 0 || interval[1] < 0);

/** Whether a class is one product as it was counted; cohorts that may share patients are not counted. */
function isCounted(
  { pools }: Pick<CodedOutcome<string>, "pools">,
  { model, set, overlap }: Query,
): boolean {
  const usual = defaultQuery;
  const isUsual = model === usual.model && set === usual.set && overlap === usual.overlap;
  return isUsual && Object.values(pools).some(({ observed }) => observed !== null);
}

/** What `/v1/sensitivity` says of each check of a row. */
function checksOf(query: Query, id: string): CodedAnalysis[] {
  const outcome = dataset.outcomes.find((one) => one.id === id);
  if (!outcome) throw new Error(`no outcome ${id}`);
  const { analyses } = sensitivity(query, outcome, dataset, rememberingModels);
  return analyses.filter(({ change }) => change.kind !== "base");
}

const loses = ({ verdict }: CodedAnalysis) => verdict === "lost";

/** A row is kept if no check of it loses it; otherwise it names the first that does. */
function expectAsChecked(query: Query) {
  const { outcomes } = compare(query, dataset, rememberingModels);
  for (const { outcome, contrasts } of outcomes) {
    const [contrast] = contrasts;
    if (!contrast?.checked) continue;
    const lost = checksOf(query, outcome).find(loses);
    expect(isKept(contrast), outcome).toBe(lost === undefined);
    expect(contrast.strength).toBe(lost === undefined ? "same-in-every-check" : "depends");
    // A product as it was counted is no finding about its class, whatever its interval.
    const [there] = lost?.contrasts.filter((one) => findingOf(one) !== findingOf(contrast)) ?? [];
    expect(contrast.checked.lost).toEqual(
      lost === undefined
        ? null
        : {
            kind: lost.change.kind,
            value: lost.change.value,
            cohort: "cohort" in lost.change ? lost.change.cohort : null,
            differencePer100: there?.differencePer100 ?? null,
            differenceInterval: there?.differenceInterval ?? null,
          },
    );
  }
}

describe.each([
  "",
  "setting=early",
  "setting=any",
  "age=60-65",
  "setting=early&age=65-",
  "evidence=all",
  "target=any&availability=any",
  "set=vandenboom-2025",
  "model=glmm",
  "setting=any&product=cilta-cel&cut=primary-only&exclude=cartitude-1",
])("the checks of %j", (text) => {
  const query = asked(text, dataset);

  it("are made of every contrast whose interval excludes 0, and of no other", () => {
    for (const row of compare(query, dataset, models).outcomes) {
      const [contrast] = row.contrasts;
      const ofClasses = !isCounted(row, query);
      const isOneSided = excludesZero(contrast?.differenceInterval);
      expect(contrast?.checked != null).toBe(isOneSided && ofClasses);
      const isEitherWay = contrast?.strength === "either-way";
      expect(isEitherWay).toBe(contrast?.status === "ok" && !isOneSided && ofClasses);
    }
  });

  it("emphasise nothing that a stated check loses, and name the first that does", () => {
    expectAsChecked(query);
  });
});

it("emphasise nothing that a stated check loses, whatever is asked", () => {
  fc.assert(
    fc.property(anyQuery(dataset), (query) => {
      expectAsChecked({ ...query, compare: usualDimension });
    }),
    { numRuns: runs(25) },
  );
}, 120_000);

it("are made between the classes only, whatever else is asked", () => {
  fc.assert(
    fc.property(anyQuery(dataset, "any"), (query) => {
      const { outcomes } = answerQuestion(query, dataset, rememberingModels);
      const betweenClasses = query.compare === usualDimension;
      for (const { contrasts, pools } of outcomes) {
        for (const { checked, differenceInterval, observed } of contrasts) {
          // Two single cohorts are shown as they were counted, which no check changes.
          const ofClasses = betweenClasses && observed === null && !isCounted({ pools }, query);
          expect(checked !== null).toBe(ofClasses && excludesZero(differenceInterval));
        }
      }
    }),
    { numRuns: runs(100) },
  );
}, 120_000);

const carT = (id: string, events: number, n: number, over: Parameters<typeof cohort>[1] = {}) =>
  untold(cohort)(id, { n, figures: [figure("orr", events, n)], ...over });
const bispecifics = [40, 42, 41].map((events, index) =>
  untold(bispecific)(`b${index}`, { figures: [figure("orr", events, 100)] }),
);

const lostIn = (data: Dataset) =>
  contrastsOf({ ...defaultQuery, outcome: ["orr"] }, data)[0]?.contrast?.checked?.lost;

describe("a difference", () => {
  const three = [carT("a", 95, 100), carT("b", 93, 100), carT("c", 94, 100)];
  const approved = (...approvedIn: string[]) => [
    product("alpha-cel-or-another", "car-t", { approvedIn }),
    product("gamma-cel", "car-t", { approvedIn }),
    product("betamab-or-another", "bsab", { approvedIn }),
  ];
  const everywhere = approved("us", "eu");

  it("is kept where every check keeps it", () => {
    expect(lostIn(datasetOf([...three, ...bispecifics], { products: everywhere }))).toBeNull();
  });

  it("is lost where there is none", () => {
    const data = datasetOf([...three, ...bispecifics], { products: approved("us") });
    expect(lostIn(data)).toEqual({
      kind: "rule",
      value: "availability=eu",
      cohort: null,
      differencePer100: null,
      differenceInterval: null,
    });
  });

  it("is lost where it rests on what is left out", () => {
    const escalation = { doses: "escalation" } as const;
    const data = datasetOf(
      [
        carT("a", 95, 100, escalation),
        carT("b", 93, 100, escalation),
        carT("c", 2, 4),
        carT("d", 2, 4),
        ...bispecifics,
      ],
      { products: everywhere },
    );
    const lost = lostIn(data);
    expect(lost).toMatchObject({ kind: "rule", value: "doses=recommended" });
    expect(lost?.differenceInterval?.[0]).toBeLessThan(0);
  });

  it("is lost without the one product that carries it, which is named", () => {
    const other = { product: "gamma-cel" };
    const data = datasetOf(
      [
        carT("a", 199, 200),
        carT("b", 198, 200),
        carT("c", 197, 200),
        carT("d", 5, 10, other),
        ...bispecifics,
      ],
      { products: everywhere },
    );
    expect(lostIn(data)).toMatchObject({
      kind: "leave-product-out",
      value: "alpha-cel-or-another",
    });
  });

  it("is lost without the one trial that carries it, which is named", () => {
    const others = [60, 61, 62].map((events, i) =>
      untold(bispecific)(`b${i}`, { figures: [figure("orr", events, 100)] }),
    );
    const data = datasetOf([carT("a", 190, 200), carT("b", 28, 30), carT("c", 8, 10), ...others], {
      products: everywhere,
    });
    expect(lostIn(data)).toMatchObject({ kind: "leave-one-out", value: "a", cohort: "A" });
  });
});

it("is the same row whichever outcomes are asked for", () => {
  const whole = contrastsOf(asked("", dataset));
  for (const { outcome, contrast } of whole) {
    const [alone] = contrastsOf(asked(`outcome=${outcome}`, dataset));
    expect(alone?.contrast).toEqual(contrast);
  }
});
