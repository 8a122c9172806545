/**
 * Lists survival of each trial at a few months, one line a trial: the reported figure, otherwise the bound that a later
 * month or the median sets. Trials are never averaged or joined.
 */
import type { Row } from "#core/answer/answer.ts";
import {
  type MonthCell,
  survivalMonths,
  type TrialMonths,
} from "#core/evidence/survival-months.ts";
import { parseLandmarkMonth } from "#data/survival.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { unreported } from "../words/names.ts";
import { formatPlainNumber } from "../words/numbers.ts";
import { nameProductWithRegimen } from "../words/product-name.ts";
import { formatRate, formatRateIntervalInBrackets } from "../words/rates.ts";
import { sortLinesByDrug, type TrialName } from "./medians-view.ts";
import { nameTrialWithoutArm } from "./names.ts";

export interface MonthView {
  /** The figure or bound is text such as "77", "≥ 59", "<50", "≈50", "not reported". */
  readonly text: string;
  /** True if the trial did not report this month itself. */
  readonly isBound?: true;
}

export interface MonthsLine<M = MonthView> extends TrialName {
  /** States the patients, as in "97 infused"; empty if their number is not known. */
  readonly patients: string;
  /** Holds an entry for each month of the table. */
  readonly months: readonly M[];
}

export function makeMonthsLines<M>(
  trials: readonly TrialMonths[],
  viewOf: (cell: MonthCell, cohort: string, month: number) => M,
): readonly MonthsLine<M>[] {
  const labels = trials.map(({ cohort }) => cohort.label);
  return sortTrialsByDrug(trials).map(({ cohort, cells, ...counted }) => ({
    group: cohort.therapyClass,
    drug: nameProductWithRegimen(cohort.product, cohort.regimen),
    trial: nameTrialWithoutArm(cohort.label, labels),
    cohort: cohort.id,
    patients: formatCountWithPopulation({ cohort, ...counted }),
    months: cells.map((cell, index) => viewOf(cell, cohort.id, survivalMonths[index] ?? 0)),
  }));
}

export function makeMonthCellView(cell: MonthCell): MonthView {
  switch (cell.kind) {
    case "printed":
      return { text: formatRate(cell.landmark.survival) };
    case "at-least": {
      // The bound is rounded as the figure of the later month is; the no-break space keeps it on a single line.
      return { text: `≥\u00a0${formatRate(cell.landmark.survival)}`, isBound: true };
    }
    default:
      return halves[cell.kind];
  }
}

const halves = {
  "above-half": { text: ">50", isBound: true },
  "about-half": { text: "≈50", isBound: true },
  "below-half": { text: "<50", isBound: true },
  unknown: { text: unreported, isBound: true },
} as const;

/** States the patients of a trial by what happened to them, as in "97 infused"; empty if their number is not known. */
export function formatCountWithPopulation({
  cohort: { therapyClass },
  n,
  population,
}: Pick<TrialMonths, "cohort" | "n" | "population">): string {
  if (n === null) return "";
  const whom =
    population === "treated" && therapyClass === "car-t"
      ? "infused"
      : wholeGroups[population ?? ""];
  return whom === undefined ? `n\u00a0${n}` : `${n} ${whom}`;
}

const wholeGroups: Readonly<Record<string, string>> = {
  randomised: "randomised",
  leukapheresed: "apheresed",
  responders: "responders",
};

/** Sorts trials: CAR-T first, those of a product together, the largest first. */
function sortTrialsByDrug(trials: readonly TrialMonths[]): readonly TrialMonths[] {
  const largestFirst = [...trials].sort((a, b) => (b.cohort.n ?? 0) - (a.cohort.n ?? 0));
  return sortLinesByDrug(largestFirst, ({ cohort: { therapyClass: group, product } }) => ({
    group,
    product,
  }));
}

/**
 * Lists the follow-up of older data cuts, each trial once, in the order of its months: "Older cuts at months:
 * CARTITUDE-1 8.8, 12.4; LINKER-MM1 not reported."; empty if there are none.
 */
export function describeFollowUpOfOlderCuts(trials: readonly TrialMonths[]): string {
  const labels = trials.map(({ cohort }) => cohort.label);
  const lines = sortTrialsByDrug(trials).flatMap(({ cohort, cells }) => {
    const cuts = cells.flatMap((cell) =>
      "landmark" in cell && !cell.isNewest ? [cell.landmark.followUpMonths] : [],
    );
    const months = [...new Set(cuts)].map((cut) =>
      cut === null ? unreported : formatPlainNumber(cut),
    );
    const name = nameTrialWithoutArm(cohort.label, labels);
    return months.length === 0 ? [] : [`${name} ${months.join(", ")}`];
  });
  return lines.length === 0 ? "" : `Older cuts at months: ${lines.join("; ")}.`;
}

/** Names the events from which months of survival are counted. */
export const originNames: Readonly<Record<NonNullable<TrialMonths["timeOrigin"]>, string>> = {
  infusion: "infusion",
  "first-dose": "the first dose",
  randomisation: "randomisation",
  leukapheresis: "apheresis",
};

/** States the event from which survival is counted, with the trials that count from it; empty without any trial. */
export function describeSurvivalStarts(trials: readonly TrialMonths[]): string {
  const origins = [...new Set(trials.map(({ timeOrigin }) => timeOrigin))];
  const labels = trials.map(({ cohort }) => cohort.label);
  const starts = origins.flatMap((origin) => {
    if (origin === null) return [];
    const ofOrigin = trials.filter(({ timeOrigin }) => timeOrigin === origin);
    const names = ofOrigin.map(({ cohort }) => nameTrialWithoutArm(cohort.label, labels));
    return [`From ${originNames[origin]}: ${names.join(", ")}.`];
  });
  if (!origins.includes(null)) return starts.join(" ");
  const others = starts.length > 0 ? " for the others" : "";
  return [...starts, `From when${others}: not reported; usually infusion or first dose.`].join(" ");
}

/** Tells whether any trial reports the month of a row, so that the row can be opened. */
export function isMonthReported({ pools }: Pick<Row, "pools">): boolean {
  return therapyClasses.some((group) => {
    const { studies, otherRegimen, notPooled } = pools[group];
    const isReported = ({ percentPrinted }: (typeof notPooled)[number]) => percentPrinted !== null;
    return studies.length > 0 || otherRegimen !== null || notPooled.some(isReported);
  });
}

/** Lists the texts below a month in a report: its interval or its later month, then the follow-up of an older cut. */
export function listTextsBelowSurvivalAtMonth(cell: MonthCell): readonly string[] {
  if (!("landmark" in cell)) return [];
  const { interval, followUpMonths, outcome } = cell.landmark;
  const range = interval ? [formatRateIntervalInBrackets(interval)] : [];
  return [
    ...(cell.kind === "at-least"
      ? [`at ${formatPlainNumber(parseLandmarkMonth(outcome))}`]
      : range),
    ...(cell.isNewest
      ? []
      : [followUpMonths === null ? "other cut" : `cut ${formatPlainNumber(followUpMonths)}`]),
  ];
}
