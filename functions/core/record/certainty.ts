/** Reads of one resource when a drug was ordered or given, and how certain that is. */
import { daysOf, today } from "./dates.ts";
import { type Fields, fieldsOf, hasCode, listOf, type Resource, textOf } from "./fhir.ts";
import type { NotGiven } from "./findings.ts";

/** How certain the record is that a drug was given, the surest first. */
export const certainties = [
  "given",
  "unnamed",
  "contradicted",
  "current",
  "to-confirm",
  "mentioned",
  "planned",
  "not-given",
  "denied",
] as const satisfies readonly ("given" | NotGiven)[];

export type Certainty = (typeof certainties)[number];

/**
 * Statuses of a therapy that was given, if only in part, by the resources that are read. An order and a dispense
 * have none: systems complete an order when it expires, and what was dispensed may be returned or discarded.
 */
const statusesOfGiven: ReadonlyMap<string, readonly string[]> = new Map([
  ["MedicationAdministration", ["completed", "in-progress", "stopped"]],
  ["MedicationDispense", []],
  ["MedicationRequest", []],
  ["MedicationStatement", ["completed", "active", "stopped"]],
  ["Procedure", ["completed", "in-progress"]],
]);

export function mayNameTherapy({ type, fields }: Resource): boolean {
  return statusesOfGiven.has(type) && !hasCode(fields.status, mistaken);
}

/** Entered by mistake: as if it were not there. */
const mistaken = ["entered-in-error"];

/** Days after which therapy that still goes on is earlier therapy. */
const daysOfCurrent = 90;

export interface Clock {
  /** The day on which the record is read. */
  readonly today: string;
  /** The first day of therapy that is no earlier therapy while it goes on. */
  readonly lately: string;
}

export function clockOf(now: Date): Clock {
  const lately = new Date(now.getTime() - daysOfCurrent * 86_400_000);
  return { today: today(now), lately: today(lately) };
}

export function certaintyOf({ type, fields }: Resource, clock: Clock): Certainty {
  const { status, intent, doNotPerform } = fields;
  const reasons = type === "MedicationAdministration" ? listOf(fields.statusReason) : [];
  if (doNotPerform === true || hasCode(status, refused) || isZero(fields)) {
    return "not-given";
  }
  const isLater = startsOf(fields).some((date) => (daysOf(date)?.first ?? "") > clock.today);
  if (isLater || hasCode(status, prepared) || hasCode(intent, proposed)) return "planned";
  // A reason says why an administration was not as it should be: it was wasted, for example.
  return hasCode(status, statusesOfGiven.get(type) ?? []) && reasons.length === 0
    ? "given"
    : "to-confirm";
}

const refused = ["cancelled", "not-done", "declined", "not-taken", "stopped-before-start"];
const prepared = ["draft", "preparation", "intended"];
/** Nobody has decided on these. */
const proposed = ["proposal", "plan", "option"];

/** Returns whether every dose that the resource states is zero. */
function isZero({ dosage }: Fields): boolean {
  const doses = [dosage, ...listOf(dosage)]
    .map(fieldsOf)
    .flatMap(({ dose, doseAndRate }) => [
      dose,
      ...listOf(doseAndRate).map((rate) => fieldsOf(rate).doseQuantity),
    ])
    .flatMap((dose) => fieldsOf(dose).value ?? []);
  return doses.length > 0 && doses.every((value) => value === 0);
}

/** Returns whether the resource, one that is not given, says so of what others say was given. */
export function isDenial({ type }: Resource, certainty: Certainty): boolean {
  return certainty === "not-given" && (statusesOfGiven.get(type) ?? []).length > 0;
}

/** Returns whether therapy goes on, began lately, or it is not known when, and has no end that is past. */
export function isCurrent({ fields }: Resource, clock: Clock): boolean {
  const ends = periodsOf(fields).flatMap(({ end }) => daysOf(end)?.last ?? []);
  return (
    hasCode(fields.status, ["active", "in-progress"]) &&
    isRecent(spanOf(fields), clock) &&
    !ends.some((end) => end < clock.today)
  );
}

/** Returns whether it began at most 90 days before, or it is not known when. */
export function isRecent({ from, to }: Span, clock: Clock): boolean {
  const first = daysOf(from ?? to)?.last;
  return first === undefined || first >= clock.lately;
}

/** From when to when, as the record writes it: `2024-05-12T10:00:00Z`; `null` where it says nothing. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** When it was given or ordered, the first that the record says. */
export function spanOf(fields: Fields): Span {
  const { effectiveDateTime, performedDateTime, whenHandedOver, whenPrepared, authoredOn } = fields;
  const days = [effectiveDateTime, performedDateTime].map(textOf);
  const later = [whenHandedOver, whenPrepared, authoredOn].map(textOf);
  const spans = [
    ...days.map((day) => ({ from: day, to: day })),
    ...periodsOf(fields).map(({ start, end }) => ({ from: textOf(start), to: textOf(end) })),
    ...later.map((day) => ({ from: day, to: day })),
  ];
  return spans.find(({ from, to }) => from !== null || to !== null) ?? { from: null, to: null };
}

function periodsOf({ effectivePeriod, performedPeriod }: Fields): readonly Fields[] {
  return [effectivePeriod, performedPeriod].map(fieldsOf);
}

/** When it began, or is to begin: an order may be written long before. */
function startsOf(fields: Fields): readonly (string | null)[] {
  const [dosage] = listOf(fields.dosageInstruction);
  const { boundsPeriod } = fieldsOf(fieldsOf(fieldsOf(dosage).timing).repeat);
  const periods = [boundsPeriod, fieldsOf(fields.dispenseRequest).validityPeriod];
  return [spanOf(fields).from, ...periods.map((period) => textOf(fieldsOf(period).start))];
}
