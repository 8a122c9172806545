/**
 * Describes randomised trials in words: the headline if they lead the answer, and for each trial what it reported of
 * both arms. Two trials are never compared with each other, and a headline on two trials has no ratio.
 */
import type {
  Answer,
  EarlyDeaths,
  RandomisedArm,
  RandomisedRate,
  RandomisedRatio,
  RandomisedSource,
  RandomisedTrial,
  RatesOfArms,
  RatiosOfCut,
} from "#core/answer/answer.ts";
import type { lookedForInTrial } from "#core/others/codes.ts";
import type { Range } from "#core/question/range.ts";
import { listText } from "../words/counts.ts";
import { regimenName } from "../words/labels.ts";
import { formatInWords, plain } from "../words/numbers.ts";
import { requiredLines } from "../words/range-text.ts";
import { rateOf100 } from "../words/rates.ts";
import {
  joinedClauses,
  sentence,
  uncapitalised,
  withCommas,
  withSpaces,
} from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";
import { countOf } from "./plotted.ts";

/**
 * Lists the parts of an answer that decide whether a randomised trial leads. If all outcomes are harms, no trial leads.
 */
type RandomisedPart = Pick<Answer, "randomised"> & {
  readonly outcomes: readonly Pick<Answer["outcomes"][number], "group">[];
};

/**
 * Returns the trials that stand above the rows of an answer: those that lead the answer, and those that have a line of
 * words.
 */
export function aboveRows({ randomised, outcomes }: RandomisedPart): RandomisedTrial[] {
  if (isOfHarms({ outcomes })) return [];
  return randomised.filter(({ place }) => place !== "opened-row");
}

export function isOfHarms({ outcomes }: Pick<RandomisedPart, "outcomes">): boolean {
  return outcomes.every(({ group }) => group === "toxicity");
}

export function isLed(answer: RandomisedPart): boolean {
  return aboveRows(answer).some(({ place }) => place === "leads");
}

/**
 * Returns the headline that replaces that of separate trials; `null` if no randomised trial leads.
 *
 * @param namesControl False leaves it to the line of the trial to say against what a single regimen was tried.
 */
export function randomisedHeadline(answer: RandomisedPart, namesControl: boolean): string | null {
  const arms = aboveRows(answer).flatMap((trial) => (trial.place === "leads" ? trial.arms : []));
  if (arms.length === 0) return null;
  const better = arms.filter(({ ratios: [cut] }) => isLess(cut?.progression));
  const notBetter = arms.filter((arm) => !better.includes(arm));
  const clauses = [
    ...(better.length > 0 ? betterClauses(better, namesControl) : []),
    ...(notBetter.length > 0
      ? [`less progression or death not shown with ${namesOf(notBetter)}`]
      : []),
  ];
  return `Randomised: ${clauses.join("; ")}.`;
}

function betterClauses(arms: readonly RandomisedArm[], namesControl: boolean): string[] {
  // A single trial needs no clause on deaths, because its own row states them.
  if (arms.length === 1) {
    const control = namesControl ? " than standard therapy" : "";
    return [`less progression or death with ${namesOf(arms)}${control}`];
  }
  const withFewer = arms.filter(({ ratios: [cut] }) => isLess(cut?.death));
  const withoutFewer = arms.filter((arm) => !withFewer.includes(arm));
  const names = arms.length > mostNamed ? `${formatInWords(arms.length)} regimens` : namesOf(arms);
  const isOfBoth = new Set(arms.map(({ therapyClass }) => therapyClass)).size > 1;
  return [
    `${names} each delayed progression v own standard`,
    ...(isOfBoth ? ["not compared"] : []),
    ...deathClauses(withFewer, withoutFewer, isOfBoth),
  ];
}

/** A headline names at most so many regimens; the line below it names each. */
const mostNamed = 2;

