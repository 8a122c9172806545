/** What is said of survival, trial by trial, beside the words that the element draws. */
import { fewestPatients, type MonthCell } from "#core/evidence/survival-months.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import type { Landmark } from "#data/schema.ts";
import { englishNumbers } from "../numbers.ts";
import { survival } from "./survival.ts";

/** From when survival is counted. */
const originNames: Readonly<Record<NonNullable<Landmark["timeOrigin"]>, string>> = {
  infusion: "infusion",
  "first-dose": "the first dose",
  randomisation: "randomisation",
  leukapheresis: "cell collection",
};

const { plain } = englishNumbers;

/** What a hazard ratio counts. */
const event: Record<SurvivalFamily, string> = {
  pfs: "progression or death",
  os: "death",
  dor: "loss of response",
};

export const survivalNotes = {
  ...survival,
  /** In place of a verdict. */
  lead: "Survival is known trial by trial; the classes are not compared.",
  /** Over the results of trials that drew lots. */
  randomised: (family: SurvivalFamily) =>
    `Randomised, each trial against its own control: hazard ratio of ${event[family]}, below 1 fewer than control`,
  arm: (arm: string, trial: string) => `${arm}, ${trial}`,
  /** @param definition As the study has it: "33.6 months". */
  ratio: (
    { value, interval }: { value: number; interval: readonly [number, number] | null },
    definition: string | null,
  ) => {
    const range = interval === null ? "" : ` (${plain(interval[0])}–${plain(interval[1])})`;
    return `${plain(value)}${range}${definition === null ? "" : `, ${definition}`}`;
  },
  result: (arm: string, ratios: readonly string[]) => `${arm}: ${ratios.join("; ")}`,
  combined: "(with other drugs)",
  /** What the median says of a month, and where nothing is known. */
  cell: {
    "above-half": ">50",
    "about-half": "about 50",
    "below-half": "<50",
    unknown: "–",
  } satisfies Record<Exclude<MonthCell["kind"], "printed" | "at-least">, string>,
  atLeast: (rate: string) => `≥ ${rate}`,
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
    `No line for fewer than ${fewestPatients} patients: ${trials.join("; ")}.`,
  silent: (products: readonly string[]) => `Nothing in our sources: ${products.join(", ")}.`,
  legend:
    "Bold: printed for that month. ≥: by the later month beneath. >50, about 50, <50: by the median’s interval. –: not known. Cut: months followed, of an older cut.",
  /** Where the start of some lines is not known. */
  noOrigin: "No start named: not stated, usually infusion or first dose.",
};
