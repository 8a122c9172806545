/** Every figure of a record: its number, of whom and when, its definition, its source and its place there. */
import { dataset } from "#core/dataset.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { partsOfDefinition } from "#data/named-source.ts";
import { gradesOfFigure } from "#presentation/words/grades.ts";
import { notInSources } from "#presentation/words/not-in-sources.ts";
import { populations } from "#presentation/words/populations.ts";
import { refusals } from "#presentation/words/refusals.ts";
import { capitalised, joinedClauses } from "#presentation/words/sentences.ts";
import { tierWords } from "#presentation/words/source-tier.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { Abbreviated } from "../kit/abbreviation.tsx";
import { Fold } from "../kit/fold.tsx";
import { Section } from "../kit/heading.tsx";
import { figurePlace, medianPlace } from "./places.ts";
import { monthsText, percentText, proportionText } from "./printed.ts";

type Figure = CohortRecord["figures"][number];
type Landmark = CohortRecord["landmarks"][number];
type Median = CohortRecord["medians"][number];

/** A figure, a landmark or a median as a row of a table. */
interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  /** Beside the number: the percentage of a count, or the interval of survival. */
  readonly beside: string | null;
  /** Of whom and followed how long: the rows of a table mostly share it. */
  readonly patients: string;
  /** What else is to be said of this row. */
  readonly about: readonly (string | false | null)[];
  readonly cut: string;
  readonly hold: Figure["hold"];
  readonly definition: string | null;
  readonly source: number;
  readonly locator: string | null;
}

const outcomes = [...dataset.outcomes, ...recordOutcomes];

/** In the order in which outcomes are shown everywhere; the primary cut at once, other cuts folded. */
export function FigureSections({ record }: { record: CohortRecord }) {
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
  return (
    <>
      {sections
        .filter(({ rows }) => rows.length > 0)
        .map(({ id, title, rows }) => {
          const primary = rows.filter(({ cut }) => cut === "primary");
          const others = rows.filter(({ cut }) => cut !== "primary");
          return (
            <Section key={id} id={id} title={title}>
              {primary.length > 0 && <FigureTable label={title} rows={primary} record={record} />}
              {others.length > 0 && (
                <Fold
                  id={`${id}-others`}
                  title="Other cuts, populations and definitions"
                  aside={`${others.length}`}
                >
                  <FigureTable label={`${title}: other cuts`} rows={others} record={record} />
                </Fold>
              )}
            </Section>
          );
        })}
    </>
  );
}

interface FigureTableProps {
  label: string;
  rows: readonly FigureRow[];
  record: CohortRecord;
}

