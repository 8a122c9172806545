import type { ModeratorName } from "#core/answer/answer.ts";

/**
 * The questions whose answers are approved, by the names of their folders: each brings something that no
 * other brings, whose code `approved.test.ts` looks for.
 */
export const questions: Readonly<Record<string, string>> = {
  // These questions differ in where products are sold, and for which lines.
  default: "",
  us: "outcome=orr,crs-3&availability=us",
  eu: "outcome=vgpr,infection-3&availability=eu",
  china: "outcome=orr,crs-3&age=61-67&availability=cn",
  "five-regions": "outcome=orr,infection-3&availability=us,eu,ch,cn,jp",
  "one-line": "outcome=orr,vgpr,crs-3,infection-3&lines=1",
  "one-line-eu": "outcome=orr,cr&lines=1&availability=eu",
  "two-lines": "outcome=efficacy&lines=2",
  combinations: "outcome=orr&lines=2&regimen=combination",
  "without-label": "outcome=orr&lines=2&availability=us&labelled=any",
  // These questions differ in the drugs.
  "one-class": "outcome=orr,infection-3&therapy-class=bsab",
  "one-product": "outcome=orr,crs-3&product=cilta-cel",
  "two-trials-each": "outcome=neutropenia-3&product=cilta-cel,ide-cel,elranatamab,teclistamab",
  "two-products": "outcome=toxicity&product=cilta-cel,teclistamab",
  "one-trial-each": "outcome=orr&product=eque-cel,linvoseltamab&exclude=fumanba-1-eque-cel",
  gprc5d: "outcome=orr,infection-3&target=gprc5d",
  "gprc5d-harms": "outcome=skin-reaction,rash,oral-toxicity,nail-disorder&target=gprc5d",
  products: "compare=product",
  "many-products": "compare=product&outcome=orr,icans,iec-hs&availability=any",
  "follow-ups-apart":
    "outcome=infection-3,infection&product=ide-cel,teclistamab,elranatamab&evidence=all",
  // These questions differ in the patients.
  older: "outcome=orr,cr,treatment-related-death&age=60-&availability=any",
  "high-risk": "outcome=orr,cr&prior-lines=5-&high-risk=25-&emd=10-",
  "after-bcma": "outcome=orr,vgpr,crs-3&target=any&prior-bcma=selected",
  "after-kinds": "outcome=orr,cr&target=any&prior-bcma=car-t,gprc5d",
  nothing: "outcome=orr,crs-3&age=80-",
  // These questions differ in the studies.
  practice: "outcome=orr,nrm&evidence=real-world",
  "practice-two-lines": "outcome=orr&lines=2&evidence=all",
  "all-evidence": "outcome=vgpr,infection-3&lines=any&availability=any&evidence=all",
  papers: "outcome=orr,crs&sources=papers",
  unreviewed: "outcome=vgpr,infection-3&cut=primary-only&sources=any",
  excluded: "outcome=orr,crs-3&exclude=karmma,majestec-1",
  set: "outcome=orr,icans&set=vandenboom-2025",
  "changed-set": "outcome=orr,crs-3&set=vandenboom-2025&age=60-",
  "older-set": "outcome=orr&set=roex-2020",
  // These questions differ in how patients are counted and pooled.
  collected: "outcome=orr,vgpr&denominator=collected",
  enrolled: "outcome=orr,vgpr&lines=any&denominator=enrolled&model=glmm",
  broad: "outcome=icans,icans-3&definition=broad",
  glmm: "outcome=orr,crs-3,icans-3&product=eque-cel&availability=any&model=glmm",
  "glmm-all-events":
    "outcome=orr&product=eque-cel,zevor-cel&availability=any&exclude=ct053-phase-1,fumanba-1-eque-cel,lummicar-1-phase-2&model=glmm",
  reml: "outcome=vgpr,crs-3&doses=recommended&model=reml",
  "hartung-knapp": "outcome=orr&model=dl&interval=hartung-knapp",
  latest: "outcome=orr,crs-3&cut=latest&model=dl",
  // These questions differ in the view.
  course: "view=course",
  "course-one-line": "lines=1&view=course",
  "course-drugs": "view=course&lanes=elranatamab,teclistamab",
  // These questions differ in the outcomes.
  survival: "outcome=survival",
  "survival-one-line": "outcome=survival&lines=1",
  overall: "outcome=os",
  "overall-two-lines": "outcome=os&lines=2&availability=us",
  "in-response": "outcome=dor",
  months: "outcome=pfs-12,os-12,os-24&lines=any&evidence=all",
};

/** Lists the questions whose reports and tables are approved with their full lists of studies. */
export const withLists: ReadonlySet<string | undefined> = new Set([questions.china]);

/** Names the questions whose script for R is approved. */
export const reproduced = ["default", "nothing", "products", "glmm", "months", "set"] as const;

/** Maps names to the questions whose summary of findings is approved as the view that the report draws. */
export const summarised: Readonly<Record<string, string>> = {
  default: "",
  "eu-one-line": "lines=1&availability=eu",
  toxicity: "outcome=toxicity",
  "one-class": "therapy-class=bsab",
};

/** Maps names to what `/explore` is asked: an outcome in groups of trials, and a regression on a moderator. */
export const explored: Readonly<Record<string, Exploration>> = {
  lines: { outcome: "orr", compare: "lines", moderator: "prior-lines" },
  age: {
    outcome: "crs",
    compare: "age:62",
    moderator: "age",
    filters: "&availability=any&target=any",
  },
  apart: { outcome: "orr", compare: "evidence", moderator: "age" },
  few: {
    outcome: "orr",
    compare: "evidence",
    moderator: "prior-lines",
    filters: "&product=cilta-cel",
  },
  set: { outcome: "cr", compare: "prior-lines:6", moderator: "age", filters: "&set=roex-2020" },
  regions: {
    ...{ outcome: "cr", compare: "prior-lines:6", moderator: "year" },
    filters: "&availability=us,eu,ch,cn,jp",
  },
  rare: { outcome: "icans", compare: "lines", moderator: "prior-lines" },
  // Some of these trials count all randomised patients, others the infused only.
  "other-patients": {
    ...{ outcome: "orr", compare: "lines", moderator: "follow-up", filters: "&lines=any" },
  },
  months: { outcome: "pfs-12", compare: "lines", moderator: "prior-lines" },
};

export interface Exploration {
  outcome: string;
  compare: string;
  moderator: ModeratorName;
  filters?: string;
}

/** Maps names to the questions whose sheets of filters are approved. */
export const filtered: Readonly<Record<string, string>> = {
  default: "",
  changed: "outcome=efficacy&lines=2&age=60-70&evidence=all&exclude=karmma",
  products: "compare=product&availability=any&product=cilta-cel,teclistamab",
  "leaves-none": "age=90-",
};
