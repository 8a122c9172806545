/** Names classes, studies, the kinds of survival, and how well sources were reviewed. */

import type { Query } from "#core/question/query.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import type { SurvivalFamily } from "#data/survival.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { capitalise } from "./sentences.ts";

type Names = Readonly<Record<TherapyClass, string>>;

export const className: Names = { "car-t": "CAR-T", bsab: "Bispecific" };
export const classInText: Names = { "car-t": "CAR-T", bsab: "bispecific antibodies" };
export const classPlural: Names = { "car-t": "CAR-T", bsab: "bispecifics" };
export const classAdjective: Names = { "car-t": "CAR-T", bsab: "bispecific" };
export const classSingular: Names = { "car-t": "CAR-T cells", bsab: "bispecific antibody" };
export const classCode: Names = { "car-t": "CAR-T", bsab: "BsAb" };

export type StudyWord = "trial" | "study";

/** Returns the noun for a cohort, because real-world series are not called trials. */
export function chooseStudyWord({ evidence }: Pick<Query, "evidence">): StudyWord {
  return evidence === "trial" ? "trial" : "study";
}

// Writes texts on how well sources and answers were reviewed, and on unreported figures.

/** Names the tiers of sources that are reviewed less than usual. */
export const lowerTiers: Readonly<Record<number, string>> = {
  2: "company, congress or review",
  3: "trade news",
  4: "unreviewed",
};

export function describeSourceTier(tier: number): string {
  return lowerTiers[tier] ?? "paper, regulator or label";
}

/** This text stands for what the sources that could be read do not report, instead of a blank, a dash or a zero. */
export const unreported = "not reported";

/** Describes what an answer has no figure of: `elsewhere` is true if other questions have one. */
export interface Gap {
  readonly elsewhere?: true;
}

/** Returns what stands in place of a figure. */
export function nameGap({ elsewhere }: Gap = {}): string {
  return elsewhere ? "not in this question" : unreported;
}

/** Divides what has no figure, each part with its heading: "Not reported:", "Not in this question:". */
export function divideGaps<G extends Gap>(gaps: readonly G[]) {
  return groupBy(gaps, nameGap).map((of) => ({ heading: `${capitalise(nameGap(of[0]))}:`, of }));
}

/** A key says this where a figure is not reported, because a gap was read as zero. */
export const keyOfUnreported =
  "Not reported: in the sources that we could read; it may still have happened.";

/** Explains the gaps that occur in texts. */
export function listKeysOfGaps(texts: readonly string[]): string[] {
  return keysOfGaps.flatMap(([gap, key]) =>
    texts.some((text) => text.includes(nameGap(gap))) ? key : [],
  );
}

const keysOfGaps: readonly (readonly [Gap, string])[] = [
  [{}, keyOfUnreported],
  [{ elsewhere: true }, "Not in this question: other questions have it."],
];

// Names the kinds of survival.

type NamesByFamily = Readonly<Record<SurvivalFamily, string>>;

export const survivalNames: NamesByFamily = {
  pfs: "progression-free",
  os: "alive",
  dor: "in response",
};

export const medianNames: NamesByFamily = {
  pfs: "Progression-free survival",
  os: "Overall survival",
  dor: "Response duration",
};

export const survivalSegments: NamesByFamily = {
  pfs: "Progression-free",
  os: "Overall",
  dor: "Response",
};

/** Names what is counted at a month. */
export const survivalTitles: NamesByFamily = {
  pfs: "Alive without progression",
  os: "Alive",
  dor: "Still in response, of patients who responded",
};

/** Names a median on a phone. */
export const survivalMonths: NamesByFamily = {
  pfs: "PFS, months",
  os: "OS, months",
  dor: "DOR, months",
};
