/** What is said of survival, trial by trial, beside the words that the element draws. */
import { leastPatients } from "#core/evidence/small-trials.ts";
import type { MonthCell } from "#core/evidence/survival-months.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import type { Landmark } from "#data/schema.ts";
import type { StudyWord } from "../arguments.ts";
import { englishNumbers } from "../numbers.ts";
import { classPlural } from "./class-names.ts";
import { plural } from "./counts.ts";
import { crossover } from "./head-to-head.ts";
import { survival } from "./survival.ts";

/** From when survival is counted. */
const originNames: Readonly<Record<NonNullable<Landmark["timeOrigin"]>, string>> = {
  infusion: "infusion",
  "first-dose": "the first dose",
  randomisation: "randomisation",
  leukapheresis: "cell collection",
};

const { plain } = englishNumbers;

/** Whose median the headline has. */
const medianOf: Record<SurvivalFamily, string> = {
  pfs: "time without progression",
  os: "survival",
  dor: "time in response",
};

function fromTo(months: readonly number[]): string {
  const [low, high] = [Math.min(...months), Math.max(...months)];
  return low < high ? `${plain(low)} to ${plain(high)}` : plain(low);
}

export const survivalNotes = {
  ...survival,
  classPlural,
  /** In place of a verdict. @param spans Of each class: `span`. */
  mediansLead: (family: SurvivalFamily, spans: readonly string[]) =>
    `Median ${medianOf[family]}: ${spans.join("; ")}.`,
  /**
   * "CAR-T 8.8 to 35 months", "bispecifics 11.3 to 17.2 months or not reached", "cilta-cel not reached at
   * 33.6 months".
   *
   * @param open Months followed where it was not reached.
   */
  span: (name: string, months: readonly number[], open: readonly (number | null)[]) => {
    const followed = open.filter((one) => one !== null);
    const known = [
      months.length > 0 && `${fromTo(months)} months`,
      open.length > 0 && survival.months(null),
    ];
    const at = months.length === 0 && followed.length > 0 ? ` at ${fromTo(followed)} months` : "";
    return `${name} ${known.filter(Boolean).join(" or ")}${at}`;
  },
  /** In place of a verdict, without a median. */
  byTrial: "Survival is known at single months, trial by trial.",
  /** Under it. */
  apart: "Trial by trial; the classes are not compared.",
  /** In place of the certainty of a comparison: some of these trials drew lots, each by itself. */
  certainty: (noun: StudyWord) =>
    `Very low certainty if compared: medians and months are of separate ${plural(noun)}.`,
  crossover,
  /** Follow-up of a median. @param isLittle the median lies far beyond it */
  followed: (months: number | null, isLittle: boolean) =>
    months === null ? "" : `followed ${isLittle ? "only " : ""}${plain(months)}`,
  combined: "(with other drugs)",
  /** What the median says of a month, and where nothing is known. */
  cell: {
    "above-half": ">50",
    "about-half": "about 50",
    "below-half": "<50",
    unknown: "–",
  } satisfies Record<Exclude<MonthCell["kind"], "printed" | "at-least">, string>,
  atLeast: (rate: string) => `≥ ${rate}`,
  /** What is known of a month, in words; `month` is the later one that was printed. */
  bound: {
    of100: (rate: string) => `${rate} of 100`,
    atLeast: (rate: string, month: number | null) =>
      `at least ${rate} of 100${month === null ? "" : ` (at ${plain(month)} months)`}`,
    "above-half": "more than 50 of 100 by the median",
    "about-half": "about 50 of 100 by the median",
    "below-half": "fewer than 50 of 100 by the median",
  },
  /** "<50 by the median" */
  byMedian: (said: string) => `${said} by the median`,
  atMonth: (month: number) => `at ${plain(month)}`,
  /** Of a cut that is not the newest: its follow-up. */
  cut: (followUp: number | null) => (followUp === null ? "other cut" : `cut ${plain(followUp)}`),
  /** "n 97, from randomisation"; without what is not known. */
  counted: (n: number | null, origin: NonNullable<Landmark["timeOrigin"]> | null) =>
    [n !== null && `n\u00a0${n}`, origin !== null && `from ${originNames[origin]}`]
      .filter(Boolean)
      .join(", "),
  sized: (trial: string, n: number | null) => `${trial}: ${n ?? "not known"}`,
  /** @param trials Each with its patients: `sized`. */
  small: (trials: readonly string[]) =>
    `No line for fewer than ${leastPatients} patients: ${trials.join("; ")}.`,
  silent: (products: readonly string[]) => `Nothing in our sources: ${products.join(", ")}.`,
  legend:
    "Bold: printed for that month. ≥: from the later month. >50, about 50, <50: from the median’s interval. –: not known. Cut: months followed, of an older cut.",
  /** Where the start of some lines is not known. */
  noOrigin: "No start named: not stated, usually infusion or first dose.",
};
