/**
 * Lists results of single studies by age, prior lines and the like, with the levels of one study next to each other.
 * Nothing is pooled, because two studies rarely define the same levels.
 */
import { pick } from "#data/pick.ts";
import type { ReportSource, SubgroupFigure, SubgroupStudy } from "#data/schema.ts";
import { groupBy } from "../evidence/group-by.ts";

/** Holds a figure with its source in full, where the data hold only the index of the source. */
export interface SubgroupLevel
  extends Omit<SubgroupFigure, "variable" | "outcome" | "definition" | "source"> {
  source: ReportSource;
}

const summaryFields = ["id", "label", "therapyClass", "products", "evidence", "enrolled"] as const;

/** Lists the levels of one study, in the order in which they were reported. */
export interface SubgroupTable extends Pick<SubgroupFigure, "variable" | "outcome" | "definition"> {
  /** `cohort` is the id of our cohort of the same patients. */
  study: Pick<SubgroupStudy, (typeof summaryFields)[number]> & { cohort: string | null };
  levels: SubgroupLevel[];
}

export function makeSubgroupTables(studies: readonly SubgroupStudy[]): SubgroupTable[] {
  return studies.flatMap(makeStudyTables);
}

function makeStudyTables(study: SubgroupStudy): SubgroupTable[] {
  const { cohort, sources, figures } = study;
  const summary = { ...pick(study, summaryFields), cohort: cohort?.id ?? null };
  const tables = groupBy(figures, ({ variable, outcome, definition }) =>
    JSON.stringify([variable, outcome, definition]),
  );
  return tables.map((ofTable) => {
    const [{ variable, outcome, definition }] = ofTable;
    const levels = ofTable.flatMap(({ variable: _, outcome, definition, source, ...level }) => {
      const cited = sources[source];
      // The type checker alone needs this test: the rules of `data/` ensure that every named source exists.
      return cited ? [{ ...level, source: cited }] : [];
    });
    return { study: summary, variable, outcome, definition, levels };
  });
}
