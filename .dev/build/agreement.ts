/**
 * Compares published meta-analyses with this engine. For every pooled number a publication prints:
 * their number, our number for the same question, how many of their cohorts are in our data, and
 * whether the two agree. Nothing is adjusted to make them agree.
 */
import type { Row } from "#core/answer/answer.ts";
import { compare } from "#core/answer/compare.ts";
import { per100 } from "#core/answer/contrast.ts";
import { models } from "#core/answer/models.ts";
import { subgroupTest } from "#core/answer/subgroup-test.ts";
import type { Dataset } from "#core/evidence/dataset.ts";
import { select } from "#core/evidence/select.ts";
import { isReviewed } from "#core/others/published-gate.ts";
import type {
  Agreement,
  AgreementStatus,
  Conclusion,
  PublishedFigure,
  PublishedSource,
} from "#core/others/published-values.ts";
import { questionOf } from "#core/question/read-question.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { printsAs } from "#data/rules/figures.ts";
import type { Published, PublishedResult } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

/** Returns the publications whose values may be shown, and each of these values next to ours. */
export function publishedValuesOf(
  published: readonly Published[],
  dataset: Dataset,
): { readonly sources: readonly PublishedSource[]; readonly values: readonly Agreement[] } {
  const reviewed = published.filter(isReviewed);
  return {
    sources: reviewed.map((source) => ({
      id: source.id,
      name: source.set?.name ?? source.citation,
      isSet: source.set !== null,
      studies: source.k?.studies ?? null,
      patients: source.n?.total ?? null,
    })),
    values: reviewed.flatMap((source) => agreementWith(source, dataset)),
  };
}

/** Holds a printed result with our row for the same group. */
interface Compared {
  readonly published: Published;
  readonly result: PublishedResult;
  readonly dataset: Dataset;
  /** `counterpart` is `null` where no question covers the group. */
  readonly counterpart: Counterpart | null;
}

/**
 * Returns one row for every rate or sum of events, and one for every comparison, that a publication prints of our
 * outcomes; of survival that is none of them, its medians, and its comparisons too.
 */
export function agreementWith(published: Published, dataset: Dataset): Agreement[] {
  return published.results.flatMap((result) => {
    const of = {
      published,
      result,
      dataset,
      counterpart: counterpartOf(published, result, dataset),
    };
    const isKnown = result.outcome !== null || result.family !== undefined;
    return [
      ...(isKnown && theirsOf(result).value !== null ? [ofGroup(of)] : []),
      ...(result.family && result.value !== null ? [median(of)] : []),
      ...(isKnown && ratioOf(result) !== null ? [ratio(of)] : []),
      ...difference(of),
      ...(isKnown ? withoutNumber(of) : []),
    ];
  });
}

/** Returns a row with the printed values and without values of ours, unless `row` gives them. */
function agreementRow(
  { published: { id }, result: { outcome, family } }: Compared,
  row: Pick<Agreement, "group" | "measure" | keyof Verdict> & Partial<Agreement>,
): Agreement {
  return {
    published: id,
    outcome,
    family: family ?? null,
    therapyClass: null,
    theirs: { value: null, interval: null },
    ours: null,
    n: null,
    i2: null,
    p: { theirs: null, ours: null },
    cohorts: { ours: null, theirs: null },
    conclusion: null,
    query: null,
    ...row,
  };
}

function theirsOf({ estimatePercent, intervalPercent, events }: PublishedResult): PublishedFigure {
  return estimatePercent === null
    ? { value: events, interval: null }
    : { value: estimatePercent, interval: intervalPercent };
}

interface Counterpart {
  readonly row: Row;
  /** `query` is `null` where no question asks for the group. */
  readonly query: string | null;
  /** `silent` counts the cohorts of the set that do not report the value by which a cohort is assigned to a group. */
  readonly silent: number;
}

/**
 * Parameters for which the paper knew a value of every cohort and we know it of some only. Other
 * fields are left out: a CAR construct that was not disclosed was unknown to the paper, too.
 */
const byBaseline: ReadonlySet<string> = new Set(["age", "prior-lines"]);

/** A property by which a paper divided its cohorts and which no question asks for, as `ask` writes it. */
const groupOf: Readonly<Record<string, (cohort: ComputeCohort) => string | null>> = {
  "dual-target": ({ targets }) => (targets.length > 1 ? "yes" : "no"),
  "binding-domain": ({ construct }) => construct?.bindingDomain ?? null,
  costimulation: ({ construct }) => construct?.costimulation ?? null,
  vector: ({ construct }) => construct?.vector ?? null,
  expansion: ({ construct }) => construct?.expansion ?? null,
};

