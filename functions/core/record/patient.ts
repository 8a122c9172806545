/** Reads FHIR resources of one patient: what is handed over, and what was and was not found. */
import { type EarlierKind, earlierKinds } from "#data/earlier-kinds.ts";
import { patientBounds } from "../question/patient.ts";
import { belongingOf } from "./belonging.ts";
import { agesAt, daysOf, today } from "./dates.ts";
import { divide, fieldsOf, hasCode, isModified, listOf, type Resource, sentIn } from "./fhir.ts";
import {
  type Finding,
  type FindingCode,
  type FindingData,
  finding,
  type Recorded,
} from "./findings.ts";
import { gapsIn } from "./gaps.ts";
import { type Entry, type Therapies, therapiesIn } from "./therapies.ts";

/** Holds what a person answered and what the page knows. Every value is input that is not checked yet. */
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
  /** `priorBcma` is never empty: without a person's answer, therapy may still have been given. */
  readonly priorBcma: readonly EarlierKind[] | null;
}

export interface Reading {
  /** `patient` is `null` if there is nothing to hand over, or if it is not certain whose record it is. */
  readonly patient: ReadPatient | null;
  readonly found: readonly Finding[];
  readonly notFound: readonly Finding[];
  /** `incomplete` lists reasons why the answer may be incomplete, or about another person. */
  readonly incomplete: readonly Finding[];
}

/** Reads a patient from resources of any content; it never throws. */
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
  const content = sentIn(resources);
  const belonging = belongingOf(content.resources, answers.patient);
  const { ofOthers, nameless, candidates } = belonging;
  const [modified, ofPatient] = divide(belonging.ofPatient, isModified);
  // Of several versions of the patient each may say what makes the answer doubtful.
  const versions = belonging.ofPatient.filter(isPatient);
  const [dead, patients] = [versions.filter(isDead), ofPatient.filter(isPatient)];
  const therapies = therapiesIn(ofPatient);
  const [age, lines] = [ageIn(patients, now, dead.length > 0), linesIn(answers.priorLines)];
  const drugs = drugsIn(therapies, answers);
  const findings = [age, lines, ...drugs, ...myelomaIn(therapies)];
  const kinds = drugs.flatMap(({ code, data }) => (code === "therapy" ? data.kinds : []));
  const readPatient = {
    age: age.code === "age" ? age.data.years : null,
    priorLines: lines.code === "prior-lines" ? lines.data.lines : null,
    priorBcma: kinds.length > 0 ? earlierKinds.filter((kind) => kinds.includes(kind)) : null,
  };
  const isCertain = candidates <= 1 && patients.length > 0 && dead.length === 0;
  const isAny = Object.values(readPatient).some((value) => value !== null);
  const isFound = ({ code }: Finding) => foundCodes.includes(code);
  return {
    patient: isAny && isCertain ? readPatient : null,
    found: findings.filter(isFound),
    notFound: findings.filter((entry) => !isFound(entry)),
    incomplete: [
      ...(dead.length > 0 ? [finding("patient-died", {}, dead)] : []),
      ...(content.resources.length === 0 ? [finding("nothing-read", {})] : []),
      ...(candidates > 1
        ? [finding("several-patients", { count: candidates })]
        : about("of-another-patient", ofOthers)),
      ...about("patient-not-named", nameless),
      ...about("meaning-changed", modified),
      ...(patients.length === 0 ? [finding("patient-missing", {})] : []),
      ...replacedIn(versions),
      ...gapsIn(content),
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

/** Returns the finding on age. Every birth date that a version of the patient has must lead to the same age. */
function ageIn(patients: readonly Resource[], now: Date, isOfDead: boolean): Finding {
  const day = daysOf(today(now));
  const ages = patients.flatMap(({ fields }) => {
    const birth = daysOf(fields.birthDate);
    return (birth && day && agesAt(birth, day)) || [];
  });
  if (ages.length === 0 || isOfDead) return finding("age-unknown", {}, patients);
  const least = Math.min(...ages.map((age) => age.least));
  const years = Math.max(...ages.map((age) => age.most));
  const [lowest, highest] = patientBounds.age;
  return least !== years || years < lowest || years > highest
    ? finding("age-not-used", { least, most: years }, patients)
    : finding("age", { years }, patients);
}

const isPatient = ({ type }: Resource) => type === "Patient";

/** Returns whether the record says anything of a death but that there was none. */
function isDead({ fields }: Resource): boolean {
  return Object.entries(fields).some(
    ([name, value]) => /^_?deceased/.test(name) && value !== false && value !== null,
  );
}

function replacedIn(patients: readonly Resource[]): readonly Finding[] {
  const replaced = patients.filter(
    ({ fields: { active, link } }) =>
      active === false ||
      listOf(link).some((item) => hasCode(fieldsOf(item).type, ["replaced-by"])),
  );
  return replaced.length > 0 ? [finding("patient-replaced", {}, replaced)] : [];
}

/** Returns the finding on prior lines, which a person types because no record states them. */
function linesIn(value: unknown): Finding {
  const [least, most] = patientBounds.priorLines;
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
    ? finding("prior-lines", { lines: Number(value) })
    : finding("lines-not-typed", {});
}

/** Lists each drug once, by what a person said of it. */
function drugsIn({ byDrug, ofTarget, unnamed, read }: Therapies, answers: Answers) {
  const [confirmed, denied] = [listOf(answers.confirmed), listOf(answers.denied)];
  const findings = [...byDrug].map(([{ name, kinds }, entries]): Finding => {
    const isConfirmed = confirmed.includes(name);
    const answer =
      isConfirmed === denied.includes(name) ? null : isConfirmed ? "given" : "not-given";
    return finding(
      answer === "given" ? "therapy" : "therapy-not-counted",
      { drug: name, kinds, recorded: recordedIn(entries), answer },
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

/** Counts the resources that name a drug alike, always in the same order. */
function recordedIn(entries: readonly Entry[]): readonly Recorded[] {
  const groups = new Map<string, Recorded>();
  for (const { resource, status, isCoded, hasRemark, dates } of entries) {
    const { type } = resource;
    const key = [type, status, isCoded, hasRemark].join();
    const { count = 0, first = null, last = null } = groups.get(key) ?? {};
    const all = [first, last, ...dates].filter((date) => date !== null).sort();
    groups.set(key, {
      ...{ type, status, isCoded, hasRemark, count: count + 1 },
      ...{ first: all[0] ?? null, last: all.at(-1) ?? null },
    });
  }
  return [...groups].sort().map(([, group]) => group);
}

function myelomaIn({ myeloma }: Therapies): readonly Finding[] {
  const conditions = myeloma.map(({ resource }) => resource);
  return myeloma.length > 0
    ? [finding("myeloma", { recorded: recordedIn(myeloma) }, conditions)]
    : [finding("myeloma-none", {})];
}
