/** States why trials of a row have no number that can be pooled. */

import type { Answer, Row } from "#core/answer/answer.ts";
import { describeCodedReason } from "../words/codes.ts";
import { refusals } from "../words/exclusions.ts";
import { listPrintedPartsOfFigure } from "../words/figures-in-print.ts";
import { describeFollowUpOfCut, formatCountWithNoun } from "../words/sentences.ts";
import { formatEventsWithoutDenominator } from "./uncounted.ts";

export interface NotPooledTexts {
  readonly count: number;
  readonly reasons: readonly {
    readonly cohort: string;
    readonly label: string;
    /** States the figure, if it is printed, and the reason: "28 of 128 at 24-month follow-up – …". */
    readonly text: string;
  }[];
  /** Names the trials that report no figure, in one line; empty if there are none. */
  readonly silent: string;
}

/**
 * Lists the figures that are not pooled, and the trials without a figure or a bound.
 *
 * @param listedCohorts Cohorts whose figures are listed elsewhere: in a small trial, or without a count.
 * @param mostNamed If more trials than this have no figure, they are only counted.
 */
export function makeNotPooledTexts(
  { pools }: Pick<Row<string>, "pools">,
  { selection }: Pick<Answer<string>, "selection">,
  listedCohorts: ReadonlySet<string> = new Set(),
  mostNamed = Number.POSITIVE_INFINITY,
): NotPooledTexts {
  const ofGroups = Object.values(pools);
  // A trial whose survival at the month follows from its median or a later month is drawn with that bound.
  const bounded = new Set(
    ofGroups.flatMap(({ months = [] }) => months.map(({ cohort }) => cohort)),
  );
  const silent = ofGroups
    .flatMap(({ notReported }) => notReported)
    .filter((cohort) => !bounded.has(cohort));
  const labels = new Map(selection.included.map(({ cohort, label }) => [cohort, label]));
  const refused = ofGroups
    .flatMap(({ notPooled }) => notPooled)
    .filter(({ cohort }) => !listedCohorts.has(cohort));
  return {
    count: silent.length + refused.length,
    reasons: refused.map(({ cohort, label, reason, followUpMonths, ...figure }) => {
      // Only the first printed part is stated: the count if there is one, because it says more than its percentage.
      const isOfUnknown = reason.code === "held" && reason.hold === "denominator-unclear";
      const [printed = ""] = listPrintedPartsOfFigure(figure);
      const text =
        isOfUnknown && figure.events !== null
          ? formatEventsWithoutDenominator(figure.events)
          : printed;
      const why = describeCodedReason(reason, refusals);
      return {
        cohort,
        label,
        text: text ? `${text}${describeFollowUpOfCut(followUpMonths)} – ${why}` : why,
      };
    }),
    silent: describeTrialsWithoutFigure(
      silent.map((cohort) => labels.get(cohort) ?? cohort),
      mostNamed,
    ),
  };
}

function describeTrialsWithoutFigure(labels: readonly string[], mostNamed: number): string {
  if (labels.length === 0) return "";
  return labels.length > mostNamed
    ? `${formatCountWithNoun(labels.length, "trial")}: not reported`
    : `Not reported: ${labels.join(", ")}`;
}
