/**
 * From collected rows to studies with their subgroups. A row collected among the comparisons that
 * divides the patients of one study is a subgroup too; where it repeats one, it is left out.
 */
import { isDeepStrictEqual } from "node:util";
import { type Adjustment, adjustments } from "../collection-vocabulary.ts";
import type { Outcome, SubgroupFigure, SubgroupStudyFile } from "../schema.ts";
import { listedOutcomes, type NamedOutcome, outcomeOf } from "./collected-outcomes.ts";
import type { CollectedRow } from "./collected-rows.ts";
import type { Cite } from "./references.ts";
import { ReportSources } from "./report-sources.ts";
import { effectTypeOf, joined, reportedOf, versus } from "./reported.ts";
import { subgroupStudies, subgroupVariablesOf } from "./subgroup-studies.ts";

type Report = (where: string, what: string) => void;

/** Whether a row divides the patients of one study, rather than setting treatments against each other. */
export function isSubgroup({ subgroupVariable }: CollectedRow): boolean {
  return subgroupVariable in subgroupVariablesOf;
}

export function subgroupsOf(
  rows: readonly CollectedRow[],
  outcomes: readonly Outcome[],
  cite: Cite,
  report: Report,
): SubgroupStudyFile[] {
  const studies = new Map<string, { study: SubgroupStudyFile; sources: ReportSources }>();
  for (const row of rows) {
    const plan = subgroupStudies[row.trialOrCohort];
    if (!plan)
      throw new Error(`study "${row.trialOrCohort}" is unknown; add it to subgroup-studies.ts`);
    const { id, label, cohort, products, adjustment } = plan;
    const sources = studies.get(id)?.sources ?? new ReportSources(cite);
    const study = studies.get(id)?.study ?? {
      id,
      label,
      cohort,
      therapyClass: row.therapyClass === "BsAb" ? "bsab" : "car-t",
      products,
      sources: sources.list,
      figures: [],
    };
    studies.set(id, { study, sources });
    const source = sources.indexOf(row.source, (what) => report(id, what));
    for (const figure of figuresOf(row, source, adjustment ?? null, outcomes)) {
      addOnce(study, figure, report);
    }
  }
  return [...studies.values()].map(({ study }) => study);
}

/** One figure, or one for each variable and outcome where the row names several. */
function figuresOf(
  row: CollectedRow,
  source: number,
  matched: Adjustment | null,
  outcomes: readonly Outcome[],
): SubgroupFigure[] {
  const variables = subgroupVariablesOf[row.subgroupVariable];
  if (!variables) throw new Error(`variable "${row.subgroupVariable}" is unknown`);
  const named: NamedOutcome[] = / and /.test(row.outcome)
    ? listedOutcomes(row.outcome)
    : [outcomeOf(row.outcome, outcomes)];
  return variables.flatMap((variable) =>
    named.map((outcome) => ({
      variable,
      wording: row.subgroupVariable,
      level: row.level,
      ...outcome,
      ...reportedOf(row),
      source,
      locator: row.locator,
      effect: effectOf(row, matched),
    })),
  );
}

/** Between the sides that the effect names, or else those of the level. */
function effectOf(
  { effect, level }: CollectedRow,
  matched: Adjustment | null,
): SubgroupFigure["effect"] {
  if (!effect) return null;
  const { measure, method, sides } = effectTypeOf(effect.type);
  const [of, against] = sides ?? versus(level);
  return {
    measure,
    value: effect.value,
    interval: effect.ci,
    of,
    against,
    adjustment: adjustments.find((known) => known === method) ?? matched,
  };
}

/** The same figure collected twice is carried once, with both wordings; two different ones are an error. */
function addOnce(study: SubgroupStudyFile, figure: SubgroupFigure, report: Report): void {
  const index = study.figures.findIndex(
    ({ variable, level, outcome, definition }) =>
      variable === figure.variable &&
      level === figure.level &&
      outcome === figure.outcome &&
      definition === figure.definition,
  );
  const known = study.figures[index];
  if (!known) {
    study.figures.push(figure);
    return;
  }
  const { wording, note, ...values } = figure;
  const { wording: knownWording, note: knownNote, ...knownValues } = known;
  const where = `${study.id} ${figure.variable} ${figure.level} ${figure.outcome}`;
  if (!isDeepStrictEqual(values, knownValues)) {
    throw new Error(`${where} was collected twice with different values`);
  }
  report(where, "collected twice; carried once");
  if (wording === knownWording) return;
  const remark = `also worded "${wording}"`;
  study.figures[index] = {
    ...known,
    note: joined(knownNote === null ? [remark] : [knownNote, remark]),
  };
}
