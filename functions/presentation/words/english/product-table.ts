/** What a table of products side by side says beside the words that the element draws. */
import type { ComputeCohort } from "#data/compute-set.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import type { CitedTiming } from "#data/timing.ts";
import { englishNumbers } from "../numbers.ts";
import { labelLine } from "./labels.ts";
import { survivalNotes } from "./survival-notes.ts";
import { unitOf } from "./timing.ts";

const plain = (value: number) => englishNumbers.plain(value).replace("-", "\u2212");

const timeText = ({ median, unit }: Pick<CitedTiming, "median" | "unit">) =>
  `${plain(median)} ${unitOf(median, unit)}`;

export const productTable = {
  lead: "Not a ranking: each product was given to other patients in other trials. Patients of 100 with the 95 % interval, unless a row says otherwise.",
  label: labelLine,
  unreported: (outcomes: readonly string[]) => `No product has a figure: ${outcomes.join("; ")}.`,
  /** Where nothing is known of a product; of many of them in one line. */
  none: "no figure",
  noneOf: (products: readonly string[]) => `No figure: ${products.join(", ")}.`,
  /** For screen readers, before an interval. */
  ofInterval: "of 100, 95 % interval",
  monthsInterval: "months, 95 % interval",
  /** Under what stands in place of a number of its own. */
  instead: {
    month: "",
    printed: "printed, no count",
    broader: "any neurotoxicity",
    narrower: "lower bound",
  },
  byMedian: "by the median",
  byMonth: (month: number) => `at month ${plain(month)}`,
  median: {
    pfs: "Median progression-free survival",
    os: "Median survival",
    dor: "Median duration of response",
  } satisfies Record<SurvivalFamily, string>,
  months: "months",
  /** @param isLittle of a median: it lies far beyond */
  followed: (months: number | null, isLittle = false) =>
    months === null ? "" : `${survivalNotes.followed(months, isLittle)} mo`,
  /** Of a median that was not reached. */
  at: (followUp: number) => `at ${plain(followUp)} mo`,
  ends: ([lower, upper]: readonly [number | null, number | null]) =>
    upper === null
      ? `${survivalNotes.months(lower)} to not reached`
      : `${survivalNotes.months(lower)}–${plain(upper)}`,
  begins: { crs: "CRS begins", icans: "ICANS begins" },
  collection: "From cell collection to infusion",
  /** Of what kind the times of a row are, and from when they count: "median, trials, from the most recent dose". */
  likeTimes: (evidence: ComputeCohort["evidence"], from: string | null) =>
    [
      "median",
      evidence === "trial" ? "trials" : "practice",
      from === null ? "start not reported" : from !== "apheresis" && `from ${from}`,
    ]
      .filter(Boolean)
      .join(", "),
  time: timeText,
  /** "range 1–12" */
  spread: ({ range, quartiles }: Pick<CitedTiming, "range" | "quartiles">) =>
    range
      ? `range ${plain(range[0])} to ${plain(range[1])}`
      : quartiles
        ? `quartiles ${plain(quartiles[0])} to ${plain(quartiles[1])}`
        : "",
  /** Of whom a time is: what its source says, else the size of its trial, of whom some had the event. */
  ofWhom: (
    { definition }: Pick<CitedTiming, "definition">,
    { n, evidence }: Pick<ComputeCohort, "n" | "evidence">,
  ) => {
    const size = n === null ? "unknown size" : `${plain(n)} patients`;
    return definition ?? `${evidence === "trial" ? "trial" : "study"} of ${size}`;
  },
  lasts: (duration: Pick<CitedTiming, "median" | "unit">) => `lasts ${timeText(duration)}`,
  fullDose: "First full dose",
  days: (days: readonly number[]) => `day ${days.join(" or ")}`,
  byLabel: "by the label",
  stepUp: "after step-up doses",
};
