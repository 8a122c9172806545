/** The words of the first view in English. */
import type { ScreenWords } from "../contract/screen.ts";
import { englishNumbers } from "../numbers.ts";
import { productName, productNames } from "../product-name.ts";
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
  "doses=recommended": "doses (recommended",
} as const;

export const en: ScreenWords = {
  ...drawn,
  classPlural: { "car-t": "CAR-T", bsab: "bispecifics" },
  between: {
    pools: () => "",
    "one-product": (adjective) => `one ${adjective} product`,
    products: () => "two products",
  },
  /** The products of one class. Only the first few are named. */
  products: (names, most = 3) => {
    const [named, more] = [productNames(names.slice(0, most)), names.length - most];
    return more > 0 ? `${named} +${more}` : named;
  },
  evidence: (noun, k, n) => `${counted(k, noun)}${n === null ? "" : ` · ${n}`}`,
  counted: (noun, k, events, n) => `${events} of ${n} in ${inTrials(noun, k)}`,
  noneOfRegimen: "other regimen only",
  nameOfBeside: ([product, another], classPlural, regimen) =>
    `${product && !another ? product : classPlural} ${regimen === "combination" ? "in combination" : "alone"}`,
  // Two lists of products would be too long; the line below has them.
  notRepresentative: (pools) =>
    `not compared: ${pools
      .map(({ name, products, share }) => {
        const only = pools.length > 1 ? "" : `${products} only, `;
        return `${only}${Math.round(100 * share)}\u00a0% of ${name}`;
      })
      .join(", ")} patients`,
  withProduct: (product) => `with ${product}`,
  caution: (lead, others) => (others === 0 ? lead : `${lead} +${others}`),
  rounded: "rounded",
  lost: ({ kind, value, cohort }, there) => {
    const left = cohort ?? (kind === "leave-product-out" && productName(value));
    const check = left
      ? `${left} (without`
      : (checks[value as keyof typeof checks] ?? `${kind} (then`);
    return `depends on ${check}: ${there?.range ?? "not compared"})`;
  },
  notReported: (classPlural, noun, count) =>
    `not reported for ${classPlural} in our sources (${counted(count, noun)})`,
  notPoolable: (classPlural, noun, count) =>
    `no figure for ${classPlural} that can be pooled (${counted(count, noun)})`,
  noneSelected: (adjective, noun) => `no ${adjective} ${noun} in this selection`,
  medians: (medians) =>
    `median months, as printed: ${medians
      .map(
        ({ product, label, months, regimen }) =>
          `${productName(product)} ${plain(months)} in ${label}${regimen === "combination" ? " (with other drugs)" : ""}`,
      )
      .join(" · ")}`,
  nothingReported: "not reported in our sources for either class",
  nothingToPool: "no figure for either class that can be pooled",
  months: (carT, bsab) => `follow-up ${carT} and ${bsab} months`,
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
    where,
    without: (cohort) => `without ${cohort}`,
    selected: "after BCMA therapy",
    asSet: (name) => `as ${name}: its cohorts, rules and model`,
    byRulesOf: (name) => `our cohorts by the rules of ${name}`,
    likeSet: (name) => `as ${name}, modified`,
  },
  headline: {
    /** The result of a single trial is worded differently from an estimate from several. */
    opening: (noun, k, each) => `In ${inTrials(noun, k)}${each ? " each" : ""} `,
    other: (noun, k) => `in ${inTrials(noun, k)} `,
    patients: "patients",
    infusedPatients: "infused patients",
    responded: {
      carT: (product) => `responded to ${product ?? "CAR-T"}`,
      bispecific: (product) => `to ${product ?? "a bispecific"}`,
      bispecificAlone: (product) => `responded to ${product ?? "a bispecific"}`,
    },
    others: (phrase) => ({
      carT: (product) => `${phrase} with ${product ?? "CAR-T"}`,
      bispecific: (product) => `with ${product ?? "a bispecific"}`,
      bispecificAlone: (product) => `${phrase} with ${product ?? "a bispecific"}`,
    }),
    combination: { alone: "", partly: ", some in combination", combined: " in combination" },
    noBispecific: "no bispecific figure in this selection.",
    noCarT: "No CAR-T figure in this selection.",
    notRepresentative: (numbers, why = "too few patients or trials") =>
      `Not compared, ${why}: ${numbers}.`,
    noResponse: "No response rate can be pooled in this selection.",
    noNumber: "Nothing can be pooled in this selection.",
    notCompared: "No outcome here can be compared.",
    noHarm: "Harm: no difference is certain.",
    doubt: (noun, singleArm, certainty) => {
      const what = singleArm && noun === "trial" ? "Single-arm trials" : `Separate ${noun}s`;
      return `${what}, different patients${certainty ? `: certainty ${certainty}` : ""}.`;
    },
  },
  chipValue: {
    any: "any",
    all: "all",
    late: "≥ 3",
    early: "1–4",
    median: (range) => `median ${range}`,
    several: (count) => `${count} chosen`,
    more: (count) => (count > 0 ? `${count} set` : "filters"),
    patient: (value) => `patient ${value}`,
  },
  range: {
    atLeast: (value) => `≥ ${plain(value)}`,
    atMost: (value) => `≤ ${plain(value)}`,
    between: (low, high) => `${plain(low)}–${plain(high)}`,
  },
};
