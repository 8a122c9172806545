/**
 * Draws the rates and ratios that the meta-analyses of the named sets printed, each above the number here, and lists
 * what all published meta-analyses reported of an outcome, with what does not fit in it.
 */
import { Fragment } from "preact";
import type { PublishedFigure, PublishedValue } from "#core/answer/compare-with-published.ts";
import { dataset } from "#core/dataset.ts";
import { makeGrouping } from "#core/evidence/dimensions.ts";
import { sumPatients } from "#core/evidence/grouping.ts";
import { published } from "#data/generated/collections.ts";
import { publishedValues } from "#data/generated/published-values.ts";
import type { Outcome, Published, PublishedResult } from "#data/schema.ts";
import { findSourceAddress } from "#data/source-address.ts";
import { parseSurvivalFamily } from "#data/survival.ts";
import { therapyClasses } from "#data/vocabulary.ts";
import { placeIntervalEnds, placeRate } from "#presentation/row/plotted.ts";
import { figureTexts } from "#presentation/words/figures-in-print.ts";
import { makeShortAndLongGroupName, nameComparedDimension } from "#presentation/words/groups.ts";
import { className, unreported } from "#presentation/words/names.ts";
import { formatPlainNumber, formatPrintedPValue } from "#presentation/words/numbers.ts";
import {
  describeAgreementVerdict,
  describeOurPatientGroupCount,
  describeOurValue,
  describePublishedValue,
  formatRateInThreeDigits,
  namePublication,
} from "#presentation/words/published-beside-ours.ts";
import {
  capitalise,
  formatCountWithNoun,
  joinByCommas,
  joinBySemicolons,
  joinBySpaces,
  uncapitalise,
} from "#presentation/words/sentences.ts";
import { type Fact, Facts, Fold, Section } from "../kit/kit.tsx";
import { type DrawnLine, Lines } from "../lines.tsx";
import { Cite, makeStudyReference } from "../report/numbered-references.tsx";

export function PublishedValues({ outcome, set }: { outcome: Outcome; set: string | null }) {
  const values = publishedValues.filter((value) => value.outcome === outcome.id);
  return (
    <Section id="published" title="Published pools">
      <p>
        {values.length === 0
          ? "No meta-analysis whose question is repeated here has a rate of this outcome for a whole class that can be compared."
          : "Meta-analyses whose questions are repeated here: what they reported (hollow), and below it the number here (filled) with their trials, rules and model, as far as these are known. Nothing was adjusted to agree."}{" "}
        What they and others reported is listed below the drawings, also what does not fit together.
      </p>
      {[...therapyClasses, null].map((group) => {
        const ofGroup = values.filter(({ therapyClass }) => therapyClass === group);
        if (ofGroup.length === 0) return null;
        return (
          <>
            <h3>{group === null ? "CAR-T against bispecifics" : className[group]}</h3>
            <Lines lines={ofGroup.flatMap(makePublishedAndOurLines)} />
          </>
        );
      })}
      <PublishedResults outcome={outcome} set={set} />
      <PublishedSets outcome={outcome} />
    </Section>
  );
}

/** Draws the line of the published number and the line of the number here. */
function makePublishedAndOurLines(value: PublishedValue): DrawnLine[] {
  const { name, therapyClass, theirs, ours, verdict } = value;
  const isRate = therapyClass !== null;
  const group = therapyClass ?? "car-t";
  // The drawing already shows that a rate lies inside.
  const isSeen = isRate && verdict === "agrees";
  return [
    {
      ...{ name, group, side: isRate ? makeValueSide(theirs, false) : null, beneath: "" },
      text: isRate ? "" : describePublishedValue(value),
    },
    {
      ...{
        name: "here",
        group,
        side: isRate && ours ? makeValueSide(ours, true) : null,
        goesOn: true,
      },
      text: isRate && ours ? "" : describeOurValue(value),
      beneath: joinBySemicolons([
        isSeen ? "" : describeAgreementVerdict(value),
        describeOurPatientGroupCount(value),
      ]),
    },
  ];
}

