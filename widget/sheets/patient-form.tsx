/**
 * The form for one patient. What is said stays in this browser, and no element holds it in an
 * attribute.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { questionForPatient } from "#core/question/for-patient.ts";
import {
  anyone,
  type OwnPatient,
  type PatientNumber,
  patientBounds,
  patientNumbers,
  patientParameters,
  type Trait,
  traits,
} from "#core/question/patient.ts";
import { patient as words } from "#words/patient.ts";
import { patientCodes } from "#words/patient-codes.ts";
import type { HandedOver } from "../store.ts";
import { BcmaField, bcmaNoteId } from "./bcma-field.tsx";
import { applying } from "./enter-key.ts";
import { focusField, PatientField } from "./patient-field.tsx";
import { ShowAll } from "./patient-results.tsx";
import { readTyped, type Typed, typedOf } from "./typed-patient.ts";

interface Props {
  /** As it is asked about all patients. */
  question: string;
  patient: OwnPatient | undefined;
  handed: HandedOver | null;
  /** The answer stands beside the form and follows it. */
  live: boolean;
  onPatient: (patient: OwnPatient | undefined) => void;
}

/** Longer than between two digits of one number. */
const pauseMilliseconds = 500;

type Problem = PatientNumber | "nothing";

const { form } = words;

