/** Groups other than the two classes, for a report: what was asked, and outcome by outcome every group. */

import type { Answer } from "#core/answer/answer.ts";
import { type GroupsRow, groupsRow } from "../row/groups-in-row.ts";
import { type NamedGroup, namedGroups } from "../row/named-groups.ts";
import { notesOfAnswer } from "../row/notes.ts";
import { sayReason } from "../words/codes.ts";
import { exclusions } from "../words/exclusions.ts";
import { lookedForText, publishedText, rules } from "./counting-rules.ts";

export interface GroupsAtLength {
  /** Whether the groups are products, which have pages of their own. */
  readonly isOfProducts: boolean;
  /** What was asked, in sentences. */
  readonly question: readonly string[];
  readonly groups: readonly NamedGroup[];
  readonly rows: readonly GroupsRow[];
  readonly notes: readonly string[];
  /** Cohorts that belong to none of the groups. */
  readonly inNoGroup: readonly {
    readonly cohort: string;
    readonly label: string;
    readonly reason: string;
  }[];
}

export function groupsAtLength(answer: Answer<string>): GroupsAtLength {
  const { query, selection } = answer;
  const groups = namedGroups(answer);
  return {
    isOfProducts: query.compare === "product",
    question: [publishedText(answer), lookedForText(query), ...rules(query)].filter(
      (text) => text !== "",
    ),
    groups,
    rows: answer.outcomes.map((row) => groupsRow(row, groups, answer)),
    notes: notesOfAnswer(answer).map(({ text }) => text),
    inNoGroup: selection.excluded
      .filter(({ parameter }) => parameter === "compare")
      .map(({ cohort, label, reason }) => ({
        cohort,
        label,
        reason: sayReason(reason, exclusions),
      })),
  };
}
