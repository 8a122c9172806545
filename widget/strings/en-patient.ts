/** What is said of the cohorts for a patient; loaded with what the sheets hold. */
import type { PatientFit } from "../../functions/comparison/answer.ts";
import { counted } from "../views/words.ts";

export const enPatient = {
  waiting:
    "The numbers below do not take your patient into account yet: that is computed in this browser.",
  counts: ({ age, priorLines, fit, fits, outside, notReported }: PatientFit) => {
    const said = [
      age === null ? "" : `${age} years`,
      priorLines === null ? "" : counted(priorLines, "prior line"),
    ].filter(Boolean);
    const left = outside.length === 0 ? "" : ` and ${are(outside.length)} left out`;
    const out = `${outside.length} did not${left}`;
    const silent =
      notReported.length === 0
        ? "all report it"
        : `${notReported.length} ${notReported.length === 1 ? "does" : "do"} not report it and ${are(notReported.length)} ${fit === "any" ? "kept" : "left out"}`;
    return `Your patient, ${said.join(", ")}: ${counted(fits.length, "cohort")} enrolled such patients, ${out}, ${silent}.`;
  },
  show: "Show these cohorts",
  fits: "Enrolled such patients",
  outside: "Did not",
  notReported: "Do not report it",
  private: "Nothing about your patient leaves this browser; links and tables do not know of it.",
  clear: "Clear my patient",
} as const;

function are(count: number): string {
  return count === 1 ? "is" : "are";
}
