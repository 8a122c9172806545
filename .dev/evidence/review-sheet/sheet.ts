/** What a clinician checks: every figure that the rows of the default question pool, with its source. */

import type { CodedOutcome, CodedStudy } from "#core/comparison/coded-answer.ts";
import { compare } from "#core/comparison/compare.ts";
import { models } from "#core/comparison/models.ts";
import { groups } from "#core/evidence/classes.ts";
import { asked } from "#core/question/read-question.ts";
import type { CitationText } from "#data/build/cited.ts";
import type { Evidence } from "#data/evidence.ts";
import { landmarkOutcome } from "#data/landmarks.ts";
import type { Cohort, Reference, SourceEntry } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { datasetOf } from "../shown.ts";

/** One figure. */
export interface SheetEntry {
  cohort: string;
  /** "94 of 97"; survival at a month as a proportion: "0.73 (0.6–0.83), n 97". */
  number: string;
  cut: string;
  /** Median, in months. */
  followUpMonths: number | null;
  locator: string;
  /** Number in the list of sources, counted from 1. */
  source: number;
}

export interface SheetRow {
  title: string;
  classes: readonly { group: TherapyClass; entries: readonly SheetEntry[] }[];
}

export interface Sheet {
  dataVersion: string;
  dataDate: string;
  rows: readonly SheetRow[];
  /** As cited, in the order in which the rows name them. */
  sources: readonly string[];
}

export function sheetOf(evidence: Evidence, textOf: CitationText): Sheet {
  const dataset = datasetOf(evidence);
  const { outcomes } = compare(asked("", dataset), dataset, models);
  const sources: string[] = [];
  const numberOf = (citation: string) => {
    if (!sources.includes(citation)) sources.push(citation);
    return sources.indexOf(citation) + 1;
  };
  const references = new Map(evidence.references.map((one) => [one.id, one]));
  const cohorts = new Map(evidence.cohorts.map((cohort) => [cohort.id, cohort]));
  const entryOf = (study: CodedStudy): SheetEntry[] => {
    const cohort = cohorts.get(study.cohort);
    const figure = cohort && figureOf(cohort, study);
    const source = figure && cohort.sources[figure.source];
    if (!source) throw new Error(`${study.cohort}: no source of ${study.printed}`);
    const { cut, followUpMonths } = study;
    const locator = figure.locator ?? "not noted";
    const number = numberText(study);
    return [
      {
        cohort: study.cohort,
        number,
        cut,
        followUpMonths,
        locator,
        source: numberOf(sourceText(source, references.get(source.reference), textOf)),
      },
    ];
  };
  const rows = outcomes.map((row) => rowOf(row, entryOf));
  const { dataVersion, review } = dataset;
  return { dataVersion, dataDate: review.dataDate, rows, sources };
}

/** A source of news is found by its own text; the paper that it is about has the DOI. */
function sourceText(
  source: SourceEntry,
  reference: Reference | undefined,
  textOf: CitationText,
): string {
  const { doi, pmid } = source;
  const identified = doi === null ? pmid && `PMID ${pmid}` : `doi:${doi}`;
  if (!identified) return textOf(source);
  const isOwn = reference?.DOI === doi || (doi === null && reference?.PMID === pmid);
  return `${textOf(source)} ${isOwn ? "" : "On: "}${identified}`;
}

function rowOf(
  { label, detail, appliesTo, pools }: CodedOutcome,
  entryOf: (study: CodedStudy) => SheetEntry[],
): SheetRow {
  const classes = groups.filter((group) => appliesTo.includes(group));
  return {
    title: detail === null ? label : `${label} (${detail})`,
    classes: classes.map((group) => ({ group, entries: pools[group].studies.flatMap(entryOf) })),
  };
}

function figureOf({ figures, landmarks }: Cohort, { printed, cut }: CodedStudy) {
  return (
    figures.find((one) => one.outcome === printed && one.cut === cut) ??
    landmarks.find((one) => landmarkOutcome(one) === printed && one.cut === cut)
  );
}

function numberText({ events, n, estimate, interval }: CodedStudy): string {
  if (events !== null) return `${events} of ${n}`;
  const [lower, upper] = interval.map(hundredths);
  return `${hundredths(estimate)} (${lower}–${upper}), n ${n ?? "not known"}`;
}

function hundredths(value: number): string {
  return value.toFixed(2);
}