function counterpartOf(
  { id, set }: Published,
  { outcome, ask }: PublishedResult,
  dataset: Dataset,
): Counterpart | null {
  if (set === null || outcome === null || ask === null) return null;
  if (!dataset.outcomes.some(({ id }) => id === outcome)) return null;
  const { query, canonical, cohorts, isWhole } = questionOfGroup(id, outcome, ask, dataset);
  const { outcomes, selection } = compare(query, { ...dataset, cohorts }, models, canonical);
  const row = outcomes.find((candidate) => candidate.outcome === outcome);
  const silent = selection.excluded.filter(
    ({ parameter, reason }) => byBaseline.has(parameter) && reason.code === "field-not-reported",
  ).length;
  return row ? { row, query: isWhole ? canonical : null, silent } : null;
}

/** @param ask What tells a group of a set. */
function questionOfGroup(
  id: string,
  outcome: string,
  ask: Readonly<Record<string, string>>,
  dataset: Dataset,
) {
  const asks = Object.entries(ask);
  const pairs = asks.filter(([name]) => !(name in groupOf));
  const { query, canonical, problems } = questionOf(
    [...pairs, ["set", id], ["outcome", outcome]],
    dataset,
  );
  if (query === null) throw new Error(`${id}: ${JSON.stringify(problems)}`);
  const cohorts = dataset.cohorts.filter((cohort) =>
    asks.every(([name, words]) => {
      const group = groupOf[name]?.(cohort);
      return group === undefined || (group !== null && words.split(",").includes(group));
    }),
  );
  // `canonical` names the question only if every field of the group is a field of a question; a part of the
  // construct is none.
  return { query, canonical, cohorts, isWhole: pairs.length === asks.length };
}

function ofGroup(of: Compared): Agreement {
  const { result, counterpart } = of;
  const { measure, therapyClass, n, i2 } = result;
  const theirs = theirsOf(result);
  const isRate = result.estimatePercent !== null;
  const cohortsPooled = result.k ?? usedRows(of);
  const base = {
    group: measure === null ? result.group : `${result.group}: ${measure}`,
    measure: isRate ? "rate" : "events",
    therapyClass,
    theirs,
    n,
    i2,
  } as const;
  const pool = counterpart && therapyClass && counterpart.row.pools[therapyClass];
  if (counterpart === null || !pool) {
    return agreementRow(of, {
      ...base,
      cohorts: { ours: null, theirs: cohortsPooled },
      ...withoutCohorts(of),
    });
  }
  const { events, k: cohortCount, estimate, interval } = pool;
  const ours: PublishedFigure = isRate
    ? { value: estimate === null ? null : 100 * estimate, interval: per100(interval) }
    : { value: events, interval: null };
  return agreementRow(of, {
    ...base,
    ...verdictOf(of, counterpart, { theirs, ours, cohortCount, cohortsPooled }),
  });
}

type Measure = "odds ratio" | "hazard ratio";

const measures: Readonly<Record<string, Measure>> = { OR: "odds ratio", HR: "hazard ratio" };

/**
 * Returns the measure of a ratio that can be compared. A ratio can be compared only if it is between the two
 * classes; other ratios have no counterpart here.
 */
function ratioOf({ comparison }: PublishedResult): Measure | null {
  if (comparison === null || comparison.value === null) return null;
  return measures[comparison.measure] ?? null;
}

function ratio(of: Compared): Agreement {
  const { published, result, counterpart } = of;
  const { comparison } = result;
  const measure = ratioOf(result) ?? "odds ratio";
  const theirs = { value: comparison?.value ?? null, interval: comparison?.interval ?? null };
  const p = { theirs: pOf(result), ours: null };
  const base = { group: sidesOf(result), measure, theirs, p };
  const between = counterpart?.row.contrasts[0];
  const isOfClasses = result.therapyClass === "car-t" && comparison?.versus === "BsAb";
  if (counterpart === null || between === undefined || !isOfClasses) {
    return agreementRow(of, {
      ...base,
      ...(isOfClasses ? withoutCohorts(of) : needsIndividualData(result)),
    });
  }
  const ours =
    measure === "odds ratio"
      ? { value: between.oddsRatio, interval: between.interval }
      : { value: between.hazardRatio, interval: between.hazardRatioInterval };
  const cohortCount = counterpart.row.pools["car-t"].k + counterpart.row.pools.bsab.k;
  const cohortsPooled = published.set?.rows?.length ?? null;
  return agreementRow(of, {
    ...base,
    ...verdictOf(of, counterpart, { theirs, ours, cohortCount, cohortsPooled }),
    conclusion: sameConclusion(ratioFinding(theirs), ratioFinding(ours)),
  });
}

