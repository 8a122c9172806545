/** The notice about the cohorts for a patient, in English. */
import type { PatientWords } from "../contract/patient.ts";
import { counted } from "./counted.ts";

export const enPatient: PatientWords = {
  waiting:
    "The numbers below do not take your patient into account yet: that is computed in this browser.",
  counts: ({ age, priorLines, fit: kept, fits, outside, notReported }) => {
    const said = [
      age === null ? "" : `${age} years`,
      priorLines === null ? "" : counted(priorLines, "prior line"),
    ].filter(Boolean);
    const fit =
      fits.length === 0
        ? "no cohort is known to have enrolled such patients"
        : `${counted(fits.length, "cohort")} enrolled such patients`;
    const left = outside.length === 0 ? "" : ` and ${are(outside.length)} left out`;
    const out = `${outside.length} did not${left}`;
    const silent =
      notReported.length === 0
        ? ""
        : `, of ${notReported.length} our sources do not say, which ${are(notReported.length)} ${kept === "any" ? "kept" : "left out"}`;
    return `Your patient, ${said.join(", ")}: ${fit}, ${out}${silent}.`;
  },
  show: "Show these cohorts",
  fits: "Enrolled such patients",
  outside: "Did not",
  notReported: "Our sources do not say",
  limits: "The numbers are averages over cohorts, not an estimate for one patient.",
  private: "Nothing about your patient leaves this browser; links and tables do not know of it.",
  clear: "Clear my patient",
};

function are(count: number): string {
  return count === 1 ? "is" : "are";
}
