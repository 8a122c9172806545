/**
 * The form for one patient. What is said stays in this browser, and no element holds it in an
 * attribute.
 */

import { useRef, useState } from "preact/hooks";
import type { Choices } from "#core/choices/choices.ts";
import {
  anyone,
  type OwnPatient,
  type PatientParameter,
  patientBounds,
  type Trait,
  traits,
} from "#core/question/patient.ts";
import { Abbreviated } from "#presentation/screen/abbreviated.tsx";
import type { PatientWords, SheetWords } from "#presentation/words/catalogue.ts";
import { applying } from "./applying.ts";
import { BcmaField, bcmaNoteId } from "./bcma-field.tsx";
import { focusField, PatientField } from "./patient-field.tsx";
import { patientParameters, readTyped } from "./typed-patient.ts";

interface Props {
  patient: OwnPatient | undefined;
  choices: Choices | null;
  waiting: boolean;
  sheets: SheetWords;
  words: PatientWords;
  onPatient: (patient: OwnPatient | undefined) => void;
}

type Problem = PatientParameter | "nothing";

export function PatientForm({ patient, choices, waiting, sheets, words, onPatient }: Props) {
  const { form } = words;
  const { age, priorLines, ...before } = patient ?? anyone;
  const [typed, setTyped] = useState({
    "patient-age": age?.toString() ?? "",
    "patient-prior-lines": priorLines?.toString() ?? "",
  });
  const [priorBcma, setPriorBcma] = useState(before.priorBcma);
  const [said, setSaid] = useState(before.traits);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const place = useRef<HTMLFormElement>(null);
  const { otherWay } = readTyped(typed);

  const apply = () => {
    const { values, wrong } = readTyped(typed);
    const own = {
      age: values["patient-age"],
      priorLines: values["patient-prior-lines"],
      priorBcma,
      traits: said,
    };
    const nothing = isNothing(own);
    if (wrong.length === 0 && (!nothing || patient)) return onPatient(nothing ? undefined : own);
    const found = wrong.length > 0 ? wrong : (["nothing"] as const);
    setProblems(found);
    const [first] = found;
    const name = first === "nothing" || first === undefined ? "patient-age" : first;
    focusField(place.current, name);
  };
  const useOtherWay = (turned: typeof typed) => {
    setTyped(turned);
    setProblems([]);
    focusField(place.current, "patient-age");
  };

  return (
    <form ref={place} class="choices patient-form" autocomplete="off" {...applying(apply)}>
      <h4>{form.title}</h4>
      <p class="note">
        {choices ? form.known(choices.rangesKnown) : waiting ? sheets.counting : "–"}
      </p>
      <div class="typed">
        {patientParameters.map((name) => {
          const [least, most] = patientBounds[name];
          const isWrong = problems.includes(name);
          const allowed = form.allowed(name, least, most);
          const error = isWrong ? form.wrong(name, least, most) : "";
          return (
            <div key={name}>
              <PatientField
                name={name}
                label={form.fields[name]}
                notes={{ [`${name}-allowed`]: allowed, [`${name}-error`]: error }}
                value={typed[name]}
                isWrong={isWrong}
                onType={(text) => {
                  setTyped({ ...typed, [name]: text });
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
            {form.useOtherWay(otherWay["patient-age"], otherWay["patient-prior-lines"])}
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
