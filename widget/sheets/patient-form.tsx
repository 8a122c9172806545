/**
 * The form for one patient. What is said stays in this browser, and no element holds it in an
 * attribute.
 */

import { useRef, useState } from "preact/hooks";
import type { Choices } from "#core/choices/choices.ts";
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
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import type { PatientWords, SheetWords } from "#presentation/words/catalogue.ts";
import { applying } from "./applying.ts";
import { BcmaField, bcmaNoteId } from "./bcma-field.tsx";
import { focusField, PatientField } from "./patient-field.tsx";
import { readTyped, typedOf } from "./typed-patient.ts";

interface Props {
  patient: OwnPatient | undefined;
  choices: Choices | null;
  waiting: boolean;
  sheets: SheetWords;
  words: PatientWords;
  onPatient: (patient: OwnPatient | undefined) => void;
}

type Problem = PatientNumber | "nothing";

export function PatientForm({ patient, choices, waiting, sheets, words, onPatient }: Props) {
  const { form } = words;
  const before = patient ?? anyone;
  const [typed, setTyped] = useState(() => typedOf(before));
  const [priorBcma, setPriorBcma] = useState(before.priorBcma);
  const [said, setSaid] = useState(before.traits);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const place = useRef<HTMLFormElement>(null);
  const { otherWay } = readTyped(typed);
  const focus = (field: PatientNumber = "age") =>
    focusField(place.current, patientParameters[field]);

  const apply = () => {
    const { values, wrong } = readTyped(typed);
    const own = { ...values, priorBcma, traits: said };
    const nothing = isNothing(own);
    if (wrong.length === 0 && (!nothing || patient)) return onPatient(nothing ? undefined : own);
    const found = wrong.length > 0 ? wrong : (["nothing"] as const);
    setProblems(found);
    const [first] = found;
    focus(first === "nothing" ? "age" : first);
  };
  const useOtherWay = (turned: typeof typed) => {
    setTyped(turned);
    setProblems([]);
    focus("age");
  };

  return (
    <form ref={place} class="choices patient-form" autocomplete="off" {...applying(apply)}>
      <h4>{form.title}</h4>
      <p class="note">
        {choices ? form.known(choices.rangesKnown) : waiting ? sheets.counting : "–"}
      </p>
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
                notes={{ [`${name}-allowed`]: allowed, [`${name}-error`]: error }}
                value={typed[field]}
                isWrong={isWrong}
                onType={(text) => {
                  setTyped({ ...typed, [field]: text });
                  setProblems([]);
                }}
                onEnter={apply}
              />
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
          <button type="button" class="apply" onClick={() => useOtherWay(otherWay)}>
            {form.useOtherWay(otherWay.age, otherWay.priorLines)}
          </button>
        </p>
      )}
      <fieldset class="trait" aria-describedby={bcmaNoteId}>
        <legend>
          <Abbreviated text={form.bcma} names={sheets.abbreviations} />
        </legend>
        <BcmaField
          value={priorBcma}
          words={form.bcmaKinds}
          note={form.bcmaNote}
          onChange={(value) => {
            setPriorBcma(value);
            setProblems([]);
          }}
        />
      </fieldset>
      {traits.map((trait) => (
        <fieldset key={trait} class="trait">
          <legend>
            <Abbreviated text={form.traits[trait]} names={sheets.abbreviations} />
          </legend>
          {([true, false, undefined] as const).map((value) => (
            <label key={String(value)}>
              <input
                type="radio"
                name={trait}
                checked={said[trait] === value}
                onChange={() => {
                  setSaid(withTrait(said, trait, value));
                  setProblems([]);
                }}
              />
              <span>{value === undefined ? form.notSaid : value ? form.yes : form.no}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="muted note">
        {form.traitsNote} {form.private}
      </p>
      <p class="error" role="alert">
        {problems.includes("nothing") && form.nothing}
      </p>
      <button type="button" class="apply" onClick={apply}>
        {form.apply}
      </button>{" "}
      {patient && (
        <button type="button" class="clear" onClick={() => onPatient(undefined)}>
          {words.clear}
        </button>
      )}
    </form>
  );
}

type Said = OwnPatient["traits"];

function withTrait(said: Said, trait: Trait, value: boolean | undefined): Said {
  const { [trait]: _, ...others } = said;
  return value === undefined ? others : { ...others, [trait]: value };
}

/** The same object as before if nothing has changed, so that nothing is computed again. */
function isNothing({ age, priorLines, priorBcma, traits }: OwnPatient): boolean {
  return (
    [age, priorLines, priorBcma].every((value) => value === null) && !Object.keys(traits).length
  );
}
