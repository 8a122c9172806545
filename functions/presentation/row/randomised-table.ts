/**
 * Makes randomised trials as tables: each outcome is a row with both arms on the axis of 0 to 100, and the ratio of the
 * arms in words, because ratios of two trials on one axis are read as a ranking. A screen, a report, an opened row and
 * copied text all draw these rows.
 */
import type {
  Answer,
  RandomisedArm,
  RandomisedRate,
  RandomisedRatio,
  RandomisedSource,
  RandomisedTrial,
  RatesOfArms,
  RatiosOfCut,
} from "#core/answer/answer.ts";
import type { ArmsInRow } from "#core/others/randomised-arms.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { afterLines, type LabelText, nameRegimen } from "../words/labels.ts";
import { unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { capitalise, joinByCommas, joinBySemicolons, writeSentence } from "../words/sentences.ts";
import { makeConditionsTextOfRegimen } from "./label-conditions.ts";
import { type Labels, placeLabelsShortenedIfNeeded } from "./labels.ts";
import { makePlottedRate, type Plotted } from "./plotted.ts";
import {
  describeAfterRequiredLines,
  describeCrossover,
  describeHazardRatios,
  describeRandomisedTrial,
  describeSurvivalDetriment,
  describeUnreportedEarlyDeathsOrCrossover,
  formatArmSizes,
  formatFiguresOfArms,
  formatRandomisedRatio,
  listArmSources,
  listEarlyDeathTexts,
  listUniqueSourcesByTier,
  makeEarlierCutTexts,
  makeTrialSourceLinks,
  nameArmAgainstControl,
  nameSourceKind,
  type RankedText,
  type SourceOfTrial,
} from "./randomised-words.ts";
import { makeSideFromWords, type SideView } from "./side-view.ts";

export interface RandomisedView {
  readonly tables: readonly RandomisedTable[];
  /** Lists the trials that have a line of words in place of a table. */
  readonly lines: readonly RandomisedLine[];
  /** Lists the trials of drugs of the question that are not counted, a paragraph each, folded under a title if it has one. */
  readonly uncounted: { readonly title: string; readonly lines: readonly UncountedLine[] };
  /** The heading of the rows that follow, as in "By class"; empty under a line of words. */
  readonly heading: string;
}

/** Holds an arm of a trial against its control. */
export interface RandomisedTable {
  /** Labels the axis at these months, if the rows have medians; absent on the axis of 0 to 100. */
  readonly axis?: readonly number[];
  /** Names the trial with the patients of each arm, as in "CARTITUDE-4, 208 v 211". */
  readonly title: string;
  /** States how many lines its patients had, how long they were followed, both arms, and whom it enrolled. */
  readonly about: string;
  /** States what the label of the regimen requires beyond prior lines; `null` if it requires nothing else. */
  readonly label: LabelText | null;
  readonly rows: readonly ArmsRow[];
  /** Lists deaths in the first months, as in "Died within 10 months: 29 of 208 v 25 of 211". */
  readonly deaths: readonly RankedText[];
  /**
   * Names what a randomised trial should report and this one does not, such as early deaths or crossover; empty if
   * nothing is missing.
   */
  readonly missing: string;
  /** Holds the ratios of an older cut in a paper; `null` if there are none. */
  readonly earlier: { readonly title: string; readonly text: string } | null;
  readonly sources: readonly SourceOfTrial[];
}

export interface UncountedLine {
  readonly text: string;
  readonly sources: readonly SourceOfTrial[];
}

export interface RandomisedLine extends UncountedLine {
  /** Says the same in short, for narrow screens. */
  readonly brief: string;
}

export interface ArmsRow {
  /** Names the outcome, as in "Progression-free"; empty below a row that names it. */
  readonly name: string;
  /** States the month, as in "at 30 months"; empty for an outcome that has none. */
  readonly at: string;
  /** States the ratio of the arms, or their counts, where other rows have a difference. */
  readonly beside: RankedText;
  /** The arm of the product comes first, then its control; empty if neither reports a rate. */
  readonly arms: readonly ArmView[];
  /** States the difference between the printed rates in words, medians, and what qualifies them. */
  readonly beneath: readonly RankedText[];
  /** States both arms in words, as in "cilta-cel, 59, 52 to 66; standard, 26, 20 to 32"; empty without arms. */
  readonly heard: string;
}

export interface ArmView {
  readonly group: TherapyClass | "control";
  readonly side: SideView;
}

/** Holds what an answer does not say of its randomised trials. */
export interface ArmsEvidence {
  /** Returns an outcome in both arms of each randomised trial of the answer. */
  readonly armsOf: (outcome: string) => readonly ArmsInRow[];
  /** Returns the sources of a trial as a report numbers them; absent where they are short links. */
  readonly cite?: (sources: readonly RandomisedSource[]) => readonly SourceOfTrial[];
}

/** Names the outcomes of which a table has rows. */
type Part = "benefits" | "harms" | "all";

interface ViewOptions extends ArmsEvidence {
  readonly part: Exclude<Part, "benefits">;
  /** The rows below trials that lead have this heading. */
  readonly heading: string;
  /** True for a report, which has trials that are not counted in a section of their own. */
  readonly isReport?: boolean;
}

/** Makes trials that lead an answer as tables, others as a line of words; `null` if there is neither. */
export function makeRandomisedViewOfAnswer(
  answer: Pick<Answer, "query" | "randomised" | "outcomes" | "notes">,
  options: ViewOptions,
): RandomisedView | null {
  const { part, heading } = options;
  const arms = answer.randomised.flatMap((trial) => trial.arms.map((arm) => ({ arm, trial })));
  const leading = arms.filter(({ trial }) => trial.place === "leads");
  const lines = arms
    .filter(({ trial }) => part !== "harms" && trial.place === "line")
    .map(({ arm, trial }) => makeRandomisedLine(arm, trial, options));
  const others = answer.randomised.filter(
    ({ place }) => part !== "harms" && place === "after-other-lines" && !options.isReport,
  );
  if (leading.length + lines.length + others.length === 0) return null;
  const outcomes = listOutcomesReportedOfControls(leading, answer.outcomes, options);
  return {
    tables: leading.map(({ arm, trial }) =>
      makeRandomisedTable(arm, trial, {
        ...options,
        outcomes,
        label: makeConditionsTextOfRegimen(arm, answer),
      }),
    ),
    lines,
    uncounted: {
      title: nameUncounted(others),
      lines: listUncountedLines(others, answer.query, options),
    },
    heading: leading.length > 0 ? heading : "",
  };
}

/** Holds an outcome in both arms of all trials, with its name. */
interface OutcomeOfArms {
  readonly name: string;
  readonly entries: readonly ArmsInRow[];
}

/**
 * Lists the outcomes that an answer tells first. An outcome is left out if no trial that leads reports it of its control,
 * such as cytokine release, which standard therapy does not cause.
 */
function listOutcomesReportedOfControls(
  leading: readonly { readonly arm: RandomisedArm }[],
  rows: Answer["outcomes"],
  { part, armsOf }: ViewOptions,
): OutcomeOfArms[] {
  const cohorts = new Set(leading.map(({ arm }) => arm.cohort));
  return rows
    .filter(({ role }) => role === "headline-harm" || (role === "response" && part === "all"))
    .map((row) => ({
      name: row.label,
      entries: armsOf(row.outcome).filter(({ cohort }) => cohorts.has(cohort)),
    }))
    .filter(({ entries }) => entries.some(({ control }) => control !== null));
}

interface TableOptions extends Pick<ArmsEvidence, "cite"> {
  readonly part: Part;
  /** Lists further outcomes, of which some trial reports both arms. */
  readonly outcomes?: readonly OutcomeOfArms[];
  readonly label?: LabelText | null;
  /** Only this kind of survival has a row; the ratio of the other one stands beneath it in words. */
  readonly family?: "pfs" | "os" | undefined;
}

export function makeRandomisedTable(
  arm: RandomisedArm,
  trial: RandomisedTrial,
  {
    part,
    outcomes = [],
    family,
    label: labelText = null,
    cite = makeTrialSourceLinks,
  }: TableOptions,
): RandomisedTable {
  const newestCut = arm.ratios[0]?.followUpMonths ?? null;
  const ofOutcomes = outcomes.flatMap(({ name, entries }) => {
    const entry = entries.find(({ cohort }) => cohort === arm.cohort);
    return entry ? { name, entry } : [];
  });
  const isOfHarms = part === "harms";
  const rows = [
    ...(isOfHarms ? [] : makeSurvivalRows(arm, trial, family)),
    ...ofOutcomes.map(({ entry, name }) => makeCountsRow(entry, name, newestCut)),
  ];
  const first = rows.findIndex(({ rates }) => rates !== null);
  const { label, control } = trial;
  return {
    title: joinByCommas([label, formatArmSizes(arm, control)]),
    about: describeRandomisedTrial(arm, trial),
    label: labelText,
    // The marks of the first row name the arms of the others.
    rows: rows.map((row, index) => makeArmsRow(row, arm, index === first)),
    // A table of progression-free survival has only the first line on early deaths; that of overall survival has all
    // lines.
    deaths: listEarlyDeathTexts(arm).slice(0, family === "pfs" ? 1 : undefined),
    missing: family === "pfs" ? "" : describeUnreportedEarlyDeathsOrCrossover(trial, isOfHarms),
    earlier: isOfHarms ? null : makeEarlierCutTexts(arm),
    sources: cite(
      listUniqueSourcesByTier([
        ...(isOfHarms
          ? [...arm.earlyDeaths, ...(arm.detriment ? [arm.detriment] : [])].map(
              ({ source }) => source,
            )
          : listArmSources(arm, trial)),
        ...ofOutcomes.flatMap(({ entry }) => entry.source ?? []),
      ]),
    ),
  };
}

/** Makes an outcome in both arms of each trial, for the opened row of that outcome. */
export function makeRandomisedTablesOfRow(
  entries: readonly ArmsInRow[],
  trials: readonly RandomisedTrial[],
  { cite = makeTrialSourceLinks }: Pick<ArmsEvidence, "cite"> = {},
): RandomisedTable[] {
  return entries.flatMap((entry) => {
    const trial = trials.find(({ study }) => study === entry.study);
    const arm = trial?.arms.find(({ cohort }) => cohort === entry.cohort);
    if (!trial || !arm) return [];
    const { beside, ...row } = makeCountsRow(entry, "");
    return {
      title:
        trial.place === "leads" || trial.place === "line"
          ? trial.label
          : `${trial.label}, outside this question`,
      about: writeSentence(`${nameArmAgainstControl(arm, trial)}: ${beside.text}`),
      label: null,
      rows: row.rates === null ? [] : [makeArmsRow({ ...row, beside: nothing }, arm, true)],
      deaths: [],
      missing: "",
      earlier: null,
      sources: cite(entry.source ? [entry.source] : []),
    };
  });
}

/** Holds a row before its arms are drawn. */
interface RowInWords extends Pick<ArmsRow, "name" | "at" | "beside" | "beneath"> {
  /** The rates are `null` if neither arm has one. */
  readonly rates: Pick<RatesOfArms, "arm" | "control"> | null;
}

const nothing: RankedText = { text: "", rank: "" };

/** Names the rows of survival, each with its family. */
export const benefits = [
  {
    family: "pfs",
    name: "Progression-free",
    left: "without progression",
    rates: "progressionFree",
    ratio: "progression",
    code: "pfs-at-month",
  },
  {
    family: "os",
    name: "Alive",
    left: "alive",
    rates: "alive",
    ratio: "death",
    code: "os-at-month",
  },
] as const;

/**
 * Makes the rows of survival without progression and of survival, with both ratios of one cut; if one of them is
 * asked, its row names the ratio of the other, because either alone would be selective.
 */
function makeSurvivalRows(
  arm: RandomisedArm,
  { crossover, notReported }: RandomisedTrial,
  asked: TableOptions["family"],
): RowInWords[] {
  const [newest] = arm.ratios;
  const shown = benefits.filter(({ family }) => asked === undefined || family === asked);
  return shown.map(({ family, name, left, code, ...fields }) => {
    const rates = arm[fields.rates];
    const ratio = newest?.[fields.ratio] ?? null;
    const beside: RankedText = ratio
      ? { text: `hazard ratio ${formatRandomisedRatio(ratio)}`, rank: nameSourceKind(ratio) }
      : { text: `hazard ratio ${unreported}`, rank: "" };
    const median = arm.medians.find((entry) => entry.family === family);
    const cut = rates?.followUpMonths ?? null;
    const rank = rates?.source ? nameSourceKind(rates) : "";
    const others = [
      notReported.includes(code) && `share at a month ${unreported}`,
      cut !== null && cut !== newest?.followUpMonths && `cut at ${formatPlainNumber(cut)} months`,
      median && `median ${median.arm} v ${median.control} months`,
      family === "os" && describeCrossover(crossover),
    ];
    return {
      name,
      at: rates?.month == null ? "" : `at ${formatPlainNumber(rates.month)} months`,
      beside,
      rates,
      beneath: [
        {
          text: rates ? describeRateDifferenceOfArms(rates, left) : "",
          rank: rank === beside.rank ? "" : rank,
        },
        { text: joinBySemicolons(others), rank: "" },
        ...(asked === undefined ? [] : [makeRatioTextOfOtherBenefit(newest, family, beside.rank)]),
      ].filter(({ text }) => text !== ""),
    };
  });
}

/** Describes the ratio of the benefit that has no row, as in "of death 0.55 (0.39–0.79)". */
function makeRatioTextOfOtherBenefit(
  cut: RatiosOfCut | undefined,
  family: "pfs" | "os",
  rankBeside: string,
): RankedText {
  const { name, ratio } = otherRatios[family];
  const other = cut?.[ratio] ?? null;
  const rank = other ? nameSourceKind(other) : "";
  return {
    text: `hazard ratio of ${name} ${other ? formatRandomisedRatio(other) : unreported}`,
    rank: rank === rankBeside ? "" : rank,
  };
}

const otherRatios = {
  pfs: { name: "death", ratio: "death" },
  os: { name: "progression or death", ratio: "progression" },
} as const;

/**
 * Describes the difference between both arms in whole patients of 100, as in "33 more of 100 without progression", from
 * the numbers that are drawn; empty if an arm has none. Both are of one cut, and no interval is known.
 */
function describeRateDifferenceOfArms({ arm, control }: RatesOfArms, left: string): string {
  if (arm?.estimate == null || control?.estimate == null) return "";
  const more = Math.round(100 * arm.estimate) - Math.round(100 * control.estimate);
  if (more === 0) return `as many ${left}`;
  return `${Math.abs(more)} ${more > 0 ? "more" : "fewer"} of 100 ${left}`;
}

/**
 * Describes an outcome by the counts of both arms.
 *
 * @param toldCut The follow-up that stands above already, in months.
 */
function makeCountsRow(
  entry: ArmsInRow,
  name: string,
  toldCut: number | null = entry.followUpMonths,
): RowInWords {
  const { arm, control, month, followUpMonths: cut, source } = entry;
  const at = month === null ? "" : `at ${formatPlainNumber(month)} months`;
  return {
    name,
    at: name === "" ? capitalise(at) : at,
    beside: { text: formatFiguresOfArms(entry), rank: source ? nameSourceKind({ source }) : "" },
    rates: arm === null && control === null ? null : { arm, control },
    beneath:
      cut === null || cut === toldCut || toldCut === null
        ? []
        : [{ text: `cut at ${formatPlainNumber(cut)} months`, rank: "" }],
  };
}

function makeArmsRow({ rates, ...row }: RowInWords, of: RandomisedArm, isNamed: boolean): ArmsRow {
  if (rates === null) return { ...row, arms: [], heard: "" };
  const sides = [
    { group: of.therapyClass, name: nameRegimen(of), rate: rates.arm },
    { group: "control" as const, name: "standard", rate: rates.control },
  ];
  return {
    ...row,
    arms: sides.map(({ group, name, rate }) => ({ group, side: makeArmSide(name, rate, isNamed) })),
    heard: sides
      .map(({ name, rate }) => joinByCommas([name, describeArmRateAloud(rate)]))
      .join("; "),
  };
}

function describeArmRateAloud(rate: RandomisedRate | null): string {
  if (rate?.estimate == null) return unreported;
  const { number, under } = makePlottedRate({ estimate: rate.estimate, interval: rate.interval });
  return joinByCommas([number, under.replace("–", " to ")]);
}

/** Draws an arm; without a rate, its name replaces the mark. */
function makeArmSide(name: string, rate: RandomisedRate | null, isNamed: boolean): SideView {
  if (rate?.estimate == null) return makeSideFromWords(name, unreported);
  const { estimate, interval } = rate;
  const side = makePlottedRate({ estimate, interval });
  return isNamed ? { ...side, ...placeArmName(name, side) } : side;
}

/** Places the name along the axis if there is room, otherwise above it. */
export function placeArmName(text: string, { bar, marks }: Plotted): Labels {
  const half = 3;
  const places = bar ?? marks.map(({ at }) => at);
  const [lower, upper] = [Math.min(...places), Math.max(...places)];
  const along = [Math.min(lower, upper - half), Math.max(upper, lower + half)] as const;
  const label = { text, along, isFirst: true };
  return placeLabelsShortenedIfNeeded({ coveredSpans: [along], labels: [label] });
}

/** Writes the ratios of an arm in one line, with the crossover, which qualifies the ratio of deaths. */
function makeRandomisedLine(
  arm: RandomisedArm,
  trial: RandomisedTrial,
  { cite = makeTrialSourceLinks }: Pick<ArmsEvidence, "cite">,
): RandomisedLine {
  const { label, lines, control, crossover } = trial;
  const [newest] = arm.ratios;
  const name = joinByCommas([label, formatArmSizes(arm, control)]);
  const arms = nameArmAgainstControl(arm, trial);
  const ratios = newest ? describeHazardRatios(newest) : unreported;
  return {
    text: writeSentence(
      joinBySemicolons([
        `Randomised${describeAfterRequiredLines(lines)}, ${name}: ${arms}, ${ratios}`,
        describeCrossover(crossover),
        describeSurvivalDetriment(arm),
      ]),
    ),
    brief: joinBySemicolons([
      `Randomised, ${name}: ${nameRegimen(arm)} v standard`,
      writeRatiosInShort(newest),
      crossover && `${formatPlainNumber(crossover.percent)} % crossover`,
    ]),
    sources: cite(listUniqueSourcesByTier(listArmSources(arm, trial))),
  };
}

/** Writes a paragraph for each arm of the trials that are not counted, with the reason, and both ratios in short. */
export function listUncountedLines(
  trials: readonly RandomisedTrial[],
  { lines }: Pick<Answer["query"], "lines">,
  { cite = makeTrialSourceLinks }: Pick<ArmsEvidence, "cite">,
): UncountedLine[] {
  return trials.flatMap((trial) => {
    const { place, label, control } = trial;
    if (place !== "after-other-lines" && place !== "without-label") return [];
    const reason =
      place === "without-label"
        ? `No label${afterLines[lines]}`
        : capitalise(nameLinesInShort(trial));
    return trial.arms.map((arm) => ({
      text: writeSentence(
        joinBySemicolons([
          `${reason}, so not counted here: ${joinByCommas([label, `${nameRegimen(arm)} v standard`, formatArmSizes(arm, control)])}`,
          writeRatiosInShort(arm.ratios[0]),
          describeSurvivalDetriment(arm),
        ]),
      ),
      sources: cite(listUniqueSourcesByTier(listArmSources(arm, trial))),
    }));
  });
}

/** Names the fold of trials that are not counted: "Randomised trials after 1–3 lines". */
function nameUncounted(trials: readonly RandomisedTrial[]): string {
  const [lines = "", another] = new Set(trials.map(nameLinesInShort));
  const name = `Randomised ${trials.length > 1 ? "trials" : "trial"}`;
  return lines && `${name} ${another === undefined ? lines : fewerLines}`;
}

const fewerLines = "after fewer lines";

const nameLinesInShort = ({ lines }: Pick<RandomisedTrial, "lines">) =>
  describeAfterRequiredLines(lines).trimStart().replace(" to ", "–") || fewerLines;

function writeRatiosInShort(cut: RatiosOfCut | undefined): string {
  const write = (ratio: RandomisedRatio | null | undefined) =>
    ratio ? formatRandomisedRatio(ratio) : unreported;
  return `HR: PFS ${write(cut?.progression)}, OS ${write(cut?.death)}`;
}
