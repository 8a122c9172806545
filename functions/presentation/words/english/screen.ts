/** The words of the first view in English. */
import type { BesidePool, MedianResult } from "#core/comparison/answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import { englishNumbers } from "../numbers.ts";
import { productName, productNames } from "../product-name.ts";
import type { DifferenceWords } from "../rates.ts";
import type { Noun } from "../told.ts";
import { counted } from "./counted.ts";
import { drawn } from "./drawn.ts";
import { regionName } from "./regions.ts";

const { plain } = englishNumbers;

function where(availability: string): string {
  if (availability === "approved") return "anywhere";
  return availability === "any"
    ? "anywhere or in development"
    : regionName(availability).replace("the ", "");
}

/** @param k of those counted; `null` or 0 for the typical one of a model */
function inTrials(noun: string, k: number | null): string {
  if (!k) return `a typical ${noun}`;
  return k === 1 ? `one ${noun}` : counted(k, noun);
}

/** The checks that a reader asks first, by what a difference depends on. The opened row names the others. */
const checks = {
  "availability=us": "region (US",
  "availability=eu": "region (EU",
  "doses=recommended": "doses (no escalation",
} as const;

/**
 * What is drawn, and what the view of an answer is made of. On our own pages the first view is made
 * by the server, so a browser loads the second half after it.
 */
