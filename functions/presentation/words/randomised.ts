/** The words of randomised trials. A ratio is said in words and never turned into a number of patients. */
import type {
  askedOfTrial,
  RandomisedRate,
  RandomisedRatio,
  RandomisedSource,
  RandomisedTrial,
} from "#core/others/randomised.ts";
import type { Range } from "#core/question/range.ts";
import { joined } from "./counts.ts";
import { plain } from "./numbers.ts";
import { endsOf100, rateOf100 } from "./rates.ts";
import { uncapitalised } from "./sentences.ts";

/** With two decimals, as such ratios are reported; more where more were reported. */
function ratioText(value: number): string {
  const reported = String(value).split(".")[1]?.length ?? 0;
  return value.toFixed(Math.max(2, reported));
}

const sourceNames: Readonly<Record<RandomisedSource["kind"], string>> = {
  abstract: "paper",
  "full-text": "paper",
  congress: "congress",
  label: "label",
  news: "news",
  press: "company",
  registry: "registry",
  review: "review",
};

const missing: Readonly<Record<(typeof askedOfTrial)[number], string>> = {
  pfs: "ratio of progression or death",
  os: "ratio of deaths",
  "pfs-at-month": "share without progression at a month",
  "os-at-month": "share alive at a month",
  "early-deaths": "early deaths by arm",
  crossover: "crossover",
};

/** "both a and b", "each of a, b and c" */
const allOf = (names: readonly string[]) =>
  names.length < 2 ? joined(names) : `${names.length === 2 ? "both" : "each of"} ${joined(names)}`;

const notReported = "not reported in our sources";

