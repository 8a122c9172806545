/** The words of what meta-analyses of others printed, in English. */
import type { PublishedBeside } from "#core/answer/answer.ts";
import type { TrialApart } from "#core/answer/trials-apart.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { classPlural } from "./class-names.ts";
import { counted } from "./counts.ts";
import { plain } from "./numbers.ts";
import { capitalised } from "./sentences.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];
type Contrast = NonNullable<Shown["contrast"]>;

const evidence = {
  trial: "trials only",
  "real-world": "real-world studies",
  all: "trials and real-world studies",
} as const;

const targets = {
  bcma: "BCMA only",
  gprc5d: "GPRC5D only",
  other: "targets other than BCMA",
  mixed: "all targets",
} as const;

const measures = { "odds-ratio": "odds ratio", "hazard-ratio": "hazard ratio" } as const;

function priorLines([fewest, most]: NonNullable<Shown["priorLines"]>): string {
  if (fewest === null && most === null) return "any number of prior lines";
  if (most === null) return `≥ ${fewest} prior lines`;
  return fewest === null ? `≤ ${most} prior lines` : `${fewest}–${most} prior lines`;
}

export const published = {
  heading: "Published pools",
  note: "Meta-analyses by others, of studies they chose; never mixed with ours.",
  none: "No pool of such patients is known here.",
  outside: (classes: PublishedBeside["outside"]) =>
    classes
      .map(({ group, analyses, lowest, highest, isHigher }, at) => {
        const name = at === 0 ? capitalised(classPlural[group]) : classPlural[group];
        const all = at === 0 ? `all ${analyses} published pools` : `all ${analyses}`;
        const here = at === 0 ? " here" : "";
        return `${name}${here} ${isHigher ? "above" : "below"} ${all} (${lowest}–${highest})`;
      })
      .join(", "),
  /** One trial sets our rate apart: "CAR-T: 10 of 100 here, 6 without CARTIFAN-1; 5 in the published pool most like this question". */
  apart: (
    { group, label }: Pick<TrialApart, "group" | "label">,
    here: string,
    left: string,
    printed: string,
  ) =>
    `${capitalised(classPlural[group])}: ${here} of 100 here, ${left} without ${label}; ${printed} in the published pool most like this question`,
  /** @param rate Of 100, as the line of the pool has it. */
  contradicted: (
    { group, isHigher, by }: PublishedBeside["contradicted"][number],
    rate: string,
  ) => {
    const medians = by.map(({ label, months }) =>
      months === null ? `not reached in ${label}` : `${plain(months)} months in ${label}`,
    );
    return `${rate} of 100 with ${classPlural[group]} is ${isHigher ? "more" : "less"} than the trials here allow: the median was ${medians.join(", ")}`;
  },
  /** How much of a repeated set a row rests on. */
  ofSet: (found: number, used: number | null) =>
    used === null
      ? `Here: a figure of ${counted(found, "group")} of patients by its rules`
      : `Here: a figure of ${found} of its ${counted(used, "group")} of patients`,
  ofPaper: (name: string, numbers: string) => `${name} itself: ${numbers}`,
  /** In how many of its groups of patients the outcome of a row has a figure. */
  reporting: (name: string, found: number, used: number | null) =>
    used === null
      ? `here ${counted(found, "group")} of patients by the rules of ${name}`
      : `of its ${counted(used, "group")} of patients, ${found} have a figure that can be counted`,
  rate: (rate: string, range: string | null) => `${rate} of 100 ${range ?? "(no interval)"}`,
  counted: (events: number | null) =>
    `${events === null ? "number not given" : counted(events, "patient")} (no rate reported)`,
  contrast: ({ measure, value, interval }: Contrast) =>
    `${measures[measure]} ${plain(value)} (${interval.map(plain).join("–")})`,
  /** Cohorts of the result. */
  size: (k: number | null) => (k === null ? "" : `${k} ${k === 1 ? "study" : "studies"}`),
  searchedTo: (date: string) => `searched to ${date}`,
  /** Of whom, as far as it is told. */
  ofWhom: (pool: Pick<Shown, "target" | "priorLines" | "evidence" | "definition">) =>
    [
      pool.target && targets[pool.target],
      pool.priorLines && priorLines(pool.priorLines),
      pool.evidence && evidence[pool.evidence],
      pool.definition === "ours" ? null : "another definition",
    ]
      .filter((text) => text !== null)
      .join(", "),
};
