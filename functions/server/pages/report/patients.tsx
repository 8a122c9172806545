/** Draws whom the trials that answer the question enrolled, and the ratings of their quality. */

import { findPaperElseRegistryAddress } from "#core/answer/sources.ts";
import { dataset } from "#core/dataset.ts";
import { selectTimingLines } from "#core/evidence/timing-lines.ts";
import type { ComputeCohort } from "#data/compute-set.ts";
import { provenance } from "#data/generated/provenance.ts";
import { timings } from "#data/generated/timing.ts";
import type { CohortProvenance } from "#data/provenance.ts";
import { type TherapyClass, therapyClasses } from "#data/vocabulary.ts";
import { groupCohortTimingByClass } from "#presentation/row/timing-of-row.ts";
import { InlineClassMark } from "#presentation/svg/marks.tsx";
import { listTimingTextsOfTrials } from "#presentation/views/opened-row.ts";
import {
  chooseStudyWord,
  className,
  keyOfUnreported,
  unreported,
} from "#presentation/words/names.ts";
import { formatPlainNumber } from "#presentation/words/numbers.ts";
import { describeSignature } from "#presentation/words/review.ts";
import { formatCountWithNoun } from "#presentation/words/sentences.ts";
import { TimingLines } from "#widget/row/opened-parts.tsx";
import { Cells, Fold, RecordLink, Section, StackedTable } from "../kit/kit.tsx";
import { Cite, type Cites } from "./numbered-references.tsx";
import type { ReportView } from "./report-view.ts";

type PatientsProps = Pick<ReportView, "answer">;

interface ReportedCohort extends ComputeCohort {
  readonly group: TherapyClass;
  readonly details: CohortProvenance;
}

export function Patients({ answer }: PatientsProps) {
  const cohorts = listIncludedCohortsWithDetails(answer);
  if (cohorts.length === 0) return null;
  const rated = cohorts.filter(({ details }) => details.ratings.length > 0);
  const times = groupCohortTimingByClass(
    selectTimingLines(dataset, timings, { row: null }),
    cohorts.map(({ id }) => id),
  ).flatMap(({ lines }) => listTimingTextsOfTrials(lines, null));
  return (
    <Section id="studies" title="Who was in these trials">
      <Fold id="patients-each" title="The patients of each study" count={cohorts.length}>
        <p class="muted">
          Medians and percentages as the sources report them, of groups of patients and not of one.
          The first line of a class has the lowest and highest of its studies, and how many report
          it. {keyOfUnreported}
        </p>
        <PatientTable cohorts={cohorts} noun={chooseStudyWord(answer.query)} />
      </Fold>
      <Fold
        id="studies-bias"
        title="Risk of bias, as rated by others"
        count={rated.length}
        look="folded"
      >
        <ul>
          {rated.map(({ id, label, details: { ratings } }) => (
            <li key={id}>
              <RecordLink cohort={id} label={label} place="bias" />:{" "}
              {ratings.map(describeBiasRating).join("; ")}
            </li>
          ))}
        </ul>
      </Fold>
      <Fold id="studies-timing" title="How soon, how long" count={times.length}>
        <TimingLines lines={times} />
      </Fold>
    </Section>
  );
}

function listIncludedCohortsWithDetails({ selection }: PatientsProps["answer"]): ReportedCohort[] {
  return selection.included.flatMap(({ cohort: id, group }) => {
    const cohort = dataset.cohorts.find((entry) => entry.id === id);
    const details = provenance[id];
    return cohort && details ? [{ ...cohort, group, details }] : [];
  });
}

/** Returns text such as "MINORS, of all studies of a review together: moderate to good quality". */
export function describeBiasRating({
  tool,
  result,
  ofAllStudies,
}: CohortProvenance["ratings"][number]): string {
  return `${tool}${ofAllStudies ? ", of all studies of a review together" : ""}: ${result}`;
}

interface Column {
  readonly name: string;
  /** Returns the value of a cohort; `null` if it is not reported. */
  readonly of: (cohort: ReportedCohort) => number | null;
  readonly range?: (cohort: ReportedCohort) => readonly [number, number] | null;
  /** Returns the text for a value that is not reported. */
  readonly otherwise?: (cohort: ReportedCohort) => string;
}

