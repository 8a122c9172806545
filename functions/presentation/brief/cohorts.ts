/** The cohorts under an outcome: those pooled with their figures, those not pooled with the reason. */

import type {
  Comparison,
  MedianResult,
  NotPooled,
  OutcomeComparison,
  StudyResult,
} from "#core/comparison/answer.ts";
import { groups, longName } from "#core/evidence/classes.ts";
import type { Query } from "#core/question/query.ts";
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import { counted, rateOf100 } from "../words/rates.ts";
import { byReason } from "./by-reason.ts";
import { ends } from "./numbers.ts";
import { type Line, type List, line, list } from "./parts.ts";
import { isLandmark } from "./pool.ts";
import type { References } from "./references.ts";

export function cohortLists(
  row: OutcomeComparison,
  { query }: Comparison,
  references: References,
): List[] {
  return groups.flatMap((group) => [
    ...pooled(group, row, query, references),
    ...notPooled(group, row),
    ...medians(group, row, references),
  ]);
}

function pooled(
  group: TherapyClass,
  { outcome, pools }: OutcomeComparison,
  query: Query,
  references: References,
): List[] {
  const { studies } = pools[group];
  const kind = isLandmark(outcome)
    ? "95 % interval as printed or approximated"
    : "exact 95 % interval";
  const lead = `${counted(studies.length, `${longName[group]} cohort`)} pooled, ${studies.length === 1 ? "" : "each "}with its own ${kind}`;
  return list(
    lead,
    studies.map((study) => studyLine(study, query, references)),
  );
}

/** Whom a figure is counted over. */
export const populations: Readonly<Record<Population, string>> = {
  randomised: "all randomised patients",
  leukapheresed: "all patients with cells collected",
  treated: "treated patients",
  "efficacy-evaluable": "patients evaluable for efficacy",
  safety: "the safety set",
  responders: "responders",
  "mrd-evaluable": "patients evaluable for MRD",
  subset: "a part of the cohort",
};

function studyLine(study: StudyResult, { cut }: Query, references: References): Line {
  const { label, product, events, n, estimate, interval, weight, followUpMonths, citation } = study;
  const rate = `${rateOf100(estimate)} of 100 (${ends(interval)})`;
  const figure =
    events !== null && n !== null
      ? `${events} of ${n}, ${rate}`
      : `${rate}${n === null ? ", number of patients not given" : `, ${counted(n, "patient")}`}`;
  const parts = [
    figure,
    `weight ${weightText(weight)}`,
    `over ${populations[study.population]}`,
    followUpMonths === null ? "follow-up not reported" : `follow-up ${months(followUpMonths)}`,
    study.regimen === "combination" && "in combination",
    study.cut !== "primary" && study.cut !== cut && `not the primary data cut (${study.cut})`,
  ].filter((part) => part !== false);
  return line(`${label}, ${product}: ${parts.join("; ")}`, references.cite(citation, study.source));
}

function weightText(weight: number): string {
  return weight > 0 && weight < 0.5 ? "< 1 %" : `${Math.round(weight)} %`;
}

function months(value: number): string {
  return `${value} ${value === 1 ? "month" : "months"}`;
}

/** One item for each reason, the most frequent first. */
function notPooled(group: TherapyClass, { pools }: OutcomeComparison): List[] {
  const all = pools[group].notPooled;
  return list(
    `${counted(all.length, `selected ${longName[group]} cohort`)} not pooled`,
    byReason(all, ({ reason }) => reason).map(([reason, cohorts]) => {
      const labels = cohorts.map((one) => `${one.label}${reported(one)}`);
      return `${counted(cohorts.length, "cohort")}, ${reason}: ${labels.join("; ")}`;
    }),
  );
}

/** What a cohort reports all the same. */
function reported({ events, n, percentPrinted, followUpMonths }: NotPooled): string {
  const figure =
    events !== null && n !== null
      ? `${events} of ${n}`
      : percentPrinted === null
        ? null
        : `${Number(percentPrinted.toPrecision(4))} %`;
  if (figure === null) return "";
  return followUpMonths === null ? ` (${figure})` : ` (${figure} at ${months(followUpMonths)})`;
}

const families: Readonly<Record<string, string>> = {
  pfs: "progression-free survival",
  os: "overall survival",
  dor: "duration of response",
};

function medians(group: TherapyClass, row: OutcomeComparison, references: References): List[] {
  if (!isLandmark(row.outcome)) return [];
  const family = families[row.outcome.split("-")[0] ?? ""] ?? row.label;
  return list(
    `Median ${family} as printed for ${longName[group]} cohorts, not pooled`,
    row.pools[group].medians.map((median) => medianLine(median, references)),
  );
}

function medianLine(
  { label, months: value, interval, citation }: MedianResult,
  references: References,
) {
  const [low, high] = interval ?? [null, null];
  const ofMedian =
    low === null && high === null
      ? "interval not given"
      : `95 % interval ${low ?? "not given"} to ${high ?? "not reached"}`;
  return line(`${label}: ${months(value)} (${ofMedian})`, references.cite(citation));
}
