/**
 * Draws the parts of an opened row, from the numbers to their sources. The panel of the element and each row of a report
 * are the same parts; lists of many lines are folded.
 */
import type { ComponentChildren } from "preact";
import type { AnalysesView, AnalysisLine } from "#presentation/row/analyses-view.ts";
import {
  formatWidthShare,
  HorizontalLine,
  InlineClassMark,
  VerticalLine,
} from "#presentation/svg/marks.tsx";
import type { RowParts, TimingOfTrial } from "#presentation/views/opened-row.ts";
import { compareProducts, elementTexts, noNumber } from "#presentation/words/element.ts";
import { asReported, formatCountWithNoun } from "#presentation/words/sentences.ts";
import { makePermalink, makeQuestionAboutOutcome } from "../question.ts";
import { NewTab } from "../views/links.tsx";
import { Drugs } from "./drugs.tsx";
import { Notes, Paragraphs } from "./notes.tsx";
import { ArmsTable } from "./randomised.tsx";
import { BothSides } from "./row.tsx";
import { AxisHead } from "./strip.tsx";
import { PublishedPools } from "./studies-of-others.tsx";
import { useSurface } from "./surface.tsx";
import { type Leaving, TrialsOfRow } from "./trials.tsx";

export interface RowPartProps {
  row: RowParts;
}

interface OpenedPartsProps extends RowPartProps {
  /** Holds the question of the row; `null` if no link holds it. */
  question: string | null;
  /** Leads to products side by side; absent if they are shown already, and in a report. */
  onProducts?: (() => void) | undefined;
  /** Holds the trials that the question leaves out; `null` where no question can be changed. */
  leaving: Leaving | null;
  /** Draws how deep responses were. */
  deeper?: ComponentChildren;
  /** Draws comparisons by others, which stand above the published pools. */
  compared?: ComponentChildren;
}

export function OpenedParts(props: OpenedPartsProps) {
  const { row, question, leaving, deeper, compared } = props;
  const { Fold } = useSurface();
  return (
    <>
      <OpenedRowHead row={row} />
      {row.analyses && <Analyses analyses={row.analyses} />}
      {row.randomised.length > 0 && (
        <section>
          <h4>Randomised, each against its own standard</h4>
          {row.randomised.map((table) => (
            <ArmsTable key={`${table.title} ${table.about}`} table={table} level="h5" />
          ))}
        </section>
      )}
      <DrugsOfRow {...props} />
      {deeper}
      <Fold
        title={row.trials > 0 ? `Sources: ${formatCountWithNoun(row.trials, "trial")}` : "Sources"}
        hasTrials
      >
        <TrialsOfRow row={row} leaving={leaving} />
      </Fold>
      {row.timing.length > 0 && (
        <Fold title={`How soon, how long: ${formatCountWithNoun(row.timing.length, "trial")}`}>
          <p class="muted">{asReported}</p>
          <TimingLines lines={row.timing} />
        </Fold>
      )}
      {(compared !== undefined || row.published) && (
        <Fold
          title={extendFoldTitle(
            compared !== undefined ? "Published pools and comparisons" : "Published pools",
            row.published?.inShort,
          )}
        >
          {compared}
          {row.published && (
            <PublishedPools {...row.published} hasHeading={compared !== undefined} />
          )}
        </Fold>
      )}
      <Fold title="How it is computed">
        <Calculation row={row} question={question} />
      </Fold>
    </>
  );
}

/** Adds what a fold holds to its title: "Published pools: CAR-T 77–89, bispecific 58–66 of 100". */
function extendFoldTitle(title: string, inShort: string | undefined): string {
  return inShort ? `${title}: ${inShort}` : title;
}

function DrugsOfRow({ row, onProducts }: Pick<OpenedPartsProps, "row" | "onProducts">) {
  const { drugs } = row;
  return (
    <section>
      <h4>Drugs</h4>
      {drugs.length === 0 ? <p>{noNumber}</p> : <Drugs drugs={drugs} isLinked />}
      {onProducts && drugs.length > 0 && (
        <div class="acts">
          <button type="button" onClick={onProducts}>
            {compareProducts}
          </button>
        </div>
      )}
      <Notes notes={row.notes.products} />
    </section>
  );
}

