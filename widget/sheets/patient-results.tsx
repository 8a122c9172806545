/**
 * What the evidence holds for the reader's patient: the subgroups of single studies, the cohorts
 * that enrolled such patients, did not, or do not say, and in what the numbers below differ from
 * those over all cohorts.
 */

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Comparison, PatientCohort } from "#core/comparison/answer.ts";
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import type { PatientChanges } from "#presentation/view/patient-changes.ts";
import type { ShownRate } from "#presentation/view/shown-numbers.ts";
import type { PatientWords } from "#presentation/words/contract/patient.ts";
import type { DrawnWords } from "#presentation/words/contract/screen.ts";
import type { SheetWords } from "#presentation/words/contract/sheets.ts";
import { rangeOf100, rateOf100 } from "#presentation/words/rates.ts";
import type { PatientComparison } from "../answers/patient-engine.ts";
import { allSubgroups } from "../answers/subgroups.ts";
import { useLoaded } from "../answers/use-loaded.ts";
import { RecordLink } from "../views/links.tsx";
import { FailureState } from "../views/states.tsx";
import { adoptSheetStyles } from "./adopt-sheet-styles.ts";
import { ReportedForPatient } from "./reported-for-patient.tsx";

interface Props {
  patient: OwnPatient;
  /** The answer on screen, if it is known whole. */
  comparison: Comparison | PatientComparison | null;
  strings: DrawnWords;
  sheets: SheetWords;
  words: PatientWords;
  apiBase: string;
  onPatient: (patient: OwnPatient | undefined) => void;
  onEdit: () => void;
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
  const { patient, comparison, words, apiBase, onPatient, onEdit } = props;
  const { values, traits } = patient;
  const title = useRef<HTMLHeadingElement>(null);
  // The form was closed for these results. Another choice of cohorts does not move the reader.
  // Nor is one who writes in the page around our frame.
  useEffect(() => {
    if (document.hasFocus()) title.current?.focus();
  }, [values?.age, values?.priorLines, traits]);
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
      {values === undefined ? (
        <>
          <h4>{words.pool.title}</h4>
          <p>{words.pool.whole}</p>
        </>
      ) : (
        <Cohorts {...props} values={values} comparison={comparison} />
      )}
      <p class="muted note">
        {words.pool.limits} {words.form.private}
      </p>
    </section>
  );
}

const lists = ["fits", "outside", "notReported"] as const;

type Values = NonNullable<OwnPatient["values"]>;

function Cohorts({
  patient,
  values,
  comparison,
  strings,
  sheets,
  words,
  apiBase,
  onPatient,
}: Omit<Props, "onEdit"> & { values: Values }) {
  const fit = comparison?.patient;
  if (fit?.age !== values.age || fit.priorLines !== values.priorLines) {
    return <p class="waiting">{words.waiting}</p>;
  }
  const none: PatientChanges = { rows: 0, changed: [] };
  const { rows, changed } = comparison && "changes" in comparison ? comparison.changes : none;
  const empty = comparison?.selection.included.length === 0;
  const setFit = (only: boolean) =>
    onPatient({ ...patient, values: { ...values, fit: only ? "confirmed" : "any" } });
  return (
    <>
      <h4>{words.cohorts}</h4>
      {lists.map((list) => (
        <List
          key={list}
          title={words.list(list, fit)}
          cohorts={fit[list]}
          sheets={sheets}
          apiBase={apiBase}
        />
      ))}
      <label class="switch">
        <input
          type="checkbox"
          checked={values.fit === "confirmed"}
          onChange={(event) => setFit(event.currentTarget.checked)}
        />
        <span>{words.confirmed}</span>
      </label>
      <h4>{words.pool.title}</h4>
      <p>{empty ? words.pool.nothing : words.pool.counts(fit, changed.length, rows)}</p>
      {!empty && changed.length > 0 && (
        <ul>
          {changed.map(({ label, classes }) => (
            <li key={label}>
              {label}:{" "}
              {classes
                .map(({ group, own, whole }) =>
                  words.pool.change(group, printed(own, strings), printed(whole, strings)),
                )
                .join(", ")}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** With its interval, which says how little a few patients tell. */
function printed(rate: ShownRate | null, { numbers }: DrawnWords): string | null {
  return rate && `${rateOf100(rate.estimate, 0, numbers)} ${rangeOf100(rate.interval, numbers)}`;
}

interface ListProps {
  title: string;
  cohorts: readonly PatientCohort[];
  sheets: SheetWords;
  apiBase: string;
}

function List({ title, cohorts, sheets, apiBase }: ListProps) {
  if (cohorts.length === 0) return <p class="none">{title}</p>;
  const count = (group: PatientCohort["therapyClass"]) =>
    cohorts.filter(({ therapyClass }) => therapyClass === group).length;
  return (
    <details class="filter">
      <summary>
        <span>{title}</span>
        <span class="muted">{sheets.leaves(count("car-t"), count("bsab"))}</span>
      </summary>
      <ul>
        {cohorts.map(({ cohort, label, reason }) => (
          <li key={cohort}>
            <RecordLink apiBase={apiBase} cohort={cohort} label={label} />
            {reason && `: ${reason}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
