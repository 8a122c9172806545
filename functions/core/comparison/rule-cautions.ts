/** Cautions of a question that changes the default rules. */
import { sourceObstacle } from "../evidence/choose.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../question/query.ts";
import type { AskedSet } from "./answer.ts";
import type { AnswerCaution } from "./coded-remarks.ts";

export function ruleCautions(
  query: Query,
  set: AskedSet | null,
  entries: readonly Entry[],
): AnswerCaution[] {
  return entries.length === 0 ? [] : [...setAsked(set), ...rules(query, entries)];
}

/** The question repeats that of a publication, with the data we have of its cohorts. */
function setAsked(set: AskedSet | null): AnswerCaution[] {
  if (set === null) return [];
  const { name, cohorts, used, modified } = set;
  return [
    cohorts === null
      ? { code: "set-not-public", name, modified }
      : { code: "set-asked", name, cohorts, used, modified },
  ];
}

/**
 * Counting rules that the question relaxes. `sources` and `overlap` are mentioned only if they
 * affect the pooled figures.
 */
function rules({ sources, overlap, cut }: Query, entries: readonly Entry[]): AnswerCaution[] {
  const remarks: AnswerCaution[] = [];
  if (sources === "any" && entries.some(({ figure }) => sourceObstacle(figure, "reviewed"))) {
    remarks.push({ code: "unreviewed-sources" });
  }
  if (overlap === "keep" && shareSomePatients(entries)) remarks.push({ code: "overlap-kept" });
  if (cut === "latest") remarks.push({ code: "latest-cut" });
  return remarks;
}

function shareSomePatients(entries: readonly Entry[]): boolean {
  const pooled = new Set(entries.map(({ cohort }) => cohort.id));
  return entries.some(({ cohort }) => cohort.overlaps.some((edge) => pooled.has(edge.with)));
}
