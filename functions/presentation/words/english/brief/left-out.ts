/** What the question left out, in English. */
import { parseRange } from "#core/question/range.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { rangeText } from "../../range-text.ts";
import { counted } from "../counted.ts";
import { screen } from "../screen.ts";
import { cohortsOf, cohortsOfBoth } from "./parts.ts";

export const leftOut = {
  heading: "Left out",
  none: "No cohort was left out by the question.",
  total: (count: number) =>
    `${counted(count, "cohort")} of those known here ${count === 1 ? "does" : "do"} not fit the question.`,
  byReason: (count: number, group: TherapyClass) =>
    `${cohortsOf(count, group)}, by the first reason found`,
  reason: (count: number, reason: string) => `${counted(count, "cohort")}: ${reason}`,
  otherClass: "not of the class asked for",
  /**
   * Removes the values of single cohorts from a reason, so that reasons can be grouped: `median age
   * 58, outside 65-` becomes the same text for every age.
   */
  shared: (reason: string) => {
    const [, field, text] = /^(.+) [\d.]+, outside (\S+)$/.exec(reason) ?? [];
    const range = text === undefined ? null : parseRange(text);
    return range === null ? reason : `${field} not ${rangeText(range, screen)}`;
  },
  relaxing: "A question that would find more, one change at a time",
  relaxed: (change: string, cohorts: Readonly<Record<TherapyClass, number>>) =>
    `${change}: ${cohortsOfBoth(cohorts)}`,
};
