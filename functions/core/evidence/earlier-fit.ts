/**
 * Determines whether trials enrolled patients after the earlier therapy of a patient, directed at BCMA or
 * GPRC5D. The kinds of that therapy are in the question, so this is the same for everybody who asks it.
 */
import type { ComputeCohort } from "#data/compute-set.ts";
import { type EarlierKind, type EarlierKinds, hasHadBcmaTherapy } from "../question/patient.ts";
import { listPrintedTherapyKindCounts, type PrintedKind } from "./earlier-therapy.ts";
import {
  countEligibilityFits,
  type EligibilityFit,
  type FitCounts,
  groupByTrial,
  joinEligibilityFits,
  judgeTrialFit,
} from "./eligibility.ts";

type Enrolling = Pick<ComputeCohort, "trial" | "priorBcma" | "priorBcmaKinds">;

export interface EarlierFit {
  readonly counts: FitCounts;
  /**
   * `ofKinds` holds the counts of patients with the kind that the patient had, for the cohorts in which only some had
   * it; empty for several kinds.
   */
  readonly ofKinds: readonly PrintedKind[];
}

/**
 * Orders the fits of the parts of a trial, of which the first that occurs is that of the trial: a part whose patients
 * had no such therapy decides nothing for a part that does not report it.
 */
const therapyJoinOrder: readonly EligibilityFit[] = ["within", "not-reported", "outside"];

/**
 * Returns how many trials enrolled patients after such earlier therapy, and for a single kind the printed counts of
 * patients who had it, from the cohorts in which only some had it.
 *
 * @param earlier the kinds that the patient had; none of them if empty
 * @param cohorts the cohorts of the question, with each part of a trial as an entry of its own
 */
export function summariseEarlierTherapyFit(
  earlier: EarlierKinds,
  cohorts: readonly Enrolling[],
): EarlierFit {
  // No trial reports how many patients had either of two kinds.
  const only = typeof earlier === "object" && earlier.length === 1 ? earlier : [];
  return {
    counts: countEligibilityFits(
      groupByTrial(cohorts).map((parts) =>
        judgeTrialFit(parts, (part) => judgePartByEarlierTherapy(part, earlier), therapyJoinOrder),
      ),
    ),
    ofKinds: cohorts
      .flatMap((cohort) => listPrintedTherapyKindCounts(cohort, only))
      .filter(({ n, of }) => n !== null && n > 0 && n !== of),
  };
}

function judgePartByEarlierTherapy(part: Enrolling, earlier: EarlierKinds): EligibilityFit {
  const { priorBcma: enrolled } = part;
  const unknown = enrolled === "unknown" ? "not-reported" : "within";
  if (earlier.length === 0) return enrolled === "required" ? "outside" : unknown;
  if (enrolled === "none" && hasHadBcmaTherapy({ priorBcma: earlier })) return "outside";
  return earlier === "some"
    ? unknown
    : joinEligibilityFits(earlier.map((kind) => judgePartByTherapyKind(part, kind)));
}

/**
 * Returns `within` if the part prints patients with this kind, `outside` if it prints that there were none, and
 * `not-reported` otherwise.
 */
function judgePartByTherapyKind(part: Enrolling, kind: EarlierKind): EligibilityFit {
  const [printed] = listPrintedTherapyKindCounts(part, [kind]);
  if (!printed) return "not-reported";
  return printed.n === 0 ? "outside" : "within";
}