function sidesOf({ group, comparison }: PublishedResult): string {
  return `${group} against ${comparison?.versus ?? "another group"}`;
}

function pOf({ comparison }: PublishedResult): string | null {
  return comparison?.p == null ? null : String(comparison.p);
}

const beyondChance = 0.05;

/** Returns the printed P value of a difference between groups of studies, next to that of the same test here. */
function difference(of: Compared): Agreement[] {
  const { published, result, dataset } = of;
  const { id, results, set } = published;
  const { outcome: name, ask, comparison } = result;
  const p = pOf(result);
  const outcome = dataset.outcomes.find((candidate) => candidate.id === name);
  if (comparison?.measure !== "subgroup difference" || p === null) return [];
  if (!set || !outcome || ask === null) return [];
  const key = Object.keys(ask).join();
  const alike = results.filter(
    (candidate) =>
      candidate.outcome === name &&
      candidate.ask !== null &&
      Object.keys(candidate.ask).join() === key,
  );
  const groups = alike.map((group) => {
    const { query, cohorts } = questionOfGroup(id, outcome.id, group.ask ?? {}, dataset);
    const ids = select(query, { ...dataset, cohorts }).included.map((cohort) => cohort.id);
    const rate = counterpartOf(published, group, dataset)?.row.pools[group.therapyClass ?? "car-t"];
    return { id: group.group, ids, theirs: group.estimatePercent, ours: rate?.estimate ?? null };
  });
  const { query, canonical } = questionOfGroup(id, outcome.id, {}, dataset);
  // Where the paper prints no rate of the other cohorts, the group is compared with all of them.
  const outside = select(query, dataset).included.filter(
    (cohort) => isGrouped(cohort, ask) && !groups.some(({ ids }) => ids.includes(cohort.id)),
  );
  const outsideIds = groups.length > 1 ? [] : outside.map((cohort) => cohort.id);
  const all = [...groups, { id: "others", ids: outsideIds }];
  const { result: test } = subgroupTest(query, outcome, dataset, (cohorts) => ({
    groups: all.map((group) => ({
      id: group.id,
      classes: ["car-t"],
      cohorts: cohorts.filter((cohort) => group.ids.includes(cohort.id)),
    })),
    reference: null,
    ungrouped: [],
  }));
  const [first, second] = groups;
  const conclusionOf = (party: "theirs" | "ours", pValue: number) => ({
    // A missing second group counts as 0, because the publication prints nothing of it.
    side: Math.sign((first?.[party] ?? 0) - (second?.[party] ?? 0)),
    isSure: pValue < beyondChance,
  });
  const cohortCount = all.reduce((sum, { ids }) => sum + ids.length, 0);
  return [
    agreementRow(of, {
      group: sidesOf(result),
      measure: "difference",
      p: { theirs: p, ours: test?.p ?? null },
      query: canonical,
      ...(test
        ? {
            cohorts: { ours: cohortCount, theirs: set.rows?.length ?? null },
            conclusion: sameConclusion(
              conclusionOf("theirs", Number(p.replace("<", ""))),
              conclusionOf("ours", test.p),
            ),
            status: null,
            reason: null,
          }
        : withoutCohorts(of)),
    }),
  ];
}

/** Returns whether a cohort reports every property by which `ask` tells the groups apart. */
function isGrouped(cohort: ComputeCohort, ask: Readonly<Record<string, string>>): boolean {
  return Object.keys(ask).every((name) => groupOf[name]?.(cohort) !== null);
}

/** Tells on which side of no difference a comparison comes out, and whether it does so beyond chance. */
interface Finding {
  readonly side: number;
  readonly isSure: boolean;
}

/** Returns the finding of a ratio, which is compared with 1; `null` without a value or an interval. */
export function ratioFinding({ value, interval }: PublishedFigure): Finding | null {
  if (value === null || interval === null) return null;
  return { side: Math.sign(value - 1), isSure: interval[0] > 1 || interval[1] < 1 };
}

export function sameConclusion(theirs: Finding | null, ours: Finding | null): Conclusion | null {
  if (!theirs || !ours) return null;
  // Neither shows a difference.
  if (!theirs.isSure && !ours.isSure) return "yes";
  if (theirs.side !== ours.side) return "no";
  return theirs.isSure === ours.isSure ? "yes" : "direction only";
}

