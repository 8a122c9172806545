/** The facts of the record, each with a field to correct it. Prior lines are asked. */
import { useRef, useState } from "preact/hooks";
import {
  bcmaKindsOf,
  hadBcma,
  type OwnPatient,
  type PatientNumber,
  type PriorBcma,
  patientBounds,
  patientParameters,
} from "#core/question/patient.ts";
import type { EarlierTherapy } from "#core/record/products.ts";
import { recognition } from "#data/generated/recognition.ts";
import { applying } from "../sheets/applying.ts";
import { BcmaField, bcmaNoteId } from "../sheets/bcma-field.tsx";
import { readTyped, type Typed, typedOf } from "../sheets/typed-patient.ts";
import { partNames, type Understood } from "./understood.ts";
import { counted, dayOf, kindNote, kindWords, listed, notRead, notSaid, parts } from "./words.ts";

interface Props {
  understood: Understood;
  /** What was said before, when the reader comes back to correct it. */
  before: OwnPatient | null;
  onShow: (patient: OwnPatient | null) => void;
}

export function Confirm({ understood, before, onShow }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>(() =>
    typedOf(before ?? { age: understood.age, priorLines: null }),
  );
  const [bcma, setBcma] = useState(before ? before.priorBcma : kindsIn(understood));
  const [wrong, setWrong] = useState<readonly PatientNumber[]>([]);
  const [nothing, setNothing] = useState(false);
  const apply = () => {
    const read = readTyped(typed);
    setWrong(read.wrong);
    const [first] = read.wrong;
    const patient = patientOf(read.values, bcma);
    const isNothing = !first && patient === null;
    setNothing(isNothing);
    if (first || isNothing) {
      form.current?.querySelector<HTMLElement>(`#${patientParameters[first ?? "age"]}`)?.focus();
    } else onShow(patient);
  };
  const field = (own: PatientNumber, label: string, from: string) => (
    <NumberField
      field={own}
      label={label}
      from={from}
      value={typed[own]}
      isWrong={wrong.includes(own)}
      onType={(text) => {
        setTyped({ ...typed, [own]: text });
        setWrong(wrong.filter((other) => other !== own));
      }}
    />
  );
  return (
    <form ref={form} autocomplete="off" {...applying(apply)}>
      <div class="fact">
        <strong>Diagnosis</strong>
        <p class="from">{diagnosisOf(understood)}</p>
      </div>
      {field("age", "Age in years", ageFrom(understood))}
      {field(
        "priorLines",
        "Prior lines of therapy",
        "Records do not hold this number. Please count them; leave it empty if you do not know.",
      )}
      <fieldset aria-describedby={bcmaNoteId}>
        <legend>Prior BCMA-directed therapy</legend>
        <p class="from quiet">{bcmaFrom(understood)}</p>
        <div class="options">
          <BcmaField value={bcma} words={kindWords} note={kindNote} onChange={setBcma} />
        </div>
      </fieldset>
      <p class="error" role="alert">
        {nothing && "Say at least one of the three, or show all patients."}
      </p>
      <p class="actions">
        <button type="button" class="first" onClick={apply}>
          Show the comparison
        </button>
        <button type="button" onClick={() => onShow(null)}>
          Show all patients
        </button>
      </p>
      <p class="quiet">
        What was read stays in this browser; the server is asked a question about groups. Nothing is
        kept, and reloading this page forgets it.
      </p>
    </form>
  );
}

interface FieldProps {
  field: PatientNumber;
  label: string;
  from: string;
  value: string;
  isWrong: boolean;
  onType: (text: string) => void;
}

