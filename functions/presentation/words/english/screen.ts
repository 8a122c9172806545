import type { BesidePool, MedianResult } from "#core/comparison/answer.ts";
import type { LostCheck } from "#core/comparison/checked.ts";
import { englishNumbers } from "../numbers.ts";
import { productName } from "../product-name.ts";
import type { Noun } from "../told.ts";
import { counted, followed, joined, plural } from "./counted.ts";
import { drawn } from "./drawn.ts";
import { regionName } from "./regions.ts";

const { plain } = englishNumbers;

function where(availability: string): string {
  if (availability === "approved") return "anywhere";
  return availability === "any"
    ? "anywhere or in development"
    : regionName(availability).replace("the ", "");
}

function brackets(dependence: string): string {
  return dependence && ` (${dependence})`;
}

/** With a hyphen at which no line breaks. */
const carT = "CAR\u2011T";

/** The checks that a reader asks first, by what a difference depends on. The opened row names the others. */
const checks: Readonly<Record<string, readonly [what: string, then: string]>> = {
  "availability=us": ["region", "with US products"],
  "availability=eu": ["region", "with EU products"],
  "doses=recommended": ["dose escalation", "without"],
  "sources=papers": ["sources", "from papers alone"],
};

const kinds: Readonly<Record<string, string>> = {
  rule: "counting rules",
  prior: "model assumptions",
};

type Check = Pick<LostCheck, "kind" | "value" | "cohort">;

/** What a check changes, and how it is then. */
function checkIn({ kind, value, cohort }: Check): readonly [what: string, then: string] {
  const leftOut = cohort ?? (kind === "leave-product-out" ? productName(value) : null);
  if (leftOut !== null) return [leftOut, "without"];
  return checks[value] ?? [kinds[kind] ?? kind, "then"];
}

