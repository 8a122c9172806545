/** What the question left out, in English. */
import { parseRange } from "#core/question/range.ts";
import type { LeftOutWords } from "../../contract/brief.ts";
import { rangeText } from "../../range-text.ts";
import { counted } from "../counted.ts";
import { en } from "../screen.ts";
import { cohortsOf, cohortsOfBoth } from "./parts.ts";

export const leftOut: LeftOutWords = {
  heading: "Left out",
  none: "No cohort was left out by the question.",
  total: (count) =>
    `${counted(count, "cohort")} of those known here ${count === 1 ? "does" : "do"} not fit the question.`,
  byReason: (count, group) => `${cohortsOf(count, group)}, by the first reason found`,
  reason: (count, reason) => `${counted(count, "cohort")}: ${reason}`,
  otherClass: "not of the class asked for",
  shared: (reason) => {
    const [, field, text] = /^(.+) [\d.]+, outside (\S+)$/.exec(reason) ?? [];
    const range = text === undefined ? null : parseRange(text);
    return range === null ? reason : `${field} not ${rangeText(range, en)}`;
  },
  relaxing: "A question that would find more, one change at a time",
  relaxed: (change, cohorts) => `${change}: ${cohortsOfBoth(cohorts)}`,
};
