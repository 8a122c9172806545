/**
 * The evidence for the reader's patient: the question that holds them, which of its trials
 * enrolled such patients, and the subgroups of single studies.
 */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Comparison, PatientCohort, PatientFit } from "#core/comparison/answer.ts";
import type { AnswerCaution } from "#core/comparison/coded-remarks.ts";
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { DrawnWords, PatientWords, SheetWords } from "#presentation/words/catalogue.ts";
import { allSubgroups } from "../answers/subgroups.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { RecordLink } from "../views/links.tsx";
import { FailureState } from "../views/states.tsx";
import { adoptSheetStyles } from "./adopt-sheet-styles.ts";
import { ReportedForPatient } from "./reported-for-patient.tsx";

interface Props {
  patient: OwnPatient;
  /** The answer on screen, if it is known whole. */
  comparison: Comparison | null;
  strings: DrawnWords;
  sheets: SheetWords;
  words: PatientWords;
  apiBase: string;
  onPatient: (patient: OwnPatient | undefined) => void;
  onEdit: () => void;
  /** Receives the question that was offered instead. */
  onOffer: (query: string) => void;
}

export function PatientResults(props: Props) {
  const { apiBase, strings } = props;
  const { value: tables, failure, retry } = useLoaded(apiBase, allSubgroups);
  const failed = failure && <FailureState failure={failure} strings={strings} onRetry={retry} />;
  return <DrawnResults {...props} tables={tables} failed={failed} />;
}

interface DrawnProps extends Props {
  /** `null` until loaded. */
  tables: readonly SubgroupTable[] | null;
  failed: ComponentChildren;
}

export function DrawnResults({ tables, failed, ...props }: DrawnProps) {
  const { patient, words, apiBase, onPatient, onEdit } = props;
  const title = useRef<HTMLHeadingElement>(null);
  // The form was closed for these results. One who writes in the page around our frame is not moved.
  useEffect(() => {
    if (document.hasFocus()) title.current?.focus();
  }, [patient]);
  return (
    <section class="patient" ref={adoptSheetStyles}>
      <h3 ref={title} tabIndex={-1}>
        {words.told(patient)}
      </h3>
      <p class="buttons">
        <button type="button" class="clear" onClick={onEdit}>
          {words.change}
        </button>
        <button
          type="button"
          class="clear"
          onClick={({ currentTarget }) => {
            // This part goes with the patient; the filters stay.
            const filters = currentTarget.closest(".compare")?.querySelector(".chips button");
            onPatient(undefined);
            if (filters instanceof HTMLElement) filters.focus();
          }}
        >
          {words.clear}
        </button>
      </p>
      <Question {...props} />
      <h4>{words.reported.title}</h4>
      <p class="muted note">{words.reported.note}</p>
      {failed}
      {tables ? (
        <ReportedForPatient
          tables={tables}
          patient={patient}
          words={words.reported}
          sheets={props.sheets}
          apiBase={apiBase}
        />
      ) : (
        !failed && <p class="muted">{words.reported.loading}</p>
      )}
      <p class="muted note">
        {props.comparison?.patient?.held === null ? "" : words.limits} {words.form.private}
      </p>
    </section>
  );
}

/** Said after BCMA-directed therapy: which kinds the trials enrolled, and which none selected. */
const kindCodes: readonly string[] = [
  "kinds-enrolled",
  "kinds-not-selected",
] satisfies readonly AnswerCaution["code"][];

const lists: readonly (keyof PatientWords["list"])[] = ["fits", "excludes", "notStated"];

/** The question that holds the patient, and its trials. */
function Question({
  patient,
  comparison,
  sheets,
  words,
  apiBase,
  onOffer,
}: Omit<Props, "onPatient" | "onEdit" | "strings">) {
  const fit = comparison?.patient;
  if (!fit || !isOf(patient, fit)) return <p class="waiting">{words.waiting}</p>;
  return (
    <>
      {/* Without numbers it is the headline. */}
      {fit.held !== null && <p>{fit.text}</p>}
      {comparison.cautions
        .filter(({ code }) => kindCodes.includes(code))
        .map(({ code, text }) => (
          <p key={code}>{text}</p>
        ))}
      {fit.offers.length > 0 && (
        <p class="buttons">
          {words.offers}{" "}
          {fit.offers.map(({ name, query, text }) => (
            <button key={name} type="button" class="apply" onClick={() => onOffer(query)}>
              {text}
            </button>
          ))}
        </p>
      )}
      {fit.held !== null && (
        <details class="filter">
          <summary>
            <span>{words.counts(fit)}</span>
          </summary>
          {lists.map((list) => (
            <List
              key={list}
              title={words.list[list]}
              cohorts={fit[list]}
              sheets={sheets}
              apiBase={apiBase}
            />
          ))}
        </details>
      )}
    </>
  );
}

/** Whether the answer on screen is for this patient, and not for the one before. */
function isOf({ age, priorLines, priorBcma }: OwnPatient, fit: PatientFit): boolean {
  return fit.age === age && fit.priorLines === priorLines && `${fit.priorBcma}` === `${priorBcma}`;
}

interface ListProps {
  title: string;
  cohorts: readonly PatientCohort[];
  sheets: SheetWords;
  apiBase: string;
}

function List({ title, cohorts, sheets, apiBase }: ListProps) {
  if (cohorts.length === 0) return null;
  const count = (group: PatientCohort["therapyClass"]) =>
    cohorts.filter(({ therapyClass }) => therapyClass === group).length;
  return (
    <>
      <h4>
        {title} <span class="muted">{sheets.leaves(count("car-t"), count("bsab"))}</span>
      </h4>
      <ul>
        {cohorts.map(({ cohort, label, reason }) => (
          <li key={cohort}>
            <RecordLink apiBase={apiBase} cohort={cohort} label={label} />
            {reason && `: ${reason}`}
          </li>
        ))}
      </ul>
    </>
  );
}
