/** Writes what randomised trials report in words: whom they enrolled, ratios, early deaths, sources with their rank. */
import type {
  EarlyDeaths,
  RandomisedArm,
  RandomisedRatio,
  RandomisedSource,
  RandomisedTrial,
  RatiosOfCut,
} from "#core/answer/answer.ts";
import type { ArmsInRow } from "#core/others/randomised-arms.ts";
import { nameRegimen } from "../words/labels.ts";
import { unreported } from "../words/names.ts";
import { describeRequiredLines, formatPlainNumber } from "../words/numbers.ts";
import { formatRate } from "../words/rates.ts";
import {
  capitalise,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
  uncapitalise,
  writeSentence,
} from "../words/sentences.ts";
import { formatEventCount } from "./plotted.ts";

export interface SourceOfTrial {
  readonly text: string;
  readonly href: string | null;
  readonly tier?: number;
}

/** Holds a text with the rank of its source, such as "paper" or "news"; the rank is empty if a text beside has it. */
export interface RankedText {
  readonly text: string;
  readonly rank: string;
}

/** Returns text such as "59 (52–66)". */
export function formatNumberWithRange(number: string, range: string): string {
  return range === "" ? number : `${number} (${range})`;
}

/**
 * Returns text such as "Randomised, open label, after 1 to 3 lines, followed 33.6 months: cilta-cel v pomalidomide
 * and dexamethasone with bortezomib or daratumumab; refractory to lenalidomide."
 */
export function describeRandomisedTrial(arm: RandomisedArm, trial: RandomisedTrial): string {
  const months = arm.ratios[0]?.followUpMonths ?? null;
  const design = joinByCommas([
    "randomised",
    trial.masking === "open-label" && "open label",
    describeAfterRequiredLines(trial.lines).trimStart(),
    months !== null && `followed ${formatPlainNumber(months)} months`,
  ]);
  return writeSentence(
    joinBySemicolons([`${design}: ${nameArmAgainstControl(arm, trial)}`, trial.enrolled]),
  );
}

/** Returns text such as "teclistamab with daratumumab v daratumumab, …". */
export function nameArmAgainstControl(arm: RandomisedArm, { control }: RandomisedTrial): string {
  return `${nameRegimen(arm)} v ${uncapitalise(control.label)}`;
}

/** Returns the required prior lines, as in " after 1 to 3 lines"; empty if they are not known. */
export function describeAfterRequiredLines(range: RandomisedTrial["lines"]): string {
  const text = range && describeRequiredLines(range);
  return text ? ` after ${text} lines` : "";
}

export function formatArmSizes({ n }: RandomisedArm, control: RandomisedTrial["control"]): string {
  return n === null || control.n === null ? "" : `${n} v ${control.n}`;
}

export function describeCrossover(crossover: RandomisedTrial["crossover"]): string {
  return crossover ? `${formatPlainNumber(crossover.percent)} of 100 on standard crossed over` : "";
}

const missingTexts = { "early-deaths": "early deaths by arm", crossover: "crossover" } as const;

export function describeUnreportedEarlyDeathsOrCrossover(
  { notReported }: RandomisedTrial,
  isOfHarms: boolean,
): string {
  const codes = isOfHarms ? (["early-deaths"] as const) : (["early-deaths", "crossover"] as const);
  const missing = codes.filter((code) => notReported.includes(code));
  if (missing.length === 0) return "";
  return writeSentence(
    `${unreported}: ${joinWithConjunction(missing.map((code) => missingTexts[code]))}`,
  );
}

/** Returns the ratios of an older cut; `null` without one. */
export function makeEarlierCutTexts({
  ratios: [, older],
}: RandomisedArm): { readonly title: string; readonly text: string } | null {
  if (!older) return null;
  const { followUpMonths, progression, death } = older;
  const months = followUpMonths === null ? "" : `${formatPlainNumber(followUpMonths)} months`;
  const ranks = [progression, death].flatMap((ratio) => (ratio ? nameSourceKind(ratio) : []));
  const ratios = [
    progression && `of progression or death ${formatRandomisedRatio(progression)}`,
    death && `of death ${formatRandomisedRatio(death)}`,
  ];
  return {
    title: joinByCommas(["Earlier cut", months, ...new Set(ranks)]),
    text: writeSentence(`hazard ratio ${joinByCommas(ratios)}`),
  };
}

export function describeHazardRatios({ progression, death }: RatiosOfCut): string {
  const [ofProgression, ofDeath] = [progression, death].map(
    (ratio) => ratio && formatRandomisedRatio(ratio),
  );
  return `hazard ratio of progression or death ${ofProgression ?? unreported}, of death ${ofDeath ?? unreported}`;
}

/** Returns text such as "0.29 (0.22–0.39)". */
export function formatRandomisedRatio({ value, interval }: RandomisedRatio): string {
  return formatNumberWithRange(
    formatAtLeastTwoDecimals(value),
    interval?.map(formatAtLeastTwoDecimals).join("–") ?? "",
  );
}