function makeValueSide({ value, interval }: PublishedFigure, filled: boolean): DrawnLine["side"] {
  const bar = interval && placeIntervalEnds(interval);
  return {
    number: formatRateInThreeDigits(value),
    under: interval ? interval.map(formatRateInThreeDigits).join("–") : "",
    ...(bar && { bar }),
    marks: [{ at: placeRate(value), kind: filled ? "estimate" : "figure" }],
    filled,
  };
}

/** Publications that were not reviewed are kept for checks alone. */
const reviewed = published.filter(({ tier }) => tier !== 4);

interface ResultsProps {
  outcome: Outcome;
  /** The publication whose question is asked; its results that are none of the outcomes are listed, too. */
  set: string | null;
}

function PublishedResults({ outcome, set }: ResultsProps) {
  const listed = reviewed
    .map((publication) => {
      const isOfSet = publication.id === set;
      return {
        publication,
        isOfSet,
        results: publication.results.filter((result) =>
          isResultListedForOutcome(result, outcome, isOfSet),
        ),
      };
    })
    .filter(({ results }) => results.length > 0)
    .sort((a, b) => Number(b.isOfSet) - Number(a.isOfSet));
  return (
    <Fold title="Every published number, as reported" count={listed.length}>
      {listed.map(({ publication, results }) => (
        <Fragment key={publication.id}>
          <h3>
            {namePublication(publication)}
            <Cite
              of={[makeStudyReference({ ...publication, href: findSourceAddress(publication) })]}
            />
          </h3>
          <Facts facts={results.map(makeResultFact)} />
        </Fragment>
      ))}
    </Fold>
  );
}

function makeResultFact(result: PublishedResult): Fact {
  const { measure, group, definition, oddity, scope } = result;
  return [
    joinByCommas([measure, rewordPrintedGroupName(group)]),
    <>
      {describePublishedResult(result)}
      {scope.disease === "mixed" && <small>Also of patients with other diseases.</small>}
      {definition && <small>{capitalise(definition)}.</small>}
      {oddity && (
        <small>
          <strong>Does not fit:</strong> {oddity}.
        </small>
      )}
    </>,
  ];
}

/**
 * Tells whether a result is of the outcome, or of survival as the outcome is, and not of another disease alone. What
 * patients died of is listed with every outcome that counts deaths.
 */
function isResultListedForOutcome(
  { outcome, family, scope, measure }: PublishedResult,
  { id, harmGroup }: Outcome,
  isOfSet: boolean,
) {
  if (scope.disease === "other") return false;
  if (outcome !== null) return outcome === id;
  if (family !== undefined) return family === parseSurvivalFamily(id);
  return isOfSet || (harmGroup === "deaths" && measure !== null && measure.includes("death"));
}

const rewordPrintedGroupName = (printed: string) => printed.replaceAll("BsAb", "bispecifics");

const measures: Readonly<Record<string, string>> = {
  OR: "odds ratio",
  HR: "hazard ratio",
};

/** Returns text such as "88 % (72 to 96); odds ratio 3.9 (1.8 to 8.8), P < 0.001, against bispecifics; I² 75 %". */
function describePublishedResult(result: PublishedResult): string {
  const { estimatePercent, intervalPercent, rangePercent, value, valueInterval } = result;
  const { events, n, k, i2, comparison } = result;
  return joinBySemicolons([
    estimatePercent !== null &&
      `${formatPlainNumber(estimatePercent)} %${formatPublishedInterval(intervalPercent)}`,
    value !== null && `${formatPlainNumber(value)}${formatPublishedInterval(valueInterval)}`,
    events !== null && formatCountWithNoun(events, "patient"),
    rangePercent && `${rangePercent.map(formatPlainNumber).join("–")} % by study`,
    comparison &&
      (comparison.measure === "direction"
        ? "no number"
        : describePublishedGroupComparison(comparison)),
    i2 !== null && `I² ${formatPlainNumber(i2)} %`,
    joinByCommas([k !== null && formatCountWithNoun(k, "study"), n !== null && `n ${n}`]),
  ]);
}

