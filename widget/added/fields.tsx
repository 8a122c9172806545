/** Draws the controls of the form for added counts, each with its problem below it. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { AddedChoices } from "./counts.ts";
import type { TypedCohort } from "./typed-cohort.ts";

/** Maps the path of a field in the file of a cohort to what is wrong with its value. */
export type Problems = ReadonlyMap<string, string>;

export interface FieldsProps {
  typed: TypedCohort;
  choices: AddedChoices;
  problems: Problems;
  onChange: (changes: Partial<TypedCohort>) => void;
}

interface FieldProps {
  label: string;
  note?: string;
  isNumber?: boolean;
  problem: string | undefined;
  value: string;
  onType: (text: string) => void;
}

export function Field({ label, note, isNumber = false, problem, value, onType }: FieldProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode={isNumber ? "decimal" : "text"}
        value={value}
        aria-describedby={`${id}-note`}
        aria-invalid={problem ? true : undefined}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <small id={`${id}-note`} class={problem ? "problem" : "muted"}>
        {problem ?? note}
      </small>
    </p>
  );
}

type Options = readonly (readonly [value: string, text: string])[];

interface SelectProps {
  label: string;
  problem?: string | undefined;
  value: string;
  options: Options;
  /** Holds further options under headings; a heading without an option is left out. */
  groups?: readonly { readonly name: string; readonly options: Options }[];
  onChoose: (value: string) => void;
}

export function Select({ label, problem, value, options, groups = [], onChoose }: SelectProps) {
  const id = useId();
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={problem && `${id}-note`}
        aria-invalid={problem ? true : undefined}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        <SelectOptions options={options} />
        {groups.map(
          (group) =>
            group.options.length > 0 && (
              <optgroup key={group.name} label={group.name}>
                <SelectOptions options={group.options} />
              </optgroup>
            ),
        )}
      </select>
      {problem && (
        <small id={`${id}-note`} class="problem">
          {problem}
        </small>
      )}
    </p>
  );
}

function SelectOptions({ options }: Pick<SelectProps, "options">) {
  return (
    <>
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </>
  );
}

interface ChoiceProps extends Omit<SelectProps, "label" | "groups"> {
  legend: string;
  name: string;
}

export function Choice({ legend, name, problem, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <fieldset class="choice" aria-describedby={problem && id}>
      <legend>{legend}</legend>
      {options.map(([option, text]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={value === option}
            aria-describedby={problem && id}
            aria-invalid={problem ? true : undefined}
            onChange={() => onChoose(option)}
          />
          <span>{text}</span>
        </label>
      ))}
      {problem && (
        <small id={id} class="problem">
          {problem}
        </small>
      )}
    </fieldset>
  );
}

interface TickProps {
  label: ComponentChildren;
  problem: string | undefined;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

export function Tick({ label, problem, isOn, onChange }: TickProps) {
  const id = useId();
  return (
    <p class="tick">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={problem && id}
          aria-invalid={problem ? true : undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />{" "}
        {label}
      </label>
      {problem && (
        <small id={id} class="problem">
          {problem}
        </small>
      )}
    </p>
  );
}
