import type { MedianResult, OtherRegimen } from "#core/answer/answer.ts";
import type { LabelRegion } from "#core/evidence/regimen-labels.ts";
import type { Query } from "#core/question/query.ts";
import type { EarlierKind } from "#data/earlier-kinds.ts";
import type { StudyWord } from "./arguments.ts";
import { classAdjective, classPlural } from "./class-names.ts";
import { counted, followed, joined, plural } from "./counts.ts";
import { drawn } from "./element.ts";
import { printed } from "./figures-in-print.ts";
import { deathsApart, gradesOfFigure, gradesOfRow } from "./grades.ts";
import { compared } from "./head-to-head.ts";
import { afterLines, regionList } from "./labels.ts";
import { plain } from "./numbers.ts";
import { afterKinds, onlyHad } from "./patient-codes.ts";
import { productName } from "./product-name.ts";
import { published } from "./published.ts";
import { statusText } from "./row-status.ts";

/** "3 of 5 trials", or "5 trials" where all have a figure. */
function kOf(noun: StudyWord, k: number, of: number): string {
  if (k < of) return `${k} of ${counted(of, noun)}`;
  return k === 1 ? `one ${noun}` : counted(k, noun);
}

function where(availability: readonly string[]): string {
  return availability.includes("any") ? "anywhere or in development" : regionList(availability);
}

const known = (months: number | null) =>
  months === null ? "not known" : `${plain(months)} months`;

