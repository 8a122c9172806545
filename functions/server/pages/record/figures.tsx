/**
 * Draws every figure of a record: its number, its patients and follow-up, its definition, and its source with the place
 * there.
 */
import type { ComponentChildren } from "preact";
import { dataset } from "#core/dataset.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { partsOfDefinition } from "#data/named-source.ts";
import { originNames } from "#presentation/row/months-view.ts";
import { populations } from "#presentation/words/figures-in-print.ts";
import { gradesOfFigure } from "#presentation/words/grades.ts";
import { refusals } from "#presentation/words/refusals.ts";
import { capitalised, joinedClauses, withCommas } from "#presentation/words/sentences.ts";
import { notFound, tierWords } from "#presentation/words/source-tier.ts";
import { survivalNames } from "#presentation/words/survival.ts";
import type { CohortRecord } from "../../answers/compute/whole-dataset.ts";
import { Fold, Section } from "../kit/kit.tsx";

type RecordFigure = CohortRecord["figures"][number];
type Landmark = CohortRecord["landmarks"][number];
type RecordMedian = CohortRecord["medians"][number];

/** Describes a figure, a landmark or a median as a row of a table. */
interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** Stands next to the number: the percentage of a count, or the interval of survival. */
  readonly alongside: string | null;
  /** Lists further remarks on this row. */
  readonly about: readonly (string | false | null)[];
  readonly measurement: Pick<
    Landmark,
    "population" | "followUpMonths" | "cut" | "source" | "locator"
  > &
    Partial<Pick<RecordFigure, "hold" | "definition">>;
}

const outcomes = [...dataset.outcomes, ...recordOutcomes];

interface FigureSectionsProps {
  record: CohortRecord;
  /** This text stands below the short parts. */
  children: ComponentChildren;
}

/**
 * Draws outcomes in the order of every screen, the short parts together. The primary cut is open, other cuts are
 * folded.
 */
export function FigureSections({ record, children }: FigureSectionsProps) {
  const { figures, landmarks, medians } = record;
  const counts = (group: (typeof outcomes)[number]["group"]) =>
    outcomes
      .filter((outcome) => outcome.group === group)
      .flatMap(({ id }) => figures.filter(({ outcome }) => outcome === id))
      .map(countRow);
  const sections = [
    { id: "efficacy", title: "Response", rows: counts("efficacy") },
    { id: "toxicity", title: "Harms", rows: counts("toxicity") },
    { id: "survival", title: "Deaths", rows: counts("survival") },
    { id: "landmarks", title: "Survival at a month", rows: landmarks.map(landmarkRow) },
    { id: "medians", title: "Medians", rows: medians.map(medianRow) },
  ];
  const [response, harms, ...later] = sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, title, rows }) => {
      const primary = rows.filter(({ measurement }) => measurement.cut === "primary");
      const otherCuts = rows.filter(({ measurement }) => measurement.cut !== "primary");
      return (
        <Section key={id} id={id} title={title}>
          {primary.length > 0 && <FigureTable label={title} rows={primary} record={record} />}
          <Fold
            id={`${id}-others`}
            title="Other cuts, populations and definitions"
            count={otherCuts.length}
          >
            <FigureTable label={`${title}: other cuts`} rows={otherCuts} record={record} />
          </Fold>
        </Section>
      );
    });
  return (
    <>
      {response}
      {harms}
      <div>
        {later}
        {children}
      </div>
    </>
  );
}

interface FigureTableProps {
  label: string;
  rows: readonly FigureRow[];
  record: CohortRecord;
}

