/**
 * Draws every figure of a trial in one table: what was reported, the rate of 100 that every screen shows, the data cut,
 * the patients, and the place in the source.
 */
import { makeRateWithExactInterval } from "#core/answer/outcome-types.ts";
import { dataset } from "#core/dataset.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import { splitDefinitionAtSources } from "#data/source-address.ts";
import type { SurvivalFamily } from "#data/survival.ts";
import { originNames } from "#presentation/row/months-view.ts";
import { makePlottedRate } from "#presentation/row/plotted.ts";
import { formatFollowUpMonths, type TrialLine } from "#presentation/row/trial-lines.ts";
import { formatSampleSize } from "#presentation/row/uncounted.ts";
import { refusals } from "#presentation/words/exclusions.ts";
import {
  figureTexts,
  gradesOfFigure,
  listPrintedPartsOfFigure,
  populations,
} from "#presentation/words/figures-in-print.ts";
import {
  describeSourceTier,
  medianNames,
  survivalNames,
  unreported,
} from "#presentation/words/names.ts";
import { nameOutcomeWithDetail } from "#presentation/words/outcome-names.ts";
import {
  capitalise,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
} from "#presentation/words/sentences.ts";
import type { CohortRecord } from "../../answers/compute/whole-dataset.ts";
import { Cells, OnThisPage, StackedTable } from "../kit/kit.tsx";

type RecordFigure = CohortRecord["figures"][number];
type Landmark = CohortRecord["landmarks"][number];
type RecordMedian = CohortRecord["medians"][number];

/** Holds a count, survival at a month or a median in the words of every line of a trial. */
interface FigureLine {
  /** Other pages link to this place. */
  readonly id: string;
  readonly name: string;
  readonly reported: string;
  /** Holds the rate as every line of a trial shows it; `null` if nothing may count the figure. */
  readonly drawn: TrialLine["drawn"];
  readonly remarks: readonly (string | false | null)[];
  readonly measurement: Pick<
    Landmark,
    "population" | "followUpMonths" | "cut" | "source" | "locator" | "timeOrigin"
  > &
    Partial<Pick<RecordFigure, "hold" | "definition">>;
}

const outcomes = [...dataset.outcomes, ...recordOutcomes];
const families: readonly SurvivalFamily[] = ["pfs", "os", "dor"];
const columns = [
  ["Reported", ""],
  ["Of 100 (95 %)", "of 100"],
  ["Data cut", "cut"],
  ["Patients", ""],
  ["Source, place, what was counted", ""],
] as const;

/** Draws the figures in the order of every screen; of each outcome the cut of the publication comes first. */
export function FigureTable({ record }: { record: CohortRecord }) {
  const parts = listFigureTableParts(record);
  if (parts.length === 0) return <p class="unknown">{capitalise(unreported)}.</p>;
  return (
    <>
      {parts.length > 1 && (
        <OnThisPage parts={parts.map(({ title }) => [title.toLowerCase(), title])} />
      )}
      <StackedTable look="figures wide" corner="Outcome" columns={columns.map(([name]) => name)}>
        {parts.map(({ title, lines }) => (
          <tbody key={title} id={title.toLowerCase()}>
            <tr class="part">
              <th colSpan={columns.length + 1} scope="rowgroup">
                {title}
              </th>
            </tr>
            {lines.map((line, index) => (
              <FigureRow
                key={line.id}
                line={line}
                goesOn={line.name === lines[index - 1]?.name}
                record={record}
              />
            ))}
          </tbody>
        ))}
      </StackedTable>
    </>
  );
}

/** Lists the figures of a trial by part of the table; a part without a figure is left out. */
export function listFigureTableParts(record: CohortRecord) {
  const listCounts = (group: (typeof outcomes)[number]["group"]) =>
    outcomes
      .filter((outcome) => outcome.group === group)
      .flatMap(({ id }) =>
        sortPrimaryCutFirst(record.figures.filter(({ outcome }) => outcome === id)),
      )
      .map(makeCountLine);
  return [
    { title: "Response", lines: listCounts("efficacy") },
    { title: "Harms", lines: listCounts("toxicity") },
    { title: "Deaths", lines: listCounts("survival") },
    { title: "Survival", lines: families.flatMap((family) => listSurvivalLines(record, family)) },
  ].filter(({ lines }) => lines.length > 0);
}

function sortPrimaryCutFirst<Figure extends { readonly cut: string }>(figures: readonly Figure[]) {
  return [...figures].sort((a, b) => Number(b.cut === "primary") - Number(a.cut === "primary"));
}

interface BasisProps {
  line: FigureLine;
  record: CohortRecord;
}

interface FigureRowProps extends BasisProps {
  /** True for a further figure of the outcome above. */
  goesOn: boolean;
}

