/** What a reader must know of a question that follows other rules than the usual ones. */
import { isReviewed } from "../evidence/choose.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../evidence/query.ts";
import type { AskedSet, Remark } from "./answer.ts";

export function ruleCautions(
  query: Query,
  set: AskedSet | null,
  entries: readonly Entry[],
): Remark[] {
  return entries.length === 0 ? [] : [...setAsked(set), ...rules(query, entries)];
}

/** A published question is asked again, of what we hold of its cohorts. */
function setAsked(set: AskedSet | null): Remark[] {
  if (set === null) return [];
  const { name, cohorts, used, modified } = set;
  const which =
    cohorts === null
      ? "its cohorts are not public; these are ours by its rules"
      : `${cohorts} of its ${used} cohorts are known here`;
  return [
    {
      code: cohorts === null ? "set-not-public" : "set-asked",
      label: modified ? `${name}, modified` : `as ${name}`,
      text: `Asked by the rules of ${name}: ${which}.`,
    },
  ];
}

/** Rules of counting that the question relaxes, where that made a difference. */
function rules({ sources, overlap, cut }: Query, entries: readonly Entry[]): Remark[] {
  const remarks: Remark[] = [];
  if (sources === "any" && entries.some(({ figure }) => !isReviewed(figure))) {
    const text = "Some sources were reviewed by nobody.";
    remarks.push({ code: "unreviewed-sources", label: "unreviewed sources", text });
  }
  if (overlap === "keep" && shareSomePatients(entries)) {
    const text = "Cohorts that share patients are pooled side by side.";
    remarks.push({ code: "overlap-kept", label: "patients counted twice", text });
  }
  if (cut === "latest") {
    const text = "Each figure is that of its longest follow-up.";
    remarks.push({ code: "latest-cut", label: "longest follow-up", text });
  }
  return remarks;
}

function shareSomePatients(entries: readonly Entry[]): boolean {
  const pooled = new Set(entries.map(({ cohort }) => cohort.id));
  return entries.some(({ cohort }) => cohort.overlaps.some((edge) => pooled.has(edge.with)));
}
