/** Rules for `data/outcomes.json`. */
import type { Evidence, Problem } from "../evidence.ts";
import { familyOf, landmarkOutcome, monthOf } from "../landmarks.ts";
import { therapyClasses } from "../vocabulary.ts";
import { ProblemList } from "./report.ts";

export function outcomeProblems({ outcomes }: Evidence): Problem[] {
  const list = new ProblemList("data/outcomes.json");
  const ids = new Set<string>();
  const positions = new Map<number, string>();
  outcomes.forEach(({ id, kind, partOf, summary, appliesTo, notFor }, index) => {
    const at = `[${index}]`;
    if (ids.has(id)) list.add(`${at}.id`, "outcome-unique", `"${id}" is defined twice`);
    ids.add(id);
    if (partOf !== null && !outcomes.some((other) => other.id === partOf)) {
      list.add(`${at}.partOf`, "outcome-exists", `no outcome "${partOf}"`);
    }
    const family = familyOf(id);
    const isNamed = family !== null && id === landmarkOutcome({ family, month: monthOf(id) });
    if ((kind === "landmark") !== isNamed) {
      list.add(
        `${at}.kind`,
        "landmark-id",
        "a landmark is named family-month, and nothing else is",
      );
    }
    if (appliesTo.length < therapyClasses.length !== (notFor !== null)) {
      list.add(
        `${at}.notFor`,
        "not-for-reason",
        "says why a class cannot have it, where one cannot, and nowhere else",
      );
    }
    if (summary === null) return;
    const other = positions.get(summary);
    if (other !== undefined) {
      list.add(
        `${at}.summary`,
        "summary-position-unique",
        `"${other}" has position ${summary} too`,
      );
    }
    positions.set(summary, id);
  });
  return list.problems;
}
