/**
 * Randomised trials as a screen draws them: both arms on the axis of 0 to 100, ratios in words. They stand above
 * the rows, and in an opened row with its outcome.
 */
import type { Interval } from "#core/answer/answer.ts";
import type {
  ArmsInRow,
  RandomisedArm,
  RandomisedRate,
  RandomisedSource,
  RandomisedTrial,
  RatesOfArms,
} from "#core/others/randomised.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { regimenName } from "#words/labels.ts";
import { randomised as words } from "#words/randomised.ts";
import { type Labels, placeLabels } from "../row/labels.ts";
import { barOf, of100, rangeText } from "../row/places.ts";
import type { SideView } from "../row/side-view.ts";
import { type RandomisedStatement, randomisedStatements } from "../statement/randomised.ts";
import { rateOf100 } from "../words/rates.ts";
import { sentence } from "../words/sentences.ts";

export interface RandomisedView {
  readonly blocks: readonly RandomisedBlock[];
  /** "Each against its own standard therapy, not against each other."; empty under fewer than two. */
  readonly note: string;
}

export interface RandomisedBlock {
  readonly key: string;
  /** "Randomised: CARTITUDE-4"; empty of a line of words. */
  readonly title: string;
  /** "Progression-free at 12 months"; empty without a rate of both arms. */
  readonly name: string;
  /** "208 v 211 patients" */
  readonly sizes: string;
  /** The product, then its control; none where nothing is drawn. */
  readonly arms: readonly ArmView[];
  /** What a screen reader hears in place of the drawing. */
  readonly heard: string;
  readonly text: string;
  readonly sources: readonly { readonly text: string; readonly href: string }[];
}

export interface ArmView {
  readonly group: TherapyClass | "control";
  /** `null`: not reported. */
  readonly side: SideView | null;
}

/**
 * Trials above the rows: those that lead with their arms, others with a line of words.
 *
 * @param counted Cohorts of which trials that stand beside an answer have a line, too
 */
export function randomisedView(
  trials: readonly RandomisedTrial[],
  counted: ReadonlySet<string> = new Set(),
): RandomisedView | null {
  const blocks = trials.flatMap((trial) =>
    trial.arms
      .filter(({ cohort }) => trial.place !== "beside" || counted.has(cohort))
      .map((arm) => blockOf(arm, trial)),
  );
  if (blocks.length === 0) return null;
  return { blocks, note: blocks.length > 1 ? words.apart : "" };
}

function blockOf(arm: RandomisedArm, trial: RandomisedTrial): RandomisedBlock {
  const [said] = randomisedStatements([{ ...trial, arms: [arm] }]);
  const name = regimenName(arm);
  const isLine = trial.place !== "leads";
  const rates = isLine ? null : arm.progressionFree;
  return {
    key: `${trial.study} ${arm.cohort}`,
    title: isLine ? "" : words.title(trial.label),
    name: rates?.month == null ? "" : words.progressionFree(rates.month),
    sizes: said?.sizes ?? "",
    ...drawn(arm, name, rates),
    text: said ? textOf(said, isLine) : "",
    sources: linksOf(said?.sources ?? []),
  };
}

function textOf({ enrolled, findings, line }: RandomisedStatement, isLine: boolean): string {
  return isLine ? line : [sentence(enrolled), ...findings].join(" ");
}

function linksOf(sources: readonly RandomisedSource[]): RandomisedBlock["sources"] {
  return sources.flatMap((source) =>
    source.href === null ? [] : [{ text: words.source(source), href: source.href }],
  );
}

function drawn(
  { therapyClass }: Pick<RandomisedArm, "therapyClass">,
  name: string,
  rates: Pick<RatesOfArms, "arm" | "control"> | null,
): Pick<RandomisedBlock, "arms" | "heard"> {
  if (!rates || (rates.arm === null && rates.control === null)) return { arms: [], heard: "" };
  const arms: ArmView[] = [
    { group: therapyClass, side: sideOf(name, rates.arm) },
    { group: "control", side: sideOf(words.onAxis, rates.control) },
  ];
  const heard = [name, words.standard].map((of, index) => {
    const side = arms[index]?.side;
    return words.heard(of, side?.number ?? words.notReported, side?.under ?? "");
  });
  return { arms, heard: heard.join("; ") };
}

function sideOf(name: string, rate: RandomisedRate | null): SideView | null {
  if (rate?.estimate == null) return null;
  const { estimate, interval, events, n } = rate;
  const at = of100(estimate);
  const bar = interval === null ? null : barOf(interval);
  return {
    name,
    number: rateOf100(estimate),
    under: underOf(interval, events, n),
    filled: true,
    ...(bar && { bar }),
    marks: [{ at, kind: "estimate" }],
    ...labelled(name, bar ?? [at, at]),
  };
}

function underOf(interval: Interval | null, events: number | null, n: number | null): string {
  if (interval) return rangeText(interval);
  return events !== null && n !== null ? `${events}/${n}` : "";
}

/** The name along the axis where there is room, else above it. */
function labelled(text: string, [lower, upper]: Interval): Labels {
  const half = 3;
  const along = [Math.min(lower, upper - half), Math.max(upper, lower + half)] as const;
  const label = { text, along, isFirst: true, mustStand: true };
  return placeLabels({ taken: [along], labels: [label] });
}

/** The outcome of a row in both arms of each trial, for the opened row. */
export function randomisedInRow(
  rows: readonly ArmsInRow[],
  trials: readonly RandomisedTrial[],
): RandomisedBlock[] {
  return rows.flatMap((row) => {
    const trial = trials.find(({ study }) => study === row.study);
    const arm = trial?.arms.find(({ cohort }) => cohort === row.cohort);
    if (!trial || !arm) return [];
    const name = regimenName(arm);
    const isReported = row.arm !== null || row.control !== null;
    return {
      key: row.cohort,
      title: words.inRow(trial.label, name, trial.control.label),
      name: row.month === null ? "" : words.atMonth(row.month),
      sizes: "",
      ...drawn(arm, name, row),
      text: row.isHeld ? words.held : isReported ? "" : words.notReported,
      sources: row.source ? linksOf([row.source]) : [],
    };
  });
}
