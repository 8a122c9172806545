/** The overlap graph must be symmetric and contain only cohorts of our data. */
import type { Evidence, Problem } from "../evidence.ts";
import { cohortFile, ProblemList } from "./report.ts";

export function overlapProblems({ cohorts }: Evidence): Problem[] {
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return cohorts.flatMap((cohort) => {
    const list = new ProblemList(cohortFile(cohort));
    const seen = new Set<string>();
    cohort.overlaps.forEach((edge, index) => {
      const at = `overlaps[${index}]`;
      const other = byId.get(edge.with);
      if (seen.has(edge.with)) list.add(at, "overlap-unique", `"${edge.with}" is named twice`);
      seen.add(edge.with);
      if (edge.with === cohort.id) {
        list.add(`${at}.with`, "overlap-exists", "a cohort cannot overlap with itself");
      } else if (!other) {
        list.add(`${at}.with`, "overlap-exists", `no cohort "${edge.with}"`);
      } else if (
        !other.overlaps.some(({ with: back, kind }) => back === cohort.id && kind === edge.kind)
      ) {
        list.add(
          at,
          "overlap-symmetric",
          `${cohortFile(other)} must name "${cohort.id}" as "${edge.kind}" too`,
        );
      }
    });
    if (cohort.labelPool && cohort.overlaps.every(({ kind }) => kind !== "contained")) {
      list.add("overlaps", "label-pool-has-parts", 'a pool names its parts as "contained"');
    }
    return list.problems;
  });
}
