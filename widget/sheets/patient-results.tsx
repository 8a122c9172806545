/**
 * Draws what concerns the reader's patient, before any number of all patients: what is labelled, what single studies
 * reported of such patients, and how far the trials reach.
 */
import { useEffect, useRef } from "preact/hooks";
import type { PatientNumber, PatientWithTraits } from "#core/question/patient.ts";
import { makeHorizontalPath, makeVerticalLinesPath } from "#presentation/svg/geometry.ts";
import { formatWidthShare, InlineClassMark } from "#presentation/svg/marks.tsx";
import type { PatientsView } from "#presentation/views/patient.ts";
import { elementTexts } from "#presentation/words/element.ts";
import { unreported } from "#presentation/words/names.ts";
import { formatSpan } from "#presentation/words/numbers.ts";
import { patientTexts as words } from "#presentation/words/patient.ts";
import { asReported, formatCountWithNoun } from "#presentation/words/sentences.ts";
import type { PatientAnswer } from "../patient-view.ts";
import { AxisHead } from "../row/strip.tsx";
import { TrialLink } from "../row/surface.tsx";
import { GroupLists, PatientGroups } from "./patient-groups.tsx";

interface PatientActs {
  /** Leads to the filters of the question. */
  onFilters: () => void;
  /** Receives the question that was offered instead. */
  onOffer: (query: string) => void;
}

interface PatientResultsProps extends PatientActs {
  patient: PatientWithTraits;
  /** It is `null` until the answer on screen is the patient's. */
  answer: PatientAnswer | null;
}

export function PatientResults({ patient, answer, ...acts }: PatientResultsProps) {
  const title = useRef<HTMLHeadingElement>(null);
  // The focus goes to these results if the form was closed for them. It stays where it is if the reader writes
  // in the page around our frame, or if the form stays open beside the results.
  useEffect(() => {
    const isAlone = !title.current?.closest(".compare")?.querySelector("dialog[open]");
    if (isAlone && document.hasFocus()) title.current?.focus();
  }, [patient]);
  return (
    <section class="patient">
      <h2 ref={title} tabIndex={-1} class="verdict">
        {answer?.heading ?? words.chip(patient)}
      </h2>
      {answer ? <PatientEvidence {...answer} {...acts} /> : <p>Numbers not of your patient yet.</p>}
    </section>
  );
}

function PatientEvidence({ labelled, groups, patient, patients, fit, ...rest }: EvidenceProps) {
  const { offers, certainty, none } = patients;
  // The heading says why there is nothing to show.
  if (fit.question === null) return null;
  const assumed = words.assumed(patient, patients.assumed);
  const hasGroups = groups.some(({ first }) => first.length > 0);
  return (
    <>
      <p class="labelled">
        <strong>{words.labelled(patients.regions)}</strong>{" "}
        {labelled.map(({ text, group }, index) => (
          <span key={index} class={group}>
            {text}
          </span>
        ))}
      </p>
      {assumed && <p class="note muted">{assumed}</p>}
      {hasGroups && (
        <p class="doubt-box">
          <strong>{certainty.lead}</strong> {certainty.text}
        </p>
      )}
      <div class="table groups">
        <PatientGroups groups={groups} />
      </div>
      {none && <p class="note">{none}</p>}
      {offers.length > 0 && (
        <p class="buttons">
          Show instead, of all patients:
          {offers.map(({ query, label }) => (
            <button key={query} type="button" class="apply" onClick={() => rest.onOffer(query)}>
              {label}
            </button>
          ))}
        </p>
      )}
      <FurtherGroups groups={groups} />
      <Enrolment {...rest} patient={patient} patients={patients} />
    </>
  );
}

type EvidenceProps = PatientAnswer & PatientActs;

/** More outcomes than this are not named by the fold that holds them. */
const mostNamed = 2;

function FurtherGroups({ groups }: Pick<PatientAnswer, "groups">) {
  const lists = groups.flatMap(({ further }) => further);
  const shown = groups.flatMap(({ first }) => first.map(({ outcome }) => outcome));
  // An outcome that is also shown above is named together with its patients.
  const names = [
    ...new Set(lists.map(({ outcome, title }) => (shown.includes(outcome) ? title : outcome))),
  ];
  const more = names.length - mostNamed;
  if (lists.length === 0) return null;
  return (
    <details class="filter">
      <summary>
        More of these groups{" "}
        <small>
          {names.slice(0, mostNamed).join(", ")}
          {more > 0 && ` and ${more} more`}
        </small>
      </summary>
      <div class="table groups">
        <AxisHead />
        <GroupLists lists={lists} />
      </div>
    </details>
  );
}

