/** Lists facts about the patients, their treatment and the kind of study: name and value, one line each. */
import { dataset } from "#core/dataset.ts";
import { listText } from "#presentation/words/counts.ts";
import { dateText } from "#presentation/words/dates.ts";
import { valueName } from "#presentation/words/properties.ts";
import { requiredLines } from "#presentation/words/range-text.ts";
import { notFound } from "#presentation/words/source-tier.ts";
import type { CohortRecord } from "../../answers/compute/whole-dataset.ts";
import { monthsText } from "./figures.tsx";

/** Maps names to facts; `null` if our sources do not report a fact. */
type RecordFacts = Readonly<Record<string, string | null>>;

type Range = readonly [number, number] | null;

const settings: Readonly<Record<CohortRecord["setting"], string>> = {
  late: "late: 3 or more prior lines, or triple-class exposed",
  early: "early: 1 to 4 prior lines",
  mixed: "patients of the late and of the early setting",
};

export function patientFacts(record: CohortRecord): RecordFacts {
  const { baseline, design, therapyClass } = record;
  const isCollected = therapyClass === "car-t" || baseline.leukapheresed !== null;
  return {
    [design === "randomised-arm" ? "Patients randomised" : "Patients treated"]: whole(baseline.n),
    ...(isCollected && { Apheresed: whole(baseline.leukapheresed) }),
    Setting: settings[record.setting],
    "Prior lines": spread(baseline.medianPriorLines, baseline.priorLinesRange, ""),
    Age: spread(baseline.medianAge, baseline.ageRange, " years"),
    "High-risk cytogenetics": share(baseline.highRiskCytogeneticsPercent),
    "ISS stage III": share(baseline.issIIIPercent),
    "R-ISS stage III": share(baseline.rissIIIPercent),
    "Refractory to the last line": share(baseline.refractoryPercent),
    "Triple-class refractory": share(baseline.tripleClassRefractoryPercent),
    "Penta-refractory": share(baseline.pentaRefractoryPercent),
    "Earlier autologous transplant": share(baseline.priorAutoSctPercent),
    "Extramedullary disease": extramedullary(baseline),
    "Earlier BCMA-directed therapy": priorBcma(record.priorBcma, baseline.priorBcmaPercent),
    "Who could take part": record.eligibility,
    "Prior lines admitted": record.admittedLines && requiredLines(record.admittedLines),
  };
}

const doses: Readonly<Record<CohortRecord["doses"], string>> = {
  recommended: "the dose that was taken forward",
  escalation: "several doses",
  other: "a dose that was not taken forward",
};

export function treatmentFacts(record: CohortRecord): RecordFacts {
  const { targets, therapyClass, construct } = record;
  return {
    Target: listText(targets.map((target) => valueName("target", target))),
    "Dose, as reported": record.dose,
    Doses: doses[record.doses],
    "Alone or combined": regimenText(record),
    ...((therapyClass === "car-t" || construct !== null) && constructFacts(construct)),
  };
}

export function productFullName(slug: string): string {
  return dataset.products.find((product) => product.slug === slug)?.name ?? slug;
}

function regimenText({ regimen, regimenPartners }: CohortRecord): string {
  if (regimen === "monotherapy") return "given alone";
  if (regimenPartners === null) return "in combination";
  return `with ${listText(regimenPartners.map(productFullName))}`;
}

function constructFacts(construct: CohortRecord["construct"]): RecordFacts {
  const part = (name: Parameters<typeof valueName>[0], value: string | null | undefined) =>
    value ? valueName(name, value) : null;
  return {
    Cells: construct?.source ?? null,
    "Binding domain": part("binding-domain", construct?.bindingDomain),
    Costimulation: part("costimulation", construct?.costimulation),
    Vector: part("vector", construct?.vector),
    "Expansion of the cells": part("expansion", construct?.expansion),
    Lymphodepletion: part("lymphodepletion", construct?.lymphodepletion),
    "Construct, as reported": construct?.detail ?? null,
  };
}

const designs: Readonly<Record<CohortRecord["design"], string>> = {
  "single-arm": "one arm, nobody randomised",
  "dose-escalation": "dose escalation",
  "randomised-arm": "one arm of a randomised trial",
  retrospective: "looked back at records",
};

export function studyFacts(record: CohortRecord): RecordFacts {
  const { evidence, region, enrolment, followUpMonths } = record;
  return {
    "Kind of evidence": evidence === "trial" ? "clinical trial" : "real-world study",
    Design: designs[record.design],
    Phase: record.phase,
    "First author": record.firstAuthor,
    "Year of publication": whole(record.year),
    Where: region === null ? null : valueName("region", region),
    "Where, as reported": record.regionDetail,
    Recruited: enrolment === null ? null : between(enrolment),
    "Median follow-up": followUpMonths === null ? null : monthsText(followUpMonths),
  };
}

const priorBcmaTexts: Readonly<Record<CohortRecord["priorBcma"], string | null>> = {
  required: "patients were recruited after it",
  some: "some patients had it",
  none: "no patient had it",
  unknown: null,
};

function priorBcma(whether: CohortRecord["priorBcma"], percent: number | null): string | null {
  return (
    [priorBcmaTexts[whether], share(percent)].filter((text) => text !== null).join(": ") || null
  );
}

/**
 * States extramedullary disease. Sources count different things, so the percentage stands with its definition if that
 * is known.
 */
function extramedullary(baseline: CohortRecord["baseline"]): string | null {
  const { extramedullaryPercent, extramedullaryDefinition } = baseline;
  if (extramedullaryPercent === null || !extramedullaryDefinition) {
    return share(extramedullaryPercent);
  }
  return `${extramedullaryPercent} %: ${extramedullaryDefinition}`;
}

function share(percent: number | null): string | null {
  return percent === null ? null : `${percent} %`;
}

function whole(count: number | null): string | null {
  return count === null ? null : String(count);
}

/** Returns text such as `median 61.5 years, range 27 to 78`. If one of the two is not known, the text says so. */
function spread(median: number | null, range: Range, unit: string): string | null {
  if (median === null && range === null) return null;
  const middle = median === null ? `median ${notFound}` : `median ${median}${unit}`;
  return `${middle}, range ${range === null ? notFound : `${range[0]} to ${range[1]}`}`;
}

function between({ from, to }: NonNullable<CohortRecord["enrolment"]>): string | null {
  if (from === null) return to && `until ${dateText(to)}, start ${notFound}`;
  return to === null
    ? `from ${dateText(from)}, end ${notFound}`
    : `${dateText(from)} to ${dateText(to)}`;
}
