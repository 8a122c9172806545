/** Reads FHIR resources of one patient: what is handed over, and what was and was not found. */
import { type EarlierKind, earlierKinds } from "#data/earlier-kinds.ts";
import { patientBounds } from "../question/patient.ts";
import { certainties } from "./certainty.ts";
import { agesAt, daysOf, today } from "./dates.ts";
import { fieldsOf, hasCode, isModified, isOfR5, listOf, type Resource, sentIn } from "./fhir.ts";
import { type Finding, type FindingCode, type FindingData, finding } from "./findings.ts";
import { gapsIn } from "./gaps.ts";
import { systemName } from "./medications.ts";
import { myelomaOf } from "./myeloma.ts";
import { type RecordedTherapy, type Therapies, therapiesIn } from "./therapies.ts";
import { whose } from "./whose.ts";

/** Facts that a person types or the page knows. */
export interface Said {
  /**
   * The patient whose record is open: an id, a reference or an address. Without it the resources must be of one
   * patient.
   */
  readonly patient?: unknown;
  readonly priorLines?: unknown;
  /** Drugs, by our names, of which a person confirmed that they were given. */
  readonly confirmed?: unknown;
  /** Drugs, by our names, of which a person said that they were never given. */
  readonly denied?: unknown;
  readonly now?: unknown;
}

export interface ReadPatient {
  readonly age: number | null;
  readonly priorLines: number | null;
  /** Never empty: that nothing was found does not mean that there was nothing. */
  readonly priorBcma: readonly EarlierKind[] | null;
}

export interface Reading {
  /** `null` if there is nothing to hand over, or if it is not certain of whom it is. */
  readonly patient: ReadPatient | null;
  readonly found: readonly Finding[];
  readonly notFound: readonly Finding[];
  /** Reasons why the answer may be incomplete, or of somebody else. */
  readonly incomplete: readonly Finding[];
}

/** Whatever is given, nothing is thrown. */
export function readPatient(resources: unknown, said: Said): Reading {
  try {
    return readingOf(resources, said);
  } catch {
    // An object can throw when it is read only if it holds code of its own.
    return { patient: null, found: [], notFound: [], incomplete: [finding("nothing-read", {})] };
  }
}

function readingOf(resources: unknown, said: Said): Reading {
  const { patient: asked, priorLines: typed } = said;
  const now = said.now instanceof Date && today(said.now) !== "" ? said.now : new Date();
  const sent = sentIn(resources);
  const [modified, plain] = divided(sent.resources, isModified);
  const [ofR5, readable] = divided(plain, isOfR5);
  const { patient, own, others, nameless, candidates } = whose(readable, asked);
  const therapies = therapiesIn(own, now);
  const [age, lines] = [ageIn(patient, now), linesIn(typed)];
  const drugs = drugsIn(therapies, said);
  const findings = [age, lines, ...drugs, ...myelomaIn(own)];
  const kinds = drugs.flatMap(({ code, data }) => (code === "therapy" ? data.kinds : []));
  const read = {
    age: age.code === "age" ? age.data.years : null,
    priorLines: lines.code === "prior-lines" ? lines.data.lines : null,
    priorBcma: kinds.length > 0 ? earlierKinds.filter((kind) => kinds.includes(kind)) : null,
  };
  const isAny = Object.values(read).some((value) => value !== null);
  const isFound = ({ code }: Finding) => foundCodes.includes(code);
  return {
    patient: isAny && candidates <= 1 && !isDead(patient) ? read : null,
    found: findings.filter(isFound),
    notFound: findings.filter((told) => !isFound(told)),
    incomplete: [
      ...(isDead(patient) ? [finding("patient-died", {}, patient ? [patient] : [])] : []),
      ...(sent.resources.length === 0 ? [finding("nothing-read", {})] : []),
      ...(candidates > 1
        ? [finding("several-patients", { count: candidates })]
        : about("of-another-patient", others)),
      ...about("patient-not-named", nameless),
      ...about("meaning-changed", modified),
      ...about("not-r4", ofR5),
      ...(patient === null ? [finding("patient-missing", {})] : stateOf(patient)),
      ...gapsIn(sent),
      ...unreadIn(therapies),
      ...about(
        "date-without-day",
        therapies.recorded.filter(({ from, to }) => [from, to].some(isVague)),
      ),
    ],
  };
}

/** Returns the resources of which it holds, and the rest. */
function divided(
  resources: readonly Resource[],
  holds: (resource: Resource) => boolean,
): [Resource[], Resource[]] {
  const all: [Resource[], Resource[]] = [[], []];
  for (const resource of resources) all[holds(resource) ? 0 : 1].push(resource);
  return all;
}

const foundCodes: readonly FindingCode[] = ["age", "prior-lines", "therapy", "myeloma"];

type Counted = {
  [Code in FindingCode]: { count: number } extends FindingData[Code] ? Code : never;
}[FindingCode];