/** The first of these properties that is known is drawn. */
const drawnProperties: readonly PatientNumber[] = ["age", "priorLines"];

/** Folds how far the trials reach: a range is no proof that such patients were enrolled. */
function Enrolment({
  patient,
  patients,
  reach,
  question,
  onFilters,
}: Pick<EvidenceProps, "patient" | "patients" | "reach" | "question" | "onFilters">) {
  const { asked, enrolled, trials, noun } = patients;
  const property = drawnProperties.find((name) => patient[name] !== null);
  const value = property && patient[property];
  const [first, ...further] = reach;
  return (
    <>
      {(first || trials.length > 0) && (
        <details class="filter">
          <summary>
            <strong>Enrolment</strong>{" "}
            <small>{first ?? formatCountWithNoun(trials.length, noun)}</small>
          </summary>
          {further.length > 0 && <p class="note">{further.join(" ")}</p>}
          {property && value != null && enrolled.length > 0 && (
            <EnrolledByTrial enrolled={enrolled} of={property} value={value} />
          )}
          {trials.length > 0 && (
            <>
              <h3>What each of these trials reports</h3>
              <ul>
                {trials.map((trial) => (
                  <li key={trial.cohort}>
                    <TrialLink {...trial} />: {trial.text}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p class="muted note">
            {asReported} A range is no proof that such patients were enrolled.
          </p>
          <p class="muted note">{words.asked(question)}</p>
        </details>
      )}
      <button
        type="button"
        class="clear asked"
        aria-label={`${elementTexts.sheet.question}: ${asked}`}
        onClick={onFilters}
      >
        {asked}
      </button>
    </>
  );
}

// Draws whom each trial enrolled: a bar for each, and the patient as a line through all of them.

interface PatientAxis {
  readonly title: string;
  readonly unit: string;
  readonly start: number;
  readonly length: number;
  /** Lists numbers above the axis. */
  readonly ticks: readonly number[];
}

const ageAxis: PatientAxis = {
  title: "Ages",
  unit: "years",
  start: 20,
  length: 75,
  ticks: [30, 60],
};

/**
 * Makes the axis of lines, which ends where the trials do, because some enrolled 1 to 3 lines and others up to 23.
 */
function makePriorLinesAxis(most: number): PatientAxis {
  return { title: "Prior lines", unit: "lines", start: 0, length: most + 1, ticks: [1, most] };
}

/** The numbers above the axis are at least this part of its length from that of the patient. */
const gap = 0.16;

interface EnrolledByTrialProps extends Pick<PatientsView, "enrolled"> {
  of: PatientNumber;
  value: number;
}

export function EnrolledByTrial({ enrolled, of, value }: EnrolledByTrialProps) {
  const most = Math.max(value, ...enrolled.flatMap(({ [of]: ranges }) => ranges.flat()));
  const { title, unit, start, length, ticks } = of === "age" ? ageAxis : makePriorLinesAxis(most);
  const end = start + length;
  const patientPlace = Math.min(end, Math.max(start, value));
  return (
    <section class="drugs enrolled">
      <h3>{title} enrolled, by trial</h3>
      <div class="axis-head" aria-hidden="true">
        <svg class="axis" aria-hidden="true">
          {[
            patientPlace,
            ...ticks.filter((tick) => Math.abs(tick - patientPlace) >= gap * length),
          ].map((place, index) => (
            <text
              key={place}
              class={index === 0 ? "own" : undefined}
              x={formatWidthShare((place - start) / length)}
              y="50%"
              dy="0.32em"
              text-anchor="middle"
            >
              {index === 0 ? value : place}
            </text>
          ))}
        </svg>
        <span>{unit}</span>
      </div>
      <ul>
        {enrolled.map(({ name, group, [of]: ranges }) => {
          const isWithin = ranges.some(([least, most]) => least <= value && value <= most);
          return (
            <li key={name} class={isWithin ? `plotted ${group}` : `plotted ${group} hollow`}>
              <span>
                <InlineClassMark group={group} /> {name}
              </span>
              <svg
                class="strip"
                viewBox={`${start} 0 ${length} 20`}
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                {ranges.map((range) => (
                  <g key={range[0]}>
                    <path class="band" d={makeHorizontalPath(10, range)} />
                    <path class="bar" d={makeHorizontalPath(10, range)} />
                  </g>
                ))}
                <path class="own" d={makeVerticalLinesPath([patientPlace], -8, 28)} />
              </svg>
              <p>
                {ranges.map(([lowest, highest]) => formatSpan({ lowest, highest })).join(", ") ||
                  unreported}{" "}
                {isWithin && (
                  <span class="within" role="img" aria-label="within">
                    ✓
                  </span>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
