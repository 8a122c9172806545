/** What a report says of an answer: page one, every row with all that is behind it, and the evidence beside them. */
import type { Citation } from "#core/answer/answer.ts";
import { publicationOf } from "#core/answer/sources.ts";
import { dataset } from "#core/dataset.ts";
import { type TimingLine, timingOf } from "#core/evidence/timing.ts";
import {
  adjustedComparisonsOf,
  type ComparisonTable,
  concernsRow,
  relevantTables,
} from "#core/others/adjusted-comparisons.ts";
import { armsInRow, type RandomisedSource } from "#core/others/randomised.ts";
import { subgroupsOf } from "#core/others/subgroups.ts";
import { isAfterTherapy } from "#core/question/earlier-kinds.ts";
import type { ComputeCohort, ComputeFigure } from "#data/compute-set.ts";
import { comparisons as studies, subgroups } from "#data/generated/collections.ts";
import { provenance } from "#data/generated/provenance.ts";
import { reviews } from "#data/generated/reviews.ts";
import { timings } from "#data/generated/timing.ts";
import { familyOf, monthOf } from "#data/landmarks.ts";
import type { CohortProvenance } from "#data/provenance.ts";
import type { StatedReview } from "#data/schema.ts";
import type { TherapyClass } from "#data/vocabulary.ts";
import { type ComparedAtLength, comparedAtLength } from "#presentation/row/head-to-head.ts";
import {
  type LateNeurotoxicity,
  lateNeurotoxicityOf,
} from "#presentation/row/late-neurotoxicity.ts";
import { notesOfAnswer, type StatedNote, textsAt } from "#presentation/row/notes.ts";
import { type ReportedBy, reportedBy } from "#presentation/row/subgroups.ts";
import { type SurvivalTables, survivalTables } from "#presentation/row/survival-tables.ts";
import {
  type StatedTiming,
  saidTiming,
  type TimingOfClass,
  timingInRow,
  timingOfCohorts,
} from "#presentation/row/timing.ts";
import { collectedText } from "#presentation/views/answer-texts.ts";
import { type QuestionText, questionText } from "#presentation/views/counting-rules.ts";
import { type RowAtLength, rowAtLength } from "#presentation/views/row-at-length.ts";
import { type Screen, screenOf } from "#presentation/views/screen.ts";

import { outcomeLabel } from "#presentation/words/outcome-names.ts";
import { type ClassAnswer, ofClasses, trialsApartOf } from "../../answers/class-answer.ts";
import { type FullAnswer, leaveOneOutOf, sources } from "../../answers/full-answer.ts";
import { screenEvidence } from "../../answers/screen-evidence.ts";
import type { Cites } from "./references.tsx";
import { type ReportLinks, reportLinks } from "./report-links.ts";

/** In short it has two pages. */
export const extents = ["short", "whole"] as const;

export type Extent = (typeof extents)[number];

/** A row with its times; those that an earlier row has are not said again. */
export interface ReportedRow extends RowAtLength {
  readonly timing: readonly TimingOfClass<StatedTiming>[];
}

/** A cohort that answers the question, with what is known of its patients and its quality. */
export interface ReportedCohort extends ComputeCohort, Pick<CohortProvenance, "firstAuthor"> {
  readonly group: TherapyClass;
  readonly patients: CohortProvenance["patients"];
  readonly ratings: CohortProvenance["ratings"];
  /** Its paper, else its registration; `null` if our data have neither. */
  readonly publication: Cites | null;
  /** By a clinician; `null` as long as there is none. */
  readonly review: StatedReview | null;
}

/** Whether anything is known of an outcome beside what page one says. */
export function hasPart({ tables, published, randomised, timing, checks }: ReportedRow): boolean {
  const known = [tables, published.analyses, randomised, timing];
  return checks !== null || known.some(({ length }) => length > 0);
}

export interface ReportView {
  readonly extent: Extent;
  readonly answer: ClassAnswer;
  /** Page one. */
  readonly overview: Screen;
  readonly question: QuestionText;
  /** Where the randomised trials of page one were reported. */
  readonly randomised: readonly RandomisedSource[];
  /** Where a side rests on the label of some regions or lines only, if the box of doubt does not say it; else empty. */
  readonly labels: string;
  /** What page one has to say and an outcome says at length. */
  readonly collected: string;
  readonly rows: readonly ReportedRow[];
  /** `null` without a month among the outcomes. */
  readonly survival: SurvivalTables | null;
  readonly cohorts: readonly ReportedCohort[];
  /** The review of the rules. */
  readonly rulesReview: StatedReview | null;
  /** Printed times of the treatment of these cohorts. */
  readonly timing: readonly TimingOfClass<StatedTiming>[];
  readonly compared: readonly ComparedAtLength[];
  /** What single studies print of the outcomes by properties of their patients. */
  readonly subgroups: readonly ReportedBy[];
  /** Where harms were asked for. */
  readonly lateNeurotoxicity: readonly LateNeurotoxicity[];
  /** How to cite this page. */
  readonly citation: string;
  readonly links: ReportLinks;
}

