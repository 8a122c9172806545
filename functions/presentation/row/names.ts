/** Names rows, trials and the lines of trials, and shortens the names of trials. */
import type { Answer, LabelPool, Row, StudyResult } from "#core/answer/answer.ts";
import { describeGrades } from "../words/figures-in-print.ts";
import { chooseStudyWord } from "../words/names.ts";
import { formatCountAsWord } from "../words/numbers.ts";
import { joinByCommas } from "../words/sentences.ts";
import type { DrugView } from "./drugs-view.ts";

/** A longer name takes three lines on a phone. */
const mostOnLine = 40;

/**
 * Returns the name of a trial without the brackets at its end, if it is long and no other trial would get the same
 * name. The record of the trial has the whole name.
 *
 * @param longest Names of up to this many letters are not shortened.
 */
export function shortenLongTrialName(
  label: string,
  labels: readonly string[],
  longest = mostOnLine,
): string {
  if (label.length <= longest) return label;
  const short = removeEndBrackets(label);
  const isShared = labels.some((name) => name !== label && removeEndBrackets(name) === short);
  return isShared ? label : short;
}

/**
 * Returns the name of a trial without its cohort, arm, phase or dose, if no other trial would get the same name;
 * otherwise the short name. The record of the trial has the whole name.
 */
export function nameTrialWithoutArm(label: string, labels: readonly string[]): string {
  const name = removeCohortArmOrDose(label);
  const isShared = labels.some((other) => other !== label && removeCohortArmOrDose(other) === name);
  return shortenLongTrialName(isShared ? label : name, labels);
}

function removeCohortArmOrDose(label: string): string {
  return label.replace(/ (?:\((?:cohort |[^()]* arm\)|[^()]*phase ).*|\d+ mg)$/, "");
}

/** Returns the label of a trial without its part, arm or dose, for a text that holds all parts. */
export function nameWholeTrial(label: string): string {
  return label.replace(/(,| \(| cohort\b| \d+ mg\b).*$/, "");
}

/** Names one of several lines of a drug: by its trial, else by its regimen or by whose counts it has. */
export function nameTrialOrDrug({ trial, name }: Pick<DrugView, "trial" | "name">): string {
  return trial === undefined ? name : nameWholeTrial(trial);
}

/**
 * Names the label pool of a figure, with the patients that are of selected trials where not all are: "Cilta-cel, Swiss
 * label pool, all lines", "MagnetisMM-3, cohorts A and B, 187 patients, 64 counted here".
 */
export function namePool(
  pool: Pick<LabelPool, "label" | "ofSelected"> & { isOfAllLines?: boolean },
) {
  return joinByCommas([pool.label, pool.isOfAllLines && "all lines", describeShare(pool)]);
}

/** Returns text such as "187 patients, 64 counted here"; empty where all patients are of selected trials. */
export function describeShare({ ofSelected }: Pick<LabelPool, "ofSelected">) {
  return ofSelected ? `${ofSelected.of} patients, ${ofSelected.n} counted here` : "";
}

/** Returns text such as "two trials in one figure" for a pooling; empty for a figure of one trial. */
export function describePooling({ pooledTrials = [] }: Pick<StudyResult, "pooledTrials">): string {
  return pooledTrials.length > 0
    ? `${formatCountAsWord(pooledTrials.length)} trials in one figure`
    : "";
}

function removeEndBrackets(label: string): string {
  return label.replace(/ \([^()]*\)$/, "");
}

// Names rows by the outcome and, for an outcome by grade, by the grades that its figures count.

interface NamedOutcome {
  readonly label: string;
  readonly detail?: string | null | undefined;
}

/** Returns the outcome with what it counts, as in "Infection, grade ≥ 3". */
export function joinLabelAndDetail({ label, detail }: NamedOutcome): string {
  return [label, detail].filter(Boolean).join(", ");
}

/** Returns the name of a row with its grades, as in "Severe CRS, grade 3 or 4". */
export function nameRow(
  row: Pick<Row<string>, "label" | "detail" | "grades">,
  answer: Pick<Answer<string>, "query">,
) {
  return joinLabelAndDetail({ label: row.label, detail: describeRowDetail(row, answer) });
}

/** Returns the second line under the name; `null` if the name says everything. */
export function describeRowDetail(
  { detail, grades }: Pick<Row<string>, "detail" | "grades">,
  { query }: Pick<Answer<string>, "query">,
): string | null {
  return grades === null ? detail : describeGrades(grades, chooseStudyWord(query));
}
