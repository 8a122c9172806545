/** What is said of drugs side by side, beside the words of rows. */
import type { Label } from "#core/evidence/labels.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import type { CitedTiming } from "#data/timing.ts";
import { plain } from "./numbers.ts";
import { capitalised, sentence } from "./sentences.ts";
import { survivalNotes } from "./survival-notes.ts";
import { unitOf } from "./timing.ts";

const signed = (value: number) => plain(value).replace("-", "\u2212");

const months = (value: number | null) => (value === null ? "not reached" : signed(value));

/** NR: not reached, in a column of numbers. */
const inShort = (value: number | null) => (value === null ? "NR" : signed(value));

const timeText = ({ median, unit }: Pick<CitedTiming, "median" | "unit">) =>
  `${signed(median)} ${unitOf(median, unit)}`;

const small = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

export const byDrug = {
  /** "Five drugs, each in its own trials. Not a ranking." */
  headline: (drugs: number) =>
    drugs === 1
      ? "One drug, in its own trials."
      : `${capitalised(small[drugs] ?? `${drugs}`)} drugs, each in its own trials. Not a ranking.`,
  label: {
    title: "On the label",
    detail: "after at least so many prior lines",
    dash: "–: no label found.",
    no: "no: not labelled.",
    none: (drugs: readonly string[]) => `No label found: ${drugs.join(", ")}.`,
    /** @param regions Each with the code that stands for it. */
    codes: (regions: readonly (readonly [code: string, name: string])[]) =>
      sentence(regions.map(([code, name]) => `${code}: ${name}`).join("; ")),
  },
  /** @param isShort In one of many columns, beneath which a key stands. */
  labelCell: (
    { status, minPriorLines }: Pick<Label, "status" | "minPriorLines">,
    isShort: boolean,
  ) =>
    ({
      "not-labelled": isShort ? "no" : "not labelled",
      pending: "pending",
      "no-label-found": isShort ? "–" : "no label found",
      "not-known": "not known",
      "labelled-from-line": `${minPriorLines ?? "later"}`,
      labelled: minPriorLines === null ? "any" : `${minPriorLines}`,
    })[status],
  /** Drugs of which nothing is known in a row. */
  none: (drugs: readonly string[]) => `Not reported: ${drugs.join(", ")}.`,
  /** Unfolds the lines of many drugs. */
  drugs: (count: number) => `${count} drugs`,
  between: {
    title: (one: string, another: string) =>
      `${capitalised(one)} against ${another}, as others compared them`,
    doubt:
      "Not randomised: who got which drug was not decided by lot, and what was not recorded could not be adjusted for.",
    none: "No randomised, matched or adjusted study in our data sets these two against each other.",
  },
  /** @param isOpen Whether some limit was not reached, which is written in short. */
  medianDetail: (isOpen: boolean) => (isOpen ? "median; NR: not reached" : "median"),
  median: {
    pfs: { label: "Months without progression" },
    os: { label: "Months alive" },
    dor: { label: "Months in response" },
  } satisfies Record<SurvivalFamily, unknown>,
  months,
  monthsInShort: inShort,
  notReached: (followed: string) => `not reached: ${followed}`,
  /** "5.6–11.6", "9.8–NR" */
  ends: ([lower, upper]: readonly [number | null, number | null]) =>
    `${inShort(lower)}–${inShort(upper)}`,
  /** @param isLittle of a median: it lies far beyond */
  followed: (value: number | null, isLittle = false) =>
    value === null ? "" : `${survivalNotes.followed(value, isLittle)} mo`,
  combined: (trial: string) => `${trial} ${survivalNotes.combined}`,
  begins: { crs: "CRS begins", icans: "ICANS begins" },
  collection: "Cell collection to infusion",
  /** Of what kind times are, and from when they count: "median, trials, from the most recent dose". */
  likeTimes: (evidence: ComputeCohort["evidence"], from: string | null) =>
    [
      "median",
      evidence === "trial" ? "trials" : "practice",
      from === null ? "start not reported" : from !== "apheresis" && `from ${from}`,
    ]
      .filter(Boolean)
      .join(", "),
  plain,
  unitOf: ({ median, unit }: Pick<CitedTiming, "median" | "unit">) => unitOf(median, unit),
  /** "range 1 to 12" */
  spread: ({ range, quartiles }: Pick<CitedTiming, "range" | "quartiles">) =>
    range
      ? `range ${signed(range[0])} to ${signed(range[1])}`
      : quartiles
        ? `quartiles ${signed(quartiles[0])} to ${signed(quartiles[1])}`
        : "",
  /** Of whom a time is: what its source says, else the size of its trial, of whom some had the event. */
  ofWhom: (
    { definition }: Pick<CitedTiming, "definition">,
    { n, evidence }: Pick<ComputeCohort, "n" | "evidence">,
  ) => {
    const size = n === null ? "unknown size" : `${signed(n)} patients`;
    return definition ?? `${evidence === "trial" ? "trial" : "study"} of ${size}`;
  },
  /** Of another kind of source or from another start: "Median, trials: ide-cel 49 days (trial of 254 patients)." */
  apart: (kind: string, times: readonly string[]) => `${capitalised(kind)}: ${times.join(", ")}.`,
  /** Which kind of source is not in words. */
  drawnFirst: "Above: the kind of source with most patients.",
  timeOf: (drug: string, time: string, ofWhom: string) => `${drug} ${time} (${ofWhom})`,
  lasts: (duration: Pick<CitedTiming, "median" | "unit">) => `lasts ${timeText(duration)}`,
  fullDose: {
    label: "First full dose",
    detail: "by the label; day 1: first dose",
    atLength: "by the label, after step-up doses; day 1: first dose",
    /** "day 7": no number of days, which stand in other lines. */
    day: (day: number) => `day ${day}`,
    bySchedule: "by schedule",
  },
};
