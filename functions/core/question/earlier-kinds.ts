/** Reads the earlier therapy that a question names. */
import { type EarlierKind, earlierKinds } from "#data/vocabulary.ts";
import type { Lines } from "./for-patient.ts";
import type { EarlierKinds } from "./patient.ts";
import type { Query } from "./query.ts";

export function listEarlierTherapyKinds(priorBcma: Query["priorBcma"]): EarlierKind[] {
  return earlierKinds.filter((kind) => priorBcma.includes(kind));
}

/** Returns whether a question asks for trials that recruited for earlier therapy. */
export function isQuestionAfterTherapy({ priorBcma }: Pick<Query, "priorBcma">): boolean {
  return priorBcma.includes("selected") || listEarlierTherapyKinds(priorBcma).length > 0;
}

/**
 * Holds the patients whom a question is about: the inverse of `choosePatientQuestion`, as far as the question tells.
 */
export interface PatientsOfQuestion {
  readonly lines: Lines;
  /** `earlier` is their earlier therapy; `null` if the question asks for no earlier therapy. */
  readonly earlier: EarlierKinds | null;
}

/**
 * Returns the lines that a question asks for (three or more unless it asks for one or two), and the earlier therapy:
 * its kinds, `some` if it asks for therapy directed at BCMA of whatever kind, or `null`.
 */
export function readPatientsOfQuestion({
  lines,
  priorBcma,
}: Pick<Query, "lines" | "priorBcma">): PatientsOfQuestion {
  const kinds = listEarlierTherapyKinds(priorBcma);
  const ofUnknownKind = priorBcma.includes("selected") ? "some" : null;
  return {
    lines: lines === "1" || lines === "2" ? lines : "3+",
    earlier: kinds.length > 0 ? kinds : ofUnknownKind,
  };
}
