/**
 * Makes what precedes a treatment, which no other row shows: how many of all apheresed were infused, bridging, failed
 * manufacturing, the days to infusion by trial and by centre, and the day of the first full dose of bispecifics.
 */

import type { Answer } from "#core/answer/answer.ts";
import { chosenRegions } from "#core/evidence/regimen-labels.ts";
import { likeTimes, type TimingLine } from "#core/evidence/timing.ts";
import type { FullDose } from "#data/full-dose.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { listFullDoseTimes, selectDoses } from "../row/drug-times.ts";
import type { DrugOnScreen } from "../row/drugs-view.ts";
import { makeFoldedRows, type RowView } from "../row/row-view.ts";
import { plain } from "../words/numbers.ts";
import { productName } from "../words/product-name.ts";
import { joinedClauses } from "../words/sentences.ts";
import { type TimingOfTrial, timesOf } from "./opened-row.ts";

export interface BeforeTreatment {
  /** States it in short, as in "of 100 apheresed 85 were infused; median days to infusion 49 in trials". */
  readonly inShort: string;
  readonly rows: readonly RowView[];
  /** Lists the days to infusion of each trial, and of each centre; the page of a trial has their sources. */
  readonly lines: readonly TimingOfTrial[];
  /** States the day of the first full dose by the label; empty without bispecifics. */
  readonly fullDose: string;
}

/** Holds the data that are not part of the answer. */
export interface BeforeEvidence {
  /** Answers the same question about the outcomes that precede a treatment. */
  readonly answer: Answer;
  /** Lists times of the treatment in all trials. */
  readonly timing: readonly TimingLine[];
  readonly fullDosesOf: (product: string) => readonly FullDose[];
}

/** Makes the view; `null` if no trial of the question reports anything of it. */
export function makeBeforeTreatment({
  answer,
  timing,
  fullDosesOf,
}: BeforeEvidence): BeforeTreatment | null {
  const rows = makeFoldedRows(answer);
  if (rows.length === 0) return null;
  const drugs = listDrugs(answer);
  // A waiting time belongs to the drug, so any trial of a drug of the question counts.
  const ofDrugs = timing.filter((line) => drugs.some(({ product }) => product === line.product));
  const waiting = likeTimes(ofDrugs, "apheresis-to-infusion", null);
  const regions = chosenRegions(answer.query);
  const [doses] = listFullDoseTimes(fullDosesOf, regions, drugs);
  return {
    inShort: joinedClauses([
      describeInfused(rows),
      describeRange(waiting),
      describeFullDoses(drugs.flatMap(({ product }) => selectDoses(fullDosesOf(product), regions))),
    ]),
    rows,
    lines: timesOf(ofDrugs, null).map((line) => ({ ...line, sources: [] })),
    fullDose: doses
      ? `First full dose by the label: ${doses.lines
          .map(({ name, number, beneath }) => `${name} ${beneath || number}`)
          .join("; ")} (day 1: first dose)`
      : "",
  };
}

type LikeTimesOfDrugs = ReturnType<typeof likeTimes>;

/**
 * Returns text such as "of 100 apheresed 85 were infused", "19 of 20 apheresed were infused"; the drug is named if the
 * number leaves out others.
 */
function describeInfused(rows: readonly RowView[]): string {
  const side = rows.find(({ outcome }) => outcome === "infused")?.sides["car-t"];
  if (!side?.number) return "";
  const { number, above, labels } = side;
  const name = above ?? labels?.[0]?.text;
  const text = number.includes(" of ")
    ? `${number} apheresed were infused`
    : `of 100 apheresed ${number} were infused`;
  return name ? `${name}: ${text}` : text;
}

/**
 * Returns the median days to infusion, as in "median days to infusion 49 in trials, 66 to 74 in practice", because times from trials and
 * from practice are not comparable; empty unless all are in days.
 */
function describeRange(waiting: LikeTimesOfDrugs): string {
  const kinds = waiting.map(({ evidence, times }) => {
    const medians = times.map(({ time }) => time.median).sort((a, b) => a - b);
    const range = [...new Set([medians.at(0), medians.at(-1)])].map((days) => plain(days ?? 0));
    return `${range.join(" to ")} in ${evidence === "trial" ? "trials" : "practice"}`;
  });
  const areInDays = waiting.every(({ times }) => times.every(({ time }) => time.unit === "days"));
  return kinds.length > 0 && areInDays ? `median days to infusion ${kinds.join(", ")}` : "";
}

/** Returns text such as "bispecifics: first full dose on day 7 to 15"; empty without doses. */
function describeFullDoses(doses: readonly FullDose[]): string {
  const days = doses.map(({ day }) => day).sort((a, b) => a - b);
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return "";
  return `bispecifics: first full dose on day ${first === last ? first : `${first} to ${last}`}`;
}

/** Lists the drugs of the selected trials, CAR-T first. */
function listDrugs({ selection }: Answer): DrugOnScreen[] {
  return therapyClasses.flatMap((group) => {
    const products = selection.included
      .filter(({ therapyClass }) => therapyClass === group)
      .map(({ product }) => product);
    return [...new Set(products)]
      .sort()
      .map((product) => ({ group, product, name: productName(product) }));
  });
}