function FigureRow({ line, goesOn, record }: FigureRowProps) {
  const { id, name, reported, drawn, measurement } = line;
  const { cut, followUpMonths, population } = measurement;
  const cells = [
    reported,
    drawn && joinBySpaces([drawn.number, drawn.under && `(${drawn.under})`]),
    joinByCommas([cut === "primary" ? cut : `“${cut}”`, formatFollowUpMonths(followUpMonths)]),
    populations[population],
    <Basis key="basis" line={line} record={record} />,
  ];
  return (
    <tr id={id} class={goesOn ? "goes-on" : undefined}>
      <th scope="row">{goesOn ? <span class="heard">{name}</span> : name}</th>
      <Cells columns={columns.map(([, brief]) => brief)} cells={cells} />
    </tr>
  );
}

/** Draws the source of a figure with the place in it, why it is not pooled, and what was counted. */
function Basis({ line: { remarks, measurement }, record }: BasisProps) {
  const { source, locator, hold, definition, timeOrigin } = measurement;
  const tier = record.sources[source]?.tier ?? 1;
  const about = joinBySemicolons([timeOrigin && `from ${originNames[timeOrigin]}`, ...remarks]);
  return (
    <>
      <a href={`#source-${source + 1}`}>Source {source + 1}</a>
      {tier > 1 && ` (${describeSourceTier(tier)})`}: {locator ?? `place ${unreported}`}.
      {hold && <strong> Shown, not pooled: {refusals.held({ code: "held", hold })}.</strong>}
      {about && ` ${capitalise(about)}.`}
      {definition && (
        <>
          {" "}
          Definition:{" "}
          {/* A rule of the data ensures that the sources exist that a definition names. */}
          {splitDefinitionAtSources(definition).map((part) =>
            typeof part === "string" ? (
              part
            ) : (
              <a key={part.source} href={`#source-${part.source + 1}`}>
                source {part.source + 1}
              </a>
            ),
          )}
          .
        </>
      )}
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

/** Describes a count and its percentage, as in "104 of 165, 63 %", "78.8 %, n not reported". */
function describeReportedCount(
  figure: Pick<RecordFigure, "events" | "n" | "percentPrinted">,
): string {
  const { events, n, percentPrinted } = figure;
  return joinByCommas([
    events === null && percentPrinted === null && `count ${unreported}`,
    n === null && events !== null && String(events),
    ...listPrintedPartsOfFigure(figure),
    (events === null || n === null) && formatSampleSize(n),
  ]);
}

function makeCountLine(figure: RecordFigure): FigureLine {
  const { outcome, cut, events, n, percentPrinted, derived, derivedRange } = figure;
  const { grading, grades, hold } = figure;
  const percentage =
    percentPrinted === null ? null : { estimate: percentPrinted / 100, interval: null };
  const rate = events === null || n === null ? percentage : makeRateWithExactInterval(events, n);
  return {
    id: makeFigureId(outcome, cut),
    name: joinByCommas([nameOutcomeWithDetail(outcome), grades && gradesOfFigure[grades]]),
    reported: describeReportedCount(figure),
    drawn: rate && !hold ? makePlottedRate(rate) : null,
    remarks: [
      derived && "count derived, not reported",
      derivedRange &&
        `every count from ${derivedRange[0]} to ${derivedRange[1]} gives this percentage`,
      gradings[grading],
    ],
    measurement: figure,
  };
}

function listSurvivalLines(
  { medians, landmarks }: CohortRecord,
  family: SurvivalFamily,
): FigureLine[] {
  const isOfFamily = (figure: { readonly family: SurvivalFamily }) => figure.family === family;
  return [
    ...sortPrimaryCutFirst(medians.filter(isOfFamily)).map(makeMedianLine),
    ...sortPrimaryCutFirst(landmarks.filter(isOfFamily))
      .sort((a, b) => a.month - b.month)
      .map(makeLandmarkLine),
  ];
}

function makeLandmarkLine(landmark: Landmark): FigureLine {
  const { family, month, cut, survival, interval, n, atRisk, hold } = landmark;
  const inPercent = { percentPrinted: 100 * survival, events: null, n: null };
  const range = interval && ([100 * interval[0], 100 * interval[1]] as const);
  return {
    id: makeFigureId(`${family}-${month}`, cut),
    name: `${capitalise(survivalNames[family])} at ${month} months`,
    reported: joinByCommas([
      ...listPrintedPartsOfFigure({ ...inPercent, interval: range }),
      n !== null && formatSampleSize(n),
    ]),
    drawn: hold ? null : makePlottedRate({ estimate: survival, interval }),
    remarks: [atRisk !== null && `${atRisk} at risk at that month`],
    measurement: landmark,
  };
}

function makeMedianLine(median: RecordMedian): FigureLine {
  const { family, cut, months, interval } = median;
  const range = interval === null ? "" : figureTexts.interval(...interval);
  return {
    id: makeMedianId(family, cut),
    name: medianNames[family],
    reported: figureTexts.median(months) + range,
    drawn: null,
    remarks: [],
    measurement: median,
  };
}

/** Returns the id of a figure in its record, to which other pages link. */
export function makeFigureId(outcome: string, cut: string): string {
  return `figure-${outcome}-${makeCutIdPart(cut)}`;
}

export function makeMedianId(family: string, cut: string): string {
  return `median-${family}-${makeCutIdPart(cut)}`;
}

export function makeCutIdPart(cut: string): string {
  return cut.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
