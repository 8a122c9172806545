/**
 * Makes what precedes a treatment, which no other row shows: how many of all apheresed were infused, bridging, failed
 * manufacturing, the days to infusion by trial and by centre, and of bispecifics the day of the first full dose and hours
 * in hospital.
 */

import type { Answer } from "#core/answer/answer.ts";
import { type LabelRegion, listChosenRegions } from "#core/evidence/regimen-labels.ts";
import {
  groupComparableTimes,
  type LikeTimes,
  type TimingLine,
} from "#core/evidence/timing-lines.ts";
import type { NotInfused } from "#core/others/not-infused.ts";
import type { FirstDoses, FullDose, HospitalHours } from "#data/cited-times.ts";
import { groupBy } from "#data/lists-and-objects.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import type { DrugOnScreen } from "../row/drugs-view.ts";
import { listSideAndSidesBeneath } from "../row/key.ts";
import { nameWholeTrial } from "../row/names.ts";
import { makeFoldedRowViews, type RowView } from "../row/row-view.ts";
import type { SideView } from "../row/side-view.ts";
import { chooseSingularOrPluralUnit } from "../words/dates-and-times.ts";
import { unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProduct } from "../words/product-name.ts";
import { shortenRegion } from "../words/properties.ts";
import {
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  joinWithConjunction,
  writeSentence,
} from "../words/sentences.ts";

export interface BeforeTreatment {
  /** States it in short, as in "of 100 apheresed 85 were infused; median days to infusion 49 in trials". */
  readonly inShort: string;
  readonly rows: readonly RowView[];
  /** States that no source says why the others were not infused; else empty. */
  readonly reasons: string;
  /**
   * Lists patients of randomised trials who were not infused as planned, then median times of trials and of centres, each
   * kind by itself; the page of a trial has their sources.
   */
  readonly times: readonly TimesBefore[];
  /** Lists sentences on the first full dose and the hours in hospital by the label. */
  readonly notes: readonly string[];
}

/** Holds counts or times that may be compared by eye, because they share their kind of source. */
interface TimesBefore {
  /** States what they are, as in "Apheresis to infusion, median, real-world". */
  readonly title: string;
  readonly lines: readonly TimeBefore[];
}

export interface TimeBefore extends DrugOnScreen {
  readonly cohort: string;
  readonly label: string;
  /** States the median, as in "74 days", or a count, as in "17 of 254". */
  readonly number: string;
  /** States the range, as in "61–140"; else the quartiles, named; what a count is of; empty if nothing is known. */
  readonly under: string;
  /** States whose time it is, as in "one centre, 18 patients". */
  readonly patients: string;
}

/** Holds the data that are not part of the answer. */
export interface BeforeEvidence {
  /** Answers the same question about the outcomes that precede a treatment. */
  readonly answer: Answer;
  /** Lists times of the treatment in all trials. */
  readonly timing: readonly TimingLine[];
  /** Lists patients of all randomised trials who were not infused as planned. */
  readonly notInfused: readonly NotInfused[];
  readonly firstDoses: FirstDoses;
}

/** Makes the view; `null` if nothing of it is known of any drug of the question. */
export function makeBeforeTreatmentView({
  answer,
  timing,
  notInfused,
  firstDoses,
}: BeforeEvidence): BeforeTreatment | null {
  const rows = makeFoldedRowViews(answer);
  const drugs = listSelectedDrugs(answer);
  // A waiting time belongs to the drug, so any trial of a drug of the question counts.
  const ofDrugs = timing.filter((line) => drugs.some(({ product }) => product === line.product));
  const waiting = groupComparableTimes(ofDrugs, "apheresis-to-infusion", null);
  const stays = groupComparableTimes(ofDrugs, "hospital-stay", null);
  const failed = notInfused.filter((line) => drugs.some(({ product }) => product === line.product));
  const regions = listChosenRegions(answer.query);
  const doses = drugs
    .map(({ name, product }) => ({
      name,
      doses: selectFullDosesInRegions(firstDoses[product]?.full ?? [], regions),
    }))
    .filter((drug) => drug.doses.length > 0);
  if (rows.length + waiting.length + stays.length + doses.length === 0) return null;
  return {
    inShort: joinBySemicolons([
      describeInfusedShare(rows),
      describeDaysToInfusion(waiting),
      describeFirstFullDoseRange(doses.flatMap((drug) => drug.doses)),
    ]),
    rows,
    reasons: describeReasonsNotInfused(rows, groupBy(failed, ({ cohort }) => cohort).length),
    times: [
      ...(failed.length > 0 ? [makeCountsOfNotInfused(failed)] : []),
      ...sortTrialsBeforeRealWorld(waiting).map((like) =>
        makeTitledTimes("Apheresis to infusion", like),
      ),
      ...sortTrialsBeforeRealWorld(stays).map((like) => makeTitledTimes("In hospital", like)),
    ],
    notes: [
      ...(doses.length > 0
        ? [
            `Day of first full dose by the label: ${doses.map(describeFirstFullDoseDay).join(", ")} (first dose: day 1).`,
          ]
        : []),
      describeHospitalHours(drugs, firstDoses, regions) ||
        (stays.length > 0 ? "" : `In hospital: ${unreported}.`),
    ].filter((note) => note !== ""),
  };
}

