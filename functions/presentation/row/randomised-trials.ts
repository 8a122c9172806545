/**
 * Randomised trials in words: the headline that they lead, and of each what it reported of both arms. Two
 * trials are never set against each other, and a headline of two has no ratio.
 */
import type { Answer } from "#core/answer/answer.ts";
import type {
  EarlyDeaths,
  RandomisedArm,
  RandomisedRatio,
  RandomisedSource,
  RandomisedTrial,
  RatesOfArms,
  RatiosOfCut,
} from "#core/others/randomised.ts";
import { regimenName } from "../words/labels.ts";
import { randomised as words } from "../words/randomised.ts";
import { joinedClauses, sentence } from "../words/sentences.ts";

/** Harms are counted by themselves: where nothing else was asked, no trial leads the headline. */
type Answered = Pick<Answer, "randomised"> & {
  readonly outcomes: readonly Pick<Answer["outcomes"][number], "group">[];
};

/** Trials that stand above the rows of an answer: those that lead it, or have a line. */
export function aboveRows({ randomised, outcomes }: Answered): RandomisedTrial[] {
  if (isOfHarms({ outcomes })) return [];
  return randomised.filter(({ place }) => place !== "beside");
}

export function isOfHarms({ outcomes }: Pick<Answered, "outcomes">): boolean {
  return outcomes.every(({ group }) => group === "toxicity");
}

export function isLed(answer: Answered): boolean {
  return aboveRows(answer).some(({ place }) => place === "leads");
}

/** In place of what separate trials saw; `null` where no trial leads. */
export function randomisedHeadline(answer: Answered): string | null {
  const arms = aboveRows(answer).flatMap((trial) => (trial.place === "leads" ? trial.arms : []));
  if (arms.length === 0) return null;
  const { headline } = words;
  const better = arms.filter(({ ratios: [cut] }) => isLess(cut?.progression));
  const others = arms.filter((arm) => !better.includes(arm));
  const clauses = [
    ...(better.length > 0 ? betterClauses(better) : []),
    ...(others.length > 0 ? [headline.none(namesOf(others))] : []),
  ];
  return headline.lead(clauses.join("; "));
}

function betterClauses(arms: readonly RandomisedArm[]): string[] {
  const { headline } = words;
  const names = namesOf(arms);
  const isOfBoth = new Set(arms.map(({ therapyClass }) => therapyClass)).size > 1;
  const [living, others] = [true, false].map((isFewer) =>
    namesOf(arms.filter(({ ratios: [cut] }) => isLess(cut?.death) === isFewer)),
  );
  // Of a single trial its row says it.
  if (arms.length === 1 || !living || !others) return [headline.oneClass(names)];
  if (isOfBoth) {
    return [
      headline.bothClasses(names),
      ...(others.length > 0 ? [headline.fewerDeathsNot(others)] : []),
    ];
  }
  return [
    headline.oneClass(names),
    living.length === 0 ? headline.fewerDeathsNot(others) : headline.fewerDeathsOnly(living),
  ];
}

/** Whether the whole interval lies below 1. */
function isLess(ratio: RandomisedRatio | null | undefined): boolean {
  return ratio?.interval != null && ratio.interval[1] < 1;
}

const namesOf = (arms: readonly RandomisedArm[]) => arms.map(regimenName);

/** Hazard ratios, medians, early deaths, crossover and what was not reported: each a sentence. */
export function findingsOf(arm: RandomisedArm, { crossover, notReported }: RandomisedTrial) {
  const findings = [
    ratiosText(arm.ratios),
    cutOfRates(arm),
    mediansText(arm),
    earlyText(arm.earlyDeaths),
    crossover ? words.crossover(crossover.percent) : "",
    notReported.length > 0 ? words.missing(notReported) : "",
  ];
  return findings.filter((text) => text !== "").map(sentence);
}

/** An arm in one line, for a text of several trials. */
export function armInText(arm: RandomisedArm, { label, control, crossover }: RandomisedTrial) {
  const [newest] = arm.ratios;
  const ratios = newest ? ratiosText([newest]) : words.notReported;
  return sentence(
    joinedClauses([
      `${label}, ${regimenName(arm)} ${words.control(control.label)}: ${ratios}`,
      crossover && words.crossover(crossover.percent),
      earlyText(arm.earlyDeaths),
    ]),
  );
}

