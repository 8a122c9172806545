/** Finds the drugs directed at BCMA or GPRC5D that a record names, its diagnosis of myeloma, and how it names them. */
import { recognition } from "#data/generated/recognition.ts";
import { ofPerson } from "./belonging.ts";
import { daysOf } from "./dates.ts";
import {
  conceptOf,
  divide,
  type Fields,
  fieldsOf,
  hasCode,
  type Resource,
  textOf,
} from "./fhir.ts";
import { type Content, isUnnamed, isUnread, reader } from "./medications.ts";
import { type Drug, hasToken } from "./recognise.ts";

/**
 * Describes how one resource names a drug or a diagnosis. It does not say that the drug was given: only a person
 * does.
 */
export interface Entry {
  readonly resource: Resource;
  /**
   * Holds the status of the resource, `unknown` without one. It is the intent of an order that nobody has decided
   * on, `do-not-perform` for an order that forbids the drug, and the verification of a diagnosis that is not
   * confirmed.
   */
  readonly status: string;
  /** States whether a code names the drug, not words alone. */
  readonly isCoded: boolean;
  /** States whether the resource has an element that may deny the rest, as a note. */
  readonly hasRemark: boolean;
  /** `dates` are those that can be read, as the record writes them. */
  readonly dates: readonly string[];
}

export interface Therapies {
  readonly byDrug: ReadonlyMap<Drug, readonly Entry[]>;
  readonly myeloma: readonly Entry[];
  /** `ofTarget` holds resources whose words name BCMA or GPRC5D without a drug that is recognised. */
  readonly ofTarget: readonly Resource[];
  /** `unnamed` holds resources with neither a word nor a code: their medication was not sent along. */
  readonly unnamed: readonly Resource[];
  /** `unread` holds resources that have only codes of systems that are not read. */
  readonly unread: readonly Resource[];
  /** Holds the number of medications, procedures and conditions that were read. */
  readonly read: number;
}

interface Item {
  readonly resource: Resource;
  readonly content: Content;
}

export function therapiesIn(resources: readonly Resource[]): Therapies {
  const contentOf = reader(resources);
  // A resource without an id has no other version.
  const keyOf = (resource: Resource) => resource.reference ?? resource;
  const mistakes = new Set(resources.filter(isMistaken).map(keyOf));
  const items = resources
    .filter((resource) => ofPerson.test(resource.type) && !mistakes.has(keyOf(resource)))
    .map((resource): Item => ({ resource, content: contentOf(resource) }));
  const isCondition = ({ resource }: Item) => resource.type === "Condition";
  const [conditions, treatments] = divide(items, isCondition);
  const byDrug = new Map<Drug, Entry[]>();
  for (const { resource, content } of items) {
    for (const [drug, isCoded] of content.drugs) {
      const entries = byDrug.get(drug) ?? [];
      entries.push(entryOf(resource, isCoded));
      byDrug.set(drug, entries);
    }
  }
  const treatmentsWith = (holds: (content: Content) => boolean) =>
    treatments.filter(({ content }) => holds(content)).map(({ resource }) => resource);
  return {
    byDrug,
    myeloma: conditions
      .filter(({ resource }) => hasToken(conceptOf(resource.fields.code), recognition.myeloma))
      .map(({ resource }) => entryOf(resource, true)),
    ofTarget: treatmentsWith(({ drugs, namesTarget }) => namesTarget && drugs.size === 0),
    unnamed: treatmentsWith(isUnnamed),
    unread: treatmentsWith(isUnread),
    read: items.length,
  };
}

/**
 * Returns whether a resource was entered by mistake, or refuted; the resource and its other versions are then
 * ignored.
 */
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
  const states = [verificationStatus, intent, status, clinicalStatus];
  return statuses.find((name) => states.some((state) => hasCode(state, [name]))) ?? "unknown";
}

/**
 * Statuses of FHIR R4: no other word of the record is repeated. First what nobody has decided on, of diagnoses and of
 * orders, because such a resource has another status, too.
 */
const statuses = [
  "unconfirmed provisional differential proposal plan option active cancelled completed declined draft",
  "in-progress intended not-done not-taken on-hold preparation stopped recurrence relapse inactive remission resolved",
].flatMap((words) => words.split(" "));

function hasRemark(fields: Fields): boolean {
  return Object.keys(fields).some((name) => remark.test(name));
}

/** Finds elements that may deny the rest; all but the first three are of FHIR DSTU2 and STU3. */
const remark = /^(?:note|outcome|statusReason|taken|(?:was)?not(?:Given|Taken|Performed|Done))$/i;

/** Returns all times, and the ends of all periods, at which a drug was given, ordered or handed over. */
function datesOf(fields: Fields): readonly string[] {
  return Object.entries(fields)
    .filter(([name]) => /^(?:effective|performed|when|authored|occur)/.test(name))
    .flatMap(([, time]) => [time, fieldsOf(time).start, fieldsOf(time).end])
    .flatMap((date) => textOf(date) ?? []);
}
