/** Reads FHIR resources of one patient: what is handed over, and what was and was not found. */
import { type EarlierKind, earlierKinds } from "#data/earlier-kinds.ts";
import { patientBounds } from "../question/patient.ts";
import { agesAt, daysOf, today } from "./dates.ts";
import { fieldsOf, hasCode, listOf, type Resource, sentIn } from "./fhir.ts";
import { type Finding, type FindingCode, type FindingData, finding } from "./findings.ts";
import { gapsIn } from "./gaps.ts";
import { myelomaOf } from "./myeloma.ts";
import { certainties, type Therapies, therapiesIn } from "./therapies.ts";
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
  const { patient: asked, priorLines: typed, confirmed } = said;
  const now = said.now instanceof Date && today(said.now) !== "" ? said.now : new Date();
  const sent = sentIn(resources);
  const { patient, own, others, candidates } = whose(sent.resources, asked);
  const therapies = therapiesIn(own, now);
  const [age, lines] = [ageIn(patient, now), linesIn(typed)];
  const drugs = drugsIn(therapies, listOf(confirmed));
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
    patient: isAny && candidates <= 1 ? read : null,
    found: findings.filter(isFound),
    notFound: findings.filter((told) => !isFound(told)),
    incomplete: [
      ...(sent.resources.length === 0 ? [finding("nothing-read", {})] : []),
      ...(candidates > 1
        ? [finding("several-patients", { count: candidates })]
        : about("of-another-patient", others)),
      ...(patient === null ? [finding("patient-missing", {})] : stateOf(patient)),
      ...gapsIn(sent),
      ...about(
        "date-without-day",
        therapies.recorded.filter(({ date }) => isVague(date)),
      ),
    ],
  };
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
  return [
    ...(active === false || isReplaced ? [finding("patient-replaced", {}, [patient])] : []),
    ...(isDead(patient) ? [finding("patient-died", {}, [patient])] : []),
  ];
}

/** A person types them. */
function linesIn(typed: unknown): Finding {
  const [least, most] = patientBounds.priorLines;
  return Number.isInteger(typed) && Number(typed) >= least && Number(typed) <= most
    ? finding("prior-lines", { lines: Number(typed) })
    : finding("lines-not-typed", {});
}

/** Each drug once with each certainty. */
function drugsIn(
  { recorded, unnamed, read }: Therapies,
  confirmed: readonly unknown[],
): readonly Finding[] {
  const told = [...new Set(recorded.map(({ drug }) => drug))].flatMap((drug) =>
    certainties.flatMap((certainty) => {
      const entries = recorded.filter(
        (entry) => entry.drug === drug && entry.certainty === certainty,
      );
      if (entries.length === 0) return [];
      const dates = entries.flatMap(({ date }) => date ?? []).sort();
      const therapy = {
        drug: drug.name,
        kinds: drug.kinds,
        count: entries.length,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
      };
      const isConfirmed = certainty !== "given" && confirmed.includes(drug.name);
      return certainty === "given" || isConfirmed
        ? finding("therapy", { ...therapy, isConfirmed }, entries)
        : finding("therapy-not-counted", { ...therapy, why: certainty }, entries);
    }),
  );
  const isCounted = told.some(({ code, data }) => code === "therapy" && data.kinds.length > 0);
  return [
    ...told,
    ...(isCounted ? [] : [finding("therapy-none", { read })]),
    ...about("medication-unnamed", unnamed),
  ];
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
