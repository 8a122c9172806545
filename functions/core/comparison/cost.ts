/** A bound on what one answer may cost, or one address could keep a processor busy. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { Outcome } from "#data/schema.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { Dataset } from "../evidence/dataset.ts";
import { groupingBy } from "../evidence/dimensions.ts";
import { byClass } from "../evidence/grouping.ts";
import { select } from "../evidence/select.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { outcomesOf } from "./outcomes.ts";

/** Of the cost of the widest usual question, which must be answered: it grows with the data. */
const most = 1.2;
/** Below this number of outcomes no question costs so much. */
const few = 12;
/** What other models cost, of the default one; a common τ² is one large model. */
const ofModel = { usual: 1, other: 1.15, profile: 1.4, common: 1.5 } as const;

export interface Dear {
  outcomes: number;
  cohorts: number;
  groups: number;
}

/** `null` if the question may be asked; otherwise what makes it dear. */
export function tooDear(query: Query, dataset: Dataset): Dear | null {
  const asked = outcomesOf(query, dataset);
  if (asked.length <= few) return null;
  const { included } = select(query, dataset);
  const grouping = query.compare === usualDimension ? byClass : groupingBy(query.compare, dataset);
  const groups = grouping(included).groups.length;
  const cost = costOf(asked, included, groups) * ofModel[kindOf(query)];
  const widest = costOf(dataset.outcomes, dataset.cohorts, therapyClasses.length);
  return cost > most * widest ? { outcomes: asked.length, cohorts: included.length, groups } : null;
}

/** Each figure of an outcome that is asked for, and each group of such an outcome, as much as a figure. */
function costOf(outcomes: readonly Outcome[], cohorts: readonly ComputeCohort[], groups: number) {
  const ids = new Set(outcomes.map(({ id }) => id));
  const figures = cohorts.flatMap((cohort) =>
    [...cohort.figures, ...cohort.landmarks].filter(({ outcome }) => ids.has(outcome)),
  );
  return figures.length + groups * outcomes.length;
}

function kindOf({ model, tau, interval }: Query): keyof typeof ofModel {
  if (tau === "common") return "common";
  if (model === "bayes") return "usual";
  return model === "glmm" && interval === "profile" ? "profile" : "other";
}
