/** Classes that were followed for different times are not contrasted in what accumulates with time. */
import type { Outcome } from "#data/schema.ts";
import { areContrasted, isByRule } from "../evidence/cuts.ts";
import type { Poolable } from "../evidence/gather.ts";
import { usualDimension } from "../question/parameters.ts";
import type { Query } from "../question/query.ts";
import { knownFollowUp } from "./certainty-rules.ts";
import type { MeasuredGroup } from "./measure.ts";
import { followUpOf } from "./patients.ts";

/** Whether classes that could otherwise be contrasted may not, because of their follow-ups. */
export function areFollowUpsApart(
  { timeDependent }: Pick<Outcome, "timeDependent">,
  query: Pick<Query, "cut" | "compare">,
  groups: readonly MeasuredGroup<string, Poolable>[],
): boolean {
  if (!timeDependent || !isByRule(query) || query.compare !== usualDimension) return false;
  if (groups.length < 2 || groups.some(({ coverage }) => !coverage?.representative)) return false;
  const followUps = groups.map(({ own }) => ({ followUp: followUpOf(own.gathered.entries) }));
  return !areContrasted(followUps.map(knownFollowUp));
}
