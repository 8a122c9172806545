/**
 * Draws randomised trials on a screen: both arms on the axis of 0 to 100, ratios in words. They stand above the rows,
 * and in an opened row with its outcome.
 */
import type {
  RandomisedArm,
  RandomisedRate,
  RandomisedSource,
  RandomisedTrial,
  RatesOfArms,
} from "#core/answer/answer.ts";
import type { ArmsInRow } from "#core/others/randomised-arms.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type Labels, placeLabels } from "../row/labels.ts";
import { type Plotted, plotOf } from "../row/plotted.ts";
import {
  againstControl,
  amountIn,
  amountsText,
  armAboveRows,
  deathsCounted,
  enrolledText,
  findingsOf,
  furtherDeathsText,
  randomisedTitle,
  ratesAtMonths,
  sourceLinkText,
  sourcesIn,
} from "../row/randomised-trials.ts";
import { type SideView, sideOfWords } from "../row/side-view.ts";
import { regimenName } from "../words/labels.ts";
import { plain } from "../words/numbers.ts";
import { sentence, uncapitalised } from "../words/sentences.ts";
import { notFound } from "../words/source-tier.ts";

export interface RandomisedView {
  readonly blocks: readonly RandomisedBlock[];
  /** The note is the heading of the rows that follow; empty under a line of words. */
  readonly note: string;
}

export interface RandomisedBlock {
  /**
   * Names the trial with its patients, as in "Randomised: CARTITUDE-4, 208 v 211 patients"; empty for a line of words.
   */
  readonly title: string;
  /** Describes the enrolled patients and the control; absent for a line of words. */
  readonly whom?: string;
  /** Lists the arms on axes; empty for a line of words, or if no arm reports a rate. */
  readonly drawings: readonly ArmsView[];
  /** Lists the findings, one line each. */
  readonly texts: readonly string[];
  /** A paper or label without an address is still named; lower sources without an address stand only in the report. */
  readonly sources: readonly { readonly text: string; readonly href: string | null }[];
}

/** Holds both arms on one axis. */
export interface ArmsView {
  /** Names the outcome, as in "Progression-free at 12 months"; empty below a row that names it. */
  readonly name: string;
  /** The arm of the product comes first, then its control. */
  readonly arms: readonly ArmView[];
}

export interface ArmView {
  readonly group: TherapyClass | "control";
  readonly side: SideView;
}

/**
 * Draws trials above the rows: trials that lead with their arms, others with a line of words.
 *
 * @param countedCohorts On a screen of survival, the cohorts that the question selects; their trials have a line even if they
 * otherwise stand only in an opened row.
 * @param isRowAbove True if a row below was removed because the trials show everything in it.
 */
export function randomisedView(
  trials: readonly RandomisedTrial[],
  countedCohorts: ReadonlySet<string> | null = null,
  isRowAbove = false,
): RandomisedView | null {
  const blocks = trials.flatMap((trial) =>
    trial.arms
      .filter(({ cohort }) => trial.place !== "opened-row" || countedCohorts?.has(cohort))
      .map((arm) => blockOf(arm, trial)),
  );
  if (blocks.length === 0) return null;
  const leading = blocks.filter(({ title }) => title !== "");
  const isPooled = countedCohorts === null && leading.length > 0;
  return {
    blocks,
    note: isPooled ? `${isRowAbove ? "Other outcomes by" : "By"} class:` : "",
  };
}

/**
 * Draws, above rows of harms only, what trials that lead the answer reported of early deaths, and where everything else
 * stands.
 */
export function randomisedHarms(trials: readonly RandomisedTrial[]): RandomisedView | null {
  const arms = trials
    .filter(({ place }) => place === "leads")
    .flatMap((trial) => trial.arms.map((arm) => ({ arm, trial })));
  if (arms.length === 0) return null;
  const block: RandomisedBlock = {
    title: "Randomised: early deaths, each arm v its standard",
    drawings: arms.flatMap(({ arm, trial }) =>
      drawnDeaths(arm, (name) => `${trial.label}, ${uncapitalised(name)}`),
    ),
    texts: arms.flatMap(({ arm, trial }) => harmsText(arm, trial)),
    sources: linksOf(arms.flatMap(({ arm }) => arm.earlyDeaths.map(({ source }) => source))),
  };
  return { blocks: [block], note: "For both arms and ratios see Overview." };
}

/**
 * Returns further early deaths in words, as in "KarMMa-3: of these 17 v 0 before any treatment."; empty if the drawing
 * shows everything.
 */
function harmsText(arm: RandomisedArm, { label }: RandomisedTrial): string[] {
  const deaths = arm.earlyDeaths.length === 0 ? notFound : furtherDeathsText(arm);
  return deaths === "" ? [] : [sentence(`${label}: ${deaths}`)];
}

