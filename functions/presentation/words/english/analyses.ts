/** Names of the checks of a sensitivity analysis, and the remarks on it and on a meta-regression. */
import type { LostCheck } from "#core/comparison/checked.ts";
import type { CodedByName } from "#core/comparison/coded-answer.ts";
import type { RegressionRemark } from "#core/comparison/meta-regression.ts";
import type { Change } from "#core/comparison/sensitivity/checks.ts";
import type { ScreenWords } from "../catalogue.ts";
import type { ReasonWords } from "../codes.ts";
import { productName } from "../product-name.ts";
import { differenceRange, signedDifference } from "../rates.ts";

type NamedChange = Exclude<Change, { kind: "leave-one-out" | "leave-product-out" }>;

const changes: Readonly<Record<NamedChange["value"], string>> = {
  base: "As asked",
  "availability=us": "Approved in the US",
  "availability=eu": "Approved in the EU",
  "doses=recommended": "Without dose escalation",
  "cut=primary-only": "No other cut stands in",
  "cut=latest": "Longest follow-up of each study",
  "denominator=enrolled": "Over all who were enrolled",
  "denominator=collected": "Over all with cells collected, where known",
  "sources=papers": "Papers and labels only",
  "sources=any": "With unreviewed sources",
  "definition=broad": "Neurotoxicity counted for ICANS",
  "overlap=keep": "With studies that share patients",
  "without-phase-1": "Without phase 1",
  "tau-0.5": "Half the prior spread between trials",
  "tau-2": "Twice the prior spread between trials",
  "mu-1.5": "Narrower prior for the typical rate",
  bayes: "Default model",
  glmm: "Binomial–normal model, likelihood",
  reml: "Inverse variance, Hartung–Knapp",
};

function change(one: Change): string {
  const name = nameOf({ cohort: null, ...one });
  const unknown = "unknown" in one ? one.unknown : 0;
  return unknown === 0 ? name : `${name} (${unknown} of unknown phase kept)`;
}

function nameOf({
  kind,
  value,
  cohort,
}: {
  readonly kind: Change["kind"];
  readonly value: string;
  readonly cohort: string | null;
}): string {
  if (cohort !== null) return `Without ${cohort}`;
  return kind === "leave-product-out"
    ? `Without ${productName(value)}`
    : changes[value as keyof typeof changes];
}

/** Of a label, within a sentence. */
function lower(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** In a sentence; the answer lists all of them. */
const mostNamed = 3;

function firstOf(names: readonly string[]): readonly string[] {
  return names.length > mostNamed + 1 ? [...names.slice(0, mostNamed), "and others"] : names;
}

/** What the checks of a finding say together. */
const held = {
  none: "No difference to check.",
  /** `open`: the interval of the answer holds 0. `lost` are labels of changes, the weightiest first. */
  checks: (open: boolean, kept: number, checks: number, lost: readonly string[]) => {
    const [most, ...others] = firstOf(lost.map(lower));
    if (open) {
      const but = most === undefined ? "" : `; not: ${[most, ...others].join("; ")}`;
      return `Either way: the interval holds 0, and in ${kept} of ${checks} checks, too${but}.`;
    }
    if (most === undefined) return `Holds in ${kept} of ${checks} checks.`;
    const too = others.length === 0 ? "" : `; also: ${others.join("; ")}`;
    return `Depends on: ${most}${too}. Kept in ${kept} of ${checks} checks.`;
  },
  leaveOneOut: (range: string) => `With any one study left out: ${range}.`,
  /** @param amount For example "14 more". @param phrase Of the outcome: "responded". */
  tippingPoint: (amount: string, phrase: string) =>
    `The interval would reach 0 if, in comparable patients, ${amount} of 100 given bispecifics ${phrase}.`,
};

const regressionRemarks: ReasonWords<RegressionRemark> = {
  "few-cohorts": ({ k, enough }) =>
    `Only ${k} studies: with fewer than ${enough}, chance findings are likely.`,
  "overlap-unsettled": () =>
    "So many studies share patients that not every set of them was tried; another set may hold more patients.",
  "clusters-ignored": ({ cohorts, products }) =>
    `${cohorts} of the studies share ${products === 1 ? "a product" : `${products} products`} and count as independent: intervals may be too narrow, p values too small.`,
  "too-few-cohorts": ({ k, least }) =>
    `No slope: a class has ${k} studies with both, fewer than ${least}.`,
  "no-answer": ({ status }) =>
    status === "rank-deficient"
      ? "No slope: the trials that report both differ too little in this, or only by class."
      : "No slope: the model found none for so few events or trials.",
};

/** Two products against each other. @param phrase Of the outcome: "responded". */
function byName(
  { product, against, counts, differencePer100, differenceInterval }: CodedByName,
  phrase: string,
  screen: ScreenWords,
): string {
  const [own, other] = counts.map(({ events, n }) => `${events} of ${n}`);
  const amount = signedDifference(differencePer100, screen);
  const range = differenceInterval
    ? `(${differenceRange(differenceInterval, screen)})`
    : "(no interval: trials of a product differ)";
  return `${productName(product)} ${own}, ${productName(against)} ${other}: ${amount} of 100 ${phrase} with ${productName(product)} ${range}, in other patients.`;
}

export const analyses = {
  byName,
  change,
  /** A check within a sentence. */
  checkName: (check: Pick<LostCheck, "kind" | "value" | "cohort">) => lower(nameOf(check)),
  held,
  regressionRemarks,
};
