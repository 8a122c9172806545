/**
 * Draws survival, trial by trial, one kind at a time: randomised trials first, then each drug in its own trial (medians
 * on one axis of months, then a table of months), causes of death as rows, and matched cohorts last.
 */

import type { ComponentChildren } from "preact";
import { makeLandmarkId } from "#data/survival.ts";
import type { MonthsLine } from "#presentation/row/months-view.ts";
import type { RowView } from "#presentation/row/row-view.ts";
import type { ScreenOf } from "#presentation/views/screen.ts";
import { survivalSegments, survivalTitles, unreported } from "#presentation/words/names.ts";
import { makePermalink, makeQuestionAboutOutcome } from "../../question.ts";
import { Opener, UnreportedOutcomes } from "../../row/opener.tsx";
import { RandomisedTrials } from "../../row/randomised.tsx";
import { DrugAndTrial, Ruler } from "../../row/ruler.tsx";
import { Headline } from "../headline.tsx";
import { InPlaceLink } from "../links.tsx";
import { RowsOnAxis } from "../overview.tsx";
import type { ViewParts, ViewProps } from "../shell.tsx";

type SurvivalViewProps = ViewProps<ScreenOf<"survival">>;

export const survivalView: ViewParts<"survival"> = {
  Head: Headline,
  Body: (props) => {
    const { view } = props;
    const { shown } = view.survival;
    const isDeath = ({ outcome }: RowView) => view.deaths.includes(outcome);
    const deaths = view.rows.filter(isDeath);
    return (
      <>
        <SurvivalKindLinks {...props} />
        {shown.randomised && <RandomisedTrials view={shown.randomised} />}
        <RowsOnAxis {...props} rows={view.rows.filter((row) => !isDeath(row))} />
        <div class="survival" aria-busy={props.stale || undefined}>
          <SurvivalMedians {...props} />
          <SurvivalByMonth {...props} />
          {deaths.length > 0 && (
            <div class="deaths">
              <h3>
                Causes of death <small>causes overlap, trials differ</small>
              </h3>
              <RowsOnAxis {...props} rows={deaths} level="h4" />
              <p class="key">{view.key}</p>
            </div>
          )}
          {shown.matched.map((text) => (
            <p key={text} class="matched muted">
              {text}
            </p>
          ))}
        </div>
        <UnreportedOutcomes {...props} />
      </>
    );
  },
};

/** Draws the kinds of survival as links, which work without a script: each has an address. */
function SurvivalKindLinks({ view, site, act, linkTo = makePermalink }: SurvivalViewProps) {
  const { kinds, shown } = view.survival;
  if (kinds.length === 0) return null;
  return (
    <fieldset class="segments" aria-label="Kind of survival">
      {kinds.map((family) => {
        const question = makeQuestionAboutOutcome(view.canonical, family);
        return (
          <InPlaceLink
            key={family}
            href={linkTo(site, question)}
            isCurrent={family === shown.family}
            go={act && (() => act.choose(question))}
          >
            {survivalSegments[family]}
          </InPlaceLink>
        );
      })}
    </fieldset>
  );
}

const mediansTitle = "Each drug in its own trial: median";

function SurvivalMedians({ view }: SurvivalViewProps) {
  const { family, ruler, about, twice } = view.survival.shown;
  if (!ruler) return null;
  return (
    <div class="medians">
      <h3>{mediansTitle}</h3>
      {about && <p class="key">{about}</p>}
      <Ruler ruler={ruler} label={`${survivalTitles[family]}: ${mediansTitle}`} />
      {twice && <p class="key">{twice}</p>}
    </div>
  );
}

const byMonthTitle = "of 100, by month";

function SurvivalByMonth({ view, openRow, act }: SurvivalViewProps) {
  const { shown, months } = view.survival;
  const { family, trials, notes, opened } = shown;
  const title = survivalTitles[family];
  const outcomeAt = (month: number) => makeLandmarkId({ family, month });
  return (
    <div class="by-month">
      {trials.length > 0 && (
        <>
          <h3>
            {title} <small>{byMonthTitle}</small>
          </h3>
          <MonthsTable months={months} trials={trials} label={`${title}, ${byMonthTitle}`} />
        </>
      )}
      {notes && <p class="key">{notes}</p>}
      {opened.length > 0 && (
        <p class="unreported openers">
          Sources at month{" "}
          {opened.map((month) => (
            <Opener
              key={month}
              outcome={outcomeAt(month)}
              open={outcomeAt(month) === openRow}
              onToggle={act && (() => act.toggleRow(outcomeAt(month)))}
            >
              {month}
            </Opener>
          ))}
        </p>
      )}
    </div>
  );
}

// Draws survival of each trial at a few months: a column a month. What was not reported for the month itself
// is grey.

interface MonthsProps {
  months: readonly number[];
  trials: readonly MonthsLine<DrawnMonth>[];
  label: string;
}

interface DrawnMonth {
  /** A report adds the source to the text. */
  text: ComponentChildren;
  isBound?: true | undefined;
}

export function MonthsTable({ months, trials, label }: MonthsProps) {
  return (
    <table class="months" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden">Trial</span>
          </th>
          {months.map((month) => (
            <th key={month} scope="col">
              <small>{month}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trials.map((trial) => (
          <tr key={trial.cohort}>
            <th scope="row">
              <DrugAndTrial {...trial} detail={trial.patients} />
            </th>
            {trial.months.map((month, index) => (
              <SurvivalCell key={months[index]} {...month} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SurvivalCell({ text, isBound }: DrawnMonth) {
  return (
    <td class={isBound ? "muted" : undefined}>
      {text === unreported ? <small>{text}</small> : text}
    </td>
  );
}
