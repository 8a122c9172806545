/**
 * The form for one patient's values. They stay in this browser, and no element holds them in an
 * attribute.
 */
import { useState } from "preact/hooks";
import { type Patient, type PatientParameter, patientBounds } from "#core/question/patient.ts";
import type { SheetWords } from "#presentation/words/contract/sheets.ts";
import { applying } from "./applying.ts";

interface Props {
  parameter: PatientParameter;
  patient: Patient | undefined;
  sheets: SheetWords;
  onPatient: (patient: Patient | undefined) => void;
}

const properties = { "patient-age": "age", "patient-prior-lines": "priorLines" } as const;
const nobody: Patient = { age: null, priorLines: null, fit: "any" };

export function PatientForm({ parameter, patient = nobody, sheets, onPatient }: Props) {
  const words = sheets.patient;
  const property = properties[parameter];
  const [least, most] = patientBounds[parameter];
  const [text, setText] = useState(patient[property]?.toString() ?? "");
  const [confirmed, setConfirmed] = useState(patient.fit === "confirmed");
  const [wrong, setWrong] = useState(false);
  const apply = () => {
    const given = text.trim();
    const value = given === "" ? null : /^\d{1,3}$/.test(given) ? Number(given) : Number.NaN;
    // An empty input clears the earlier value; if there was none, it is refused.
    const known = { ...patient, [property]: value, fit: confirmed ? "confirmed" : "any" } as const;
    const nothing = known.age === null && known.priorLines === null;
    const fits = value === null || (value >= least && value <= most);
    const refused = !fits || (nothing && patient[property] === null);
    setWrong(refused);
    if (!refused) onPatient(nothing ? undefined : known);
  };
  return (
    <form class="choices patient-form" autocomplete="off" {...applying(apply)}>
      <h4>{words.title}</h4>
      <p class="muted note">{words.note}</p>
      <div class="range-form">
        <label>
          {words.before[parameter]}{" "}
          <input
            type="text"
            inputMode="numeric"
            autocomplete="off"
            size={3}
            value={text}
            aria-invalid={wrong}
            aria-describedby={`${parameter}-error`}
            onInput={(event) => setText(event.currentTarget.value)}
          />{" "}
          {words.after[parameter]}
        </label>
        <button type="button" class="apply" onClick={apply}>
          {sheets.apply}
        </button>
        <p id={`${parameter}-error`} class="error" role="alert">
          {wrong && words.error(least, most)}
        </p>
      </div>
      <label class="switch">
        <input
          type="checkbox"
          checked={confirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
        />
        <span>{words.confirmed}</span>
      </label>
      {patient !== nobody && (
        <button type="button" class="clear" onClick={() => onPatient(undefined)}>
          {words.clear}
        </button>
      )}
    </form>
  );
}
