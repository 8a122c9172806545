/** Words of `/explore`: groups of trials and meta-regression. */
import type { ModeratorName } from "#core/answer/answer.ts";
import type { TestModel } from "#core/answer/subgroup-test.ts";
import type { Agreement } from "#core/others/published-values.ts";
import { counted } from "./counts.ts";
import { parameters } from "./parameters.ts";
import { properties } from "./properties.ts";

const models: Readonly<Record<TestModel, string>> = {
  reml: "REML",
  glmm: "the binomial–normal model",
  dl: "DerSimonian–Laird",
};

const named = { ...parameters, ...properties };

/** @param at Where a median is divided. */
function dimension(name: string, at?: string): string {
  const { title, unit = "" } = named[name as keyof typeof named];
  return at === undefined ? title : `${title}: under ${at}${unit}, or more`;
}

export const explore = {
  description: "Groups of trials, meta-regression and published values of one outcome.",
  form: {
    outcome: "Outcome",
    compare: "Compare by",
    moderator: "Regression on",
    show: "Show",
    onlyOf: (adjective: string) => `Reported by ${adjective} trials only`,
    /** Of a parameter that is not understood as it stands. */
    oneDimension: "groups within a class are compared here",
  },
  dimension,
  files: {
    csv: (group: string) => `${group}: numbers (CSV)`,
    json: "Data (JSON)",
    report: "All outcomes",
  },
  groups: {
    heading: (by: string) => `Compare by: ${inText(by)}`,
    says: "A difference between groups of trials, not a ranking: groups differ in more than this. Each class is shown by itself.",
    /** Where the question names one group only. */
    counted: (what: string) => `Counted: ${what}.`,
    wider: (filters: readonly string[]) => `Other than above, these are of ${filters.join("; ")}.`,
    columns: ["Group", "Of 100 (95 % interval)", "Difference"],
    reference: "compared with this group",
    notCompared: "not compared",
    oddsRatio: (ratio: string) => `odds ratio ${ratio}`,
    hazardRatio: (ratio: string) => `hazard ratio ${ratio}`,
    none: (names: readonly string[]) => `No number: ${names.join(", ")}.`,
    nothing: "No trial of this class can be grouped by this.",
    one: "All trials are in one group: nothing to compare.",
    silent: (count: number, all: number) => `Not reported by ${count} of ${all} studies.`,
    twoModels: (disagree: boolean) =>
      disagree
        ? "P and the interval of the difference are of different models (a Bayesian one for the interval) and disagree: the difference is uncertain."
        : "P and the intervals are of different models: the intervals are Bayesian.",
    test: (q: string, df: number, p: string, model: TestModel) =>
      `Test for subgroup differences: Q ${q}, ${df} df, ${p} (${models[model]}).`,
    untested: (least: number) =>
      `No test for differences between these groups: it needs two of ${least} trials or more.`,
    left: (names: readonly string[], least: number) =>
      `Not in the test, with fewer than ${least} trials: ${names.join(", ")}.`,
  },
  regression: {
    heading: "Meta-regression",
    moderator: (name: ModeratorName) => `${named[name].title}${unitOf(name)}`,
    yAxis: "Patients of 100",
    slope: (moderator: string, ratio: string, p: string) =>
      `${moderator}, one more: odds × ${ratio}, ${p}.`,
    oneSlope: "One slope for both classes.",
    slopeOf: (group: string) => `Of ${group} trials only.`,
    /** At an equal value of the moderator. */
    between: (moderator: string, ratio: string, p: string) =>
      `CAR-T against bispecifics at equal ${inText(moderator)}: odds ratio ${ratio}, ${p}.`,
    /** @param difference With its interval. */
    difference: (difference: string, x: string) =>
      `At ${x}, the middle of what both classes have: ${difference} of 100.`,
    /** @param ranges Of CAR-T and of bispecifics. */
    apart: (moderator: string, [carT, bsab]: readonly [string, string]) =>
      `No ${inText(moderator)} is in both classes (CAR-T ${carT}, bispecifics ${bsab}): the two cannot be told apart, no comparison at equal values.`,
    /** @param ends Of the values that both classes span. */
    noneWithin: (moderator: string, ends: readonly string[]) =>
      `A class has no trial at ${[...new Set(ends)].join("–")}, the ${inText(moderator)} that both classes span: no comparison at equal values.`,
    r2: (percent: string, withClass: boolean) =>
      withClass
        ? `R² ${percent} %: what class and this account for together, of the spread between trials; not this alone.`
        : `R² ${percent} %: what this accounts for, of the spread between trials.`,
    at: (rate: string, x: string) => `${rate} of 100 at ${x}`,
    /** @param ends A single one has no line. */
    line: (group: string, ends: readonly string[]) =>
      ends.length > 1
        ? `${group}: ${ends.join(", ")}.`
        : `${group}: ${ends.join()}, where all trials are.`,
    bubbles: "Each bubble is a trial, its area the number of patients; bands are 95 % intervals.",
    chance: "With few trials a relation may be chance; it need not hold between patients.",
    silent: (names: readonly string[]) => `Not reported by: ${names.join(", ")}.`,
    onlyCounts: "Survival at a month is no count: there is no regression of it.",
  },
  published: {
    heading: "Published values",
    says: "What meta-analyses reported, beside the same question here: with their trials and rules, as far as these are known. Nothing was adjusted to agree.",
    none: "No meta-analysis that is known here reported a value of this outcome.",
    columns: ["Analysis", "Published (95 % interval)", "Here, by its trials and rules"],
    between: "Between groups, as the papers made them",
    others: (count: number) =>
      `${counted(count, "value")} without a number here: their studies are not known, or not who was in the group; medians do not follow from counts`,
    size: (studies: number | null, patients: number | null) =>
      [
        studies === null ? "" : counted(studies, "study"),
        patients === null ? "" : `${patients} patients in all`,
      ]
        .filter(Boolean)
        .join(", "),
    patients: (count: number) => counted(count, "patient"),
    median: (months: string) => `median ${months} months`,
    noNumber: "no number",
    here: (number: string) => `here ${number}`,
    i2: (percent: number) => `I² ${percent} %`,
    found: ({ found, used }: Agreement["cohorts"]) =>
      `${found ?? 0}${used === null ? "" : ` of ${used}`} groups of patients`,
    reproduced: "reproduced to the digit",
    within: (isWithin: boolean) =>
      isWithin ? "published inside our interval" : "published outside our interval",
    conclusions: {
      yes: "same conclusion",
      no: "not the same conclusion",
      "direction only": "same direction, not the same conclusion",
    },
  },
};

const inText = (title: string) => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

function unitOf(name: ModeratorName): string {
  const { unit } = named[name];
  return unit === undefined ? "" : `,${unit}`;
}
