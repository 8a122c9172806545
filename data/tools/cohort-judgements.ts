/** Corrections of a collected cohort's classification or baseline, each with its reason. */
import type { Cohort } from "../schema.ts";

export interface CohortJudgement {
  reason: string;
  doses?: Cohort["doses"];
  setting?: Cohort["setting"];
  regimen?: Cohort["regimen"];
  priorBcma?: Cohort["priorBcma"];
  settingBasis?: string;
  /** Patients treated, where the collected number counts others; `null`: not printed. */
  baselineN?: number | null;
  /** Entries of the list of missing items for which a figure has since been found. */
  found?: string[];
  /** A sentence added to the notes. */
  note?: string;
}

export const cohortJudgements: Readonly<Record<string, CohortJudgement>> = {
  "anito-cel-phase-1": {
    reason: "The notes state the lines",
    settingBasis: "3 or more prior lines in all patients",
  },
  "bm38-li-2019": {
    reason: "2 to 9 prior lines, median approaching four",
    setting: "mixed",
    settingBasis: "range of prior lines: 2 to 9",
  },
  "cartitude-1": {
    reason: "Listed as missing, but a figure is there",
    found: ["crsGrade3Plus from a usable source"],
  },
  "filippatos-cilta-cel-trinetx-2026": {
    reason: "A de-identified network; no edge can be drawn",
    note: "May contain patients of any US cohort.",
  },
  "filippatos-ide-cel-trinetx-2026": {
    reason: "A de-identified network; no edge can be drawn",
    note: "May contain patients of any US cohort.",
  },
  "germany-ide-cel-2025": {
    reason: "The abstract states the population",
    settingBasis: "abstract: triple-class exposed, more than 3 lines",
  },
  "karmma-3-ide-cel": {
    reason: "Meets both settings; the lines at enrolment decide",
    settingBasis:
      "protocol: 2 to 4 prior lines at enrolment, hence early; patients were triple-class exposed as well",
  },
  "immagine-1": {
    reason: "86 is the efficacy-evaluable set; how many were infused in that cut is not printed",
    baselineN: null,
  },
  "kite-585-cornell-2021": {
    reason: "17 were enrolled, 14 infused (abstract)",
    baselineN: 14,
  },
  mcarh109: {
    reason: "Many responders had had BCMA CAR-T; how many is not printed",
    priorBcma: "some",
  },
  "vij-abbv383-20mg": {
    reason: "A dose level below the one expanded in the whole trial",
    doses: "escalation",
  },
  "vij-abbv383-40mg": {
    reason: "A dose level below the one expanded in the whole trial",
    doses: "escalation",
  },
  "fcarh143-gsi-cowan-2023": {
    reason: "Given with a gamma-secretase inhibitor",
    regimen: "combination",
  },
  "legend-2-lcar-b38m": {
    reason: "Doses from 0.07 to 2.10 million cells per kg, split or single",
    doses: "escalation",
  },
  "linker-mm1-50mg": {
    reason: "A dose level that was not taken forward",
    doses: "escalation",
  },
  "magnetismm-1": {
    reason: "The 55 patients received several efficacious dose levels",
    doses: "escalation",
  },
  "magnetismm-3-cohort-b": {
    reason:
      "63 is the label efficacy set; the report of the Japanese approval (source 1) gives 64 in cohort B",
    baselineN: 64,
  },
  "monumental-1-prior-tcr": {
    reason:
      "Recruited for earlier T-cell redirection (CAR-T or bispecific), which is not always BCMA-directed",
    priorBcma: "required",
    note: "Recruited for earlier CAR-T or bispecific therapy; how many had a BCMA-directed one is not printed. Classed with cohorts after BCMA therapy so that it never enters a pool of unselected patients.",
  },
  "razzo-teclistamab-us-2025": {
    reason: "Contains the cohort of Dima, half of whom had earlier BCMA therapy",
    priorBcma: "some",
  },
};
