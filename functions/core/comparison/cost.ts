/**
 * A bound on what one answer may cost. Without it one address could keep a processor busy for a
 * quarter of a second, a hundred times the usual.
 */
import type { Dataset } from "../evidence/dataset.ts";
import { groupingBy } from "../evidence/dimensions.ts";
import { byClass } from "../evidence/grouping.ts";
import { select } from "../evidence/select.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { outcomesOf } from "./outcomes.ts";

/** Some 180 make a millisecond of a server's processor. */
const most = 15_000;
/** Below this number of outcomes no question costs so much. */
const few = 12;
/** A group costs as much as some cohorts. */
const ofGroup = 5;
/** What other models cost, of the default one; a common τ² is one large model. */
const [ofModel, ofCommonSpread] = [1.15, 1.5];

export interface Dear {
  outcomes: number;
  cohorts: number;
  groups: number;
}

/** `null` if the question may be asked; otherwise what makes it dear. */
export function tooDear(query: Query, dataset: Dataset): Dear | null {
  const outcomes = outcomesOf(query, dataset).length;
  if (outcomes <= few) return null;
  const { included } = select(query, dataset);
  const cohorts = included.length;
  const grouping = query.compare === usualDimension ? byClass : groupingBy(query.compare, dataset);
  const groups = grouping(included).groups.length;
  const model = query.model === "bayes" ? 1 : ofModel;
  const factor = query.tau === "common" ? ofCommonSpread : model;
  const cost = outcomes * (cohorts + ofGroup * groups) * factor;
  return cost > most ? { outcomes, cohorts, groups } : null;
}
