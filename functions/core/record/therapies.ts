/** Therapies that the orders, administrations, dispenses, statements and procedures of a record name. */
import {
  type Certainty,
  type Clock,
  certaintyOf,
  clockOf,
  isCurrent,
  isDenial,
  isRecent,
  mayNameTherapy,
  type Span,
  spanOf,
} from "./certainty.ts";
import type { Resource } from "./fhir.ts";
import { isUnread, reader } from "./medications.ts";
import type { Drug } from "./recognise.ts";

export interface RecordedTherapy extends Span {
  readonly drug: Drug;
  readonly certainty: Certainty;
  readonly reference: string | null;
}

export interface Therapies {
  readonly recorded: readonly RecordedTherapy[];
  /** Resources with neither a word nor a code: their medication was not sent along. */
  readonly unnamed: readonly Resource[];
  /** Resources which only codes name that are not read, and the systems of these codes. */
  readonly unread: readonly Resource[];
  readonly unreadSystems: readonly (string | null)[];
  /** Number of resources read that may name a therapy. */
  readonly read: number;
}

interface Entry extends RecordedTherapy {
  readonly resource: Resource;
}

export function therapiesIn(resources: readonly Resource[], now: Date): Therapies {
  const contentOf = reader(resources);
  const clock = clockOf(now);
  const read = resources.filter(mayNameTherapy).map((resource) => ({
    resource,
    content: contentOf(resource),
  }));
  const entries = read.flatMap(({ resource, content }) => {
    const certainty = certaintyOf(resource, clock);
    const isOpen = certainty === "given" || certainty === "to-confirm";
    return content.named.map(
      ({ drug, doubt }): Entry => ({
        drug,
        resource,
        reference: resource.reference,
        ...spanOf(resource.fields),
        certainty: isOpen ? (doubt ?? certainty) : certainty,
      }),
    );
  });
  const unread = read.filter(({ content }) => isUnread(content));
  return {
    recorded: weighed(entries, clock),
    unnamed: read.filter(({ content }) => content.isEmpty).map(({ resource }) => resource),
    unread: unread.map(({ resource }) => resource),
    unreadSystems: unread.flatMap(({ content }) => content.systems),
    read: read.length,
  };
}

/**
 * Takes from what is recorded as given what another resource contradicts, and therapy that still goes on: it is not
 * earlier than the treatment that is decided on.
 */
function weighed(entries: readonly Entry[], clock: Clock): readonly RecordedTherapy[] {
  const current = new Set<Drug>();
  const denied = new Set<string>();
  for (const { drug, certainty, resource, from } of entries) {
    const isOpen = certainty === "given" || certainty === "to-confirm";
    if (isOpen && isCurrent(resource, clock)) current.add(drug);
    if (isDenial(resource, certainty)) {
      const isOfDay = resource.type !== "MedicationStatement" && from !== null;
      denied.add(isOfDay ? drug.name + from.slice(0, 10) : drug.name);
    }
  }
  return entries.map((entry) => {
    const { drug, certainty, resource, from } = entry;
    const days = [drug.name, drug.name + (from ?? "").slice(0, 10)];
    const isGiven = certainty === "given";
    if (isGiven && days.some((day) => denied.has(day)))
      return { ...entry, certainty: "contradicted" };
    const goesOn = isGiven
      ? current.has(drug) && isRecent(entry, clock)
      : certainty === "to-confirm" && isCurrent(resource, clock);
    return goesOn ? { ...entry, certainty: "current" } : entry;
  });
}
