/** Draws both classes: the outcomes on one axis, under their headings, then those of which nothing is reported. */
import { type ComponentChildren, Fragment } from "preact";
import type { RowView } from "#presentation/row/row-view.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import type { HarmGroup, TimesOfHarms } from "#presentation/views/harm-groups.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { nameGap } from "#presentation/words/names.ts";
import { capitalise, joinByCommas } from "#presentation/words/sentences.ts";
import { makePermalink, makeQuestionAboutCourse } from "../question.ts";
import { UnreportedOutcomes } from "../row/opener.tsx";
import { RandomisedTrials } from "../row/randomised.tsx";
import { OutcomeRows, type OutcomeRowsProps } from "../row/row.tsx";
import { AxisHead } from "../row/strip.tsx";
import { CertaintyBox, Headline } from "./headline.tsx";
import { InPlaceLink } from "./links.tsx";
import type { ViewParts, ViewProps } from "./shell.tsx";

export const overviewView: ViewParts<"classes"> = { Head: Headline, Body: OverviewBody };

function OverviewBody(props: ViewProps<ScreenOf<"classes">>) {
  const { view } = props;
  return (
    <>
      {/* Without a table the line of a trial stands above the tabs, so that nobody reads the rows as randomised. */}
      {view.randomised && view.randomised.tables.length > 0 && (
        <RandomisedTrials view={view.randomised} />
      )}
      {view.randomised?.heading && view.rows.length > 0 && (
        <h3 class="trial">{view.randomised.heading}</h3>
      )}
      {view.doubt?.isOfClasses && <CertaintyBox doubt={view.doubt} />}
      {view.harmGroups ? (
        <Harms {...props} groups={view.harmGroups} />
      ) : (
        <RowsOnAxis {...props} rows={view.rows} />
      )}
      {view.foldedRows ? (
        <FoldedRows rows={view.foldedRows}>
          <RowsOnAxis {...props} rows={view.foldedRows} />
          <AfterRows {...props} />
        </FoldedRows>
      ) : (
        <AfterRows {...props} />
      )}
    </>
  );
}

/** Draws what follows the rows: the way to the course, the key, and what no trial reports. */
function AfterRows(props: ViewProps<ScreenOf<"classes">>) {
  const { view, site, act, linkTo = makePermalink } = props;
  const { toCourse, key, canonical } = view;
  const course = makeQuestionAboutCourse(canonical);
  return (
    <>
      {toCourse && (
        <p class="to-course">
          <InPlaceLink href={linkTo(site, course)} go={act && (() => act.choose(course))}>
            {toCourse}: course ›
          </InPlaceLink>
        </p>
      )}
      {key && <p class="key">{key}</p>}
      <UnreportedOutcomes {...props} />
    </>
  );
}

interface FoldedRowsProps {
  rows: readonly RowView[];
  children: ComponentChildren;
}

function FoldedRows({ rows, children }: FoldedRowsProps) {
  const names = [...rows.map(({ label }) => label), "key"];
  return (
    <details class="further-rows">
      <summary>
        <strong>More</strong> {joinByCommas(names)}
      </summary>
      {children}
    </details>
  );
}

export function RowsOnAxis({ rows, level = "h3", ...props }: OutcomeRowsProps) {
  if (rows.length === 0) return null;
  return (
    <div class="table">
      <AxisHead />
      <OutcomeRows {...props} rows={rows} level={level} />
    </div>
  );
}

// Draws all harms in groups: the first row of each is shown, the others are folded under a line that names them.

interface HarmsProps extends ViewProps {
  groups: readonly HarmGroup[];
}

function Harms({ groups, ...props }: HarmsProps) {
  return (
    <div class="table">
      <AxisHead />
      {groups.map((group) => (
        <HarmGroupRows key={group.heading} {...props} group={group} />
      ))}
    </div>
  );
}

function HarmGroupRows({ group, ...props }: ViewProps & { group: HarmGroup }) {
  const { heading, outcomes, isOpen, folded, unreported, legend, times } = group;
  const rows = outcomes.flatMap(
    (outcome) => props.view.rows.find((row) => row.outcome === outcome) ?? [],
  );
  return (
    <>
      <h3 class="heading" part="section">
        {heading}
      </h3>
      <OutcomeRows {...props} rows={rows.slice(0, 1)} level="h4" />
      {folded.length + unreported.length > 0 ? (
        <details class="more" open={isOpen}>
          <summary>
            {folded.length === 0 &&
              `${capitalise(nameGap(unreported.find(({ elsewhere }) => elsewhere)))}:`}
            {folded.map(({ name, difference }, index) => (
              <Fragment key={name}>
                {index > 0 && "\u00a0· "}
                {name}
                {difference && <span class="muted">: {difference}</span>}
              </Fragment>
            ))}
          </summary>
          <OutcomeRows {...props} rows={rows.slice(1)} level="h4" />
          {times && <HarmTimesTable times={times} />}
          <UnreportedOutcomes {...props} view={{ unreported }} />
          {legend && <p class="muted">{legend}</p>}
        </details>
      ) : (
        legend && <p class="muted">{legend}</p>
      )}
    </>
  );
}

function HarmTimesTable({ times: { harms, starts } }: { times: TimesOfHarms }) {
  return (
    <table class="harm-times">
      <caption>
        When, how long <small>median of those who had it</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">drug, trial</th>
          <th scope="col">starts, day</th>
          <th scope="col">lasts, days</th>
        </tr>
      </thead>
      {harms.map(({ name, lines }) => (
        <tbody key={name}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {name}
            </th>
          </tr>
          {lines.map(({ cohort, group, drug, starts, lasts, ofWhom, beneath }) => (
            <Fragment key={cohort}>
              <tr>
                <th scope="row">
                  <InlineClassMark group={group} /> {drug} <small>{ofWhom}</small>
                </th>
                <td>{starts}</td>
                <td>{lasts}</td>
              </tr>
              {beneath && (
                <tr class="muted">
                  <td colSpan={3}>{beneath}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      ))}
      {starts && (
        <tfoot>
          <tr>
            <td colSpan={3}>{starts}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
