/**
 * Selects results of single studies by age, prior lines and the like. The results are filtered and listed with the
 * levels of one study next to each other. Nothing is pooled, because two studies rarely define the same levels.
 */
import type { InferOutput } from "valibot";
import { type SubgroupVariable, subgroupVariables } from "#data/collection-vocabulary.ts";
import type { SubgroupFigure, SubgroupStudy } from "#data/schema.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { groupBy } from "../evidence/group-by.ts";
import type { subgroupTableSchema, variableCountSchema } from "./schema.ts";

export interface SubgroupQuery {
  variable?: SubgroupVariable;
  therapyClass?: TherapyClass;
  /** A study with several products matches each of them. */
  product?: string;
  outcome?: string;
}

/** Lists the levels of one study, in the order in which they were reported. */
export type SubgroupTable = InferOutput<typeof subgroupTableSchema>;

/** Holds a figure with its source in full, where the data hold only the index of the source. */
export type SubgroupLevel = SubgroupTable["levels"][number];

export function subgroupsOf(
  studies: readonly SubgroupStudy[],
  { variable, therapyClass, product, outcome }: SubgroupQuery,
): SubgroupTable[] {
  return studies
    .filter((study) => therapyClass === undefined || study.therapyClass === therapyClass)
    .filter((study) => product === undefined || study.products.includes(product))
    .flatMap((study) =>
      tablesOf(
        study,
        study.figures.filter(
          (figure) =>
            (variable === undefined || figure.variable === variable) &&
            (outcome === undefined || figure.outcome === outcome),
        ),
      ),
    );
}

function tablesOf(study: SubgroupStudy, figures: readonly SubgroupFigure[]): SubgroupTable[] {
  const { id, label, therapyClass, products, evidence, enrolled, cohort, sources } = study;
  const summary = {
    id,
    label,
    therapyClass,
    products,
    evidence,
    enrolled,
    cohort: cohort?.id ?? null,
  };
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

/** Both classes are always present: 0 means that nothing was found. */
type VariableCount = InferOutput<typeof variableCountSchema>;

/** Returns all variables, with the number of studies and figures per class. */
export function variablesOf(studies: readonly SubgroupStudy[]): VariableCount[] {
  return variableNames.map((variable) => ({
    variable,
    label: subgroupVariables[variable],
    counts: Object.fromEntries(
      therapyClasses.map((group) => [group, countOf(studies, variable, group)]),
    ) as VariableCount["counts"],
  }));
}

const variableNames = Object.keys(subgroupVariables) as SubgroupVariable[];

function countOf(
  studies: readonly SubgroupStudy[],
  variable: SubgroupVariable,
  therapyClass: TherapyClass,
): { studies: number; figures: number } {
  const figures = studies
    .filter((study) => study.therapyClass === therapyClass)
    .map((study) => study.figures.filter((figure) => figure.variable === variable).length)
    .filter((count) => count > 0);
  return { studies: figures.length, figures: figures.reduce((sum, count) => sum + count, 0) };
}