/** Its ratios in one line above rows of other trials, with the crossover that the ratio of deaths is read with. */
export function armAboveRows(arm: RandomisedArm, trial: RandomisedTrial): string {
  const { label, lines, control, crossover } = trial;
  const [newest] = arm.ratios;
  const ratios = newest ? ratiosOnly(newest) : words.notReported;
  return sentence(
    joinedClauses([
      `${words.inLine(label, lines, regimenName(arm), control.label)}, ${ratios}`,
      crossover && words.crossover(crossover.percent),
    ]),
  );
}

/** "1 to 3 prior lines, refractory to lenalidomide, against …" */
export function enrolledText({
  lines,
  medianLines,
  enrolled,
  control,
  place,
}: RandomisedTrial): string {
  return [
    lines && words.lines(lines),
    place === "line" && medianLines !== null && words.median(medianLines),
    enrolled,
    words.control(control.label),
  ]
    .filter(Boolean)
    .join(", ");
}

/** What an arm and its control reported of a month: "Progression-free at 12 months", then those alive. */
export function ratesAtMonths({
  progressionFree,
  alive,
}: RandomisedArm): readonly { readonly name: string; readonly rates: RatesOfArms }[] {
  return [
    { name: words.atMonths.pfs, rates: progressionFree },
    { name: words.atMonths.os, rates: alive },
  ].flatMap(({ name, rates }) =>
    rates?.month == null ? [] : [{ name: name(rates.month), rates }],
  );
}

/** Both ratios of the newest cut, and beside them those of an older cut of a paper. */
function ratiosText([newest, older]: readonly RatiosOfCut[]): string {
  if (!newest) return "";
  const at = words.at(newest.followUpMonths, sourceNames(newest));
  const now = [ratiosOnly(newest), at].filter(Boolean).join(" ");
  if (!older) return now;
  const [progression, death] = [older.progression, older.death].map(
    (one) => one && words.ratio(one),
  );
  const earlier = words.older(
    sourceNames(older),
    older.followUpMonths,
    progression ?? null,
    death ?? null,
  );
  return `${now}; ${earlier}`;
}

function ratiosOnly({ progression, death }: RatiosOfCut): string {
  const [ofProgression, ofDeath] = [progression, death].map((one) => one && words.ratio(one));
  return words.ratios(ofProgression ?? null, ofDeath ?? null);
}

function sourceNames({ progression, death }: RatiosOfCut): string[] {
  return [
    ...new Set([progression, death].flatMap((one) => (one ? [words.source(one.source)] : []))),
  ];
}

/** The follow-up of the rates of both arms, where it is not that of the ratios. */
function cutOfRates(arm: RandomisedArm): string {
  const newest = arm.ratios[0]?.followUpMonths ?? null;
  const cuts = ratesAtMonths(arm).flatMap(({ rates }) => rates.followUpMonths ?? []);
  const others = [...new Set(cuts)].filter((months) => months !== newest);
  return others.length === 0 ? "" : words.cutOfRates(others);
}

function mediansText({ medians }: RandomisedArm): string {
  if (medians.length === 0) return "";
  const { lead } = words.medians;
  const each = medians.map(
    ({ family, arm, control }) =>
      `${words.medians[family]} ${words.against(`${arm}`, `${control}`)}`,
  );
  return `${lead} ${each.join(", ")}`;
}

/** "Died within 6 months 30 of 254 v 9 of 132, 17 v 0 before any treatment; within 9 months 18 v 11 of 100 (news)". */
export function earlyText(deaths: readonly EarlyDeaths[]): string {
  const each = deaths.flatMap(({ outcome, arm, control, untreated, source }) => {
    if (!arm || !control) return [];
    const amounts = words.against(words.amount(arm), words.amount(control));
    const before = untreated && words.beforeTreatment(untreated.arm, untreated.control);
    const from = source.tier > 1 ? ` (${words.source(source)})` : "";
    return [[`${words.within[outcome]} ${amounts}`, before].filter(Boolean).join(", ") + from];
  });
  return each.length === 0 ? "" : words.died(each.join("; "));
}

/** Each once, the best reviewed first. */
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
