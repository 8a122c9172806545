/** Rules about printed times: what each belongs to, and that its range holds its median. */
import type { Evidence, Problem } from "../evidence.ts";
import { treatmentTimings } from "../schema/timing.ts";
import type { Cohort, Timing } from "../schema.ts";
import { countedOutcome } from "./cohorts.ts";
import { ofEachCohort, type ProblemList } from "./report.ts";

export function timingProblems({ cohorts, outcomes }: Evidence): Problem[] {
  return ofEachCohort(cohorts, (cohort, list) => {
    cohort.timing.forEach((timing, index) => {
      const at = `timing[${index}]`;
      holdsMedian(timing, at, list);
      belongs(timing, at, cohort, outcomes, list);
      if (cohort.timing.slice(0, index).some((other) => keyOf(other) === keyOf(timing))) {
        list.add(at, "timing-unique", `${keyOf(timing)} is given twice`);
      }
    });
  });
}

/** Another population is another time. */
function keyOf({ what, outcome, definition }: Timing): string {
  return JSON.stringify([what, outcome, definition]);
}

function holdsMedian(timing: Timing, at: string, list: ProblemList): void {
  for (const field of ["range", "quartiles"] as const) {
    const ends = timing[field];
    if (ends && (timing.median < ends[0] || timing.median > ends[1])) {
      list.add(`${at}.${field}`, "timing-holds-median", `${timing.median} outside ${ends}`);
    }
  }
}

function belongs(
  { what, outcome: id }: Timing,
  at: string,
  cohort: Cohort,
  outcomes: Evidence["outcomes"],
  list: ProblemList,
): void {
  const isOfTreatment = treatmentTimings.some((one) => one === what);
  if (isOfTreatment !== (id === null)) {
    const message = isOfTreatment ? `${what} belongs to no outcome` : `${what} of what?`;
    list.add(`${at}.outcome`, "timing-belongs", message);
  }
  if (id === null) return;
  const outcome = countedOutcome(id, `${at}.outcome`, cohort, outcomes, list);
  if (what === "time-to-response" && outcome && outcome.group !== "efficacy") {
    list.add(`${at}.outcome`, "timing-belongs", `"${id}" is no response`);
  }
}
