/**
 * The form for one patient. What is said stays in this browser, and no element holds it in an
 * attribute.
 */
import { useRef, useState } from "preact/hooks";
import type { Choices } from "#core/choices/choices.ts";
import {
  type OwnPatient,
  type Patient,
  type PatientParameter,
  patientBounds,
  type Trait,
  traits,
} from "#core/question/patient.ts";
import { Abbreviated } from "#presentation/view/abbreviated.tsx";
import type { PatientWords } from "#presentation/words/contract/patient.ts";
import type { SheetWords } from "#presentation/words/contract/sheets.ts";
import { applying } from "./applying.ts";
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
  const { age = null, priorLines = null } = patient?.values ?? {};
  const [typed, setTyped] = useState({
    "patient-age": age?.toString() ?? "",
    "patient-prior-lines": priorLines?.toString() ?? "",
  });
  const [said, setSaid] = useState(patient?.traits ?? {});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const place = useRef<HTMLFormElement>(null);
  const { otherWay } = readTyped(typed);

  const apply = () => {
    const { values, wrong } = readTyped(typed);
    const own = valuesOf(values, patient?.values);
    const nothing = own === undefined && Object.keys(said).length === 0;
    if (wrong.length === 0 && (!nothing || patient)) {
      return onPatient(nothing ? undefined : { values: own, traits: said });
    }
    const found = wrong.length > 0 ? wrong : (["nothing"] as const);
    setProblems(found);
    const [first] = found;
    const name = first === "nothing" || first === undefined ? "patient-age" : first;
    place.current?.querySelector<HTMLElement>(`#${name}`)?.focus();
  };
  const useOtherWay = (turned: typeof typed) => {
    setTyped(turned);
    setProblems([]);
    place.current?.querySelector<HTMLElement>("#patient-age")?.focus();
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
          return (
            <div key={name}>
              <label>
                {form.fields[name]}
                <input
                  id={name}
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  size={4}
                  value={typed[name]}
                  aria-invalid={isWrong}
                  aria-describedby={`${name}-allowed ${name}-error`}
                  onInput={(event) => {
                    setTyped({ ...typed, [name]: event.currentTarget.value });
                    setProblems([]);
                  }}
                />
              </label>
              <span id={`${name}-allowed`} class="muted note">
                {form.allowed(name, least, most)}
              </span>
              <p id={`${name}-error`} class="error" role="alert">
                {isWrong && form.wrong(name, least, most)}
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
function valuesOf(
  { "patient-age": age, "patient-prior-lines": priorLines }: ReturnType<typeof readTyped>["values"],
  before: Patient | undefined,
): Patient | undefined {
  if (age === null && priorLines === null) return undefined;
  return before?.age === age && before.priorLines === priorLines
    ? before
    : { age, priorLines, fit: before?.fit ?? "any" };
}
