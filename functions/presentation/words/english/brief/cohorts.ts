/** The cohorts under an outcome, in English. */
import type { Population } from "#data/vocabulary.ts";
import type { CohortWords } from "../../contract/brief.ts";
import { counted } from "../counted.ts";
import { en } from "../screen.ts";
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

export const cohorts: CohortWords = {
  pooled: (count, group, landmark, isApart) => {
    const kind = landmark ? "95 % interval as printed or approximated" : "exact 95 % interval";
    return `${cohortsOf(count, group)} ${isApart ? "with a figure" : "pooled"}, ${count === 1 ? "" : "each "}with its own ${kind}`;
  },
  figure: ({ events, n, rate, range }) => {
    const said = `${rate} of 100 (${range})`;
    if (events !== null && n !== null) return `${events} of ${n}, ${said}`;
    return `${said}, ${n === null ? "number of patients not given" : counted(n, "patient")}`;
  },
  weight: (percent) =>
    `weight ${percent > 0 && percent < 0.5 ? "< 1 %" : `${Math.round(percent)} %`}`,
  over: (population, derived) =>
    `over ${populations[population]}${derived ? ", derived from the infused" : ""}`,
  populations,
  followUp: (value) => (value === null ? "follow-up not reported" : `follow-up ${months(value)}`),
  combination: "in combination",
  otherCut: (cut) => `not the primary data cut (${cut})`,
  notPooled: (count, group) =>
    `${counted(count, `selected ${en.classAdjective[group]} cohort`)} not pooled`,
  forReason: (count, reason, labels) =>
    `${counted(count, "cohort")}, ${reason}: ${labels.join("; ")}`,
  reported: {
    events: (events, n) => `${events} of ${n}`,
    percent: (value) => `${value} %`,
    at: (figure, value) => `${figure} at ${months(value)}`,
  },
  medians: (family, label, group) =>
    `Median ${families[family] ?? label} as printed for ${en.classAdjective[group]} cohorts, not pooled`,
  median: (label, value, [low, high]) => {
    const ofMedian =
      low === null && high === null
        ? "interval not given"
        : `95 % interval ${low ?? "not given"} to ${high ?? "not reached"}`;
    return `${label}: ${months(value)} (${ofMedian})`;
  },
};
