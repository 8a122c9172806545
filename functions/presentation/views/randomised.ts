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
  /** That two trials or more are not set against each other, and what follows; empty under a line of words. */
  readonly note: string;
}

export interface RandomisedBlock {
  readonly key: string;
  /** "Randomised: CARTITUDE-4, 208 v 211 patients"; empty of a line of words. */
  readonly title: string;
  /** "Progression-free at 12 months"; empty without a rate of both arms. */
  readonly name: string;
  /** The product, then its control; none where nothing is drawn. */
  readonly arms: readonly ArmView[];
  /** What a screen reader hears in place of the drawing. */
  readonly heard: string;
  /** What it found, a line each. */
  readonly texts: readonly string[];
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
 * @param counted Of survival, trial by trial: cohorts of which trials that stand beside an answer have a line, too
 */
export function randomisedView(
  trials: readonly RandomisedTrial[],
  counted: ReadonlySet<string> | null = null,
): RandomisedView | null {
  const blocks = trials.flatMap((trial) =>
    trial.arms
      .filter(({ cohort }) => trial.place !== "beside" || counted?.has(cohort))
      .map((arm) => blockOf(arm, trial)),
  );
  if (blocks.length === 0) return null;
  const leading = blocks.filter(({ title }) => title !== "");
  const isPooled = counted === null && leading.length > 0;
  const note = [leading.length > 1 && words.apart, isPooled && words.below];
  return { blocks, note: note.filter(Boolean).join(" ") };
}

function blockOf(arm: RandomisedArm, trial: RandomisedTrial): RandomisedBlock {
  const [said] = randomisedStatements([{ ...trial, arms: [arm] }]);
  const name = regimenName(arm);
  const isLine = trial.place !== "leads";
  const rates = isLine ? null : arm.progressionFree;
  return {
    key: `${trial.study} ${arm.cohort}`,
    title: isLine ? "" : words.title(trial.label, said?.sizes ?? ""),
    name: rates?.month == null ? "" : words.progressionFree(rates.month),
    ...drawn(arm, name, rates),
    texts: said ? textsOf(said, isLine) : [],
    sources: linksOf(said?.sources ?? []),
  };
}

function textsOf(
  { enrolled, findings, line }: RandomisedStatement,
  isLine: boolean,
): readonly string[] {
  return isLine ? [line] : [...findings, sentence(enrolled)];
}

/** A paper that news quotes has the address of the paper: there the source that was reviewed best is named. */
function linksOf(sources: readonly RandomisedSource[]): RandomisedBlock["sources"] {
  return sources.flatMap(({ href, kind }, index) =>
    href === null || sources.findIndex((one) => one.href === href) < index
      ? []
      : [{ text: words.source({ kind }), href }],
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
  const { estimate, interval } = rate;
  const at = of100(estimate);
  const bar = interval === null ? null : barOf(interval);
  return {
    name,
    number: rateOf100(estimate),
    under: interval ? rangeText(interval) : "",
    filled: true,
    ...(bar && { bar }),
    marks: [{ at, kind: "estimate" }],
    ...labelled(name, bar ?? [at, at]),
  };
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
    return {
      key: row.cohort,
      title: trial.place === "beside" ? words.beside(trial.label) : trial.label,
      name: row.month === null ? "" : words.atMonth(row.month),
      ...drawn(arm, name, row),
      texts: [
        sentence(words.inRow(name, trial.control.label, row.isHeld ? words.held : amountsOf(row))),
      ],
      sources: row.source ? linksOf([row.source]) : [],
    };
  });
}

/** "259 of 291 v 223 of 296"; "not reported" of an arm, or of both. */
function amountsOf({ arm, control }: RatesOfArms): string {
  if (arm === null && control === null) return words.notReported;
  const [ofArm, ofControl] = [arm, control].map((rate) =>
    rate === null ? words.notReported : words.amount(rate),
  );
  return words.against(ofArm ?? "", ofControl ?? "");
}