const formatPublishedInterval = (range: readonly [number, number] | null) =>
  range ? figureTexts.interval(...range) : "";

function describePublishedGroupComparison({
  measure,
  value,
  interval,
  p,
  versus,
}: NonNullable<PublishedResult["comparison"]>): string {
  return joinByCommas([
    joinBySpaces([
      measures[measure] ?? measure,
      value !== null && `${formatPlainNumber(value)}${formatPublishedInterval(interval)}`,
    ]),
    p !== null && formatPrintedPValue(String(p)),
    versus && `against ${rewordPrintedGroupName(versus)}`,
  ]);
}

/** Names the parts of a publication whose numbers of studies or patients it reports. */
const partNames: Readonly<Record<string, string>> = {
  studies: "studies",
  products: "products",
  cohorts: "groups of patients",
  interventional: "interventional",
  observational: "observational",
  carT: "CAR-T",
  bsAb: "bispecific",
  singleTarget: "with one target",
  bcmaSingleTarget: "with BCMA alone",
  dualTarget: "with two targets",
  total: "patients",
  safety: "counted for safety",
  efficacy: "for efficacy",
  pfs: "for progression-free survival",
};

/** Lists the publications whose questions are repeated here, each with a link to this page by its trials and rules. */
function PublishedSets({ outcome }: Pick<ResultsProps, "outcome">) {
  return (
    <>
      <p class="quiet">This page with the trials and rules of one analysis, and what it pooled:</p>
      <ul>
        {reviewed.map(({ id, set, k, n }) =>
          set === null ? null : (
            <li key={id}>
              <a href={`/explore?set=${id}&outcome=${outcome.id}`}>{set.name}</a>:{" "}
              {joinBySemicolons([
                describeStudyOrPatientCounts(k),
                describeStudyOrPatientCounts(n),
                ...listPatientCountTextsByConstruct(set),
              ])}
              .
            </li>
          ),
        )}
      </ul>
    </>
  );
}

/** Returns text such as "23 studies, 14 CAR-T, 9 bispecific"; empty where nothing is reported. */
function describeStudyOrPatientCounts(counts: Readonly<Record<string, number>> | null): string {
  return Object.entries(counts ?? {})
    .map(([part, count]) => `${count.toLocaleString("en")} ${partNames[part] ?? part}`)
    .join(", ");
}

/**
 * Counts the patients of the CAR-T cells that a set pooled by parts of the construct: "patients by vector: lentiviral
 * 489, retroviral 101, …"; empty where its list is not public.
 */
function listPatientCountTextsByConstruct({ rows, pins }: NonNullable<Published["set"]>): string[] {
  if (rows === null) return [];
  const members = dataset.cohorts.filter(({ id, therapyClass }) =>
    rows.some(({ cohort }) => cohort === id && therapyClass === "car-t"),
  );
  const countPatients = (cohorts: readonly { readonly id: string }[]) =>
    sumPatients(
      members
        .filter(({ id }) => cohorts.some((cohort) => cohort.id === id))
        .map(({ id, n, figures }) => {
          const printed = rows.find(({ cohort }) => cohort === id)?.n;
          const counted = figures.flatMap((figure) =>
            figure.cut === pins.cut ? (figure.n ?? []) : [],
          );
          return { n: printed ?? (counted.length > 0 ? Math.max(...counted) : n) };
        }),
    );
  return (["vector", "costimulation"] as const).map((part) => {
    const { groups, ungrouped } = makeGrouping(
      { compare: part, therapyClass: "car-t" },
      dataset,
    )(members);
    const unknown = countPatients(ungrouped.map(({ cohort }) => cohort));
    const counts = [
      ...groups.map(
        ({ id, cohorts }) =>
          `${makeShortAndLongGroupName(id, part).short} ${countPatients(cohorts)}`,
      ),
      ...(unknown > 0 ? [`${unreported} ${unknown}`] : []),
    ];
    return `CAR-T patients by ${uncapitalise(nameComparedDimension(part))}: ${counts.join(", ")}`;
  });
}
