/** Finds the drugs directed at BCMA or GPRC5D that a record names, its diagnosis of myeloma, and how it names them. */
import { recognition } from "#data/generated/recognition.ts";
import { daysOf } from "./dates.ts";
import {
  conceptOf,
  divided,
  type Fields,
  fieldsOf,
  hasCode,
  type Resource,
  textOf,
} from "./fhir.ts";
import { type Content, isUnnamed, isUnread, reader } from "./medications.ts";
import { type Drug, hasToken } from "./recognise.ts";
import { ofPerson } from "./whose.ts";

/** How one resource names a drug or a diagnosis. Nothing here says that the drug was given: a person does. */
export interface Entry {
  readonly resource: Resource;
  /**
   * The status of the resource, `unknown` without one. Of an order that nobody has decided on its intent, of one that
   * forbids the drug `do-not-perform`, of a diagnosis that is not confirmed its verification.
   */
  readonly status: string;
  /** States whether a code names the drug, not words alone. */
  readonly isCoded: boolean;
  /** States whether the resource has an element that may deny the rest, as a note. */
  readonly hasRemark: boolean;
  /** Dates that can be read, as the record writes them: one, or the start and the end of a period. */
  readonly dates: readonly string[];
}

export interface Therapies {
  readonly byDrug: ReadonlyMap<Drug, readonly Entry[]>;
  readonly myeloma: readonly Entry[];
  /** Resources whose words name BCMA or GPRC5D without a drug that is recognised. */
  readonly ofTarget: readonly Resource[];
  /** Resources with neither a word nor a code: their medication was not sent along. */
  readonly unnamed: readonly Resource[];
  /** Resources which only codes name that are not read. */
  readonly unread: readonly Resource[];
  /** Number of medications and procedures, and of conditions, that were read. */
  readonly treatmentsRead: number;
  readonly conditionsRead: number;
}

interface Item {
  readonly resource: Resource;
  readonly content: Content;
}

export function therapiesIn(resources: readonly Resource[]): Therapies {
  const contentOf = reader(resources);
  const mistakes = new Set(resources.filter(isMistaken).map(({ reference }) => reference));
  const items = resources
    .filter(({ type }) => ofPerson.test(type))
    .filter((resource) => !isMistaken(resource) && !mistakes.has(resource.reference ?? ""))
    .map((resource): Item => ({ resource, content: contentOf(resource) }));
  const isCondition = ({ resource }: Item) => resource.type === "Condition";
  const [conditions, treatments] = divided(items, isCondition);
  const byDrug = new Map<Drug, Entry[]>();
  for (const { resource, content } of items) {
    for (const [drug, isCoded] of content.drugs) {
      const entries = byDrug.get(drug) ?? [];
      entries.push(entryOf(resource, isCoded));
      byDrug.set(drug, entries);
    }
  }
  const resourcesOf = (all: readonly Item[]) => all.map(({ resource }) => resource);
  return {
    byDrug,
    myeloma: conditions
      .filter(({ resource }) => hasToken(conceptOf(resource.fields.code), recognition.myeloma))
      .map(({ resource }) => entryOf(resource, true)),
    ofTarget: resourcesOf(
      treatments.filter(({ content: { drugs, namesTarget } }) => namesTarget && drugs.size === 0),
    ),
    unnamed: resourcesOf(treatments.filter(({ content }) => isUnnamed(content))),
    unread: resourcesOf(treatments.filter(({ content }) => isUnread(content))),
    treatmentsRead: treatments.length,
    conditionsRead: conditions.length,
  };
}

/** Returns whether it was entered by mistake, or refuted: it and its other versions are as if they were not there. */
function isMistaken({ fields: { status, verificationStatus } }: Resource): boolean {
  return [status, verificationStatus].some((state) =>
    hasCode(state, ["entered-in-error", "refuted"]),
  );
}

function entryOf(resource: Resource, isCoded: boolean): Entry {
  const { fields } = resource;
  const dates = datesOf(fields).filter((date) => daysOf(date) !== null);
  return { resource, status: statusOf(fields), isCoded, hasRemark: hasRemark(fields), dates };
}

function statusOf({ doNotPerform, verificationStatus, intent, status, clinicalStatus }: Fields) {
  if (doNotPerform === true) return "do-not-perform";
  const undecided = [verificationStatus, intent].filter((state) => hasCode(state, undecidedStates));
  const states = [...undecided, status, clinicalStatus].flatMap(
    (state) => conceptOf(state).codings,
  );
  // Codes of FHIR look like this; other words of the record are not repeated.
  return states.find(({ code }) => /^[a-z-]{4,16}$/.test(code ?? ""))?.code ?? "unknown";
}

/** What nobody has decided on, of diagnoses and of orders: they have another status, too. */
const undecidedStates = [
  "unconfirmed",
  "provisional",
  "differential",
  "proposal",
  "plan",
  "option",
];

function hasRemark(fields: Fields): boolean {
  return remarks.some((name) => name in fields);
}

/** Elements that may deny the rest; the last five are of FHIR DSTU2 and STU3. */
const remarks = [
  ...["note", "outcome", "statusReason"],
  ...["notGiven", "wasNotGiven", "wasNotTaken", "notPerformed", "taken"],
];

/** Returns the dates of the first element that has any. */
function datesOf(fields: Fields): readonly string[] {
  const elements = timesAndPeriods.map((name) => {
    const { [name]: time } = fields;
    const { start, end } = fieldsOf(time);
    return [time, start, end].flatMap((date) => textOf(date) ?? []);
  });
  return elements.find(({ length }) => length > 0) ?? [];
}

const timesAndPeriods = [
  ...["effectiveDateTime", "performedDateTime", "effectivePeriod", "performedPeriod"],
  ...["whenHandedOver", "whenPrepared", "authoredOn"],
];
