/**
 * Tables of counts, survival at a month, and medians: the numbers in one line, their sources and
 * definitions below.
 */
import type { ComponentChildren } from "preact";
import { dataset } from "#core/dataset.ts";
import { recordOutcomes } from "#data/generated/record-outcomes.ts";
import type { Figure } from "#data/schema.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import { catalogue } from "#presentation/words/catalogue.ts";
import { capitalised } from "#presentation/words/sentences.ts";
import { outcomeDetail, outcomeLabel } from "../../answers/outcome-names.ts";
import type { CohortRecord } from "../../answers/whole-dataset.ts";
import { Columns } from "../html/parts.tsx";
import { Definition, SourceLink, type Sources } from "./source-links.tsx";

/** The page is in English only. */
const {
  gradingWords,
  landmarkName,
  medianName,
  months,
  originWords,
  percent,
  proportion,
  unknown,
} = catalogue.record;
const { populations } = catalogue.report.cohorts;
const { refusals } = catalogue.codes;

type CountedFigure = CohortRecord["figures"][number];
type MedianFigure = CohortRecord["medians"][number];
type Measured = Pick<
  Figure,
  "population" | "cut" | "followUpMonths" | "timeOrigin" | "source" | "hold"
>;

const outcomes = [...dataset.outcomes, ...recordOutcomes];

const groupNames = { efficacy: "Response", toxicity: "Toxicity", survival: "Deaths" } as const;

/**
 * In the order in which outcomes are shown everywhere, those of records alone last. For each outcome
 * the primary data cut comes first.
 */
export function CountTables({ figures, tiers }: Sources & Pick<CohortRecord, "figures">) {
  if (figures.length === 0) return <p>No count in our sources.</p>;
  return (
    <>
      {(["efficacy", "toxicity", "survival"] as const).map((group) => {
        const own = outcomes
          .filter((outcome) => outcome.group === group)
          .flatMap(({ id }) => primaryFirst(figures.filter(({ outcome }) => outcome === id)));
        return own.length === 0 ? null : (
          <section key={group}>
            <h3 id={`counts-${group}`}>{groupNames[group]}</h3>
            <Table
              labelledBy={`counts-${group}`}
              columns={["Outcome", "Events", "Percent, as printed"]}
            >
              {own.map((figure) => (
                <CountRow key={`${figure.outcome} ${figure.cut}`} figure={figure} tiers={tiers} />
              ))}
            </Table>
          </section>
        );
      })}
    </>
  );
}

function primaryFirst<F extends { cut: string }>(figures: readonly F[]): F[] {
  return [
    ...figures.filter(({ cut }) => cut === "primary"),
    ...figures.filter(({ cut }) => cut !== "primary"),
  ];
}

function CountRow({ figure, tiers }: Sources & { figure: CountedFigure }) {
  const { outcome, events, n, percentPrinted, derived, derivedRange, grading, grades } = figure;
  const counting = [
    derived ? "count worked out from what is printed, not printed itself" : null,
    derivedRange &&
      `every count from ${derivedRange[0]} to ${derivedRange[1]} gives this percentage`,
    gradingWords[grading] ?? (isGraded(outcome) ? `scale of grading ${unknown}` : null),
    grades && `grades ${grades} counted`,
  ];
  return (
    <Row
      name={outcomeLabel(outcome)}
      detail={outcomeDetail(outcome)}
      numbers={[countWords(events, n), percentPrinted === null ? null : percent(percentPrinted)]}
      measured={figure}
      more={counting}
      definition={figure.definition}
      locator={figure.locator}
      tiers={tiers}
    />
  );
}

/** Several grading scales are in use for these outcomes, and they give different grades. */
function isGraded(outcome: string): boolean {
  return outcomes.some(({ id, scale }) => id === outcome && scale !== undefined);
}

function countWords(events: number | null, n: number | null): string | null {
  if (events === null) return n === null ? null : `count ${unknown}, of ${n}`;
  return n === null ? `${events}, of a number ${unknown}` : `${events} of ${n}`;
}