function FigureTable({ label, rows, record }: FigureTableProps) {
  const shared = mostShared(rows.map(patientsOf));
  return (
    <>
      {shared !== null && <p class="quiet">{capitalised(shared)}, unless a line says otherwise.</p>}
      <table class="figures" aria-label={label}>
        <tbody>
          {rows.map((row) => (
            <FigureRows key={row.id} row={row} shared={shared} record={record} />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** States patients and follow-up, which are mostly the same for all rows of a table. */
function patientsOf({ measurement: { population, followUpMonths } }: FigureRow): string {
  const followUp = followUpMonths === null ? notFound : monthsText(followUpMonths);
  return `${populations[population]}; ${followUpMonths === null ? "" : "median "}follow-up ${followUp}`;
}

/** Returns the most frequent text; `null` if no two are equal. */
function mostShared(texts: readonly string[]): string | null {
  const timesOf = (text: string) => texts.filter((candidate) => candidate === text).length;
  const [first] = [...texts].sort((a, b) => timesOf(b) - timesOf(a));
  return first !== undefined && timesOf(first) > 1 ? first : null;
}

interface FigureRowProps extends Pick<FigureTableProps, "record"> {
  row: FigureRow;
  /** States the patients of the figures in the table, unless a row names others; it stands above the table. */
  shared: string | null;
}

function FigureRows({ row, shared, record }: FigureRowProps) {
  const { id, name, number, alongside, about, measurement } = row;
  const { cut, hold, definition, source, locator } = measurement;
  const patients = patientsOf(row);
  const below = joinedClauses([
    cut !== "primary" && `cut “${cut}”`,
    patients !== shared && patients,
    ...about,
  ]);
  return (
    <>
      <tr id={id}>
        <th scope="row">{name}</th>
        <td>
          {number}
          {alongside !== null && <small>{alongside}</small>}
        </td>
      </tr>
      <tr class="below">
        <td colSpan={2}>
          {hold && <strong>Shown, not pooled: {refusals.held({ code: "held", hold })}. </strong>}
          {below !== "" && `${capitalised(below)}. `}
          {definition && (
            <>
              Definition: <Definition text={definition} />.{" "}
            </>
          )}
          <SourceLink index={source} record={record} />: {locator ?? "place not recorded"}
        </td>
      </tr>
    </>
  );
}

/** Draws a definition. The sources that it names are links; a rule of the data ensures that they exist. */
function Definition({ text }: { text: string }) {
  return (
    <>
      {partsOfDefinition(text).map((part) =>
        typeof part === "string" ? (
          part
        ) : (
          <a key={part.source} href={`#source-${part.source + 1}`}>
            source {part.source + 1}
          </a>
        ),
      )}
    </>
  );
}

/**
 * Draws a link such as `Source 3 (trade news)`, counted from 1 as in the list below; for a paper, a label or a
 * regulator without brackets.
 */
export function SourceLink({ index, record }: { index: number; record: CohortRecord }) {
  const tier = record.sources[index]?.tier ?? 1;
  return (
    <>
      <a href={`#source-${index + 1}`}>Source {index + 1}</a>
      {tier > 1 && ` (${tierWords(tier)})`}
    </>
  );
}

const gradings: Readonly<Record<RecordFigure["grading"], string | null>> = {
  astct: "graded by ASTCT",
  lee: "graded by Lee",
  cartox: "graded by CARTOX",
  ctcae: "graded by CTCAE",
  unknown: null,
};

export const medianNames: Readonly<Record<SurvivalFamily, string>> = {
  pfs: "Progression-free survival",
  os: "Overall survival",
  dor: "Duration of response",
};

function countRow(figure: RecordFigure): FigureRow {
  const { outcome, cut, events, n, percentPrinted, derived, derivedRange } = figure;
  const { grading, grades, timeOrigin } = figure;
  const listedOutcome = outcomes.find(({ id }) => id === outcome);
  const percent = percentPrinted === null ? null : `${percentPrinted} %`;
  const uncounted = `count ${notFound}${n === null ? "" : `, of ${n}`}`;
  const counted = n === null ? `${events}, number of patients ${notFound}` : `${events} of ${n}`;
  const count = events === null ? uncounted : counted;
  // A percentage whose count is not known stands alone.
  const isFirst = events === null && percent !== null;
  return {
    id: figurePlace(outcome, cut),
    name: withCommas([
      listedOutcome?.label ?? outcome,
      grades && gradesOfFigure[grades],
      listedOutcome?.detail,
    ]),
    number: isFirst ? percent : count,
    alongside: isFirst ? count : percent,
    about: [
      timeOrigin && `from ${originNames[timeOrigin]}`,
      derived && "count derived, not reported",
      derivedRange &&
        `every count from ${derivedRange[0]} to ${derivedRange[1]} gives this percentage`,
      gradings[grading],
    ],
    measurement: figure,
  };
}

function landmarkRow(landmark: Landmark): FigureRow {
  const { family, month, cut, survival, interval, n, atRisk, timeOrigin } = landmark;
  return {
    id: figurePlace(`${family}-${month}`, cut),
    name: `${capitalised(survivalNames[family])} at ${month} months`,
    number: `${percentOf(survival)} %`,
    alongside: interval && `${percentOf(interval[0])} to ${percentOf(interval[1])}`,
    about: [
      timeOrigin && `from ${originNames[timeOrigin]}`,
      n !== null && `${n} patients`,
      atRisk !== null && `${atRisk} at risk at that month`,
    ],
    measurement: landmark,
  };
}

function medianRow(median: RecordMedian): FigureRow {
  const { family, cut, months, interval, timeOrigin } = median;
  // An end that the source prints as `NE`, or as `NR` if it was not reached, is `null`.
  const ends = interval?.map((end) => end ?? "not estimable");
  return {
    id: medianPlace(family, cut),
    name: medianNames[family],
    number: monthsText(months),
    alongside: ends?.join(" to ") ?? null,
    about: [timeOrigin && `from ${originNames[timeOrigin]}`],
    measurement: median,
  };
}

/** Returns the percentage that was printed for a proportion: twelve digits remove the error of the multiplication. */
function percentOf(proportion: number): number {
  return Number((proportion * 100).toPrecision(12));
}

/** Returns months with all digits of the source, which the number format of a locale would round or group. */
export function monthsText(months: number | null): string {
  return months === null ? "not reached" : `${months} months`;
}

/** Returns the id of a figure in its record, to which other pages link. */
export function figurePlace(outcome: string, cut: string): string {
  return `figure-${outcome}-${placeOf(cut)}`;
}

export function medianPlace(family: string, cut: string): string {
  return `median-${family}-${placeOf(cut)}`;
}

function placeOf(cut: string): string {
  return cut.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