function median(of: Compared): Agreement {
  const { group, therapyClass, n, i2, value, valueInterval, k } = of.result;
  return agreementRow(of, {
    group,
    measure: "median",
    therapyClass,
    n,
    i2,
    theirs: { value, interval: valueInterval },
    cohorts: { ours: null, theirs: k },
    ...needsIndividualData(of.result),
  });
}

/** Returns the rows for a comparison that prints only a direction or a P value. */
function withoutNumber(of: Compared): Agreement[] {
  const { comparison, definition } = of.result;
  if (comparison === null || comparison.value !== null) return [];
  const { measure } = comparison;
  if (measure === "subgroup difference") return [];
  const says = measure === "direction" ? definition : measure;
  return [
    agreementRow(of, {
      group: `${sidesOf(of.result)}: ${says ?? "no more is said"}`,
      measure: "difference",
      p: { theirs: pOf(of.result), ours: null },
      ...withoutCohorts(of),
    }),
  ];
}

type Verdict = Pick<Agreement, "status" | "reason">;

function needsIndividualData({ outcome, measure, comparison }: PublishedResult): Verdict {
  const what = measure ?? comparison?.measure ?? outcome ?? "this";
  return { status: "needs individual data", reason: `${what} does not follow from counts` };
}

function withoutCohorts({ published: { set } }: Compared): Verdict {
  const reason =
    set === null
      ? "which studies were pooled is not known here"
      : "its group cannot be told from what is known of the studies";
  return { status: "cohorts missing", reason };
}

/**
 * Returns how many cohorts of the class the publication lists; `null` where its list is not public, and for a part
 * of the class. A printed number without a list is that of both classes together.
 */
function usedRows({ published, result, dataset: { cohorts } }: Compared): number | null {
  const { ask, therapyClass } = result;
  const rows = published.set?.rows ?? null;
  if (rows === null || ask === null || Object.keys(ask).length > 0) return null;
  const classOf = (id: string | null): TherapyClass | null =>
    cohorts.find((cohort) => cohort.id === id)?.therapyClass ?? null;
  return rows.filter(({ cohort }) => classOf(cohort) === therapyClass).length;
}

/**
 * Returns our figure for the same question, the number of cohorts behind it, and whether it agrees with the
 * printed one.
 */
function verdictOf(
  { published: { set }, result: { oddity } }: Compared,
  { query, silent }: Counterpart,
  figures: {
    theirs: PublishedFigure;
    ours: PublishedFigure;
    cohortCount: number;
    cohortsPooled: number | null;
  },
): Pick<Agreement, "ours" | "cohorts" | "query" | keyof Verdict> {
  const { theirs, ours, cohortCount, cohortsPooled } = figures;
  const missing = [
    ...(cohortsPooled !== null && cohortCount < cohortsPooled
      ? [`${cohortCount} of ${cohortsPooled} groups of patients have a figure here`]
      : []),
    ...(silent > 0 ? [`${silent} of its studies are not known here by what tells the group`] : []),
  ];
  const say = (status: AgreementStatus, ...reasons: readonly string[]) => {
    const all = [...reasons, ...(oddity === null ? [] : [`printed so: ${oddity}`])];
    return {
      ours: ours.value === null ? null : ours,
      cohorts: { ours: cohortCount, theirs: cohortsPooled },
      query,
      status,
      reason: all.length > 0 ? all.join("; ") : null,
    };
  };
  if (cohortCount === 0) {
    return say("cohorts missing", "none of its studies reports this in a form that can be pooled");
  }
  if (ours.value === null) {
    return say("cohorts missing", ...missing, "the classes are not compared here");
  }
  if (set?.rows === null) {
    return say("cohorts missing", "which studies were pooled is not public; ours by its rules");
  }
  // Equal digits would be chance and not a reproduction where cohorts are missing.
  if (missing.length === 0 && printsLike(theirs, ours)) return say("reproduced");
  if (inside(theirs, ours.value)) return say("within their interval", ...missing);
  return missing.length > 0
    ? say("cohorts missing", ...missing)
    : say("differs", "the same studies, other counts or another model");
}

/** Returns whether each printed number equals ours, rounded to the same number of decimals. */
function printsLike(theirs: PublishedFigure, ours: PublishedFigure): boolean {
  const numbersOf = ({ value, interval }: PublishedFigure) => [
    value,
    ...(interval ?? [null, null]),
  ];
  const computed = numbersOf(ours);
  return numbersOf(theirs).every((number, index) => {
    const ourNumber = computed[index] ?? null;
    return number === null || (ourNumber !== null && printsAs(ourNumber, number));
  });
}

function inside({ interval }: PublishedFigure, value: number): boolean {
  return interval !== null && value >= interval[0] && value <= interval[1];
}
