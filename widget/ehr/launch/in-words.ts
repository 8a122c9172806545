/** What a record says, as the element shows it: the form to confirm it, and the line above the answer. */
import {
  anyone,
  type EarlierKinds,
  earlierKindsOf,
  hadEarlier,
  type OwnPatient,
  patientBounds,
} from "#core/question/patient.ts";
import type { EarlierTherapy } from "#core/record/products.ts";
import { recognition } from "#data/generated/recognition.ts";
import type { HandedOver } from "../../store.ts";
import type { Unread } from "./read-record.ts";
import { partNames, type Understood } from "./record-facts.ts";
import { counted, dayOf, listed, notRead, notSaid, parts, saidOfPerson } from "./words.ts";

interface Ways {
  /** The form opens by itself. */
  opens: boolean;
  /** Whether the record leaves it to this page to show who the patient is. */
  needsBanner: boolean;
  /** Reads the record once more. */
  onAgain: () => void;
}

export function handedOverBy(
  understood: Understood,
  { opens, needsBanner, onAgain }: Ways,
): HandedOver {
  const { person } = understood;
  return {
    patient: { ...anyone, age: understood.age, priorBcma: kindsIn(understood) },
    saidOfRecord: (shown) =>
      `From the record: ${sentence(understood, shown)}.${shown ? "" : " Shown for all patients."}`,
    give: null,
    toConfirm: {
      opens,
      title: "From the record",
      above: [
        // The form covers what stands above.
        ...(needsBanner && person ? [saidOfPerson(person).join(" · ")] : []),
        "Please check what was understood before it counts. Nothing of it is kept, and reloading this page forgets it.",
        `Diagnosis: ${diagnosisOf(understood)}`,
      ],
      missing: missingIn(understood),
      again: canBeReadAgain(understood) ? { label: "Try again", press: onAgain } : null,
      from: {
        age: ageFrom(understood),
        priorLines:
          "Records do not hold this number. Please count them; leave it empty if you do not know.",
        priorBcma: bcmaFrom(understood),
      },
    },
  };
}

/** What the record holds and this page did not see; empty if that is nothing. */
export function missingIn({ unread, isCut, isMixed }: Understood): string {
  const names = (...reasons: readonly Unread[]) =>
    partNames.flatMap((name) =>
      reasons.some((reason) => unread[name] === reason) ? [parts[name]] : [],
    );
  const [refused, failed] = [names("refused"), names("failed", "unreached")];
  const said = [
    refused.length > 0 && notRead(listed(refused), "refused"),
    failed.length > 0 && notRead(listed(failed), "failed"),
    isMixed && "The record also sent what is of another patient; that was left out.",
    isCut && "The record holds more than was read: only its first part was looked at.",
  ].filter((text) => text !== false);
  return said.length === 0 ? "" : [...said, "Please check below."].join(" ");
}

/** A part that was not reached may be when it is asked again. */
export function canBeReadAgain({ unread }: Understood): boolean {
  return Object.values(unread).includes("unreached");
}

/** What the record says was given; `null` if that is nothing, which does not mean none. */
function kindsIn({ priorBcma }: Understood): EarlierKinds | null {
  const kinds = earlierKindsOf(priorBcma?.filter(isGiven) ?? []);
  return kinds.length > 0 ? kinds : null;
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
      : `No CAR-T product or bispecific antibody against BCMA or GPRC5D and no ${others} among ${counted(counts.medications, "order or administration", "orders and administrations")}; other such drugs, procedures and records elsewhere were not looked at, so this does not mean no.`;
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

/** @param patient As confirmed; `undefined` if the comparison is for all patients. */
function sentence(
  { age, myeloma, priorBcma }: Understood,
  patient: OwnPatient | undefined,
): string {
  const [found] = myeloma ?? [];
  const given = priorBcma?.filter(isGiven) ?? [];
  const ordered = priorBcma?.filter((one) => !one.isGiven) ?? [];
  const counts = patient && hadEarlier(patient);
  const counted = counts ? " → earlier therapy" : " (corrected)";
  const facts = [
    age === null ? null : `${age} years${patient && patient.age !== age ? " (corrected)" : ""}`,
    found ? `multiple myeloma (${found.code})` : null,
    given.length > 0 ? `${listed(given.map(said))}${patient ? counted : ""}` : null,
    ordered.length > 0 ? listed(ordered.map(said)) : null,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? "nothing that counts" : facts.join("; ");
}