function NumberField({ field, label, from, value, isWrong, onType }: FieldProps) {
  const name = patientParameters[field];
  const [least, most] = patientBounds[field];
  return (
    <div class="fact">
      <label for={name}>{label}</label>
      <p id={`${name}-from`} class="from quiet">
        {from}
      </p>
      <input
        id={name}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${name}-from ${name}-error`}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
      <p id={`${name}-error`} class="error" role="alert">
        {isWrong && `A whole number from ${least} to ${most}, or nothing.`}
      </p>
    </div>
  );
}

/** What the record says was given; `null` if that is nothing, which does not mean none. */
function kindsIn({ priorBcma }: Understood): PriorBcma | null {
  const kinds = bcmaKindsOf(priorBcma?.filter(isGiven) ?? []);
  return kinds.length > 0 ? kinds : null;
}

function patientOf(
  values: ReturnType<typeof readTyped>["values"],
  priorBcma: PriorBcma | null,
): OwnPatient | null {
  const said = [...Object.values(values), priorBcma].some((value) => value !== null);
  return said ? { ...values, priorBcma, traits: {} } : null;
}

function ageFrom({ person, age, unread }: Understood): string {
  if (person === null) return notRead("the birth date", unread.patient);
  if (person.birthDate === null) return `Birth date ${notSaid}.`;
  const [least, most] = patientBounds.age;
  if (age === null) return `Birth date ${person.birthDate}, which does not tell the age exactly.`;
  return age < least || age > most
    ? `Birth date ${person.birthDate}: ${age} years, which this comparison does not cover.`
    : `From the birth date, ${person.birthDate}.`;
}

function diagnosisOf({ myeloma, counts, unread }: Understood): string {
  if (myeloma === null) {
    return `${notRead("conditions", unread.conditions)} The comparison is for relapsed multiple myeloma.`;
  }
  const [found] = myeloma;
  return found
    ? `Multiple myeloma (${found.code})`
    : `No multiple myeloma among ${counted(counts.conditions, "condition")}.`;
}

function bcmaFrom({ priorBcma, counts, unread }: Understood): string {
  const { orders, administrations } = unread;
  if (priorBcma === null) {
    return notRead("medications", orders === administrations ? orders : "failed");
  }
  if (priorBcma.length > 0) {
    const asks = priorBcma.some(isGiven) ? "" : " Please tick it only if it was given.";
    return `From the record: ${listed(priorBcma.map(said))}.${asks}`;
  }
  const missing = [
    orders && notRead(parts.orders, orders),
    administrations && notRead(parts.administrations, administrations),
  ].filter(Boolean);
  const others = recognition.otherBcma.map(({ name }) => name).join(" or ");
  const looked =
    counts.medications === 0
      ? "There was no order or administration to look at, so this does not mean no."
      : `No CAR-T product or bispecific antibody against BCMA and no ${others} among ${counted(counts.medications, "order or administration", "orders and administrations")}; other BCMA-directed drugs, procedures and records elsewhere were not looked at, so this does not mean no.`;
  const unnamed =
    counts.unnamed === 0
      ? []
      : [`Of these, ${counts.unnamed} ${counts.unnamed === 1 ? "does" : "do"} not say which drug.`];
  return [...missing, looked, ...unnamed].join(" ");
}

function isGiven(one: EarlierTherapy): boolean {
  return one.isGiven;
}

function said({ name, date, reference, isGiven }: EarlierTherapy): string {
  const when = date === null ? "without a date" : dayOf(date);
  if (reference?.startsWith("MedicationAdministration/") && isGiven)
    return `${name} (given ${when})`;
  return `${name} (ordered ${when}, ${isGiven ? "completed" : "not known to be given"})`;
}

/** @param patient As confirmed; `null` if the comparison is for all patients. */
export function sentence(
  { age, myeloma, priorBcma }: Understood,
  patient: OwnPatient | null,
): string {
  const [found] = myeloma ?? [];
  const given = priorBcma?.filter(isGiven) ?? [];
  const ordered = priorBcma?.filter((one) => !one.isGiven) ?? [];
  const counts = patient && hadBcma(patient);
  const counted = counts ? " → prior BCMA-directed therapy" : " (corrected)";
  const facts = [
    age === null ? null : `${age} years${patient && patient.age !== age ? " (corrected)" : ""}`,
    found ? `multiple myeloma (${found.code})` : null,
    given.length > 0 ? `${listed(given.map(said))}${patient ? counted : ""}` : null,
    ordered.length > 0 ? listed(ordered.map(said)) : null,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? "nothing that counts" : facts.join("; ");
}

interface UnreadProps {
  understood: Understood;
  onAgain: () => void;
}

/** What the record holds and this page did not see. */
export function Unread({ understood: { unread, isCut, isMixed }, onAgain }: UnreadProps) {
  const names = (reason: typeof unread.patient) =>
    partNames.filter((name) => unread[name] === reason).map((name) => parts[name]);
  const [refused, unreached] = [names("refused"), names("unreached")];
  const failed = [...names("failed"), ...unreached];
  if (refused.length + failed.length === 0 && !isCut && !isMixed) return null;
  return (
    <p class="notice" role="note">
      {refused.length > 0 && `${notRead(listed(refused), "refused")} `}
      {failed.length > 0 && `${notRead(listed(failed), "failed")} `}
      {isMixed && "The record also sent what is of another patient; that was left out. "}
      {isCut && "The record holds more than was read: only its first part was looked at. "}
      Please check below.
      {unreached.length > 0 && (
        <>
          {" "}
          <button type="button" class="plain" onClick={onAgain}>
            Try again
          </button>
        </>
      )}
    </p>
  );
}
