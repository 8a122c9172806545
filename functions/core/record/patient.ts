/** Reads FHIR resources of one patient: what is handed over, and what was and was not found. */
import { type EarlierKind, earlierKinds } from "#data/earlier-kinds.ts";
import { patientBounds } from "../question/patient.ts";
import { agesAt, daysOf, today } from "./dates.ts";
import { divided, fieldsOf, hasCode, isModified, listOf, type Resource, sentIn } from "./fhir.ts";
import {
  type Finding,
  type FindingCode,
  type FindingData,
  finding,
  type Recorded,
} from "./findings.ts";
import { gapsIn } from "./gaps.ts";
import { type Entry, type Therapies, therapiesIn } from "./therapies.ts";
import { whose } from "./whose.ts";

/** What a person says, or the page knows. */
export interface Answers {
  /**
   * The patient whose record is open: an id, a reference or an address. Without it the resources must be of one
   * patient.
   */
  readonly patient?: unknown;
  readonly priorLines?: unknown;
  /** Drugs, by our names, of which a person said that they were given before: no other drug is handed over. */
  readonly confirmed?: unknown;
  /** Drugs, by our names, of which a person said that they were not given before. */
  readonly denied?: unknown;
  readonly now?: unknown;
}

export interface ReadPatient {
  readonly age: number | null;
  readonly priorLines: number | null;
  /** Never empty: that no person said so does not mean that there was nothing. */
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
export function readPatient(resources: unknown, answers: Answers): Reading {
  try {
    return readingOf(resources, answers);
  } catch {
    // An object can throw when it is read only if it holds code of its own.
    return { patient: null, found: [], notFound: [], incomplete: [finding("nothing-read", {})] };
  }
}

function readingOf(resources: unknown, answers: Answers): Reading {
  const clock = answers.now;
  const now = clock instanceof Date && today(clock) !== "" ? clock : new Date();
  const sent = sentIn(resources);
  const [modified, readable] = divided(sent.resources, isModified);
  const { patient, ofPatient, ofOthers, nameless, candidates } = whose(readable, answers.patient);
  const therapies = therapiesIn(ofPatient);
  const [age, lines] = [ageIn(patient, now), linesIn(answers.priorLines)];
  const drugs = drugsIn(therapies, answers);
  const findings = [age, lines, ...drugs, ...myelomaIn(therapies)];
  const kinds = drugs.flatMap(({ code, data }) => (code === "therapy" ? data.kinds : []));
  const read = {
    age: age.code === "age" ? age.data.years : null,
    priorLines: lines.code === "prior-lines" ? lines.data.lines : null,
    priorBcma: kinds.length > 0 ? earlierKinds.filter((kind) => kinds.includes(kind)) : null,
  };
  const isCertain = candidates <= 1 && answers.patient !== "" && !isDead(patient);
  const isAny = Object.values(read).some((value) => value !== null);
  const isFound = ({ code }: Finding) => foundCodes.includes(code);
  return {
    patient: isAny && isCertain ? read : null,
    found: findings.filter(isFound),
    notFound: findings.filter((told) => !isFound(told)),
    incomplete: [
      ...(isDead(patient) ? [finding("patient-died", {}, patient ? [patient] : [])] : []),
      ...(sent.resources.length === 0 ? [finding("nothing-read", {})] : []),
      ...(candidates > 1
        ? [finding("several-patients", { count: candidates })]
        : about("of-another-patient", ofOthers)),
      ...about("patient-not-named", nameless),
      ...about("meaning-changed", modified),
      ...(patient === null ? [finding("patient-missing", {})] : stateOf(patient)),
      ...gapsIn(sent),
      ...about("codes-not-read", therapies.unread),
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
  const [birth, day] = [daysOf(patient?.fields.birthDate), daysOf(today(now))];
  const ages = birth && day && !isDead(patient) ? agesAt(birth, day) : null;
  if (ages === null) return finding("age-unknown", {}, where);
  const { least, most: years } = ages;
  const [lowest, highest] = patientBounds.age;
  return least !== years || years < lowest || years > highest
    ? finding("age-not-used", ages, where)
    : finding("age", { years }, where);
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

/** Each drug once, by what a person said of it. */
function drugsIn({ byDrug, ofTarget, unnamed, treatmentsRead: read }: Therapies, answers: Answers) {
  const [confirmed, denied] = [listOf(answers.confirmed), listOf(answers.denied)];
  const findings = [...byDrug].map(([{ name, kinds }, entries]): Finding => {
    const [isConfirmed, isDenied] = [confirmed.includes(name), denied.includes(name)];
    const answer = isConfirmed ? (isDenied ? "both" : "given") : isDenied ? "not-given" : null;
    return finding(
      answer === "given" ? "therapy" : "therapy-not-counted",
      { drug: name, kinds, recorded: recordedIn(entries), answer, ...spanOf(entries) },
      entries.map(({ resource }) => resource),
    );
  });
  return [
    ...findings,
    ...(findings.length > 0 ? [] : [finding("therapy-none", { read })]),
    ...about("target-without-drug", ofTarget),
    ...about("medication-unnamed", unnamed),
  ];
}

/** Counts the resources that name a drug alike. */
function recordedIn(entries: readonly Entry[]): readonly Recorded[] {
  const counts = new Map<string, Recorded>();
  for (const { resource, status, isCoded, hasRemark } of entries) {
    const alike = { type: resource.type, status, isCoded, hasRemark };
    const key = JSON.stringify(alike);
    counts.set(key, { ...alike, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function spanOf(entries: readonly Entry[]) {
  const dates = entries.flatMap((entry) => entry.dates).sort();
  return { first: dates[0] ?? null, last: dates.at(-1) ?? null };
}

function myelomaIn({ myeloma, conditionsRead: read }: Therapies): readonly Finding[] {
  const conditions = myeloma.map(({ resource }) => resource);
  return myeloma.length > 0
    ? [finding("myeloma", { recorded: recordedIn(myeloma) }, conditions)]
    : [finding("myeloma-none", { read })];
}
