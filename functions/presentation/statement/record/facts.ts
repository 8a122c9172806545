/**
 * Facts about the patients, their treatment and the kind of study: label and value, one line each.
 */
import { dataset } from "#core/dataset.ts";
import { isSoldIn } from "#core/evidence/regimen-labels.ts";
import { labelRegions } from "#data/vocabulary.ts";
import { joined } from "#words/counts.ts";
import { catalogue } from "../../words/catalogue.ts";
import { dateText } from "../../words/dates.ts";
import type { RecordedCohort } from "./cohort.ts";

/** The page is in English only. */
const {
  classWords,
  dateWords,
  designWords,
  dosingWords,
  evidenceWords,
  months,
  named,
  percent,
  priorBcmaWords,
  regimenWords,
  settingWords,
  unknown,
} = catalogue.record;
const { linesAsked } = catalogue.product;

/** By name; `null` if our sources do not report it. */
export type Facts = Readonly<Record<string, string | null>>;

type Range = readonly [number, number] | null;

export function patientFacts(record: RecordedCohort): Facts {
  const { baseline, design, therapyClass } = record;
  const share = (value: number | null) => (value === null ? null : percent(value));
  const isCollected = therapyClass === "car-t" || baseline.leukapheresed !== null;
  return {
    [design === "randomised-arm" ? "Patients randomised" : "Patients treated"]: whole(baseline.n),
    ...(isCollected && { "Had cells collected": whole(baseline.leukapheresed) }),
    Setting: settingWords[record.setting],
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
    "Prior lines admitted": record.admittedLines && linesAsked(record.admittedLines),
  };
}

export function treatmentFacts(record: RecordedCohort): Facts {
  const { product, targets, therapyClass, construct } = record;
  const known = dataset.products.find(({ slug }) => slug === product);
  const regions = labelRegions
    .filter((region) => isSoldIn(product, region, dataset))
    .map((region) => named("region", region));
  const where = regions.length > 0 ? joined(regions) : "in no region that our sources name";
  return {
    Product: known?.name ?? product,
    Class: classWords[therapyClass],
    Target: joined(targets.map((target) => named("target", target))),
    "Dose, as reported": record.dose,
    Doses: dosingWords[record.doses],
    "Alone or combined": given(record),
    "Product approved": `${where}, as of ${dateText(dataset.review.dataDate)}`,
    ...((therapyClass === "car-t" || construct !== null) && constructFacts(construct)),
  };
}

/** With what, where that is known. */
function given({ regimen, regimenPartners }: RecordedCohort): string {
  if (regimen === "monotherapy" || regimenPartners === null) return regimenWords[regimen];
  const name = (drug: string) => dataset.products.find(({ slug }) => slug === drug)?.name ?? drug;
  return `with ${joined(regimenPartners.map(name))}`;
}

function constructFacts(construct: RecordedCohort["construct"]): Facts {
  const part = (name: Parameters<typeof named>[0], value: string | null | undefined) =>
    value ? named(name, value) : null;
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

export function studyFacts(record: RecordedCohort): Facts {
  const { region, enrolment, followUpMonths } = record;
  return {
    "Kind of evidence": evidenceWords[record.evidence],
    Design: designWords[record.design],
    Phase: record.phase,
    "First author": record.firstAuthor,
    "Year of publication": whole(record.year),
    Where: region === null ? null : named("region", region),
    "Where, as reported": record.regionDetail,
    Recruited: enrolment === null ? null : between(enrolment),
    "Median follow-up": followUpMonths === null ? null : months(followUpMonths),
  };
}

function priorBcma(whether: RecordedCohort["priorBcma"], share: number | null): string | null {
  const said = [priorBcmaWords[whether], share === null ? null : percent(share)];
  return said.filter((one) => one !== null).join(": ") || null;
}

/** What was counted differs, so the share is never without it where it is known. */
function extramedullary(baseline: RecordedCohort["baseline"]): string | null {
  const { extramedullaryPercent: share, extramedullaryDefinition: definition } = baseline;
  return share === null ? null : [percent(share), definition ?? []].flat().join(": ");
}

function whole(count: number | null): string | null {
  return count === null ? null : String(count);
}

/** `median 61.5 years, 27 to 78`. If one of the two is not known, the text says so. */
function spread(median: number | null, range: Range, unit: string): string | null {
  if (median === null && range === null) return null;
  const middle = median === null ? `median ${unknown}` : `median ${median}${unit}`;
  return `${middle}, ${range === null ? `range ${unknown}` : `range ${range[0]} to ${range[1]}`}`;
}

function between({ from, to }: NonNullable<RecordedCohort["enrolment"]>): string | null {
  if (from === null && to === null) return null;
  const date = (given: string | null) => (given === null ? `a date ${unknown}` : dateWords(given));
  return `${date(from)} to ${date(to)}`;
}