function sortTrialsBeforeRealWorld(kinds: readonly LikeTimes[]): LikeTimes[] {
  const isOfTrials = ({ evidence }: LikeTimes) => evidence === "trial";
  return [...kinds.filter(isOfTrials), ...kinds.filter((like) => !isOfTrials(like))];
}

/** Returns medians of one kind of source, a line for each cohort, under a title that begins with `what`. */
function makeTitledTimes(what: string, { evidence, times }: LikeTimes): TimesBefore {
  const source = evidence === "trial" ? "in trials" : "real-world";
  return {
    title: joinByCommas([what, "median", source]),
    lines: times.map(({ line, time: { median, unit, range, quartiles, definition } }) => {
      const ends = range ?? quartiles;
      const spread = ends ? `${formatPlainNumber(ends[0])}–${formatPlainNumber(ends[1])}` : "";
      const size = line.n === null ? "" : `${formatPlainNumber(line.n)} patients`;
      return {
        group: line.therapyClass,
        product: line.product,
        name: nameProduct(line.product),
        cohort: line.cohort,
        label: nameWholeTrial(line.label),
        number: `${formatPlainNumber(median)} ${chooseSingularOrPluralUnit(median, unit)}`,
        under: spread && range === null ? `quartiles ${spread}` : spread,
        patients: definition ?? size,
      };
    }),
  };
}

/**
 * Makes a line for each arm that reports patients who were not infused as planned. The line names the trial, which may
 * have enrolled after other lines than those of the question.
 */
function makeCountsOfNotInfused(failed: readonly NotInfused[]): TimesBefore {
  return {
    title: "Randomised, not infused as planned",
    lines: groupBy(failed, ({ cohort }) => cohort).map((ofArm) => {
      const [{ events, n, cohort, label, product }] = ofArm;
      const reasons = ofArm.map((entry, index) =>
        joinBySpaces([index > 0 && `${entry.events}`, notInfusedTexts[entry.reason]]),
      );
      return {
        ...{ group: "car-t", product, name: nameProduct(product), cohort },
        label: nameWholeTrial(label),
        number: `${events} of ${n}`,
        under: joinBySemicolons(reasons),
        patients: "",
      };
    }),
  };
}

const notInfusedTexts: Readonly<Record<NotInfused["reason"], string>> = {
  "death-before-treatment": "died untreated",
  "infused-after-progression": "progressed first, infused later",
};

/** States that no source says why the others were not infused; empty where rows or trials say it, or nothing is counted. */
function describeReasonsNotInfused(rows: readonly RowView[], trialsBelow: number): string {
  const numberOf = (outcome: string) =>
    rows.find((row) => row.outcome === outcome)?.sides["car-t"]?.number ?? "";
  const infused = numberOf("infused");
  const isSaid = trialsBelow > 0 || !["", "0"].includes(numberOf("manufacturing-failure"));
  if (infused === "" || isSaid) return "";
  // Of both trials of one drug no common number is known.
  const others = listInfusedSides(rows).length > 1 ? 0 : 100 - Number(infused);
  return writeSentence(
    `why ${others > 0 ? `${others} of 100` : "the others"} were not infused: ${unreported}`,
  );
}

/**
 * Returns text such as "Hours in hospital after doses 1, 2: US label elranatamab 48, 24; teclistamab 48, 48.": hours as
 * the labels print them, because no label prints their sum; empty if the labels of these regions print none.
 */
function describeHospitalHours(
  drugs: readonly DrugOnScreen[],
  firstDoses: FirstDoses,
  regions: readonly LabelRegion[],
): string {
  const asked = drugs.flatMap(({ product, name }) =>
    (firstDoses[product]?.hospital ?? [])
      .filter(({ region }) => regions.length === 0 || regions.some((r) => r === region))
      .map((stay) => ({ ...stay, text: `${name} ${listHours(stay)}` })),
  );
  const byRegion = groupBy(asked, ({ region }) => region).map((entries) => {
    const [{ region }] = entries;
    return `${shortenRegion(region)} label ${joinBySemicolons(entries.map(({ text }) => text))}`;
  });
  if (byRegion.length === 0) return "";
  const areNumbered = asked.some(({ hours }) => hours.some(({ after }) => after !== "every"));
  const after = areNumbered ? " after doses 1, 2" : "";
  return `Hours in hospital${after}: ${joinBySemicolons(byRegion)}.`;
}

