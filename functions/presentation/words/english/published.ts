import type { OutcomeComparison, PublishedBeside } from "#core/comparison/answer.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import type { ContrastTold, PublishedTold } from "../told.ts";
import { counted } from "./counted.ts";

type Shown = PublishedBeside["pools"][TherapyClass][number];

const inLine = { "car-t": "CAR-T", bsab: "bispecifics" } as const;

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

function studies(count: number): string {
  return `${count} ${count === 1 ? "study" : "studies"}`;
}

/** @param opposite Whether it points the other way than our difference. */
function told(one: PublishedTold, opposite: boolean, numbers = numbersOf(one)): string {
  const differs = one.differs.join(", ");
  const opening = opposite
    ? `A published analysis pointed the other way${differs && ` (${differs})`}`
    : ["Published", ...one.differs].join(", ");
  return `${opening}: ${numbers} (${one.year})`;
}

/** The rates, and whether their ratio leaves the direction open; the rest when opened. */
function inRow(one: PublishedTold, opposite: boolean): string {
  const rates = one.rates.map(([group, rate]) => `${inLine[group]} ${rate}`);
  const [lower, upper] = one.contrast?.interval.map(Number) ?? [];
  const isOpen = lower !== undefined && upper !== undefined && lower < 1 && upper > 1;
  return told(one, opposite, `${rates.join(", ")} of 100${isOpen ? ", either way possible" : ""}`);
}

function numbersOf({ rates, counted: isCount, contrast: ratio }: PublishedTold): string {
  const said = rates.map(
    ([group, rate, k]) => `${inLine[group]} ${rate}${k === null ? "" : ` (${studies(k)})`}`,
  );
  if (isCount) {
    const isOne = rates.at(-1)?.[1] === "1";
    return `${said.join(", ")} ${isOne ? "patient" : "patients"}, no rate printed`;
  }
  return `${said.join(", ")} of 100${ratio === null ? "" : `, ${contrast(ratio)}`}`;
}

const measures = { "odds-ratio": "odds ratio", "hazard-ratio": "hazard ratio" } as const;

function contrast({ measure, value, interval }: ContrastTold): string {
  return `${measures[measure]} ${value} (${interval.join("–")})`;
}

/**
 * What the repeated set printed, and what is pooled here for it: class, rate, cohorts.
 * @param paper A text says why what it printed is not shown.
 */
function ofSet(
  name: string,
  paper: PublishedTold | string | null,
  here: readonly (readonly [TherapyClass, string, number])[],
  { found, used }: NonNullable<OutcomeComparison["set"]>,
): string {
  const printed =
    typeof paper === "string"
      ? ` one that cannot be shown: ${paper}`
      : paper
        ? `${paper.differs.map((one) => `, ${one}`).join("")}: ${numbersOf(paper)}`
        : " none that is known here";
  // Its cohorts: dose levels of one study are several.
  const own = here.map(([group, rate, k]) => `${inLine[group]} ${rate} (${counted(k, "group")})`);
  const from =
    used === null
      ? `${counted(found, "group")} of patients by its rules`
      : `${found} of its ${counted(used, "group")} of patients`;
  return `${name} printed${printed}; here: ${own.join(", ") || "no number"}; a figure of ${from}`;
}

export const published = {
  note: "Meta-analyses by others, of studies they chose; never mixed with ours.",
  /** @param held How many more are known and not shown. */
  held: (held: number, shown: boolean) =>
    held === 0
      ? shown
        ? null
        : "None is known of this outcome."
      : `${shown ? "Also known" : "Known"}, not shown: ${counted(held, "pooled number")} of another target or definition, or without an interval (/v1/published).`,
  line: inRow,
  /** For the report: the same with its source. */
  sentence: (one: PublishedTold, opposite: boolean, citation: string) =>
    `${told(one, opposite)}. ${citation}`,
  ofSet,
  outside: ({ group, analyses, lowest, highest, isHigher }: PublishedBeside["outside"][number]) =>
    `Here ${inLine[group]} are ${isHigher ? "higher" : "lower"} than in all ${analyses} papers (${lowest}–${highest})`,
  direction: {
    same: "They point the same way as the difference here.",
    opposite: "They point the other way than the difference here.",
    mixed: "They do not all point the same way as the difference here.",
  },
  rate: (rate: string, range: string | null) =>
    `${rate} of 100 ${range ?? "(no interval printed)"}`,
  counted: (events: number | null) =>
    `${events === null ? "number not given" : counted(events, "patient")} (no rate printed)`,
  contrast,
  /** Cohorts of the result. */
  size: (k: number | null) => (k === null ? "" : studies(k)),
  searchedTo: (date: string) => `searched to ${date}`,
  bothClasses: "both classes in one analysis",
  target: (of: Shown["target"]) => (of === null ? "targets not stated" : targets[of]),
  priorLines: (fewest: number | null, most: number | null) => {
    if (fewest === null && most === null) return "any number of prior lines";
    if (most === null) return `≥ ${fewest} prior lines`;
    return fewest === null ? `≤ ${most} prior lines` : `${fewest}–${most} prior lines`;
  },
  evidence: (of: Shown["evidence"]) => (of === null ? "kind of study not stated" : evidence[of]),
  definition: "another definition",
  question: "not filtered as here",
};