export interface ReportForm extends Pick<ReportView, "extent" | "citation"> {
  /** The address of this page. */
  readonly href: string;
}

export function reportView(full: FullAnswer, { extent, citation, href }: ReportForm): ReportView {
  const answer = ofClasses(full);
  const { query, canonical, selection, outcomes } = answer;
  const overview = screenOf(answer, null, screenEvidence(answer));
  const compared = comparedIn(answer);
  const survival = survivalTables(answer, survivalSources(answer));
  const asksHarms = outcomes.some(({ group }) => group === "toxicity");
  return {
    extent,
    answer,
    overview,
    question: questionText(answer),
    randomised: aboveRowsSources(answer),
    labels: labelsOf(answer, overview),
    collected: collectedText(answer),
    rows: rowsOf(full, answer, extent, survival),
    survival,
    cohorts: cohortsOf(answer),
    rulesReview: reviews.rules,
    timing: timingOfCohorts(
      timingIn(null),
      selection.included.map(({ cohort }) => cohort),
    ),
    compared: compared.map((table) => comparedAtLength(table, outcomeLabel)),
    subgroups: subgroupsIn(answer),
    lateNeurotoxicity: asksHarms
      ? lateNeurotoxicityOf(ofSameProducts(answer), dataset.outcomes, citationOf)
      : [],
    citation,
    links: reportLinks(query, canonical, href),
  };
}

/** What the offer to count regimens of other lines says. */
const offered: ReadonlySet<StatedNote["code"]> = new Set(["left-out-for-label", "no-label"]);

function labelsOf(answer: ClassAnswer, { doubt, leftOut }: Screen): string {
  const isSaid = ({ code, text }: StatedNote) =>
    (code === "label-condition" && doubt?.label !== null) ||
    (offered.has(code) && leftOut !== null && leftOut.lead !== "") ||
    doubt?.more.includes(text);
  const notes = notesOfAnswer(answer).filter((note) => !isSaid(note));
  return textsAt(notes, "labels").join(" ");
}

function rowsOf(
  full: FullAnswer,
  answer: ClassAnswer,
  extent: Extent,
  survival: SurvivalTables | null,
): ReportedRow[] {
  const told = new Set<string>();
  return answer.outcomes.map((row) => {
    const outcome = dataset.outcomes.find(({ id }) => id === row.outcome);
    const isWhole = extent === "whole" && outcome !== undefined;
    // Of a single outcome: no request waits for those of all rows.
    const isOnly = isWhole && answer.outcomes.length === 1;
    const beside = {
      leaveOneOut: isOnly ? leaveOneOutOf(full, outcome) : null,
      // Of the few rows that need it some pools of one class.
      apart: isWhole ? trialsApartOf(answer, outcome) : [],
      // An arm without its control says nothing of the difference.
      arms: armsInRow(row.outcome, answer.randomised, answer.query, studies, dataset).filter(
        ({ control }) => control !== null,
      ),
    };
    const view = withoutMonths(rowAtLength(row, answer, beside), survival);
    return { ...view, timing: untold(timingInRow(timingIn(row.outcome), row), row.outcome, told) };
  });
}

/** What a trial reported of a month stands in the table of months with all others. */
function withoutMonths(row: RowAtLength, survival: SurvivalTables | null): RowAtLength {
  const family = familyOf(row.outcome);
  const known = survival?.families.find((one) => one.family === family);
  const at = survival?.months.indexOf(monthOf(row.outcome)) ?? -1;
  if (!known || at < 0) return row;
  const isInTable = (cohort: string, number: string) =>
    known.trials.some(
      (trial) => trial.cohort === cohort && bare(trial.months[at]?.text) === bare(number),
    );
  const tables = row.tables
    .filter(({ number }) => number === null)
    .map((table) => ({
      ...table,
      products: table.products
        .map((product) => ({
          ...product,
          trials: product.trials.filter(({ cohort, drawn }) =>
            drawn === null
              ? known.medians.every((median) => median.cohort !== cohort)
              : !isInTable(cohort, drawn.number),
          ),
        }))
        .filter(({ trials }) => trials.length > 0),
    }))
    .filter(({ products }) => products.length > 0);
  return { ...row, tables: row.tables.some(({ number }) => number !== null) ? row.tables : tables };
}

/** A number without spaces, and with the sign that the table of months has for "about". */
function bare(text: string | undefined): string {
  return (text ?? "").replace("about", "≈").replace(/\s/g, "");
}