function deathClauses(
  withFewer: readonly RandomisedArm[],
  withoutFewer: readonly RandomisedArm[],
  isOfBoth: boolean,
): string[] {
  if (withoutFewer.length === 0) return isOfBoth ? [] : ["fewer deaths with each"];
  if (withFewer.length === 0 || isOfBoth)
    return [`deaths not shown fewer with ${namesOf(withoutFewer)}`];
  return [`fewer deaths with ${namesOf(withFewer)} only`];
}

/** States what the newest ratio of progression or death shows against the control. */
export function findingInBrief({ ratios: [newest] }: Pick<RandomisedArm, "ratios">): string {
  return isLess(newest?.progression) ? "delayed progression" : "progression unclear";
}

/** Tells whether the whole interval of a ratio lies below 1. */
function isLess(ratio: RandomisedRatio | null | undefined): boolean {
  return ratio?.interval != null && ratio.interval[1] < 1;
}

const namesOf = (arms: readonly RandomisedArm[]) => listText(arms.map(regimenName));

const missingTexts: Readonly<Record<(typeof lookedForInTrial)[number], string>> = {
  pfs: "ratio of progression or death",
  os: "ratio of deaths",
  "pfs-at-month": "share without progression at a month",
  "os-at-month": "share alive at a month",
  "early-deaths": "early deaths by arm",
  crossover: "crossover",
};

/** Lists early deaths that no drawing shows, hazard ratios, medians, crossover and missing results, a sentence each. */
export function findingsOf(arm: RandomisedArm, { crossover, notReported }: RandomisedTrial) {
  const findings = [
    furtherDeathsText(arm),
    ratiosText(arm.ratios),
    cutOfRates(arm),
    mediansText(arm),
    crossoverText(crossover),
    notReported.length > 0
      ? `${notFound}: ${listText(notReported.map((code) => missingTexts[code]))}`
      : "",
  ];
  return findings.filter((text) => text !== "").map(sentence);
}

/** Writes an arm in one line, for a text of several trials. */
export function armInText(arm: RandomisedArm, { label, control, crossover }: RandomisedTrial) {
  const [newest] = arm.ratios;
  const ratios = newest ? ratiosText([newest]) : notFound;
  return sentence(
    joinedClauses([
      `${label}, ${againstControl(arm, control)}: ${ratios}`,
      crossoverText(crossover),
      earlyText(arm.earlyDeaths),
    ]),
  );
}

/** Writes the ratios of an arm in one line above the rows, with the crossover, which qualifies the ratio of deaths. */
export function armAboveRows(arm: RandomisedArm, trial: RandomisedTrial): string {
  const { label, lines, control, crossover } = trial;
  const [newest] = arm.ratios;
  const ratios = newest ? ratiosOnly(newest) : notFound;
  const after = lines ? ` after ${linesText(lines, "lines")}` : "";
  const arms = `${regimenName(arm)} v ${uncapitalised(control.label)}`;
  return sentence(
    joinedClauses([`Randomised${after}, ${label}: ${arms}, ${ratios}`, crossoverText(crossover)]),
  );
}

/** Returns text such as "teclistamab with daratumumab against daratumumab, …". */
export function againstControl(arm: RandomisedArm, { label }: RandomisedTrial["control"]): string {
  return `${regimenName(arm)} against ${uncapitalised(label)}`;
}

function crossoverText(crossover: RandomisedTrial["crossover"]): string {
  return crossover ? `${plain(crossover.percent)} % on standard crossed over` : "";
}

/** Returns text such as "Refractory to lenalidomide, against pomalidomide …". */
export function enrolledText({ enrolled, control }: RandomisedTrial): string {
  return withCommas([enrolled, `against ${uncapitalised(control.label)}`]);
}

/** Returns text such as "Randomised after 1 to 3 lines: CARTITUDE-4, 208 v 211". */
export function randomisedTitle(
  { n }: Pick<RandomisedArm, "n">,
  { label, lines, control }: RandomisedTrial,
): string {
  const after = lines ? ` after ${linesText(lines, "lines")}` : "";
  const sizes = n === null || control.n === null ? "" : `, ${n} v ${control.n}`;
  return `Randomised${after}: ${label}${sizes}`;
}