/** Uses no-break spaces. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

const carT = "CAR-T";

/** On our own pages the server makes the first view, so a browser loads half of it later. */
export const screen = {
  ...drawn,
  more: "more",
  fewer: "fewer",
  withCarT: "with CAR-T",
  uncompared: "not compared:",
  classAdjective,
  to: "to",
  /** States what nobody has reviewed yet. */
  notReviewed: "Not yet reviewed by a clinician.",
  classPlural,
  /** Under a question, not broken over two lines. */
  trialsOf: (noun: StudyWord, k: number) => unbroken(counted(k, noun)),
  trials: (noun: StudyWord, k: number, n: number | null) =>
    `${counted(k, noun)}${n === null ? "" : `, ${n} patients`}`,
  /** What all trials together show. */
  together: {
    /** Of a single trial the counts of its cohorts are added. */
    pool: (noun: StudyWord, k: number) =>
      k === 1 ? `The whole ${noun}` : `Pooled, typical ${noun}`,
    another: (noun: StudyWord) => `Another ${noun} may show`,
  },
  /** Of an outcome that accumulates; `null` where it is not known for half of the patients. */
  followUp: (months: number | null) => `follow-up ${known(months)}`,
  followUps: (carT: number | null, bsab: number | null) =>
    `follow-up CAR-T ${known(carT)}, bispecific ${known(bsab)}`,
  /** What a number rests on: counts of one or two trials; of more their range. */
  evidence: {
    counts: (
      noun: StudyWord,
      k: number,
      of: number,
      counts: readonly string[],
      /** Of two trials of one product. */
      sum: string | null,
    ) =>
      `${sum ? `${sum}: ` : ""}${counts.join(", ")}${k < of || k === 1 ? ` in ${kOf(noun, k, of)}` : ""}`,
    range: (noun: StudyWord, k: number, of: number, spread: string | null) =>
      spread ? `${spread} in ${kOf(noun, k, of)}` : kOf(noun, k, of),
    /** With fewer than five events. */
    few: (events: number) => `${counted(events, "event")}: size depends on the model`,
  },
  /** A class, and the products that its number holds if these are not all. */
  ofClass: (name: string, product: string | null) =>
    product === null ? name : `${name} (${product})`,
  /** What a number holds of the selected products. */
  held: {
    without: (products: readonly string[]) => `without ${joined(products)}`,
    of: (held: number, all: number) => `${held} of ${all} drugs`,
  },
  named: {
    count: (events: number | null, n: number | null) =>
      events === null || n === null ? "" : printed.counted(events, n),
    ofProduct: (product: string, count: string) => `${product} ${count}`,
    /** Counts of small trials beside the only large one, which is the number. */
    more: (counts: readonly string[]) => `${counts.join(", ")} more`,
    deathsApart,
    /** Of the broader outcome, or of a part, where no trial has the outcome itself; of deaths left out of it. */
    ofOutcome: (outcome: string, counts: string) => `${outcome}: ${counts}`,
  },
  /** The kind of regimen that stands for the class has no figure, and the other has. */
  noneOfRegimen: "other regimen only",
  /** "teclistamab alone", "bispecifics in combination" */
  nameOfBeside: (
    [product, another]: readonly string[],
    classPlural: string,
    regimen: OtherRegimen["regimen"],
  ) =>
    `${product && !another ? productName(product) : classPlural} ${regimen === "combination" ? "in combination" : "alone"}`,
  /** What others found, as a line of a row. */
  headToHead: compared.headToHead,
  outside: published.outside,
  /** Survival at a month, where a class has no number. */
  byTrial: "by trial only",
  /** Why two numbers are not compared. */
  notCompared: {
    oneTrial: (noun: StudyWord, adjectives: readonly string[]) =>
      `one ${adjectives.join(" and one ")} ${noun}`,
    oneProduct: (products: readonly string[]) => `${joined(products)} only`,
    followUpUnknown: "follow-up not known for most",
    otherModels: "pooled by different models",
    intervalsDisagree: "the intervals of difference and odds ratio disagree",
    followUpsApart: (carT: number | null, bsab: number | null) =>
      `follow-ups more than twofold apart (CAR-T ${known(carT)}, bispecific ${known(bsab)})`,
  },
  /** The difference as a sentence, or why there is none. The interval is not broken over two lines. */
  finding: {
    difference: (amount: string, range: string, phrase: string, withWhat: string) =>
      `${amount} ${drawn.of100} ${phrase} ${withWhat} (${unbroken(range)}).`,
    notCompared: (why: string) => `Not compared: ${why}.`,
  },
  withProduct: (product: string) => `with ${product}`,
  status: statusText,
  notReported: (classPlural: string, noun: StudyWord, count: number) =>
    `not reported for ${classPlural} in ${counted(count, noun)}`,
  notPoolable: (adjective: string) => `no ${adjective} count to pool`,
  noneSelected: (adjective: string, noun: StudyWord) => `no ${adjective} ${noun} in this selection`,
  /** Medians of survival as printed, each with its product and trial. */
  medians: (medians: readonly Omit<MedianResult, "citation">[]) =>
    `median months, as reported: ${medians
      .map(
        ({ product, label, months, regimen, followUpMonths }) =>
          `${productName(product)} ${plain(months)} in ${label}${regimen === "combination" ? " (with other drugs)" : ""}${followed(followUpMonths)}`,
      )
      .join(" · ")}`,
  notAsked: (adjective: string) => `${adjective} not asked for`,
  nothingReported: "not reported for either class",
  nothingToPool: "no count to pool for either class",
  scope: {
    lines: {
      "1": "1 prior line",
      "2": "2 prior lines",
      "3+": "3+ prior lines",
      any: "any prior lines",
    },
    monotherapy: "given alone",
    combination: "bispecifics in combination",
    anyRegimen: "also combinations",
    anyTarget: "any target",
    trial: "trials",
    "real-world": "real-world studies",
    all: "trials and real-world studies",
    /** Follows "Labelled in:". */
    where,
    /** Left out by hand. More than three are not named here: an opened row lists them. */
    without: (noun: StudyWord, cohorts: readonly string[]) =>
      `without ${cohorts.length > 3 ? counted(cohorts.length, noun) : joined(cohorts)}`,
    /** @param kinds none: of any kind */
    after: (kinds: readonly EarlierKind[]) =>
      kinds.length === 0 ? "after BCMA therapy" : afterKinds(kinds),
    asSet: (name: string) => `as ${name}: its studies, rules and model`,
    /** Its cohorts are not public. */
    byRulesOf: (name: string) => `our studies by the rules of ${name}`,
    likeSet: (name: string) => `as ${name}, modified`,
  },
  fitted: "Differences are fitted, not subtracted.",
  verdict: {
    carT,
    bispecific: "a bispecific",
    /** "More responded after CAR-T; unclear in 4 of 5 checks." @param after Empty where it was said before. */
    difference: (isMore: boolean, what: string, after: string, status: string) =>
      `${isMore ? "More" : "Fewer"} ${what}${after && ` ${after}`}; ${status}.`,
    after: (name: string, than: string | null) =>
      `after ${name}${than ? ` than after ${than}` : ""}`,
    /** "Severe infection: unclear." */
    without: (labels: readonly string[], status: string) => `${joined(labels)}: ${status}.`,
    unclear: "unclear",
    /** "94 of 100 responded after cilta-cel, 71 after talquetamab"; "12 of 20 responded after cilta-cel, 94 of 181 …". */
    rates: (
      phrase: string,
      sides: readonly { readonly rate: string; readonly name: string }[],
      isCounts: boolean,
    ) =>
      sides
        .map(({ rate, name }, index) => {
          const what = index > 0 ? "" : `${isCounts ? "" : " of 100"} ${phrase}`;
          return `${rate}${what} after ${name}`;
        })
        .join(", "),
    onlyHad,
    /** Ends them. @param why empty for one side */
    notCompared: (why: string) => (why ? `not compared: ${why}` : "nothing is compared here"),
    /** @param names "a bispecific"; none: neither class has one */
    noLabel: (regions: readonly LabelRegion[], names: readonly string[], lines: Query["lines"]) =>
      `No ${regionList(regions)} label found${names.length > 0 ? ` for ${names.join(" or ")}` : ""}${afterLines[lines]}`,
    certainty: (noun: StudyWord) => `Very low certainty: separate ${plural(noun)}, not randomised.`,
    collected: (values: {
      readonly noun: StudyWord;
      readonly trials: number;
      readonly phrase: string;
      readonly infused: string;
      readonly collected: string;
    }) =>
      `In ${counted(values.trials, `CAR-T ${values.noun}`)} ${values.infused} of 100 infused ${values.phrase}, ${values.collected} of 100 with cells collected.`,
    /** Of each class the lowest and highest of the medians that its trials print. */
    ages: (noun: StudyWord, ofCarT: string, ofBsab: string) =>
      `Median age ${ofCarT} in the ${carT} ${plural(noun)}, ${ofBsab} in the bispecific ${plural(noun)}.`,
  },
  gradesOfRow,
  gradesOfFigure,
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
    notCompared: "No outcome here is compared.",
  },
  /** Prior lines as the question says them. */
  priorLines: {
    "1": "1 prior line",
    "2": "2 prior lines",
    "3+": "3 or more prior lines",
    any: "any prior lines",
  },
  range: {
    atLeast: (value: number) => `≥ ${plain(value)}`,
    atMost: (value: number) => `≤ ${plain(value)}`,
    between: (low: number, high: number) => `${plain(low)}–${plain(high)}`,
  },
};
