/** What the question left out and why, and what could be relaxed where a class is empty. */

import type { Comparison, Relaxation } from "#core/comparison/answer.ts";
import { groups, longName } from "#core/evidence/classes.ts";
import { parseRange } from "#core/question/range.ts";
import { rangeText } from "../view/chips.ts";
import { relaxed } from "../words/english/parameters.ts";
import { en } from "../words/english/screen.ts";
import { counted } from "../words/rates.ts";
import { byReason } from "./by-reason.ts";
import { joined, sentence } from "./numbers.ts";
import { type Depth, list, paragraph, type Section } from "./parts.ts";

type Excluded = Comparison["selection"]["excluded"][number];

export function leftOutSection({ selection }: Comparison, depth: Depth): Section {
  const { excluded, relax } = selection;
  const total =
    excluded.length === 0
      ? "No cohort was left out by the question."
      : `${counted(excluded.length, "cohort")} of those known here ${excluded.length === 1 ? "does" : "do"} not fit the question.`;
  return {
    heading: "Left out",
    blocks: [
      ...paragraph(total),
      ...(depth === "specialist"
        ? groups.flatMap((group) => {
            const own = excluded.filter(({ therapyClass }) => therapyClass === group);
            return list(
              `${counted(own.length, `${longName[group]} cohort`)}, by the first reason found`,
              byReason(own, reasonOf).map(
                ([reason, cohorts]) => `${counted(cohorts.length, "cohort")}: ${reason}`,
              ),
            );
          })
        : []),
      ...list("A question that would find more, one change at a time", relax.map(wayOut)),
    ],
  };
}

/** `median age 58, outside 65-` is one reason for every age. */
function reasonOf({ parameter, reason }: Excluded): string {
  if (parameter === "therapy-class") return "not of the class asked for";
  const [, field, text] = /^(.+) [\d.]+, outside (\S+)$/.exec(reason) ?? [];
  const range = text === undefined ? null : parseRange(text);
  return range === null ? reason : `${field} not ${rangeText(range, en)}`;
}

function wayOut({ parameter, cohorts }: Relaxation): string {
  const found = groups.map((group) => counted(cohorts[group], `${longName[group]} cohort`));
  return `${sentence(relaxed(parameter))}: ${joined(found)}`;
}
