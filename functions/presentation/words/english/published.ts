/** The words of the published pools beside a row, in English. */
import type { OutcomeComparison, PublishedBeside } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ContrastTold, PublishedTold } from "../told.ts";
import { counted } from "./counted.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];

const inLine = { "car-t": "CAR-T", bsab: "bispecifics" } as const;

const evidence = {
  trial: "trials only",
  "real-world": "real-world cohorts",
  all: "trials and real-world cohorts",
} as const;

const targets = {
  bcma: "BCMA only",
  gprc5d: "GPRC5D only",
  other: "targets other than BCMA",
  mixed: "all targets",
} as const;

const agreement = {
  reproduced: "Its question, asked here, gives the same numbers.",
  "within their interval": "Its question, asked here, gives a rate within its interval.",
  differs: "Its question, asked here, gives another rate.",
  "needs individual data": "Its question cannot be asked here.",
  "cohorts missing": "Not checked here: not all of its cohorts are known or have a figure.",
} as const;

/**
 * What other patients it is about comes before the numbers, so that none is read without it.
 *
 * @param opposite Whether it points the other way than our difference.
 */
function told(one: PublishedTold, opposite: boolean): string {
  const opening = ["Published", ...(opposite ? ["the other way round"] : []), ...one.differs];
  return `${opening.join(", ")}: ${numbersOf(one)} (${one.year})`;
}

function numbersOf({ rates, contrast: ratio }: PublishedTold): string {
  const said = rates.map(
    ([group, rate, k]) =>
      `${inLine[group]} ${rate}${k === null ? "" : ` (${counted(k, "cohort")})`}`,
  );
  return `${said.join(", ")} of 100${ratio === null ? "" : `, ${contrast(ratio)}`}`;
}

const measures = { "odds-ratio": "odds ratio", "hazard-ratio": "hazard ratio" } as const;

function contrast({ measure, value, interval }: ContrastTold): string {
  return `${measures[measure]} ${value} (${interval.join("–")})`;
}

/** What the repeated set printed, and what is pooled here for it: class, rate, cohorts. */
function ofSet(
  name: string,
  paper: PublishedTold | null,
  here: readonly (readonly [TherapyClass, string, number])[],
  { found, used }: NonNullable<OutcomeComparison["set"]>,
): string {
  const differs = paper?.differs.map((one) => `, ${one}`).join("") ?? "";
  const printed = paper
    ? `printed${differs}: ${numbersOf(paper)}`
    : "printed none that is known here";
  const own = here.map(([group, rate, k]) => `${inLine[group]} ${rate} (${counted(k, "cohort")})`);
  const from =
    used === null
      ? `${counted(found, "cohort")} by its rules`
      : `${found} of its ${counted(used, "cohort")}`;
  return `${name} ${printed}; here: ${own.join(", ") || "no number"}; a figure of ${from}`;
}

export const published = {
  heading: "Published pools",
  note: "Meta-analyses by others, of studies they chose themselves; beside ours, never mixed with it.",
  /** @param held How many more are known and not shown. */
  held: (held: number, shown: boolean) =>
    held === 0
      ? shown
        ? null
        : "None is known of this outcome."
      : `${shown ? "Also known" : "Known"}, not shown: ${counted(held, "pooled rate")} of another target or definition, or without an interval (/v1/published).`,
  line: told,
  /** For the brief: the same with its source. */
  sentence: (one: PublishedTold, opposite: boolean, citation: string) =>
    `${told(one, opposite)}. ${citation}`,
  ofSet,
  direction: {
    same: "They point the same way as the difference here.",
    opposite: "They point the other way than the difference here.",
    mixed: "They do not all point the same way as the difference here.",
  },
  rate: (rate: string, range: string | null) =>
    `${rate} of 100 ${range ?? "(no interval printed)"}`,
  contrast,
  /** Cohorts of the result. */
  size: (k: number | null) => (k === null ? "" : counted(k, "cohort")),
  searchedTo: (date: string) => `searched to ${date}`,
  bothClasses: "both classes in one analysis",
  target: (of: Shown["target"]) => (of === null ? "targets not told" : targets[of]),
  priorLines: (fewest: number | null, most: number | null) => {
    if (fewest === null && most === null) return "any number of prior lines";
    if (most === null) return `≥ ${fewest} prior lines`;
    return fewest === null ? `≤ ${most} prior lines` : `${fewest}–${most} prior lines`;
  },
  evidence: (of: Shown["evidence"]) => (of === null ? "kind of study not told" : evidence[of]),
  question: "not filtered as here",
  agreement: (status: NonNullable<Shown["agreement"]>["status"]) => agreement[status],
};
