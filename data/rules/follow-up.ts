/** No median follow-up is longer than the time since the first patient was enrolled. */
import type { Evidence, Problem } from "../evidence.ts";
import { cohortFile, ProblemList } from "./report.ts";

const millisecondsPerMonth = (365.25 / 12) * 24 * 60 * 60 * 1000;

export function followUpProblems({ cohorts, review }: Evidence): Problem[] {
  return cohorts.flatMap((cohort) => {
    const list = new ProblemList(cohortFile(cohort));
    const from = cohort.enrolment?.from ?? null;
    if (from === null) return [];
    const longest = (endOf(review.dataDate) - Date.parse(from)) / millisecondsPerMonth;
    const check = (at: string, followUpMonths: number | null): void => {
      if (followUpMonths === null || followUpMonths <= longest) return;
      list.add(
        `${at}followUpMonths`,
        "follow-up-within-trial",
        `${followUpMonths} months, but enrolment began in ${from}, ${Math.floor(longest)} months before the date of the data`,
      );
    };
    check("", cohort.followUpMonths);
    for (const field of ["figures", "landmarks", "medians", "sources"] as const) {
      cohort[field].forEach(({ followUpMonths }, index) => {
        check(`${field}[${index}].`, followUpMonths);
      });
    }
    return list.problems;
  });
}

/** The end of the day; of a month or year alone, its last day. */
function endOf(date: string): number {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}
