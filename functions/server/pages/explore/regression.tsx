/**
 * Shows whether the outcome varies with a property of the trials: in sentences, as a plot of the trials, and as a list.
 */

import type { MetaRegression, ModeratorName, RegressionRemark } from "#core/answer/answer.ts";
import { fitMetaRegression } from "#core/answer/meta-regression.ts";
import { dataset } from "#core/dataset.ts";
import { formatQuery } from "#core/question/query-text.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { formatEventCount } from "#presentation/row/plotted.ts";
import { describeWhichPatientsTrialsCount, hasMixedPopulations } from "#presentation/row/whom.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { describeCodedReason } from "#presentation/words/codes.ts";
import { className, classPlural } from "#presentation/words/names.ts";
import {
  formatPValue,
  formatRatioWithInterval,
  formatTenths,
} from "#presentation/words/numbers.ts";
import { formatDifferenceRange, formatMoreOrFewer } from "#presentation/words/rates.ts";
import { regressionRemarks } from "#presentation/words/regression-remarks.ts";
import { joinByCommas, joinBySpaces, uncapitalise } from "#presentation/words/sentences.ts";
import { Fold, joinNodes, RecordLink, Section } from "../kit/kit.tsx";
import { type Exploration, nameModeratorWithUnit } from "./exploration.ts";
import { isAnyBandBeyondPlotEdge, type NumberedTrial, RegressionPlot } from "./plot.tsx";