const columns: readonly Column[] = [
  { name: "Patients", of: ({ n }) => n },
  { name: "Age, median", of: ({ medianAge }) => medianAge, range: ({ ageRange }) => ageRange },
  {
    name: "Prior lines, median",
    of: ({ medianPriorLines }) => medianPriorLines,
    range: ({ priorLinesRange }) => priorLinesRange,
  },
  { name: "Earlier transplant, %", of: ({ details }) => details.patients.priorAutoSctPercent },
  {
    name: "ISS stage III, %",
    of: ({ details }) => details.patients.issIIIPercent,
    otherwise: ({ details: { patients } }) =>
      patients.rissIIIPercent === null
        ? unreported
        : `R-ISS ${formatPlainNumber(patients.rissIIIPercent)}`,
  },
  {
    name: "High-risk cytogenetics, %",
    of: ({ highRiskCytogeneticsPercent }) => highRiskCytogeneticsPercent,
  },
  { name: "Extra\u00ADmedullary, %", of: ({ extramedullaryPercent }) => extramedullaryPercent },
  {
    name: "Refractory to three classes, %",
    of: ({ tripleClassRefractoryPercent }) => tripleClassRefractoryPercent,
  },
  { name: "Penta-refractory, %", of: ({ details }) => details.patients.pentaRefractoryPercent },
  { name: "Follow-up, months", of: ({ followUpMonths }) => followUpMonths },
];

/** The last column is in words. */
const columnNames = [...columns.map(({ name }) => name), "Earlier BCMA therapy"];
const earlierTexts = { required: "all", some: "some", none: "none", unknown: unreported };

interface TableProps {
  cohorts: readonly ReportedCohort[];
  noun: ReturnType<typeof chooseStudyWord>;
}

function PatientTable({ cohorts, noun }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard
    <section class="wide" aria-label="The patients of each study" tabIndex={0}>
      <StackedTable look="patients" corner="Study" columns={columnNames}>
        {therapyClasses.map((group) => {
          const ofClass = cohorts.filter((cohort) => cohort.group === group);
          if (ofClass.length === 0) return null;
          return (
            <tbody key={group}>
              <tr class={`whole ${group}`}>
                <th scope="rowgroup">
                  <InlineClassMark group={group} /> {className[group]},{" "}
                  {formatCountWithNoun(ofClass.length, noun)}
                </th>
                <Cells
                  columns={columnNames}
                  cells={columns.map((column) => formatColumnRange(column, ofClass))}
                />
                <td />
              </tr>
              {ofClass.map((cohort) => (
                <CohortRow key={cohort.id} cohort={cohort} />
              ))}
            </tbody>
          );
        })}
      </StackedTable>
    </section>
  );
}

interface CohortProps {
  cohort: ReportedCohort;
}

function CohortRow({ cohort }: CohortProps) {
  const { id, label, details, priorBcma, year } = cohort;
  return (
    <tr>
      <th scope="row">
        <RecordLink cohort={id} label={label} />
        <small>
          <span class="published"> {[details.firstAuthor, year].filter(Boolean).join(" ")}</span>
          <Cite of={[findPaperOrRegistration(details)]} />{" "}
          {describeSignature(dataset.review.signed[id])}
        </small>
      </th>
      <Cells
        columns={columnNames}
        cells={[
          ...columns.map((column) => formatColumnFigure(column, cohort)),
          earlierTexts[priorBcma],
        ]}
      />
    </tr>
  );
}

/** Returns the paper of a cohort with its address, otherwise its registration; `null` if our data have neither. */
function findPaperOrRegistration(details: CohortProvenance): Cites | null {
  const href = findPaperElseRegistryAddress(details);
  if (details.publication) return { text: details.publication.citation, href, tier: 1 };
  return href === null ? null : { text: details.registry[0] ?? href, href };
}

/**
 * Returns the lowest and the highest value: medians are never averaged, nor patients added up, because some are in two
 * cohorts.
 */
function formatColumnRange({ of }: Column, cohorts: readonly ReportedCohort[]): string {
  const values = cohorts.map(of).filter((value) => value !== null);
  if (values.length === 0) return unreported;
  const [low, high] = [Math.min(...values), Math.max(...values)].map(formatPlainNumber);
  const range = low === high ? `${low}` : `${low}–${high}`;
  return values.length < cohorts.length
    ? `${range} (${values.length} of ${cohorts.length})`
    : range;
}

function formatColumnFigure({ of, range, otherwise }: Column, cohort: ReportedCohort): string {
  const value = of(cohort);
  const ends = range?.(cohort) ?? null;
  const figure = value === null ? (otherwise?.(cohort) ?? unreported) : formatPlainNumber(value);
  return ends === null
    ? figure
    : `${figure} (${formatPlainNumber(ends[0])}–${formatPlainNumber(ends[1])})`;
}