function OpenedRowHead({ row: { head } }: RowPartProps) {
  const { site } = useSurface();
  const { view, statements, next, asides, elsewhere, remarks, beneath } = head;
  return (
    <div class="row-head">
      <AxisHead />
      <BothSides row={view} />
      <p class="hidden">{view.heard}</p>
      {statements.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <Paragraphs texts={asides} kind="aside" />
      {elsewhere && (
        <p>
          In other questions:{" "}
          <NewTab href={makePermalink(site, elsewhere.query)}>{elsewhere.text}</NewTab>
        </p>
      )}
      {next && <p class="muted">{next}</p>}
      {remarks.length > 0 && <p class="muted">{remarks.join(" ")}</p>}
      {beneath && <p class="muted">{beneath}</p>}
    </div>
  );
}

// Draws how a row is computed: its difference in statistical terms, and the rate of all who were to be
// treated.

interface CalculationProps extends RowPartProps {
  /** Holds the question of the row; `null` if no link holds it. */
  question: string | null;
}

function Calculation({ row, question }: CalculationProps) {
  const { site } = useSurface();
  const { outcome, computed } = row;
  const notes = row.notes.sure;
  return (
    <>
      {notes.length > 0 && <h4>What to keep in mind</h4>}
      <Notes notes={notes} />
      <Paragraphs texts={computed} />
      <p>
        <NewTab href={`${site}/methods#model`}>How it is computed</NewTab>{" "}
        {question !== null && (
          <NewTab href={`${site}/explore?${makeQuestionAboutOutcome(question, outcome)}`}>
            Explore by groups
          </NewTab>
        )}
      </p>
    </>
  );
}

/** Draws the analyses of a difference as a forest against 0, with what they found in words beneath. */
function Analyses({ analyses }: { analyses: AnalysesView }) {
  const { axis, lines, beneath } = analyses;
  const [from, to] = axis;
  const part = (value: number) => (value - from) / (to - from);
  return (
    <section class="analyses">
      <h4>Sensitivity analyses</h4>
      <div class="forest axis-head" aria-hidden="true">
        <span>CAR-T minus bispecific</span>
        <svg class="axis" aria-hidden="true">
          {(
            [
              [from, "middle"],
              [0, "middle"],
              [to, "end"],
            ] as const
          ).map(([value, anchor]) => (
            <text
              key={value}
              x={formatWidthShare(part(value))}
              y="50%"
              dy="0.32em"
              text-anchor={anchor}
            >
              {value > 0 ? `+${value}` : `${value}`.replace("-", "−")}
            </text>
          ))}
        </svg>
        <span>{elementTexts.of100}</span>
      </div>
      <ul>
        {lines.map((line) => (
          <DrawnAnalysis key={line.name} line={line} part={part} />
        ))}
      </ul>
      <Paragraphs texts={beneath} />
    </section>
  );
}

function DrawnAnalysis({ line, part }: { line: AnalysisLine; part: (value: number) => number }) {
  const { name, isShown, at, interval, number, range } = line;
  return (
    <li class="forest">
      <span class={isShown ? "shown" : undefined}>{name}</span>
      <svg aria-hidden="true">
        <VerticalLine name="zero" at={part(0)} />
        {interval && (
          <>
            {isShown && (
              <HorizontalLine name="band" at={[part(interval[0]), part(interval[1])]} y="50%" />
            )}
            <HorizontalLine name="bar" at={[part(interval[0]), part(interval[1])]} y="50%" />
          </>
        )}
        <circle class="point" cx={formatWidthShare(part(at))} cy="50%" r="6" />
      </svg>
      <span>
        <strong>{number}</strong> <span class="range">{range}</span>
      </span>
    </li>
  );
}

/** Draws how soon an event begins and how long it lasts, a line for each trial with its sources. */
export function TimingLines({ lines }: { lines: readonly TimingOfTrial[] }) {
  const { Sources, TrialName } = useSurface();
  return (
    <ul class="times">
      {lines.map(({ group, cohort, label, text, sources }) => (
        <li key={cohort}>
          <InlineClassMark group={group} /> <TrialName cohort={cohort} label={label} />, {text}
          <span class="muted">
            <Sources of={sources} />
          </span>
        </li>
      ))}
    </ul>
  );
}
