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

/** Some 120 to 180 make a millisecond of a server's processor. */
const most = 13_000;
/** Below this number of outcomes no question costs so much. */
const few = 12;
/** A group costs as much as some cohorts. */
const ofGroup = 10;
/** What other models cost, of the default one; a common τ² is one large model. */
const ofModel = { usual: 1, other: 1.15, profile: 1.4, common: 1.5 } as const;

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
  const cost = outcomes * (cohorts + ofGroup * groups) * ofModel[kindOf(query)];
  return cost > most ? { outcomes, cohorts, groups } : null;
}

function kindOf({ model, tau, interval }: Query): keyof typeof ofModel {
  if (tau === "common") return "common";
  if (model === "bayes") return "usual";
  return model === "glmm" && interval === "profile" ? "profile" : "other";
}
