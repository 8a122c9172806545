/** Everything a question can ask for, at hand: what the edge and the build answer with. */
import type { Dataset } from "../evidence/dataset.ts";
import { groupingBy } from "../evidence/dimensions.ts";
import type { Query } from "../evidence/query.ts";
import type { Comparison, Remark } from "./answer.ts";
import { type Beyond, beyond } from "./beyond.ts";
import { compare, compareGroups } from "./compare.ts";
import { usualDimension } from "./parameters.ts";

export function answerQuestion(
  query: Query,
  dataset: Dataset,
  more: Beyond = beyond,
): Comparison<string> {
  if (query.compare === usualDimension) return compare(query, dataset, more);
  const comparison = compareGroups(query, dataset, more, groupingBy(query.compare, dataset));
  return { ...comparison, cautions: [...groupCautions(comparison), ...comparison.cautions] };
}

/** What a reader must know where the groups are not the classes. */
function groupCautions({ query, groups, groupNames, selection }: Comparison<string>): Remark[] {
  const remarks: Remark[] = [];
  const mixed = groups.filter((group) => {
    const own = selection.included.filter((one) => one.group === group);
    return new Set(own.map(({ therapyClass }) => therapyClass)).size > 1;
  });
  if (mixed.length > 0) {
    const names = mixed.map((group) => groupNames[group]).join(", ");
    const text = `CAR-T and bispecific cohorts are pooled together in: ${names}.`;
    remarks.push({ code: "classes-mixed", label: "classes mixed", text });
  }
  if (groups.length > 1) {
    const text =
      "The groups differ in more than what they are compared by; a difference between them need not come from it.";
    remarks.push({ code: "confounded", label: "groups differ otherwise", text });
  }
  if (query.compare.includes(":")) {
    const text =
      "Grouped by the medians of the cohorts, which say nothing about one patient; where to cut was the choice of who asked.";
    remarks.push({ code: "grouped-by-medians", label: "grouped by medians", text });
  }
  return remarks;
}