export function PatientForm({ question, patient, handed, live, onPatient }: Props) {
  const toConfirm = handed?.toConfirm;
  const [said, setSaid] = useState(() => saidOf(patient ?? (toConfirm ? handed.patient : anyone)));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const place = useRef<HTMLFormElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const told = useRef(patient);
  const { otherWay } = readTyped(said.typed);
  const asked = questionSaid(question, patientIn(said));
  const focus = (field: PatientNumber = "age") =>
    focusField(place.current, patientParameters[field]);

  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  const tell = (own: OwnPatient) => {
    clearTimeout(pause.current);
    told.current = isNothing(own) ? undefined : own;
    onPatient(told.current);
  };
  const change = (changes: Partial<Said>) => {
    const next = { ...said, ...changes };
    setSaid(next);
    setProblems([]);
    const { wrong, own } = patientIn(next);
    clearTimeout(pause.current);
    // A number that is not finished yet leaves the answer as it is, and nobody learns of its first digit.
    if (live && wrong.length === 0 && !(isNothing(own) && !told.current)) {
      pause.current = setTimeout(tell, changes.typed ? pauseMilliseconds : 0, own);
    }
  };
  const apply = () => {
    const { wrong, own } = patientIn(said);
    if (wrong.length === 0 && (!isNothing(own) || patient)) return tell(own);
    const found = wrong.length > 0 ? wrong : (["nothing"] as const);
    setProblems(found);
    const [first] = found;
    focus(first === "nothing" ? "age" : first);
  };
  useEffect(() => {
    if (live) focus();
    else title.current?.focus();
  }, [live]);
  // Taken away or handed over elsewhere, while the form stands beside the answer.
  useEffect(() => {
    if (patient === told.current) return;
    clearTimeout(pause.current);
    told.current = patient;
    setSaid(saidOf(patient ?? anyone));
  }, [patient]);

  return (
    <form ref={place} class="choices patient-form" autocomplete="off" {...applying(apply)}>
      {toConfirm && (
        <>
          <h4 ref={title} tabIndex={-1}>
            {toConfirm.title}
          </h4>
          {toConfirm.above.map((text) => (
            <p key={text} class="note">
              {text}
            </p>
          ))}
          {toConfirm.missing && (
            <div class="notice" role="note">
              <p>{toConfirm.missing}</p>
              {toConfirm.again && (
                <button type="button" onClick={toConfirm.again.press}>
                  {toConfirm.again.label}
                </button>
              )}
            </div>
          )}
        </>
      )}
      <div class="typed">
        {patientNumbers.map((field) => {
          const name = patientParameters[field];
          const [least, most] = patientBounds[field];
          const isWrong = problems.includes(field);
          const allowed = form.allowed(field, least, most);
          const error = isWrong ? form.wrong(field, least, most) : "";
          return (
            <div key={name}>
              <PatientField
                name={name}
                label={form.fields[field]}
                notes={{
                  ...(toConfirm && { [`${name}-from`]: toConfirm.from[field] }),
                  [`${name}-allowed`]: allowed,
                  [`${name}-error`]: error,
                }}
                value={said.typed[field]}
                isWrong={isWrong}
                onType={(text) => change({ typed: { ...said.typed, [field]: text } })}
                onEnter={apply}
                onLeave={() => live && setProblems(patientIn(said).wrong)}
              />
              {toConfirm && (
                <p id={`${name}-from`} class="from note">
                  {toConfirm.from[field]}
                </p>
              )}
              <span id={`${name}-allowed`} class="muted note">
                {allowed}
              </span>
              <p id={`${name}-error`} class="error" role="alert">
                {error}
              </p>
            </div>
          );
        })}
      </div>
      {problems.length > 0 && otherWay && (
        <p class="error">
          {form.otherWay}{" "}
          <button
            type="button"
            class="apply"
            onClick={() => {
              change({ typed: otherWay });
              focus();
            }}
          >
            {form.useOtherWay(otherWay.age, otherWay.priorLines)}
          </button>
        </p>
      )}
      <fieldset class="trait" aria-describedby={bcmaNoteId}>
        <legend>{form.bcma}</legend>
        {toConfirm && <p class="from note">{toConfirm.from.priorBcma}</p>}
        <BcmaField
          value={said.priorBcma}
          words={form.earlierKinds}
          note={form.bcmaNote}
          onChange={(priorBcma) => change({ priorBcma })}
        />
      </fieldset>
      {traits.map((trait) => (
        <fieldset key={trait} class="trait">
          <legend>{form.traits[trait]}</legend>
          {([true, false, undefined] as const).map((value) => (
            <label key={String(value)}>
              <input
                type="radio"
                name={trait}
                checked={said.traits[trait] === value}
                onChange={() => change({ traits: withTrait(said.traits, trait, value) })}
              />
              <span>{value === undefined ? form.notSaid : value ? form.yes : form.no}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="muted note">{form.traitsNote}</p>
      <p class="note">{asked ? form.asked(asked) : form.private}</p>
      <p class="error" role="alert">
        {problems.includes("nothing") && form.nothing}
      </p>
      {!live && (
        <button type="button" class="apply" onClick={apply}>
          {form.apply}
        </button>
      )}{" "}
      {(patient || toConfirm) && <ShowAll onPatient={onPatient} />}
    </form>
  );
}

/** What the form holds. */
interface Said extends Pick<OwnPatient, "priorBcma" | "traits"> {
  typed: Typed;
}

function saidOf({ priorBcma, traits: own, ...numbers }: OwnPatient): Said {
  return { typed: typedOf(numbers), priorBcma, traits: own };
}

function patientIn({ typed, ...said }: Said) {
  const { values, wrong } = readTyped(typed);
  return { wrong, own: { ...values, ...said } };
}

/** The question that is asked, in words; empty while a number is not finished, or if none is asked. */
function questionSaid(question: string, { wrong, own }: ReturnType<typeof patientIn>): string {
  if (wrong.length > 0 || isNothing(own)) return "";
  const { held, because } = questionForPatient(question, own);
  return held === null ? "" : patientCodes.holding[because](own);
}

type Traits = OwnPatient["traits"];

function withTrait(said: Traits, trait: Trait, value: boolean | undefined): Traits {
  const { [trait]: _, ...others } = said;
  return value === undefined ? others : { ...others, [trait]: value };
}

function isNothing({ age, priorLines, priorBcma, traits }: OwnPatient): boolean {
  return (
    [age, priorLines, priorBcma].every((value) => value === null) && !Object.keys(traits).length
  );
}
