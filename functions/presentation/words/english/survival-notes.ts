/** What is said of survival, trial by trial, beside the words that the element draws. */
import type { MonthCell } from "#core/evidence/survival-months.ts";
import type { Landmark } from "#data/schema.ts";
import { englishNumbers } from "../numbers.ts";
import { classPlural } from "./class-names.ts";
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

export const survivalNotes = {
  ...survival,
  classPlural,
  months: (months: number | null) => (months === null ? "not reached" : `${months}`),
  /** In place of a verdict, without a median. */
  byTrial: "Survival is known at single months, trial by trial.",
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
  /** From when survival is counted. */
  origins: originNames,
  atMonth: (month: number) => `at ${plain(month)}`,
  /** Of a cut that is not the newest: its follow-up. */
  cut: (followUp: number | null) => (followUp === null ? "other cut" : `cut ${plain(followUp)}`),
  /** "n 97, from randomisation"; without what is not known. */
  counted: (n: number | null, origin: NonNullable<Landmark["timeOrigin"]> | null) =>
    [n !== null && `n\u00a0${n}`, origin !== null && `from ${originNames[origin]}`]
      .filter(Boolean)
      .join(", "),
  /** How to read the months of a report. */
  legend:
    "Bold: reported for that month. ≥: from the later month. >50, ≈50, <50: from the median’s interval. –: not known. Cut: months followed, of an older cut.",
  /** Where the start of some lines is not known. */
  noOrigin: "No start named: not stated, usually infusion or first dose.",
};
