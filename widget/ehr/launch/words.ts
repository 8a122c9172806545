/** Words of the launch. In English only, as the site's own pages. */
import type { Unread } from "./read-record.ts";
import type { Person, ReadPartName } from "./record-facts.ts";

export const parts: Readonly<Record<ReadPartName, string>> = {
  patient: "who the patient is and the birth date",
  conditions: "conditions",
  orders: "medication orders",
  administrations: "medications given",
};

export function notRead(what: string, why: Unread | undefined): string {
  return why === "refused"
    ? `The record does not let this page read ${what}.`
    : `${what.slice(0, 1).toUpperCase()}${what.slice(1)} could not be read.`;
}

/** FHIR's four words are English already. */
export const notSaid = "not said by the record";

/** Who the record says that the patient is, in parts. */
export function saidOfPerson({ name, birthDate, sex }: Person): readonly string[] {
  return [name ?? `Name ${notSaid}`, `Born: ${birthDate ?? notSaid}`, `Sex: ${sex ?? notSaid}`];
}

export function listed(texts: readonly string[]): string {
  return texts.length < 2
    ? texts.join("")
    : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`;
}

/** The day of a date as FHIR writes it. */
export function dayOf(date: string): string {
  return date.slice(0, 10);
}

export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}