export const randomised = {
  source: ({ kind }: Pick<RandomisedSource, "kind">) => sourceNames[kind],
  /** Which source a link leads to: "paper San-Miguel 2023", "news CancerNetwork 2026". */
  link: ({ kind, citation }: Pick<RandomisedSource, "kind" | "citation">) => {
    const [name = ""] = citation.split(/, |: | on |\. /);
    const [year = ""] = /\b20\d\d\b/.exec(citation) ?? [];
    return [sourceNames[kind], name.replace(/ [A-Z]{1,3}$/, ""), year].filter(Boolean).join(" ");
  },
  standard: "standard therapy",
  /** Beside its bar. */
  onAxis: "standard",
  notReported,
  /** "0.29 (0.22–0.39)" */
  ratio: ({ value, interval }: RandomisedRatio) =>
    interval
      ? `${ratioText(value)} (${ratioText(interval[0])}–${ratioText(interval[1])})`
      : ratioText(value),

  headline: {
    oneClass: (names: readonly string[]) =>
      `less progression or death with ${allOf(names)} than with ${names.length > 1 ? "their own " : ""}standard therapy`,
    bothClasses: (names: readonly string[]) =>
      `${joined(names)} each did better than their own standard therapy; not compared with each other`,
    /** No ratio is clear of 1. */
    none: (names: readonly string[]) =>
      `less progression or death than with standard therapy not shown with ${joined(names)}`,
    fewerDeathsOnly: (names: readonly string[]) =>
      `fewer deaths shown with ${joined(names)}${names.length === 1 ? " only" : ""}`,
    fewerDeathsNot: (names: readonly string[]) =>
      `deaths not shown to be fewer with ${joined(names)}`,
    lead: (text: string) => `Randomised: ${text}.`,
  },

  /**
   * "Randomised: ide-cel v standard.": on a phone, where the first screen has few words; empty without any.
   *
   * @param arms The drugs of these trials, of which each was compared with its own control.
   */
  inBrief: (arms: readonly string[]) => {
    // No line ends at a hyphen between word joiners.
    const names = arms.map((arm) => arm.replaceAll("-", "\u2060-\u2060"));
    return names.length === 0 ? "" : `Randomised: ${joined(names)} v ${randomised.onAxis}.`;
  },
  title: (trial: string, sizes: string) =>
    [`Randomised: ${trial}`, sizes].filter(Boolean).join(", "),
  /** "1 to 3 prior lines" */
  lines: ({ min, max }: Range) => {
    if (min === null) return max === null ? "" : `up to ${max} prior lines`;
    if (max === null) return `${min} or more prior lines`;
    return min === max ? `${min} prior lines` : `${min} to ${max} prior lines`;
  },
  median: (lines: number) => `median ${plain(lines)}`,
  control: (label: string) => `against ${uncapitalised(label)}`,
  /** "208 v 211 patients" */
  sizes: (arm: number | null, control: number | null) =>
    arm === null || control === null ? "" : `${arm} v ${control} patients`,
  atMonths: {
    pfs: (months: number) => `Progression-free at ${plain(months)} months`,
    os: (months: number) => `Alive at ${plain(months)} months`,
  },
  cutOfRates: (months: readonly number[]) =>
    `rates of the cut at ${joined(months.map(plain))} months`,
  /** "Randomised after 2 to 4 lines, KarMMa-3: ide-cel v standard regimens" */
  inLine: (trial: string, lines: Range | null, arm: string, control: string) =>
    `Randomised${lines ? ` after ${randomised.lines(lines).replace("prior ", "")}` : ""}, ${trial}: ${arm} v ${uncapitalised(control)}`,

  ratios: (progression: string | null, death: string | null) =>
    `hazard ratio of progression or death ${progression ?? missing.pfs}, of death ${death ?? "not reported"}`,
  at: (months: number | null, sources: readonly string[]) =>
    [months !== null && `at ${plain(months)} months`, sources.length > 0 && `(${joined(sources)})`]
      .filter(Boolean)
      .join(" "),
  /** @param progression A ratio in words; `null` where it was not reported. @param death The same. */
  older: (
    sources: readonly string[],
    months: number | null,
    progression: string | null,
    death: string | null,
  ) => {
    const ratios = [
      progression && `progression or death ${progression}`,
      death && `death ${death}`,
    ];
    const at = months === null ? "" : ` at ${plain(months)} months`;
    return `${joined(sources)}${at}: ${ratios.filter(Boolean).join(", ")}`;
  },
  medians: {
    lead: "Median months",
    pfs: "without progression",
    os: "alive",
  },
  against: (arm: string, control: string) => `${arm} v ${control}`,
  /** "30 of 254"; "14 %" of a percentage, and of a rate at a month. */
  amount: ({ events, n, estimate }: RandomisedRate) =>
    events !== null && n !== null
      ? `${events} of ${n}`
      : estimate === null
        ? "not reported"
        : `${rateOf100(estimate)}\u00a0%`,
  range: (interval: readonly [number, number]) => endsOf100(interval),
  died: (within: string) => `died ${within}`,
  within: {
    "death-6-months": "within 6 months",
    "death-9-months": "within 9 months",
    "death-10-months": "within 10 months",
    "death-before-treatment": "before any treatment",
  },
  beforeTreatment: (arm: number, control: number) => `${arm} v ${control} before any treatment`,
  crossover: (percent: number) => `${plain(percent)} % of controls crossed over`,
  missing: (codes: RandomisedTrial["notReported"]) =>
    `${notReported}: ${joined(codes.map((code) => missing[code]))}`,
  /** Under two trials or more. */
  apart: "Each against its own standard therapy, not against each other.",
  /** Between them and the rows. */
  below: "Below, every outcome by class:",
  /** The same where a row of survival says nothing that does not stand above. */
  belowWithout: "Below, the other outcomes by class:",
  /** In a row, of a class whose rates are those of the trials above. */
  /** Of an outcome of which a trial above has drawn the same at these months. */
  above: (months: readonly number[]) => `at ${joined(months.map(plain))} months: above`,
  /** Above what the trials reported of early deaths, where only harms are shown. */
  earlyDeaths: "Randomised: early deaths, each arm v its control",
  /** Under it: where both arms are. */
  inOverview: "Both arms and ratios: Overview.",
  /** "teclistamab with daratumumab against daratumumab, …: 259 of 291 v 223 of 296" */
  inRow: (arm: string, control: string, found: string) =>
    `${arm} against ${uncapitalised(control)}: ${found}`,
  /** Of a trial that does not answer the question: no label found here, other lines or another target. */
  beside: (trial: string) => `${trial}, outside this question`,
  atMonth: (months: number) => `At ${plain(months)} months`,
  held: "counted by another definition, or disputed",
  /** Heard: "cilta-cel 76 of 100, 69 to 81". */
  heard: (name: string, number: string, under: string) =>
    `${name} ${number}${under && `, ${under.replace("–", " to ")}`}`,
};