/** On our own pages the server makes the first view, so a browser loads half of it later. */
export const screen = {
  ...drawn,
  /** Numbers in English text have English formats, whatever the reader's system. */
  numbers: englishNumbers,
  classAdjective: { "car-t": "CAR-T", bsab: "bispecific" },
  to: "to",
  same: "no difference",
  /** States what nobody has reviewed yet. */
  notReviewed: "Not yet reviewed by a clinician.",
  classPlural: { "car-t": "CAR-T", bsab: "bispecifics" },
  between: {
    pools: () => "",
    "one-product": (adjective: string) => `one ${adjective} product`,
    products: () => "one product each",
    modelled: () => "modelled, not counted",
  },
  evidence: (noun: Noun, k: number, n: number | null) =>
    `${counted(k, noun)}${n === null ? "" : `, ${n} patients`}`,
  counted: (noun: Noun, k: number, events: number, n: number) =>
    `${events} of ${n} in ${k === 1 ? `one ${noun}` : counted(k, noun)}`,
  /** The kind of regimen that stands for the class has no figure, and the other has. */
  noneOfRegimen: "other regimen only",
  /** "teclistamab alone", "bispecifics in combination" */
  nameOfBeside: (
    [product, another]: readonly string[],
    classPlural: string,
    regimen: BesidePool["regimen"],
  ) =>
    `${product && !another ? product : classPlural} ${regimen === "combination" ? "in combination" : "alone"}`,
  /** Why rates are not compared. */
  tooFewKnown: "known for too few patients",
  withProduct: (product: string) => `with ${product}`,
  /** Beside a difference, if the whole numbers next to it do not subtract to it. */
  rounded: "rounded",
  /** @param there the interval there; `null` if not compared there. */
  lost: (check: Check, there: string | null) => {
    const [what, then] = checkIn(check);
    return `depends on ${what} (${then}: ${there ?? "not compared"})`;
  },
  /** The same without the interval, for a row. */
  unclear: (check: Check) => {
    const [what, then] = checkIn(check);
    if (then === "then") return `depends on ${what}`;
    return `unclear ${then === "without" ? `without ${what}` : then}`;
  },
  /** In a verdict. */
  dependsOn: (check: Check) => `depends on ${checkIn(check)[0]}`,
  /** How a difference stood the checks, if none is to be named. */
  strength: {
    "same-in-every-check": "holds in every check",
    "either-way": "either way possible",
  },
  notReported: (classPlural: string, noun: Noun, count: number) =>
    `not found for ${classPlural} in ${counted(count, noun)}`,
  notPoolable: (classPlural: string, noun: Noun, count: number) =>
    `no usable number for ${classPlural} in ${counted(count, noun)}`,
  noneSelected: (adjective: string, noun: Noun) => `no ${adjective} ${noun} in this selection`,
  /** Medians of survival as printed, each with its product and trial. */
  medians: (medians: readonly Omit<MedianResult, "citation">[]) =>
    `median months, as printed: ${medians
      .map(
        ({ product, label, months, regimen, followUpMonths }) =>
          `${productName(product)} ${plain(months)} in ${label}${regimen === "combination" ? " (with other drugs)" : ""}${followed(followUpMonths)}`,
      )
      .join(" · ")}`,
  nothingReported: "not found for either class",
  nothingToPool: "no usable number for either class",
  scope: {
    late: "≥ 3 lines",
    early: "1–4 lines",
    anySetting: "any line",
    monotherapy: "monotherapy",
    combination: "bispecifics in combination",
    anyRegimen: "also combinations",
    anyTarget: "any target",
    trial: "trials",
    "real-world": "real-world studies",
    all: "trials and real-world studies",
    /** Follows "Approved in:". */
    where,
    /** Left out by hand. More than three are not named here: an opened row lists them. */
    without: (noun: Noun, cohorts: readonly string[]) =>
      `without ${cohorts.length > 3 ? counted(cohorts.length, noun) : joined(cohorts)}`,
    selected: "after BCMA therapy",
    asSet: (name: string) => `as ${name}: its studies, rules and model`,
    /** Its cohorts are not public. */
    byRulesOf: (name: string) => `our studies by the rules of ${name}`,
    likeSet: (name: string) => `as ${name}, modified`,
  },
  verdict: {
    carT,
    bispecific: "a bispecific",
    /** @param dependence the check that loses it */
    lead: (
      noun: Noun,
      isMore: boolean,
      phrase: string,
      name: string,
      than: string | null,
      dependence: string,
    ) =>
      `In separate ${plural(noun)} ${isMore ? "more" : "fewer"} patients ${phrase} after ${name}${than ? ` than after ${than}` : ""}${brackets(dependence)}.`,
    unclear: (noun: Noun, phrase: string, name: string, than: string | null) =>
      `It is unclear whether more patients ${phrase} after ${name} or ${than ?? "a bispecific"} in separate ${plural(noun)}.`,
    onlyOne: (name: string) => `Only numbers of ${name}: nothing is compared here.`,
    /** @param others what can be compared */
    notCompared: (
      noun: Noun,
      why = `too few patients or ${plural(noun)}`,
      others: readonly string[] = [],
    ) =>
      `Response cannot be compared here: ${why}.${others.length > 0 ? ` Compared below: ${others.join(", ")}.` : ""}`,
    harm: (label: string, isMore: boolean, name: string, dependence: string) =>
      `${label} was reported ${isMore ? "more" : "less"} often after ${name}${brackets(dependence)}`,
    published: (label: string, isMore: boolean, ofOthers: boolean) =>
      `${label} cannot be compared; published${ofOthers ? ", other patients" : ""}: ${isMore ? "more" : "fewer"} after ${carT}`,
    harmsUnclear: "No harm was clearly more frequent after either.",
    noHarms: "Harms cannot be compared here.",
    /** Sentences without their ends. */
    list: (sentences: readonly string[]) => `${sentences.join(". ")}.`,
    certainty: (level: string, noun: Noun, singleArm: boolean) =>
      `${level} certainty: ${singleArm && noun === "trial" ? "single-arm trials" : `separate ${plural(noun)}`}, different patients.`,
    collected: (noun: Noun, infused: string, collected: string, trials: number) =>
      `In ${counted(trials, `CAR-T ${noun}`)} ${infused} of 100 infused, ${collected} counting those never infused.`,
    /** Of each class the lowest and highest of the medians that its trials print. */
    ages: (noun: Noun, ofCarT: string, ofBsab: string, apart: boolean) =>
      apart
        ? `Printed median ages do not overlap: ${carT} ${ofCarT}, bispecific ${ofBsab}.`
        : `Median age ${ofCarT} in the ${carT} ${plural(noun)}, ${ofBsab} in the bispecific ${plural(noun)}.`,
  },
  /** Whom a rate counts. */
  countedOf: {
    "car-t": "of 100 infused",
    bsab: "of 100 treated",
    others: "of 100 patients",
  },
  headline: {
    combination: { alone: "", partly: ", some in combination", combined: " in combination" },
    noResponse: "No response rate can be pooled in this selection.",
    noNumber: "Nothing can be pooled in this selection.",
    notCompared: "No outcome here can be compared.",
  },
  chipValue: {
    availability: (region: string) => `Approved: ${region}`,
    late: "≥ 3 prior lines",
    early: "1–4 prior lines",
    any: "Any prior lines",
    lines: (range: string) => `median lines ${range}`,
    ages: (range: string) => `Median age ${range}`,
    several: (count: number) => `${count} products`,
    /** @param only what is set, if it is one thing that has a short name */
    more: (count: number, only = `${count} set`) => (count > 0 ? `More: ${only}` : "More"),
    evidence: { trial: "trials", "real-world": "real-world only", all: "also real-world" },
  },
  range: {
    atLeast: (value: number) => `≥ ${plain(value)}`,
    atMost: (value: number) => `≤ ${plain(value)}`,
    between: (low: number, high: number) => `${plain(low)}–${plain(high)}`,
  },
};