export function LandmarkTable({ landmarks, tiers }: Sources & Pick<CohortRecord, "landmarks">) {
  if (landmarks.length === 0) return <p>No survival at a month in our sources.</p>;
  return (
    <Table labelledBy="landmarks" columns={["At a month", "Percent", "Interval, as printed"]}>
      {landmarks.map((landmark) => {
        const { survival, interval, n, atRisk, locator, cut } = landmark;
        return (
          <Row
            key={`${landmarkName(landmark)} ${cut}`}
            name={landmarkName(landmark)}
            numbers={[
              `${proportion(survival)} %`,
              interval && `${proportion(interval[0])} to ${proportion(interval[1])}`,
            ]}
            measured={landmark}
            more={[`patients ${n ?? unknown}`, `at risk at that month ${atRisk ?? unknown}`]}
            locator={locator}
            tiers={tiers}
          />
        );
      })}
    </Table>
  );
}

export function MedianTable({ medians, tiers }: Sources & Pick<CohortRecord, "medians">) {
  if (medians.length === 0) return <p>No median in our sources.</p>;
  return (
    <Table labelledBy="medians" columns={["Median", "Time", "Interval, as printed"]}>
      {medians.map((median) => (
        <Row
          key={`${median.family} ${median.cut}`}
          name={medianName(median.family)}
          numbers={[months(median.months), median.interval && openEnds(median.interval)]}
          measured={{ ...median, hold: null }}
          locator={median.locator}
          tiers={tiers}
        />
      ))}
    </Table>
  );
}

/** For an end of an interval that the source prints as `NE`, or as `NR` if it was not reached. */
const notEstimable = "not estimable";

function openEnds([low, high]: NonNullable<MedianFigure["interval"]>): string {
  return `${low ?? notEstimable} to ${high ?? notEstimable}`;
}

interface TableProps {
  labelledBy: string;
  columns: readonly [string, string, string];
  children: ComponentChildren;
}

function Table({ labelledBy, columns, children }: TableProps) {
  return (
    <table aria-labelledby={labelledBy}>
      <Columns names={columns} />
      {children}
    </table>
  );
}

interface RowProps extends Sources {
  name: string;
  detail?: string | null;
  /** `null` if our sources do not report it. */
  numbers: readonly [string | null, string | null];
  measured: Measured;
  more?: readonly (string | null)[];
  definition?: string | null;
  locator: string | null;
}

function Row({
  name,
  detail = null,
  numbers,
  measured,
  more = [],
  definition = null,
  locator,
  tiers,
}: RowProps) {
  const { population, cut, followUpMonths, timeOrigin, hold, source } = measured;
  const about = [
    populations[population],
    cut === "primary" ? "primary cut" : `other cut, population or definition: ${cut}`,
    followUpMonths === null ? `follow-up ${unknown}` : `median follow-up ${months(followUpMonths)}`,
    timeOrigin && originWords[timeOrigin],
    ...more,
  ].filter((one) => one !== null);
  return (
    <tbody>
      <tr class="numbers">
        <th scope="row">
          <Abbreviated text={name} names={catalogue.detail.abbreviations} />
          {detail && <span>, {detail}</span>}
        </th>
        {numbers.map((number, index) => (
          <td
            key={index === 0 ? "first" : "second"}
            class={number === null ? "unknown" : undefined}
          >
            {number ?? unknown}
          </td>
        ))}
      </tr>
      <tr class="basis">
        <td colSpan={3}>
          {hold !== null && (
            <p class="held">Shown, not pooled: {refusals.held({ code: "held", hold })}.</p>
          )}
          <p>{capitalised(about.join(" · "))}</p>
          {definition !== null && (
            <p>
              Definition: <Definition text={definition} />
            </p>
          )}
          <p>
            <SourceLink index={source} tiers={tiers} />
            {": "}
            {locator ?? "place not recorded"}
          </p>
        </td>
      </tr>
    </tbody>
  );
}