function timingIn(row: string | null): readonly StatedTiming[] {
  return timingOf(dataset, timings, { row }).map((line) => said(line, row));
}

function said(line: TimingLine, row: string | null): StatedTiming {
  return { ...line, ...saidTiming(line, row, outcomeLabel) };
}

/** The times of a row that no row before has. */
function untold(
  classes: readonly TimingOfClass<StatedTiming>[],
  row: string,
  told: Set<string>,
): TimingOfClass<StatedTiming>[] {
  return classes
    .map(({ group, lines }) => ({
      group,
      lines: lines.flatMap((line) => {
        const times = line.times.filter((time) => {
          const key = JSON.stringify([line.cohort, time]);
          const isNew = !told.has(key);
          told.add(key);
          return isNew;
        });
        return times.length > 0 ? said({ ...line, times }, row) : [];
      }),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function aboveRowsSources({ randomised }: ClassAnswer): RandomisedSource[] {
  return randomised
    .filter(({ place }) => place !== "beside")
    .flatMap(({ arms, crossover }) => [
      ...arms.flatMap(({ ratios, progressionFree, earlyDeaths }) => [
        ...ratios.flatMap(({ progression, death }) => [
          ...(progression ? [progression.source] : []),
          ...(death ? [death.source] : []),
        ]),
        ...(progressionFree?.source ? [progressionFree.source] : []),
        ...earlyDeaths.map(({ source }) => source),
      ]),
      ...(crossover ? [crossover.source] : []),
    ]);
}

function citationOf(
  cohort: string,
  { outcome, cut, source }: Pick<ComputeFigure, "outcome" | "cut" | "source">,
): Citation | null {
  return sources.cite({ cohort, printed: outcome, cut, source, citation: null }).citation;
}

/** Of any line, in trials and in practice: what is rare is printed by few. */
function ofSameProducts({ selection: { included } }: ClassAnswer): ComputeCohort[] {
  const products = new Set(
    dataset.cohorts
      .filter(({ id }) => included.some(({ cohort }) => cohort === id))
      .map(({ product }) => product),
  );
  return dataset.cohorts.filter(({ product }) => products.has(product));
}

function survivalSources(answer: ClassAnswer) {
  return {
    ...screenEvidence(answer),
    citationOf,
    patientsOf: (cohort: string) => dataset.cohorts.find(({ id }) => id === cohort)?.n ?? null,
  };
}

function cohortsOf({ selection }: ClassAnswer): ReportedCohort[] {
  return selection.included.flatMap(({ cohort: id, group }) => {
    const cohort = dataset.cohorts.find((one) => one.id === id);
    const known = provenance[id];
    return cohort && known
      ? [
          {
            ...cohort,
            group,
            ratings: known.ratings,
            firstAuthor: known.firstAuthor,
            patients: known.patients,
            publication: publicationIn(known),
            review: reviews.cohorts[id] ?? null,
          },
        ]
      : [];
  });
}

/** Its paper with its address, else its registration. */
function publicationIn(known: CohortProvenance): ReportedCohort["publication"] {
  const href = publicationOf(known);
  if (known.publication) return { text: known.publication.citation, href, tier: 1 };
  return href === null ? null : { text: known.registry[0] ?? href, href };
}

/** By every property, the studies that print it for an outcome of the question. */
function subgroupsIn({ outcomes, query }: ClassAnswer): ReportedBy[] {
  const { product, therapyClass } = query;
  const tables = subgroupsOf(subgroups, therapyClass === "both" ? {} : { therapyClass }).filter(
    ({ study, outcome: printed }) =>
      outcomes.some(
        ({ outcome }) => concernsRow(printed, outcome) || isOfFamily(printed, outcome),
      ) &&
      (product.length === 0 || product.some((one) => study.products.includes(one))),
  );
  return reportedBy(tables, outcomeLabel).filter(({ studies: reporting }) => reporting.length > 0);
}

/** Survival at another month: few studies print a property at the same. */
function isOfFamily(printed: string, row: string): boolean {
  const family = familyOf(row);
  return family !== null && familyOf(printed) === family;
}

/** Studies of others about the outcomes and products of the question, once each. */
function comparedIn({ outcomes, query }: ClassAnswer): ComparisonTable[] {
  const tables = adjustedComparisonsOf(studies, {})
    .map((table) => ({
      ...table,
      rows: table.rows.filter((row) =>
        outcomes.some(({ outcome }) => concernsRow(row.outcome, outcome)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  return relevantTables(tables, {
    products: query.product,
    therapyClass: query.therapyClass === "both" ? null : query.therapyClass,
    afterBcma: isAfterTherapy(query),
  });
}
