/** The cohorts under an outcome, in English. */
import type { Population, TherapyClass } from "#data/vocabulary.ts";
import { counted } from "../counted.ts";
import { screen } from "../screen.ts";
import { cohortsOf, months } from "./parts.ts";

const populations: Readonly<Record<Population, string>> = {
  randomised: "all randomised patients",
  leukapheresed: "all patients with cells collected",
  treated: "treated patients",
  "efficacy-evaluable": "patients evaluable for efficacy",
  safety: "the safety set",
  responders: "responders",
  "mrd-evaluable": "patients evaluable for MRD",
  subset: "a part of the cohort",
};

const families: Readonly<Record<string, string>> = {
  pfs: "progression-free survival",
  os: "overall survival",
  dor: "duration of response",
};

export const cohorts = {
  /** @param isApart Whether the cohorts do not stand for their class, and nothing is pooled. */
  pooled: (count: number, group: TherapyClass, landmark: boolean, isApart: boolean) => {
    const kind = landmark ? "95 % interval as printed or approximated" : "exact 95 % interval";
    return `${cohortsOf(count, group)} ${isApart ? "with a figure" : "pooled"}, ${count === 1 ? "" : "each "}with its own ${kind}`;
  },
  figure: ({
    events,
    n,
    rate,
    range,
  }: {
    readonly events: number | null;
    readonly n: number | null;
    readonly rate: string;
    readonly range: string;
  }) => {
    const said = `${rate} of 100 (${range})`;
    if (events !== null && n !== null) return `${events} of ${n}, ${said}`;
    return `${said}, ${n === null ? "number of patients not given" : counted(n, "patient")}`;
  },
  weight: (percent: number) =>
    `weight ${percent > 0 && percent < 0.5 ? "< 1 %" : `${Math.round(percent)} %`}`,
  /** @param derived Whether the count is made of that of the infused. */
  over: (population: Population, derived: boolean) =>
    `over ${populations[population]}${derived ? ", derived from the infused" : ""}`,
  populations,
  followUp: (value: number | null) =>
    value === null ? "follow-up not reported" : `follow-up ${months(value)}`,
  combination: "in combination",
  otherCut: (cut: string) => `not the primary data cut (${cut})`,
  notPooled: (count: number, group: TherapyClass) =>
    `${counted(count, `selected ${screen.classAdjective[group]} cohort`)} not pooled`,
  forReason: (count: number, reason: string, labels: readonly string[]) =>
    `${counted(count, "cohort")}, ${reason}: ${labels.join("; ")}`,
  reported: {
    events: (events: number, n: number) => `${events} of ${n}`,
    percent: (value: number) => `${value} %`,
    at: (figure: string, value: number) => `${figure} at ${months(value)}`,
  },
  /** `label` is used if a family has no name. */
  medians: (family: string, label: string, group: TherapyClass) =>
    `Median ${families[family] ?? label} as printed for ${screen.classAdjective[group]} cohorts, not pooled`,
  /** An end is `null` if it was not reached or is not reported. */
  median: (label: string, value: number, [low, high]: readonly [number | null, number | null]) => {
    const ofMedian =
      low === null && high === null
        ? "interval not given"
        : `95 % interval ${low ?? "not given"} to ${high ?? "not reached"}`;
    return `${label}: ${months(value)} (${ofMedian})`;
  },
};
