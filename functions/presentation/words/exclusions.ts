/** Words the reasons why a cohort is left out of a question or does not match a patient. */
import type { Exclusion, Field } from "#core/evidence/reasons.ts";
import { formatRange } from "#core/question/range.ts";
import { classAdjective } from "./class-names.ts";
import { describeCodedReason, type ReasonWords } from "./codes.ts";
import { afterLines, describeRegionLabel, joinRegionsByOr } from "./labels.ts";
import { numberNames } from "./parameters.ts";
import { describeAfterTherapyKinds, describeEarlierTherapyCounts } from "./patient-codes.ts";
import { namePropertyValue, propertyNames } from "./properties.ts";
import { describeRange } from "./range-text.ts";
import { uncapitalise } from "./sentences.ts";

const evidenceKinds = { trial: "clinical trial", "real-world": "real-world study" } as const;

const ofNumbers: Partial<Record<Field, string>> = numberNames;

function nameCohortField(field: Field): string {
  return ofNumbers[field] ?? uncapitalise(propertyNames[field].title);
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
    return `${describeEarlierTherapyCounts(printed)} before: ${isCounted ? `${distributive}fewer than half` : "number not found"}`;
  },
  "no-kind-printed": () => "kind or target of the earlier therapy not found",
  "not-sold": ({ regions, date }) => `no label found in ${joinRegionsByOr(regions)} as of ${date}`,
  "not-on-label": ({ lines, labels, date }) =>
    `label${afterLines[lines]}: ${labels.map(describeRegionLabel).join(", ")}, as of ${date}`,
  "dose-escalation": () => "dose escalation",
  "other-dose": () => "a dose that was not taken forward",
  "field-not-reported": ({ field }) => `${nameCohortField(field)} not found`,
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
