/** What is said of survival, trial by trial, beside the words that the element draws. */
import type { Landmark } from "#data/schema.ts";
import { classPlural } from "./class-names.ts";
import { crossover } from "./head-to-head.ts";
import { plain } from "./numbers.ts";
import { survival } from "./survival.ts";

/** From when survival is counted. */
const originNames: Readonly<Record<NonNullable<Landmark["timeOrigin"]>, string>> = {
  infusion: "infusion",
  "first-dose": "the first dose",
  randomisation: "randomisation",
  leukapheresis: "cell collection",
};

export const survivalNotes = {
  ...survival,
  classPlural,
  /** In place of a verdict, without a median. */
  byTrial: "Survival is known at single months, trial by trial.",
  crossover,
  /** Follow-up of a median. @param isLittle the median lies far beyond it */
  followed: (months: number | null, isLittle: boolean) =>
    months === null ? "" : `followed ${isLittle ? "only " : ""}${plain(months)}`,
  combined: "(with other drugs)",
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
};