/** Returns a finding with the number of resources; none without resources. */
function about(
  code: Counted,
  resources: readonly Pick<Resource, "reference">[],
): readonly Finding[] {
  return resources.length > 0 ? [finding(code, { count: resources.length }, resources)] : [];
}

function ageIn(patient: Resource | null, now: Date): Finding {
  const where = patient === null ? [] : [patient];
  const { birthDate, deceasedDateTime } = patient?.fields ?? {};
  const isAtDeath = isDead(patient);
  const birth = daysOf(birthDate);
  const day = daysOf(isAtDeath ? deceasedDateTime : today(now));
  const ages = birth && day && agesAt(birth, day);
  if (ages === null) return finding("age-unknown", {}, where);
  const { least, most: years } = ages;
  if (least !== years) return finding("age-range", ages, where);
  const [lowest, highest] = patientBounds.age;
  return years < lowest || years > highest
    ? finding("age-outside", { years }, where)
    : finding("age", { years, isAtDeath }, where);
}

/** A date that does not name its day. */
function isVague(date: string | null): boolean {
  const days = daysOf(date);
  return date !== null && days?.first !== days?.last;
}

function isDead(patient: Resource | null): boolean {
  const { deceasedBoolean, deceasedDateTime } = patient?.fields ?? {};
  return deceasedBoolean === true || typeof deceasedDateTime === "string";
}

function stateOf(patient: Resource): readonly Finding[] {
  const { active, link } = patient.fields;
  const isReplaced = listOf(link).some((item) => hasCode(fieldsOf(item).type, ["replaced-by"]));
  return active === false || isReplaced ? [finding("patient-replaced", {}, [patient])] : [];
}

/** A person types them. */
function linesIn(typed: unknown): Finding {
  const [least, most] = patientBounds.priorLines;
  return Number.isInteger(typed) && Number(typed) >= least && Number(typed) <= most
    ? finding("prior-lines", { lines: Number(typed) })
    : finding("lines-not-typed", {});
}

/** Each drug once with each certainty, and once only if a person said that it was not given. */
function drugsIn({ recorded, unnamed, read }: Therapies, said: Said): readonly Finding[] {
  const [confirmed, denied] = [listOf(said.confirmed), listOf(said.denied)];
  const told = [...new Set(recorded.map(({ drug }) => drug))].flatMap((drug) => {
    const isConfirmed = confirmed.includes(drug.name);
    const isDenied = denied.includes(drug.name);
    const certaintyNow = ({ certainty }: RecordedTherapy) =>
      isDenied ? (isConfirmed ? "contradicted" : "denied") : certainty;
    return certainties.flatMap((certainty) => {
      const entries = recorded.filter(
        (entry) => entry.drug === drug && certaintyNow(entry) === certainty,
      );
      if (entries.length === 0) return [];
      const therapy = {
        ...{ drug: drug.name, kinds: drug.kinds, count: entries.length },
        ...spanOfAll(entries),
      };
      return certainty === "given" || (isConfirmed && !isDenied)
        ? finding("therapy", { ...therapy, isConfirmed: certainty !== "given" }, entries)
        : finding("therapy-not-counted", { ...therapy, why: certainty }, entries);
    });
  });
  const isCounted = told.some(({ code, data }) => code === "therapy" && data.kinds.length > 0);
  return [
    ...told,
    ...(isCounted ? [] : [finding("therapy-none", { read })]),
    ...about("medication-unnamed", unnamed),
  ];
}

/** Returns the first and the last date; `null` without any start, or if what began last has no end. */
function spanOfAll(entries: readonly RecordedTherapy[]) {
  const ends = entries.flatMap(({ to }) => to ?? []);
  const starts = entries.flatMap(({ from }) => from ?? []);
  const dates = [...starts, ...ends].sort();
  const [first = null, last = null] = [dates[0], dates.at(-1)];
  return {
    first: starts.length > 0 ? first : null,
    last: last !== null && ends.includes(last) ? last : null,
  };
}

function unreadIn({ unread, unreadSystems }: Therapies): readonly Finding[] {
  const systems = [...new Set(unreadSystems.map(systemName))];
  const { length: count } = unread;
  return count > 0 ? [finding("codes-not-read", { count, systems }, unread)] : [];
}

function myelomaIn(resources: readonly Resource[]): readonly Finding[] {
  const states = new Map(resources.map((resource) => [resource, myelomaOf(resource)]));
  const told = [...new Set(states.values())].flatMap((state) => {
    const conditions = resources.filter((resource) => states.get(resource) === state);
    if (state === null) return [];
    return state === "active"
      ? about("myeloma", conditions)
      : finding("myeloma-not-counted", { why: state, count: conditions.length }, conditions);
  });
  const read = resources.filter(({ type }) => type === "Condition").length;
  return told.some(({ code }) => code === "myeloma")
    ? told
    : [...told, finding("myeloma-none", { read })];
}
