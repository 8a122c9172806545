/** Cautions of a question that changes the default rules. */
import { sourceObstacle } from "../evidence/choose.ts";
import { isResponse } from "../evidence/collected.ts";
import type { Entry } from "../evidence/gather.ts";
import type { Query } from "../question/query.ts";
import type { AskedSet } from "./answer.ts";
import { entriesOf, labelsOf, type RowEvidence } from "./cautions.ts";
import type { AnswerCaution } from "./coded-remarks.ts";

export function ruleCautions(
  query: Query,
  set: AskedSet | null,
  rows: readonly RowEvidence[],
): AnswerCaution[] {
  const entries = rows.flatMap(entriesOf);
  if (entries.length === 0) return [];
  return [...setAsked(set), ...collected(query, rows), ...rules(query, entries)];
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

/** In which cohorts responses to CAR-T count all with cells collected. */
function collected({ denominator }: Query, rows: readonly RowEvidence[]): AnswerCaution[] {
  if (denominator !== "collected") return [];
  const all = rows
    .filter(({ outcome }) => isResponse(outcome))
    .flatMap(entriesOf)
    .filter(({ figure }) => figure.population === "leukapheresed");
  const of = (isDerived: boolean) =>
    labelsOf(all.filter(({ figure }) => "derived" in figure === isDerived));
  return [{ code: "collected", printed: of(false), derived: of(true) }];
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