export const screen = {
  ...drawn,
  classPlural: { "car-t": "CAR-T", bsab: "bispecifics" },
  between: {
    pools: () => "",
    "one-product": (adjective: string) => `one ${adjective} product`,
    products: () => "two products",
    modelled: () => "modelled, not counted",
  },
  /** The products of one class. Only the first few are named. */
  products: (names: readonly string[], most = 3) => {
    const [named, more] = [productNames(names.slice(0, most)), names.length - most];
    return more > 0 ? `${named} +${more}` : named;
  },
  evidence: (noun: Noun, k: number, n: number | null) =>
    `${counted(k, noun)}${n === null ? "" : ` · ${n}`}`,
  counted: (noun: Noun, k: number, events: number, n: number) =>
    `${events} of ${n} in ${inTrials(noun, k)}`,
  /** The kind of regimen that stands for the class has no figure, and the other has. */
  noneOfRegimen: "other regimen only",
  /** "teclistamab alone", "bispecifics in combination" */
  nameOfBeside: (
    [product, another]: readonly string[],
    classPlural: string,
    regimen: BesidePool["regimen"],
  ) =>
    `${product && !another ? product : classPlural} ${regimen === "combination" ? "in combination" : "alone"}`,
  /**
   * Why two rates are not compared: the products of each pool that is too small, and its share. Two
   * lists of products would be too long; the line below has them.
   */
  notRepresentative: (
    pools: readonly { readonly name: string; readonly products: string; readonly share: number }[],
  ) =>
    `not compared: ${pools
      .map(({ name, products, share }) => {
        const only = pools.length > 1 ? "" : `${products} only, `;
        return `${only}${Math.round(100 * share)}\u00a0% of ${name}`;
      })
      .join(", ")} patients`,
  withProduct: (product: string) => `with ${product}`,
  /** The caution of a row that could change its reading, and the number of the others. */
  caution: (lead: string, others: number) => (others === 0 ? lead : `${lead} +${others}`),
  /** Beside a difference, if the whole numbers next to it do not subtract to it. */
  rounded: "rounded",
  /** The check that loses a difference; `null` if the classes cannot be contrasted there. */
  lost: (
    { kind, value, cohort }: Pick<LostCheck, "kind" | "value" | "cohort">,
    there: DifferenceWords | null,
  ) => {
    const left = cohort ?? (kind === "leave-product-out" && productName(value));
    const check = left
      ? `${left} (without`
      : (checks[value as keyof typeof checks] ?? `${kind} (then`);
    return `depends on ${check}: ${there?.range ?? "not compared"})`;
  },
  notReported: (classPlural: string, noun: Noun, count: number) =>
    `not reported for ${classPlural} in our sources (${counted(count, noun)})`,
  notPoolable: (classPlural: string, noun: Noun, count: number) =>
    `no figure for ${classPlural} that can be pooled (${counted(count, noun)})`,
  noneSelected: (adjective: string, noun: Noun) => `no ${adjective} ${noun} in this selection`,
  /** Medians of survival as printed, each with its product and trial. */
  medians: (medians: readonly Pick<MedianResult, "product" | "label" | "months" | "regimen">[]) =>
    `median months, as printed: ${medians
      .map(
        ({ product, label, months, regimen }) =>
          `${productName(product)} ${plain(months)} in ${label}${regimen === "combination" ? " (with other drugs)" : ""}`,
      )
      .join(" · ")}`,
  nothingReported: "not reported in our sources for either class",
  nothingToPool: "no figure for either class that can be pooled",
  months: (carT: string, bsab: string) => `follow-up ${carT} and ${bsab} months`,
  followUpUnknown: "?",
  scope: {
    late: "≥ 3 lines",
    early: "1–4 lines",
    anySetting: "any line",
    monotherapy: "monotherapy",
    combination: "bispecifics in combination",
    anyRegimen: "also combinations",
    anyTarget: "any target",
    trial: "trials",
    "real-world": "real-world cohorts",
    all: "trials and real-world cohorts",
    /** Follows "Approved in:". */
    where,
    /** A cohort that was left out by hand. */
    without: (cohort: string) => `without ${cohort}`,
    selected: "after BCMA therapy",
    asSet: (name: string) => `as ${name}: its cohorts, rules and model`,
    /** Its cohorts are not public. */
    byRulesOf: (name: string) => `our cohorts by the rules of ${name}`,
    likeSet: (name: string) => `as ${name}, modified`,
  },
  headline: {
    /** The result of a single trial is worded differently from an estimate from several. */
    opening: (noun: Noun, k: number | null, each: boolean) =>
      `In ${inTrials(noun, k)}${each ? " each" : ""} `,
    other: (noun: Noun, k: number | null) => `in ${inTrials(noun, k)} `,
    patients: "patients",
    infusedPatients: "infused patients",
    /** With the rates of both classes. If there is no product, the class is named. */
    responded: {
      carT: (product: string | null) => `responded to ${product ?? "CAR-T"}`,
      bispecific: (product: string | null) => `to ${product ?? "a bispecific"}`,
      bispecificAlone: (product: string | null) => `responded to ${product ?? "a bispecific"}`,
    },
    /** For outcomes other than response; `phrase` completes "27 more of 100". */
    others: (phrase: string) => ({
      carT: (product: string | null) => `${phrase} with ${product ?? "CAR-T"}`,
      bispecific: (product: string | null) => `with ${product ?? "a bispecific"}`,
      bispecificAlone: (product: string | null) => `${phrase} with ${product ?? "a bispecific"}`,
    }),
    combination: { alone: "", partly: ", some in combination", combined: " in combination" },
    noBispecific: "no bispecific figure in this selection.",
    noCarT: "No CAR-T figure in this selection.",
    /** @param numbers of the products */
    notRepresentative: (numbers: string, why = "too few patients or trials") =>
      `Not compared, ${why}: ${numbers}.`,
    noResponse: "No response rate can be pooled in this selection.",
    noNumber: "Nothing can be pooled in this selection.",
    notCompared: "No outcome here can be compared.",
    noHarm: "Harm: direction uncertain.",
    doubt: (noun: Noun, singleArm: boolean, certainty: string | null) => {
      const what = singleArm && noun === "trial" ? "Single-arm trials" : `Separate ${noun}s`;
      return `${what}, different patients${certainty ? `: certainty ${certainty}` : ""}.`;
    },
  },
  chipValue: {
    any: "any",
    all: "all",
    late: "≥ 3",
    early: "1–4",
    median: (range: string) => `median ${range}`,
    several: (count: number) => `${count} chosen`,
    more: (count: number) => (count > 0 ? `${count} set` : "filters"),
    patient: (value: number) => `patient ${value}`,
  },
  range: {
    atLeast: (value: number) => `≥ ${plain(value)}`,
    atMost: (value: number) => `≤ ${plain(value)}`,
    between: (low: number, high: number) => `${plain(low)}–${plain(high)}`,
  },
};
