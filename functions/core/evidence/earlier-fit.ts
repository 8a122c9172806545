/**
 * Determines whether trials enrolled patients after the earlier therapy of a patient, directed at BCMA or
 * GPRC5D. The kinds of that therapy are in the question, so this is the same for everybody who asks it.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type EarlierKind, type EarlierKinds, hadBcma } from "../question/patient.ts";
import { type PrintedKind, printedKinds } from "./earlier-therapy.ts";
import {
  byTrial,
  countsOf,
  type EligibilityFit,
  type FitCounts,
  jointly,
  ofTrial,
} from "./eligibility.ts";

type Enrolling = Pick<ComputeCohort, "trial" | "priorBcma" | "priorBcmaKinds">;

export interface EarlierFit {
  readonly counts: FitCounts;
  /**
   * `ofKinds` holds the counts of patients with the one requested kind, for the parts of trials in which not all
   * patients had it.
   */
  readonly ofKinds: readonly PrintedKind[];
}

/** A part whose patients had no such therapy decides nothing for a part that does not report it. */
const byAll: readonly EligibilityFit[] = ["within", "not-reported", "outside"];

/**
 * @param earlier the kinds that the patient had; none of them if empty
 * @param cohorts those of the question, parts of a trial each by itself
 */
export function earlierFitOf(earlier: EarlierKinds, cohorts: readonly Enrolling[]): EarlierFit {
  // No trial reports how many patients had either of two kinds.
  const only = typeof earlier === "object" && earlier.length === 1 ? earlier : [];
  return {
    counts: countsOf(
      byTrial(cohorts).map((parts) => ofTrial(parts, (part) => fitOfPart(part, earlier), byAll)),
    ),
    ofKinds: cohorts
      .flatMap((cohort) => printedKinds(cohort, only))
      .filter(({ n, of }) => n !== null && n > 0 && n !== of),
  };
}

function fitOfPart(part: Enrolling, earlier: EarlierKinds): EligibilityFit {
  const { priorBcma: enrolled } = part;
  const unknown = enrolled === "unknown" ? "not-reported" : "within";
  if (earlier.length === 0) return enrolled === "required" ? "outside" : unknown;
  if (enrolled === "none" && hadBcma({ priorBcma: earlier })) return "outside";
  return earlier === "some" ? unknown : jointly(earlier.map((kind) => fitOfKind(part, kind)));
}

/** Returns whether the trial states that it enrolled patients after this kind. */
function fitOfKind(part: Enrolling, kind: EarlierKind): EligibilityFit {
  const [printed] = printedKinds(part, [kind]);
  if (!printed) return "not-reported";
  return printed.n === 0 ? "outside" : "within";
}