/** Returns the required prior lines with a noun, as in "1 to 3 prior lines"; empty if they are not known. */
function linesText(range: Range, noun: string): string {
  const text = requiredLines(range);
  return text === null ? "" : `${text} ${noun}`;
}

/** Lists rates of an arm and its control at a month: "Progression-free at 12 months", then "Alive at 12 months". */
export function ratesAtMonths({
  progressionFree,
  alive,
}: RandomisedArm): readonly { readonly name: string; readonly rates: RatesOfArms }[] {
  return [
    { name: "Progression-free", rates: progressionFree },
    { name: "Alive", rates: alive },
  ].flatMap(({ name, rates }) =>
    rates?.month == null ? [] : [{ name: `${name} at ${plain(rates.month)} months`, rates }],
  );
}

/**
 * Returns the earliest period whose deaths both arms counted, as in "Died within 6 months", in a list of one or none.
 */
export function deathsCounted({
  earlyDeaths,
}: RandomisedArm): readonly { readonly name: string; readonly rates: EarlyDeaths }[] {
  const rates = earlyDeaths.find(
    ({ arm, control }) => arm?.events != null && control?.events != null,
  );
  return rates
    ? [{ name: `Died ${deathsWithin[rates.outcome]}${fromLowerTier(rates)}`, rates }]
    : [];
}

/** Writes both ratios of the newest data cut, and those of an older cut in a paper. */
function ratiosText([newest, older]: readonly RatiosOfCut[]): string {
  if (!newest) return "";
  const sources = sourceNames(newest);
  const now = `${ratiosOnly(newest)}${atMonths(newest)}${sources && ` (${sources})`}`;
  if (!older) return now;
  const { progression, death } = older;
  const ratios = [
    progression && `progression or death ${ratioText(progression)}`,
    death && `death ${ratioText(death)}`,
  ];
  return `${now}; ${sourceNames(older)}${atMonths(older)}: ${withCommas(ratios)}`;
}

function ratiosOnly({ progression, death }: RatiosOfCut): string {
  const [ofProgression, ofDeath] = [progression, death].map((ratio) => ratio && ratioText(ratio));
  return `hazard ratio of progression or death ${ofProgression ?? notFound}, of death ${ofDeath ?? notFound}`;
}

/** Returns text such as "0.29 (0.22–0.39)". */
function ratioText({ value, interval }: RandomisedRatio): string {
  const range = interval ? ` (${interval.map(decimals).join("–")})` : "";
  return `${decimals(value)}${range}`;
}

/** Writes a ratio with two decimals, or with more if more were reported. */
function decimals(value: number): string {
  const reported = String(value).split(".")[1]?.length ?? 0;
  return value.toFixed(Math.max(2, reported));
}

function atMonths({ followUpMonths }: RatiosOfCut): string {
  return followUpMonths === null ? "" : ` at ${plain(followUpMonths)} months`;
}

function sourceNames({ progression, death }: RatiosOfCut): string {
  const kinds = [progression, death].flatMap((ratio) =>
    ratio ? sourceKinds[ratio.source.kind] : [],
  );
  return listText([...new Set(kinds)]);
}

const sourceKinds: Readonly<Record<RandomisedSource["kind"], string>> = {
  abstract: "paper",
  "full-text": "paper",
  congress: "congress",
  label: "label",
  news: "news",
  press: "company",
  registry: "registry",
  review: "review",
};