function FigureTable({ label, rows, record }: FigureTableProps) {
  const shared = mostShared(rows.map(({ patients }) => patients));
  return (
    <>
      {shared !== null && <p class="quiet">{capitalised(shared)}, unless a line says otherwise.</p>}
      <table class="figures" aria-label={label}>
        <tbody>
          {rows.map((row) => (
            <FigureRows
              key={row.id}
              row={row}
              patients={row.patients === shared ? null : row.patients}
              record={record}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The text that most of several share; `null` where no two do. */
function mostShared(texts: readonly string[]): string | null {
  const timesOf = (text: string) => texts.filter((other) => other === text).length;
  const [first] = [...texts].sort((a, b) => timesOf(b) - timesOf(a));
  return first !== undefined && timesOf(first) > 1 ? first : null;
}

interface FigureRowProps {
  row: FigureRow;
  /** `null` where it stands above the table. */
  patients: string | null;
  record: CohortRecord;
}

function FigureRows({ row, patients, record }: FigureRowProps) {
  const { id, name, number, beside, about, cut, hold, definition, source, locator } = row;
  const below = joinedClauses([cut !== "primary" && `cut “${cut}”`, patients, ...about]);
  return (
    <>
      <tr id={id}>
        <th scope="row">
          <Abbreviated text={name} />
        </th>
        <td>
          {number}
          {beside !== null && <small>{beside}</small>}
        </td>
      </tr>
      <tr class="below">
        <td colSpan={2}>
          {hold !== null && (
            <strong>Shown, not pooled: {refusals.held({ code: "held", hold })}. </strong>
          )}
          {below !== "" && `${capitalised(below)}. `}
          {definition !== null && (
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

/** The sources that a definition names are links; a rule of the data says that they exist. */
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

/** `Source 3 (trade news)`, counted from 1 as in the list below; of a paper, a label or a regulator nothing is added. */
export function SourceLink({ index, record }: { index: number; record: CohortRecord }) {
  const tier = record.sources[index]?.tier ?? 1;
  return (
    <>
      <a href={`#source-${index + 1}`}>Source {index + 1}</a>
      {tier > 1 && ` (${tierWords(tier)})`}
    </>
  );
}

const origins: Readonly<Record<NonNullable<Figure["timeOrigin"]>, string>> = {
  infusion: "from the infusion",
  "first-dose": "from the first dose",
  randomisation: "from randomisation",
  leukapheresis: "from leukapheresis",
};

const gradings: Readonly<Record<Figure["grading"], string | null>> = {
  astct: "graded by ASTCT",
  lee: "graded by Lee",
  cartox: "graded by CARTOX",
  ctcae: "graded by CTCAE",
  unknown: null,
};

const families: Readonly<Record<SurvivalFamily, { at: string; median: string }>> = {
  pfs: { at: "Progression-free", median: "Progression-free survival" },
  os: { at: "Alive", median: "Overall survival" },
  dor: { at: "Still in response", median: "Duration of response" },
};

type Measured = Pick<
  Figure | Landmark | Median,
  "population" | "followUpMonths" | "cut" | "source" | "locator"
>;

function measured({ population, followUpMonths, cut, source, locator }: Measured) {
  const followUp =
    followUpMonths === null
      ? `follow-up ${notInSources}`
      : `median follow-up ${monthsText(followUpMonths)}`;
  return {
    patients: `${populations[population]}; ${followUp}`,
    cut,
    source,
    locator,
    hold: null,
    definition: null,
  };
}

function countRow(figure: Figure): FigureRow {
  const { outcome, cut, events, n, percentPrinted, derived, derivedRange } = figure;
  const { grading, grades, timeOrigin, hold, definition } = figure;
  const known = outcomes.find(({ id }) => id === outcome);
  return {
    ...measured(figure),
    hold,
    definition,
    id: figurePlace(outcome, cut),
    name: [known?.label ?? outcome, grades && gradesOfFigure[grades], known?.detail]
      .filter(Boolean)
      .join(", "),
    ...numberOf({ events, n, percentPrinted }),
    about: [
      timeOrigin && origins[timeOrigin],
      derived && "count derived, not reported",
      derivedRange &&
        `every count from ${derivedRange[0]} to ${derivedRange[1]} gives this percentage`,
      gradings[grading],
    ],
  };
}

/** The count with its percentage; where nothing was counted the percentage alone. */
function numberOf({
  events,
  n,
  percentPrinted,
}: Pick<Figure, "events" | "n" | "percentPrinted">): Pick<FigureRow, "number" | "beside"> {
  const percent = percentPrinted === null ? null : percentText(percentPrinted);
  if (events !== null) {
    return { number: `${events} of ${n ?? `a number ${notInSources}`}`, beside: percent };
  }
  const missing = n === null ? `count ${notInSources}` : `count ${notInSources}, of ${n}`;
  return percent === null
    ? { number: missing, beside: null }
    : { number: percent, beside: missing };
}

function landmarkRow(landmark: Landmark): FigureRow {
  const { family, month, cut, survival, interval, n, atRisk, timeOrigin } = landmark;
  return {
    ...measured(landmark),
    id: figurePlace(`${family}-${month}`, cut),
    name: `${families[family].at} at ${month} months`,
    number: `${proportionText(survival)} %`,
    beside: interval && intervalText(proportionText(interval[0]), proportionText(interval[1])),
    about: [
      timeOrigin && origins[timeOrigin],
      n !== null && `${n} patients`,
      atRisk !== null && `${atRisk} at risk at that month`,
    ],
  };
}

function medianRow(median: Median): FigureRow {
  const { family, cut, months, interval, timeOrigin } = median;
  return {
    ...measured(median),
    id: medianPlace(family, cut),
    name: families[family].median,
    number: monthsText(months),
    beside: interval && intervalText(interval[0], interval[1]),
    about: [timeOrigin && origins[timeOrigin]],
  };
}

/** An end that the source prints as `NE`, or as `NR` if it was not reached, is `null`. */
function intervalText(low: string | number | null, high: string | number | null): string {
  return `${low ?? "not estimable"} to ${high ?? "not estimable"}`;
}
