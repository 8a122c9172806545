/** From collected rows and reports to studies that set treatments against each other. */
import type { ComparisonFigure, ComparisonStudyFile, Outcome } from "../schema.ts";
import { outcomeOf } from "./collected-outcomes.ts";
import type { CollectedReport, CollectedRow } from "./collected-rows.ts";
import { type ComparisonPlan, comparisonStudies, sidesOf } from "./comparison-studies.ts";
import { figuresOfResult } from "./indirect-reports.ts";
import type { Cite } from "./references.ts";
import { ReportSources } from "./report-sources.ts";
import { effectTypeOf, joined, reportedOf } from "./reported.ts";

type Report = (where: string, what: string) => void;

/** Whether a published analysis compares indirectly or by matching, rather than pooling proportions. */
export function isComparison({ model }: CollectedReport): boolean {
  return /matching-adjusted|propensity|IPTW|of ITCs|qualitative synthesis/.test(model ?? "");
}

export function comparisonsOf(
  rows: readonly CollectedRow[],
  reports: readonly CollectedReport[],
  outcomes: readonly Outcome[],
  cite: Cite,
  report: Report,
): ComparisonStudyFile[] {
  const byStudy = new Map<string, CollectedRow[]>();
  for (const row of rows) {
    byStudy.set(row.trialOrCohort, [...(byStudy.get(row.trialOrCohort) ?? []), row]);
  }
  return [
    ...[...byStudy].map(([label, own]) => {
      const plan = planOf(label);
      const sources = new ReportSources(cite);
      const figures = own.map((row) => {
        const source = sources.indexOf(row.source, (what) => report(plan.id, what));
        return figureOf(row, source, plan, outcomes);
      });
      return studyOf(plan, sources, figures, null);
    }),
    ...reports.map((collected) => {
      const plan = planOf(collected.citation);
      const sources = new ReportSources(cite);
      const { citation, doi, sourceUrl, kind } = collected;
      sources.indexOf({ citation, doi, pmid: null, url: sourceUrl, kind }, (what) =>
        report(plan.id, what),
      );
      const figures = collected.results.flatMap((result) =>
        figuresOfResult(result, collected, plan, outcomes),
      );
      return studyOf(plan, sources, figures, collected.notes ?? null);
    }),
  ];
}

function planOf(label: string): ComparisonPlan {
  const plan = comparisonStudies[label];
  if (!plan) throw new Error(`study "${label}" is unknown; add it to comparison-studies.ts`);
  return plan;
}

function studyOf(
  { id, label, kind, method, sides, notes, oddity }: ComparisonPlan,
  { list }: ReportSources,
  figures: ComparisonFigure[],
  collectedNotes: string | null,
): ComparisonStudyFile {
  return {
    id,
    label,
    kind,
    method,
    sides,
    sources: list,
    figures: figures.map((figure) =>
      oddity?.outcomes.includes(figure.outcome) ? { ...figure, oddity: oddity.text } : figure,
    ),
    notes: joined([notes, collectedNotes ?? undefined].filter((part) => part !== undefined)),
  };
}

function figureOf(
  row: CollectedRow,
  source: number,
  plan: ComparisonPlan,
  outcomes: readonly Outcome[],
): ComparisonFigure {
  const { of, against } = sidesOf(plan, row.level, row.subgroupVariable);
  const reported = reportedOf(row);
  const effect: ComparisonFigure["effect"] = row.effect
    ? {
        measure: effectTypeOf(row.effect.type).measure,
        value: row.effect.value,
        interval: row.effect.ci,
        moreEventsAbove: "of",
      }
    : null;
  return {
    of,
    against: effect !== null || reported.p !== null ? against : null,
    ...outcomeOf(row.outcome, outcomes),
    ...reported,
    source,
    locator: row.locator,
    effect,
    favours: null,
    k: null,
  };
}
