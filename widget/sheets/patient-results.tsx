/**
 * The evidence for the reader's patient: the question that holds them, which of its trials
 * enrolled such patients, and the subgroups of single studies.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Comparison, PatientFit } from "#core/comparison/answer.ts";
import type { SubgroupTable } from "#core/evidence/subgroups.ts";
import type { OwnPatient } from "#core/question/patient.ts";
import { nounOf } from "#presentation/statement/told.ts";
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
  // The form was closed for these results. One who writes in the page around our frame is not moved,
  // nor one whose form stays open beside them.
  useEffect(() => {
    const isAlone = !title.current?.closest(".compare")?.querySelector("dialog[open]");
    if (isAlone && document.hasFocus()) title.current?.focus();
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
            // This part goes with the patient; the verdict, which changes, stays.
            const verdict = currentTarget
              .closest(".compare")
              ?.querySelector<HTMLElement>(".verdict");
            onPatient(undefined);
            verdict?.setAttribute("tabindex", "-1");
            verdict?.focus();
          }}
        >
          {words.clear}
        </button>
      </p>
      <Question {...props} />
      <h4>{words.reported.title}</h4>
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
        {words.reported.note} {words.limits}
      </p>
    </section>
  );
}

/** The question that holds the patient, and its trials. */
function Question({
  patient,
  comparison,
  words,
  apiBase,
  onOffer,
}: Omit<Props, "onPatient" | "onEdit" | "sheets" | "strings">) {
  const fit = comparison?.patient;
  if (!fit || !isOf(patient, fit)) return <p class="waiting">{words.waiting}</p>;
  const noun = nounOf(comparison.query);
  return (
    <>
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
      {/* Without numbers it is the headline. */}
      {fit.held !== null && <p>{fit.text}</p>}
      {/* After BCMA-directed therapy: the kinds that the trials enrolled, and those that none selected. */}
      {comparison.cautions
        .filter(({ code }) => code.startsWith("kinds-"))
        .map(({ code, text }) => (
          <p key={code}>{text}</p>
        ))}
      {/* Where nothing was judged every trial would seem to fit. */}
      {fit.held !== null && fit.each.length > 0 && (
        <details class="filter">
          <summary>
            <span>{words.trials(fit, noun)}</span>
          </summary>
          <p>{words.counts(fit, noun)}</p>
          <ul>
            {[...fit.fits, ...fit.excludes, ...fit.notStated].map(({ cohort, label, reason }) => (
              <li key={cohort}>
                <RecordLink apiBase={apiBase} cohort={cohort} label={label} />:{" "}
                {reason ?? words.fits}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Whether the answer on screen is for this patient, and not for the one before. */
function isOf({ age, priorLines, priorBcma }: OwnPatient, fit: PatientFit): boolean {
  return fit.age === age && fit.priorLines === priorLines && `${fit.priorBcma}` === `${priorBcma}`;
}
