/**
 * Determines whether trials enrolled patients after the earlier therapy of a patient, directed at BCMA or
 * GPRC5D. The kinds of that therapy are in the question, so this is the same for everybody who asks it.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type EarlierKind, type EarlierKinds, hasHadBcma } from "../question/patient.ts";
import { listPrintedKinds, type PrintedKind } from "./earlier-therapy.ts";
import {
  countFits,
  type EligibilityFit,
  type FitCounts,
  groupByTrial,
  joinFits,
  judgeTrial,
} from "./eligibility.ts";

type Enrolling = Pick<ComputeCohort, "trial" | "priorBcma" | "priorBcmaKinds">;

export interface EarlierFit {
  readonly counts: FitCounts;
  /**
   * `noteAfterKinds` holds the counts of patients with the one requested kind, for the parts of trials in which not all
   * patients had it.
   */
  readonly ofKinds: readonly PrintedKind[];
}

/**
 * States the order by which parts of a trial are joined: a part whose patients had no such therapy decides nothing
 * for a part that does not report it.
 */
const therapyJoinOrder: readonly EligibilityFit[] = ["within", "not-reported", "outside"];

/**
 * @param earlier the kinds that the patient had; none of them if empty
 * @param cohorts those of the question, parts of a trial each by itself
 */
export function judgeEarlierFit(earlier: EarlierKinds, cohorts: readonly Enrolling[]): EarlierFit {
  // No trial reports how many patients had either of two kinds.
  const only = typeof earlier === "object" && earlier.length === 1 ? earlier : [];
  return {
    counts: countFits(
      groupByTrial(cohorts).map((parts) =>
        judgeTrial(parts, (part) => judgePartByTherapy(part, earlier), therapyJoinOrder),
      ),
    ),
    ofKinds: cohorts
      .flatMap((cohort) => listPrintedKinds(cohort, only))
      .filter(({ n, of }) => n !== null && n > 0 && n !== of),
  };
}

function judgePartByTherapy(part: Enrolling, earlier: EarlierKinds): EligibilityFit {
  const { priorBcma: enrolled } = part;
  const unknown = enrolled === "unknown" ? "not-reported" : "within";
  if (earlier.length === 0) return enrolled === "required" ? "outside" : unknown;
  if (enrolled === "none" && hasHadBcma({ priorBcma: earlier })) return "outside";
  return earlier === "some"
    ? unknown
    : joinFits(earlier.map((kind) => judgePartByKind(part, kind)));
}

/**
 * Returns `within` if the part prints patients with this kind, `outside` if it prints that there were none, and
 * `not-reported` otherwise.
 */
function judgePartByKind(part: Enrolling, kind: EarlierKind): EligibilityFit {
  const [printed] = listPrintedKinds(part, [kind]);
  if (!printed) return "not-reported";
  return printed.n === 0 ? "outside" : "within";
}