/** Returns hours such as "48, 24" or "48 after each dose to the first full one". */
function listHours({ hours }: HospitalHours): string {
  return hours
    .map(({ after, hours: number }) =>
      after === "every" ? `${number} after each dose to the first full one` : `${number}`,
    )
    .join(", ");
}

/**
 * Returns text such as "of 100 apheresed 85 were infused", "19 of 20 apheresed were infused"; the drug is named if the
 * number leaves out others, and each of its trials if two have no common number.
 */
function describeInfusedShare(rows: readonly RowView[]): string {
  const texts = listInfusedSides(rows).map(({ number, above, labels }) => {
    const name = above ?? labels?.[0]?.text;
    const text = number.includes(" of ")
      ? `${number} apheresed were infused`
      : `of 100 apheresed ${number} were infused`;
    return name ? `${name}: ${text}` : text;
  });
  return joinBySemicolons(texts);
}

function listInfusedSides(rows: readonly RowView[]): SideView[] {
  const side = rows.find(({ outcome }) => outcome === "infused")?.sides["car-t"];
  return listSideAndSidesBeneath(side).filter(({ number }) => number !== "");
}

/**
 * Returns the median days to infusion, as in "median days to infusion 49 in one trial, 66 and 74 real-world, one centre
 * each", because times from trials and from the real world are not comparable; empty unless all are in days.
 */
function describeDaysToInfusion(waiting: readonly LikeTimes[]): string {
  const kinds = sortTrialsBeforeRealWorld(waiting).map(({ evidence, times }) => {
    const medians = [...new Set(times.map(({ time }) => time.median))].sort((a, b) => a - b);
    const [first = 0, last = first] = [medians.at(0), medians.at(-1)];
    const joining = medians.length > 2 ? " to " : " and ";
    const days = [...new Set([first, last])].map(formatPlainNumber).join(joining);
    const isOfCentres = times.every(({ time }) => time.definition?.startsWith("one centre"));
    return joinByCommas([
      `${days} ${evidence !== "trial" ? "real-world" : times.length > 1 ? "in trials" : "in one trial"}`,
      isOfCentres && (times.length > 1 ? "one centre each" : "one centre"),
    ]);
  });
  const areInDays = waiting.every(({ times }) => times.every(({ time }) => time.unit === "days"));
  return kinds.length > 0 && areInDays ? `median days to infusion ${kinds.join(", ")}` : "";
}

/** Selects the first full doses by the labels of the regions in the question, or of all regions; the earliest first. */
function selectFullDosesInRegions(
  doses: readonly FullDose[],
  regions: readonly string[],
): FullDose[] {
  return doses
    .filter(({ region }) => !region || regions.length === 0 || regions.includes(region))
    .sort((a, b) => a.day - b.day);
}

interface DosesOfDrug {
  readonly name: string;
  readonly doses: readonly FullDose[];
}

/** Returns text such as "elranatamab 8"; the days of several schedules are named. */
function describeFirstFullDoseDay({ name, doses }: DosesOfDrug): string {
  const schedules = doses.filter(({ day }, index) => day !== doses[index - 1]?.day);
  const days = schedules.map(({ schedule, day }) =>
    schedules.length > 1 ? joinBySpaces([schedule, `day ${day}`]) : `${day}`,
  );
  return `${name} ${joinWithConjunction(days, "or")}`;
}

/** Returns text such as "bispecifics: first full dose on day 7 to 15"; empty without doses. */
function describeFirstFullDoseRange(doses: readonly FullDose[]): string {
  const days = doses.map(({ day }) => day).sort((a, b) => a - b);
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) return "";
  return `bispecifics: first full dose on day ${first === last ? first : `${first} to ${last}`}`;
}

/** Lists the drugs of the selected trials, CAR-T first. */
function listSelectedDrugs({ selection }: Answer): DrugOnScreen[] {
  return therapyClasses.flatMap((group) => {
    const products = selection.included
      .filter(({ therapyClass }) => therapyClass === group)
      .map(({ product }) => product);
    return [...new Set(products)]
      .sort()
      .map((product) => ({ group, product, name: nameProduct(product) }));
  });
}
