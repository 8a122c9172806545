/**
 * Words the reasons why a cohort is left out of a question or does not match a patient, and why a figure is not
 * counted.
 */
import type { Exclusion, Field } from "#core/evidence/filters.ts";
import type { Refusal } from "#core/evidence/reasons.ts";
import { formatRange } from "#core/question/range.ts";
import type { Hold } from "#data/vocabulary.ts";
import { describeCodedReason, type ReasonWords } from "./codes.ts";
import { propertyNames } from "./groups.ts";
import { afterLines, describeRegionLabel, joinRegionsByOr } from "./labels.ts";
import { classAdjective, unreported } from "./names.ts";
import { describeRange } from "./numbers.ts";
import { isRangeFilterName, nameNumericStudyProperty } from "./parameter-words.ts";
import { describeAfterTherapyKinds, describeEarlierTherapyCounts } from "./patient-codes.ts";
import { namePropertyValue } from "./properties.ts";
import { uncapitalise } from "./sentences.ts";

const evidenceKinds = { trial: "clinical trial", "real-world": "real-world study" } as const;

function nameCohortField(field: Field): string {
  return isRangeFilterName(field)
    ? nameNumericStudyProperty(field)
    : uncapitalise(propertyNames[field].title);
}

export const exclusions: ReasonWords<Exclusion> = {
  "not-in-set": ({ set }) => `not a study of ${set}`,
  "by-hand": () => "left out by hand",
  "other-class": ({ therapyClass }) => `${classAdjective[therapyClass]} study`,
  "other-product": () => "another drug",
  "other-evidence": ({ evidence }) => evidenceKinds[evidence],
  "other-lines": ({ of, range }) => `${of} after ${formatRange(range)} prior lines`,
  "other-setting": ({ setting }) => `${setting} setting`,
  combination: () => "given in a combination",
  "not-combined": () => "given alone",
  "other-target": ({ targets }) =>
    `target ${targets.map((antigen) => namePropertyValue("target", antigen)).join(" and ")}`,
  "after-bcma": ({ required }) =>
    required ? "recruited after BCMA therapy" : "not recruited after BCMA therapy",
  "other-kinds": ({ kinds }) => `reports no patient ${describeAfterTherapyKinds(kinds)}`,
  "few-of-kinds": ({ printed }) => {
    const distributive = printed.length > 1 ? "each " : "";
    const isCounted = printed.every(({ n }) => n !== null);
    return `${describeEarlierTherapyCounts(printed)} before: ${isCounted ? `${distributive}fewer than half` : "number not reported"}`;
  },
  "no-kind-printed": () => "kind or target of the earlier therapy not reported",
  "not-sold": ({ regions, date }) => `no label found in ${joinRegionsByOr(regions)} as of ${date}`,
  "not-on-label": ({ lines, labels, date }) =>
    `label${afterLines[lines]}: ${labels.map(describeRegionLabel).join(", ")}, as of ${date}`,
  "dose-escalation": () => "dose escalation",
  "other-dose": () => "a dose that was not taken forward",
  "field-not-reported": ({ field }) => `${nameCohortField(field)} not reported`,
  "outside-range": ({ field, value, range }) =>
    `${nameCohortField(field)} ${value}, outside ${formatRange(range)}`,
};

/** Returns the reason without the values of single cohorts: "median age not ≥ 65". */
export function describeExclusionWithoutValues(reason: Exclusion): string {
  return reason.code === "outside-range"
    ? `${nameCohortField(reason.field)} not ${describeRange(reason.range)}`
    : describeCodedReason(reason, exclusions);
}

/** Groups items by their reason, the most frequent reason first. */
export function groupItemsByReason<T>(
  items: readonly T[],
  reasonOf: (item: T) => string,
): readonly (readonly [reason: string, items: readonly T[]])[] {
  const reasons = [...new Set(items.map(reasonOf))];
  return reasons
    .map((reason) => [reason, items.filter((item) => reasonOf(item) === reason)] as const)

    .sort(([a, itemsOfA], [b, itemsOfB]) => itemsOfB.length - itemsOfA.length || (a < b ? -1 : 1));
}

const holds: Readonly<Record<Hold, string>> = {
  "conflicting-sources": "sources disagree",
  unverified: "could not be confirmed",
  "different-definition": "another definition",
  "with-complete-response": "MRD-negative only with a complete response",
  "at-most": "a difference of two reported numbers: at most so many",
  "denominator-unclear": "printed per infused; deaths before infusion may be among them",
  inferred: "inferred, not reported",
  "time-limited": "counted in a shorter window",
  "estimate-not-count": "an estimate without a count",
  "pooled-cohorts": "reported for several studies together",
};

type Of<Code extends Refusal["code"]> = Extract<Refusal, { readonly code: Code }>;

const notOver: Readonly<Record<Of<"not-over">["over"], string>> = {
  responders: "not counted over responders",
  leukapheresed: "not counted over all apheresed",
  enrolled: "not counted over all who were enrolled",
};

const onlyOver: Readonly<Record<Of<"only-over">["population"], string>> = {
  leukapheresed: "counted over all apheresed",
  "efficacy-evaluable": "only for evaluable patients",
  responders: "only for responders",
  "mrd-evaluable": "only for patients evaluable for MRD",
  subset: "only for some of its patients",
};

export const refusals: ReasonWords<Refusal> = {
  "not-reported": () => unreported,
  held: ({ hold }) => holds[hold],
  "no-paper": () => "in no paper or label",
  "not-counted": ({ cut }) => `not counted in ${cut}`,
  "not-primary": () => "another data cut than the primary publication’s",
  unreviewed: () => "only in a source that nobody reviewed (tier 4)",
  "no-count": () => "percentage without a count",
  "no-interval": () => "no interval can be computed",
  "follow-up-short": ({ isFollowUpKnown }) =>
    `without interval, ${isFollowUpKnown ? "and follow-up does not reach the month" : "follow-up not reported"}`,
  "not-over": ({ over }) => notOver[over],
  "only-over": ({ population }) => onlyOver[population],
  "small-trial": () => "fewer than 30 patients, beside one larger trial that is counted alone",
  "parts-report": () => "a trial that is part of it is counted instead",
  // The records of both cohorts state why they share patients.
  "shares-patients": ({ possibly, cohort }) =>
    `${possibly ? "may share" : "shares"} patients with ${cohort}`,
};