/** Writes a ratio with two decimals, or with more if more were reported. */
function formatAtLeastTwoDecimals(value: number): string {
  const reported = String(value).split(".")[1]?.length ?? 0;
  return value.toFixed(Math.max(2, reported));
}

const deathsWithin: Readonly<Record<EarlyDeaths["outcome"], string>> = {
  "death-6-months": "within 6 months",
  "death-9-months": "within 9 months",
  "death-10-months": "within 10 months",
  "death-before-treatment": "before any treatment",
};

/**
 * Lists early deaths, as in "Died within 6 months: 30 of 254 v 9 of 132, of these 17 v 0 before any treatment", then when
 * survival was reported to be lower with the product.
 */
export function listEarlyDeathTexts(arm: RandomisedArm): RankedText[] {
  const { earlyDeaths, detriment } = arm;
  const deaths = earlyDeaths.map(({ outcome, untreated, source, ...arms }) => ({
    text: joinByCommas([
      `Died ${deathsWithin[outcome]}: ${formatFiguresOfArms(arms)}`,
      untreated && `of these ${untreated.arm} v ${untreated.control} before any treatment`,
    ]),
    rank: nameSourceKind({ source }),
  }));
  if (!detriment) return deaths;
  const text = joinBySemicolons([capitalise(describeSurvivalDetriment(arm)), detriment.remark]);
  return [...deaths, { text, rank: nameSourceKind(detriment) }];
}

/** Returns text such as "survival lower with ide-cel in about the first 15 months (FDA, two interim analyses)"; empty if none was reported. */
export function describeSurvivalDetriment(arm: RandomisedArm): string {
  return arm.detriment ? `survival lower with ${nameRegimen(arm)} ${arm.detriment.during}` : "";
}

/**
 * Writes both arms, as in "259 of 291 v 223 of 296". If an arm has only a percentage, both are percentages: "39 % (98 of
 * 254) v 5 %". An arm without a figure is "not reported".
 */
export function formatFiguresOfArms(
  arms: Pick<ArmsInRow, "arm" | "control"> & { hasHold?: boolean },
): string {
  const { arm, control, hasHold = false } = arms;
  if (hasHold) return "not comparable: counted by another definition, or its sources disagree";
  if (arm === null && control === null) return unreported;
  const isCounted = [arm, control].every((rate) => rate === null || rate.events !== null);
  return [arm, control]
    .map((rate) => {
      if (rate === null) return unreported;
      const { events, n, estimate } = rate;
      const count = events === null || n === null ? "" : formatEventCount({ events, n });
      if (count !== "" && (isCounted || estimate === null)) return count;
      if (estimate === null) return unreported;
      return formatNumberWithRange(`${formatRate(estimate)}\u00a0%`, count);
    })
    .join(" v ");
}

const sourceRanks: Readonly<Record<RandomisedSource["kind"], string>> = {
  abstract: "paper",
  "full-text": "paper",
  congress: "congress",
  label: "label",
  news: "news",
  press: "company",
  registry: "registry",
  review: "review article",
};

/** Names what kind of source this is; "news" are those of a specialist journal, "company" is a release of the maker. */
export function nameSourceKind({ source }: { readonly source: RandomisedSource | null }): string {
  return source ? sourceRanks[source.kind] : "";
}

export function listArmSources(
  arm: RandomisedArm,
  { crossover }: RandomisedTrial,
): RandomisedSource[] {
  return [
    ...arm.ratios.flatMap(({ progression, death }) => [progression?.source, death?.source]),
    ...[arm.progressionFree?.source, arm.alive?.source],
    ...arm.earlyDeaths.map(({ source }) => source),
    arm.detriment?.source,
    crossover?.source,
  ].flatMap((source) => source ?? []);
}

/** Lists each source once, the best reviewed first. */
export function listUniqueSourcesByTier(all: readonly RandomisedSource[]): RandomisedSource[] {
  const once = new Map(all.map((source) => [source.citation, source]));
  return [...once.values()].sort((a, b) => a.tier - b.tier);
}

/**
 * Returns a link to each source. A paper or label without an address is still named. News that quotes a paper has the
 * address of the paper; of sources with the same address only the best reviewed is named.
 */
export function makeTrialSourceLinks(
  sources: readonly RandomisedSource[],
): readonly SourceOfTrial[] {
  const links = sources
    .filter(({ href, tier }) => href !== null || tier === 1)
    .map((source) => ({ text: nameSourceLink(source), href: source.href }));
  const isSame = (a: (typeof links)[number], b: typeof a) =>
    a.href === null ? a.text === b.text : a.href === b.href;
  return links.filter(
    (link, index) => !links.slice(0, index).some((earlier) => isSame(link, earlier)),
  );
}

/** Names the source of a link, as in "paper San-Miguel 2023", "press CancerNetwork 2026". */
function nameSourceLink({ kind, citation }: RandomisedSource): string {
  const [name = ""] = citation.split(/, |: | on | release | \[|\. /);
  const [year = ""] = /\b20\d\d\b/.exec(citation) ?? [];
  return joinBySpaces([sourceRanks[kind], name.replace(/ [A-Z]{1,3}$/, ""), year]);
}
