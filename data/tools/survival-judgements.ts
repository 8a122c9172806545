/** Survival figures that belong to another cut or set than the rest of their family. */
import type { Hold, Population } from "../vocabulary.ts";

export interface SurvivalJudgement {
  reason: string;
  population?: Population;
  cut?: string;
  followUpMonths?: number | null;
  hold?: Hold;
  /** Another listed source that prints the same value and is better reviewed. */
  source?: number;
  locator?: string;
  /** `null`: that source does not print the interval. */
  interval?: null;
}

const first58 = { cut: "cut2024-06", population: "subset" } as const;

/** Keyed by cohort, then by `family` for a median or `family:month` for a landmark. */
export const survivalJudgements: Readonly<
  Record<string, Readonly<Record<string, SurvivalJudgement>>>
> = {
  "cartitude-1": {
    "pfs:27": {
      reason:
        "The review quotes the 2-year paper here; its 12.4 months belong to the response rate",
      cut: "27.7mo",
      followUpMonths: 27.7,
    },
    "os:27": {
      reason:
        "The review quotes the 2-year paper here; its 12.4 months belong to the response rate",
      cut: "27.7mo",
      followUpMonths: 27.7,
    },
  },
  "cartitude-4-cilta-cel": {
    "os:24": { reason: "From the advisory-committee cut", cut: "odac" },
  },
  "crb-401-raje-2019": {
    pfs: {
      reason: "Two reports give the same median for the 30 patients at active doses",
      population: "subset",
    },
  },
  "crb-402-bb21217": {
    dor: {
      reason: "The 12 patients at 150 million cells, early cut",
      population: "subset",
      cut: "ash2019-150m",
    },
  },
  "filippatos-ide-cel-trinetx-2026": {
    "os:12": {
      reason: "The abstract prints 86 %, the page summary about 75 %",
      hold: "conflicting-sources",
    },
  },
  "immagine-1": {
    "pfs:6": { ...first58, reason: "The landmarks belong to the first 58 patients" },
    "os:6": { ...first58, reason: "The landmarks belong to the first 58 patients" },
  },
  karmma: {
    pfs: {
      reason: "A peer-reviewed paper prints the same median as the unreviewed digest",
      source: 7,
      locator:
        "Introduction quoting KarMMa; the interval (5.6 to 11.6) only in an unreviewed digest",
      interval: null,
    },
  },
  "karmma-3-ide-cel": {
    "pfs:6": {
      reason: "The NEJM analysis, whose follow-up this source prints as 15.9",
      cut: "primary",
    },
    "pfs:12": {
      reason: "The NEJM analysis, whose follow-up this source prints as 15.9",
      cut: "primary",
    },
    pfs: {
      reason: "The NEJM analysis, whose follow-up this source prints as 15.9",
      cut: "primary",
    },
  },
  "majestec-1": {
    pfs: {
      reason: "A reviewed report prints the same median and interval as the unreviewed digest",
      source: 11,
    },
  },
  "universal-allo-715-2023": {
    dor: {
      reason:
        "Follows the sentence on the 320 million subset; whether it is for all responders is not said",
      population: "subset",
    },
  },
};
