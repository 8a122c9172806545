/** Groups other than the two classes, outcome by outcome: each with its own number, ranked by none. */

import type { Answer } from "#core/answer/answer.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { groupName } from "../words/groups.ts";

export interface NamedGroup {
  readonly id: string;
  readonly name: string;
  /** `null` if it has cohorts of both classes. */
  readonly therapyClass: TherapyClass | null;
  readonly cohorts: Answer<string>["selection"]["included"];
}

/** CAR-T first, then bispecifics, then groups of both. */
export function namedGroups({ groups, query, selection }: Answer<string>): NamedGroup[] {
  const named = groups.map((id): NamedGroup => {
    const cohorts = selection.included.filter(({ group }) => group === id);
    const [only = null, another] = new Set(cohorts.map(({ therapyClass }) => therapyClass));
    return {
      id,
      name: groupName(id, query.compare).short,
      cohorts,
      therapyClass: another ? null : only,
    };
  });
  return [...therapyClasses, null].flatMap((ofClass) =>
    named.filter(({ therapyClass }) => therapyClass === ofClass),
  );
}