export function RegressionSection({ exploration }: { exploration: Exploration }) {
  const { base, outcome, moderator } = exploration;
  const title = `Meta-regression on ${uncapitalise(nameModeratorWithUnit(moderator))}`;
  if (outcome.kind !== "count") {
    return (
      <Section id="regression" title={title}>
        <p>Survival at a month is no count: there is no regression of it.</p>
      </Section>
    );
  }
  const regression = fitMetaRegression(base, outcome, moderator, dataset);
  const data = `/v1/meta-regression?${formatQuery(base, dataset)}&moderator=${moderator}`;
  return (
    <Section id="regression" title={title}>
      {listRegressionSentences(regression).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {regression.points.length > 1 && <RegressionPoints regression={regression} title={title} />}
      <p class="ways">
        <a href={data}>Data (JSON)</a>
      </p>
    </Section>
  );
}

function RegressionPoints({ regression, title }: { regression: MetaRegression; title: string }) {
  const { moderator, notReporting } = regression;
  const trials = listNumberedTrials(regression);
  return (
    <>
      <RegressionPlot
        regression={regression}
        trials={trials}
        title={title}
        xName={nameModeratorWithUnit(moderator)}
      />
      <p class="quiet">
        <InlineClassMark group="car-t" /> CAR-T <InlineClassMark group="bsab" /> bispecific. The
        area of a mark is the number of patients, its number that of the list
        {describeBands(regression, trials)}.
        {notReporting.length > 0 &&
          ` Not reported for: ${notReporting.map(({ label }) => label).join(", ")}.`}
      </p>
      <Fold title="The trials of the plot" count={trials.length} open>
        <ol>
          {trials.map(({ number, cohorts, x, group, ...count }) => (
            <li key={number}>
              <InlineClassMark group={group} />{" "}
              {joinNodes(
                cohorts.map((cohort) => <RecordLink key={cohort.cohort} {...cohort} />),
                " and ",
              )}
              : {formatEventCount(count)},{" "}
              {`${formatTenths(x)} ${properties[moderator].unit}`.trim()}
            </li>
          ))}
        </ol>
      </Fold>
    </>
  );
}

/** Says what the bands are, and that they go on beyond the edge of the plot; empty if no class has a line. */
function describeBands(regression: MetaRegression, trials: readonly NumberedTrial[]): string {
  const { lines } = regression;
  if (therapyClasses.every((group) => lines[group].length === 0)) return "";
  const beyond = isAnyBandBeyondPlotEdge(regression, trials)
    ? ", which go on beyond the edge of the plot"
    : "";
  return `; bands are 95 % intervals${beyond}`;
}

/** Numbers the points of a regression, ordered by class and value. */
function listNumberedTrials({ points }: Pick<MetaRegression, "points">): NumberedTrial[] {
  const place = ({ group }: { group: TherapyClass }) => therapyClasses.indexOf(group);
  return [...points]
    .sort((a, b) => place(a) - place(b) || a.x - b.x)
    .map((point, index) => ({ ...point, number: index + 1 }));
}

/** Holds the unit after a value, what is equal in "At equal …", and one step of the slope. */
const properties: Readonly<Record<ModeratorName, { unit: string; equal: string; step: string }>> = {
  "prior-lines": { unit: "lines", equal: "lines", step: "further median line" },
  age: { unit: "years", equal: "age", step: "further year of median age" },
  year: { unit: "", equal: "year", step: "later year" },
  "follow-up": { unit: "months", equal: "follow-up", step: "further month of follow-up" },
};

/**
 * Returns the sentences on a regression: first whom the trials count, then the comparison of the classes at equal
 * values or why there is none, then the slope.
 */
function listRegressionSentences(regression: MetaRegression): string[] {
  const { remarks, r2 } = regression;
  const isOfBoth = therapyClasses.every((group) => regression.lines[group].length > 0);
  const cautions = remarks.filter(({ code }) => !ofSpread.includes(code));
  const slope = describeSlope(regression, isOfBoth);
  return [
    describePopulationsIfMixed(regression),
    ...listClassComparisonTexts(regression),
    slope,
    r2 === null
      ? ""
      : `R² ${formatTenths(Math.round(r2))} %: what ${isOfBoth ? "class and this account for together, of the spread between trials; not this alone" : "this accounts for, of the spread between trials"}.`,
    joinBySpaces([
      slope && "With few trials a relation may be chance; it need not hold between patients.",
      ...cautions.map((remark) => describeCodedReason(remark, regressionRemarks)),
    ]),
  ].filter((text) => text !== "");
}

/** States whom the trials count; empty if all count only treated patients, or all count everybody. */
function describePopulationsIfMixed({ points }: MetaRegression): string {
  const counted = points.flatMap(({ group, trial, cohorts }) =>
    cohorts.map(({ population }) => ({ group, trial, population })),
  );
  if (!hasMixedPopulations(counted)) return "";
  const byClass = therapyClasses.flatMap((group) => {
    const studies = counted.filter((study) => study.group === group);
    return studies.length > 0
      ? `${className[group]}: ${describeWhichPatientsTrialsCount({ studies }, group)}.`
      : [];
  });
  return `These trials do not count the same patients. ${byClass.join(" ")} Who was never treated is left out of some rates and counted in others.`;
}

/** These remarks say why the classes are not compared at equal values. */
const ofSpread: readonly RegressionRemark["code"][] = ["no-spread", "little-spread"];

/** Names classes whose trials have too few values for a slope, and compares the classes at equal values. */
function listClassComparisonTexts(regression: MetaRegression): string[] {
  const { between, remarks, moderator, points } = regression;
  const noComparison = `no comparison at equal ${properties[moderator].equal}`;
  const withoutSpread = remarks
    .filter(({ code }) => ofSpread.includes(code))
    .map((remark) => describeCodedReason(remark, regressionRemarks));
  if (!between) return withoutSpread;
  const { status, oddsRatio, interval, pValue, overlap, difference } = between;
  const property = uncapitalise(nameModeratorWithUnit(moderator).replace(/,.*| of the trials/, ""));
  if (status === "no-overlap") {
    const [carT, bsab] = therapyClasses.map((group) =>
      formatValueRange(points.filter((point) => point.group === group).map(({ x }) => x)),
    );
    return [
      `No ${property} is in both classes (CAR-T ${carT}, bispecifics ${bsab}): ${noComparison}.`,
      ...withoutSpread,
    ];
  }
  if (status === "none-within") {
    return [
      ...withoutSpread,
      `A class has no trial at ${formatValueRange(overlap ?? [])}, the ${property} that both classes span: ${noComparison}.`,
    ];
  }
  if (oddsRatio === null || pValue === null) return withoutSpread;

  const middleText = difference?.interval
    ? ` At ${formatTenths(difference.moderatorValue)}, the middle of what both classes have: ${formatMoreOrFewer(difference.per100)} (${formatDifferenceRange(difference.interval)}) of 100.`
    : "";
  return [
    ...withoutSpread,
    `CAR-T against bispecifics at equal ${properties[moderator].equal}: odds ratio ${formatRatioWithInterval(oddsRatio, interval)}, ${formatPValue(pValue)}.${middleText}`,
  ];
}

function formatValueRange(values: readonly number[]): string {
  return [...new Set([Math.min(...values), Math.max(...values)])].map(formatTenths).join("–");
}

/** States the slope; empty if none could be fitted. */
function describeSlope({ moderator, terms, lines }: MetaRegression, isOfBoth: boolean): string {
  const term = terms.find(({ name }) => name === moderator);
  if (!term) return "";
  const [low, high] = term.interval;
  const odds = formatRatioWithInterval(Math.exp(term.estimate), [Math.exp(low), Math.exp(high)]);
  const [only] = therapyClasses.filter((group) => lines[group].length > 0);
  const classText = isOfBoth
    ? "one slope for both classes"
    : only
      ? `of ${classPlural[only]} only`
      : "";
  const texts = joinByCommas([`odds × ${odds}`, formatPValue(term.pValue), classText]);
  return `For each ${properties[moderator].step}: ${texts}.`;
}
