/** The facts in a record that the comparison asks for, with their places. Nothing is guessed. */
import { ageAt } from "#core/record/age.ts";
import { fieldsOf, listOf, resourcesIn, textOf } from "#core/record/fhir.ts";
import { myelomaIn, type RecordedMyeloma } from "#core/record/myeloma.ts";
import { type EarlierTherapy, therapiesIn, unnamedIn } from "#core/record/products.ts";
import type { ReadPart, ReadRecord, Unread } from "./read-record.ts";

export interface Understood {
  /** As the record gives it, for the banner and the age. `null` if it was not read. */
  readonly person: Person | null;
  /** Whole years; `null` if the birth date does not say. */
  readonly age: number | null;
  /** `null` if conditions were not read. */
  readonly myeloma: readonly RecordedMyeloma[] | null;
  /** What was given, latest first, then what was only ordered; `null`: neither was read. */
  readonly priorBcma: readonly EarlierTherapy[] | null;
  /** How many conditions, and orders and administrations, were looked at; `unnamed` do not say of what. */
  readonly counts: Readonly<Record<"conditions" | "medications" | "unnamed", number>>;
  /** The record holds more of these than was read. */
  readonly isCut: boolean;
  /** Some of what it sent was of another patient, and is not in any of these. */
  readonly isMixed: boolean;
  /** What was not read, and why. */
  readonly unread: Readonly<Partial<Record<ReadPartName, Unread>>>;
}

export interface Person {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly sex: string | null;
}

export const partNames = ["patient", "conditions", "orders", "administrations"] as const;
export type ReadPartName = (typeof partNames)[number];

export function understood(record: ReadRecord, now: Date): Understood {
  const { patient } = record;
  const conditions = readOf(record.conditions);
  const orders = readOf(record.orders);
  const administrations = readOf(record.administrations);
  const medications = [orders, administrations].filter((part) => part !== null);
  const person = typeof patient === "string" ? null : personOf(patient);
  return {
    person,
    age: ageAt(person?.birthDate, now),
    myeloma: conditions && myelomaIn(conditions.resources),
    priorBcma: medications.length === 0 ? null : directedThere(medications),
    counts: {
      conditions: countOf(conditions, ["Condition"]),
      medications:
        countOf(orders, ["MedicationRequest"]) +
        countOf(administrations, ["MedicationAdministration"]),
      unnamed: unnamedIn(medications.flatMap(({ resources }) => resources)),
    },
    isCut: [conditions, ...medications].some((part) => part?.isCut),
    isMixed: [conditions, ...medications].some((part) => part?.isMixed),
    unread: unreadOf(record),
  };
}

function unreadOf(record: ReadRecord): Understood["unread"] {
  const unread: Partial<Record<ReadPartName, Unread>> = {};
  for (const name of partNames) {
    const part = record[name];
    if (typeof part === "string") unread[name] = part;
  }
  return unread;
}

function readOf(part: ReadPart | Unread): ReadPart | null {
  return typeof part === "string" ? null : part;
}

/** Directed at BCMA or GPRC5D: once each product, at the latest date at which it was given, or else ordered. */
function directedThere(parts: readonly ReadPart[]): readonly EarlierTherapy[] {
  const all = therapiesIn(parts.flatMap(({ resources }) => resources))
    .filter(({ targets }) => targets.some((one) => one === "bcma" || one === "gprc5d"))
    .sort(
      (a, b) => Number(b.isGiven) - Number(a.isGiven) || (b.date ?? "").localeCompare(a.date ?? ""),
    );
  const names = new Set<string>();
  return all.filter(({ name }) => !names.has(name) && names.add(name));
}

function countOf(part: ReadPart | null, types: readonly string[]): number {
  return resourcesIn(part?.resources ?? []).filter(({ type }) => types.includes(type)).length;
}

function personOf(patient: unknown): Person {
  const { name, birthDate, gender } = fieldsOf(patient);
  const names = listOf(name).map(fieldsOf);
  const chosen = ["official", "usual"]
    .map((use) => names.find((one) => one.use === use))
    .find(Boolean);
  const { text, family, given } = chosen ?? names[0] ?? {};
  const parts = [textOf(family), listOf(given).map(textOf).filter(Boolean).join(" ")];
  return {
    name: textOf(text) ?? textOf(parts.filter(Boolean).join(", ")),
    birthDate: textOf(birthDate),
    sex: textOf(gender),
  };
}