function drawnDeaths(arm: RandomisedArm, nameOf: (name: string) => string): ArmsView[] {
  const regimen = regimenName(arm);
  return deathsCounted(arm).flatMap(({ name, rates }) =>
    armsOnAxis(arm, { regimen, name: nameOf(name), rates, isCount: true }),
  );
}

function blockOf(arm: RandomisedArm, trial: RandomisedTrial): RandomisedBlock {
  const name = regimenName(arm);
  const isLine = trial.place !== "leads";
  return {
    title: isLine ? "" : randomisedTitle(arm, trial),
    ...(!isLine && { whom: sentence(enrolledText(trial)) }),
    drawings: isLine
      ? []
      : [
          ...ratesAtMonths(arm).flatMap((at) => armsOnAxis(arm, { regimen: name, ...at })),
          ...drawnDeaths(arm, (text) => text),
        ],
    texts: isLine ? [armAboveRows(arm, trial)] : findingsOf(arm, trial),
    sources: linksOf(sourcesIn(arm, trial)),
  };
}

/**
 * Returns a link to each source. News that quotes a paper has the address of the paper; of sources with the same
 * address only the best reviewed is named.
 */
function linksOf(sources: readonly RandomisedSource[]): RandomisedBlock["sources"] {
  const links = sources
    .filter(({ href, tier }) => href !== null || tier === 1)
    .map((source) => ({ text: sourceLinkText(source), href: source.href }));
  const isSame = (a: (typeof links)[number], b: typeof a) =>
    a.href === null ? a.text === b.text : a.href === b.href;
  return links.filter(
    (link, index) => !links.slice(0, index).some((earlier) => isSame(link, earlier)),
  );
}

interface ToDraw {
  readonly regimen: string;
  readonly name: string;
  readonly rates: Pick<RatesOfArms, "arm" | "control">;
  /** It is true if counts stand next to the names. */
  readonly isCount?: boolean;
}

/** Draws both arms on an axis; the list is empty if neither reports a rate. */
function armsOnAxis(
  { therapyClass }: Pick<RandomisedArm, "therapyClass">,
  { regimen, name, rates, isCount = false }: ToDraw,
): ArmsView[] {
  if (rates.arm === null && rates.control === null) return [];
  const arms = [
    { group: therapyClass, side: sideOf(regimen, rates.arm, isCount) },
    { group: "control" as const, side: sideOf("standard", rates.control, isCount) },
  ];
  return [{ name, arms }];
}

/** Draws an arm; without a rate, its name replaces the mark. */
function sideOf(name: string, rate: RandomisedRate | null, isCount: boolean): SideView {
  if (rate?.estimate == null) return sideOfWords(name, notFound);
  const { estimate, interval } = rate;
  const side = plotOf({ estimate, interval });
  return { ...side, ...labelsOnAxis(isCount ? `${name} ${amountIn(rate)}` : name, side) };
}

/** Places the name along the axis if there is room, otherwise above it. */
function labelsOnAxis(text: string, { bar, marks }: Plotted): Labels {
  const half = 3;
  const places = bar ?? marks.map(({ at }) => at);
  const [lower, upper] = [Math.min(...places), Math.max(...places)];
  const along = [Math.min(lower, upper - half), Math.max(upper, lower + half)] as const;
  const label = { text, along, isFirst: true };
  return placeLabels({ coveredSpans: [along], labels: [label] });
}

/** Returns the outcome of a row in both arms of each trial, for the opened row. */
export function randomisedInRow(
  rows: readonly ArmsInRow[],
  trials: readonly RandomisedTrial[],
): RandomisedBlock[] {
  return rows.flatMap((row) => {
    const trial = trials.find(({ study }) => study === row.study);
    const arm = trial?.arms.find(({ cohort }) => cohort === row.cohort);
    if (!trial || !arm) return [];
    return {
      title: trial.place === "opened-row" ? `${trial.label}, outside this question` : trial.label,
      drawings: armsOnAxis(arm, {
        regimen: regimenName(arm),
        name: row.month === null ? "" : `At ${plain(row.month)} months`,
        rates: row,
      }),
      texts: [sentence(`${againstControl(arm, trial.control)}: ${amountsOf(row)}`)],
      sources: row.source ? linksOf([row.source]) : [],
    };
  });
}

/** Returns the figures of both arms, as in "259 of 291 v 223 of 296"; "not found" for an arm, or for both. */
function amountsOf({ arm, control, hasHold }: ArmsInRow): string {
  if (hasHold) return "not comparable: counted by another definition, or its sources disagree";
  if (arm === null && control === null) return notFound;
  return amountsText({ arm, control });
}