/** Names the source of a link, as in "paper San-Miguel 2023", "news CancerNetwork 2026". */
export function sourceLinkText({ kind, citation }: RandomisedSource): string {
  const [name = ""] = citation.split(/, |: | on | release | \[|\. /);
  const [year = ""] = /\b20\d\d\b/.exec(citation) ?? [];
  return withSpaces([sourceKinds[kind], name.replace(/ [A-Z]{1,3}$/, ""), year]);
}

/** Names the data cut of the rates of both arms if the ratios have another one; otherwise empty. */
function cutOfRates(arm: RandomisedArm): string {
  const newest = arm.ratios[0]?.followUpMonths ?? null;
  const cuts = ratesAtMonths(arm).flatMap(({ rates }) => rates.followUpMonths ?? []);
  const otherCuts = [...new Set(cuts)].filter((months) => months !== newest);
  return otherCuts.length === 0
    ? ""
    : `rates of the cut at ${listText(otherCuts.map(plain))} months`;
}

function mediansText({ medians }: RandomisedArm): string {
  if (medians.length === 0) return "";
  const names = { pfs: "without progression", os: "alive" };
  const texts = medians.map(({ family, arm, control }) => `${names[family]} ${arm} v ${control}`);
  return `Median months ${texts.join(", ")}`;
}

/**
 * Returns text such as "Died within 6 months 30 of 254 v 9 of 132, 17 v 0 before any treatment; within 9
 * months 18 v 11 of 100 (news)".
 */
function earlyText(deaths: readonly EarlyDeaths[]): string {
  const texts = deaths.flatMap(({ outcome, arm, control, untreated, source }) => {
    if (!arm || !control) return [];
    const amounts = `${deathsWithin[outcome]} ${amountsText({ arm, control })}`;
    const before = untreated
      ? `, ${untreated.arm} v ${untreated.control} before any treatment`
      : "";
    return [amounts + before + fromLowerTier({ source })];
  });
  return texts.length === 0 ? "" : `died ${texts.join("; ")}`;
}

/** Returns text such as "Of these 17 v 0 before any treatment; died within 9 months 18 % v 11 % (news)". */
export function furtherDeathsText(arm: RandomisedArm): string {
  const [drawn] = deathsCounted(arm).map(({ rates }) => rates);
  const { untreated = null } = drawn ?? {};
  return joinedClauses([
    untreated && `of these ${untreated.arm} v ${untreated.control} before any treatment`,
    earlyText(arm.earlyDeaths.filter((deaths) => deaths !== drawn)),
  ]);
}

function fromLowerTier({ source }: Pick<EarlyDeaths, "source">): string {
  return source.tier > 1 ? ` (${sourceKinds[source.kind]})` : "";
}

const deathsWithin: Readonly<Record<EarlyDeaths["outcome"], string>> = {
  "death-6-months": "within 6 months",
  "death-9-months": "within 9 months",
  "death-10-months": "within 10 months",
  "death-before-treatment": "before any treatment",
};

/** Returns a rate as its count, such as "30 of 254"; "14 %" for a percentage, and for a rate at a month. */
export function amountIn({ events, n, estimate }: RandomisedRate): string {
  if (events !== null && n !== null) return countOf({ events, n });
  return estimate === null ? notFound : `${rateOf100(estimate)}\u00a0%`;
}

/**
 * Returns the figures of both arms, as in "259 of 291 v 223 of 296". If an arm has only a percentage, both are
 * percentages: "39 % (98 of 254) v 5 %". An arm without a figure is "not found".
 */
export function amountsText({ arm, control }: Pick<RatesOfArms, "arm" | "control">): string {
  const isCounted = [arm, control].every((rate) => rate === null || rate.events !== null);
  const amounts = [arm, control].map((rate) => {
    if (rate === null) return notFound;
    const { events, n, estimate } = rate;
    if (isCounted || events === null || estimate === null) return amountIn(rate);
    return `${amountIn({ ...rate, events: null })} (${events} of ${n})`;
  });
  return amounts.join(" v ");
}

/** Lists the sources of an arm, each once, the best reviewed first. */
export function sourcesIn(arm: RandomisedArm, { crossover }: RandomisedTrial): RandomisedSource[] {
  const all = [
    ...arm.ratios.flatMap(({ progression, death }) => [progression?.source, death?.source]),
    ...ratesAtMonths(arm).map(({ rates }) => rates.source),
    ...arm.earlyDeaths.map(({ source }) => source),
    crossover?.source,
  ].flatMap((source) => source ?? []);
  const once = new Map(all.map((source) => [source.citation, source]));
  return [...once.values()].sort((a, b) => a.tier - b.tier);
}
