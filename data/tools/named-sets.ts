/**
 * Meta-analyses whose question can be asked here again: which cohorts they pooled, and their filters,
 * cut, definition, overlap, model and interval as parameters of a question. What they do not print
 * and we assumed is said in words.
 */
import type { NamedSet } from "../schema.ts";
import { roexCut } from "./roex.ts";
import { roexCohorts, roexLinks } from "./roex-rows.ts";

/** Their lists of cohorts decide, so no filter of ours may. */
const noFilter = {
  setting: "any",
  availability: "any",
  evidence: "all",
  regimen: "any",
  target: "any",
  "prior-bcma": "any",
} as const;

/** Name as printed, patients as printed, our cohort. */
const vandenboomRows: readonly (readonly [string, number, string])[] = [
  ["Raje1", 33, "crb-401-raje-2019"],
  ["Mailankody", 43, "universal-allo-715-2023"],
  ["Wang", 18, "ct103a-wang-2021"],
  ["Cowan", 18, "fcarh143-gsi-cowan-2023"],
  ["Asherie", 20, "hbi0101-asherie-2023"],
  ["Cornell", 17, "kite-585-cornell-2021"],
  ["Brudno", 16, "nci-car-bcma-brudno-2018"],
  ["Lin", 97, "cartitude-1"],
  ["Raje2", 72, "crb-402-bb21217"],
  ["Munshi", 128, "karmma"],
  ["Kumar", 14, "lummicar-2"],
  ["Frigault", 12, "frigault-cart-ddbcma-2022"],
  ["Fu", 14, "lummicar-1"],
  ["Chen", 102, "lummicar-1-phase-2"],
  ["Usmani", 157, "usmani-teclistamab-2021"],
  ["D'Souza", 124, "dsouza-abbv383-2022"],
  ["Vij1", 32, "vij-abbv383-20mg"],
  ["Vij2", 55, "vij-abbv383-40mg"],
  ["Vij3", 61, "vij-abbv383-60mg"],
  ["Bar", 73, "bar-alnuctamab-2023"],
  ["Madan", 97, "madan-hpn217-2023"],
  ["Bumma1", 117, "linker-mm1-200mg"],
  ["Bumma2", 104, "linker-mm1-50mg"],
  ["Bahlis", 55, "magnetismm-1"],
  ["Lesokhin", 123, "magnetismm-3"],
  ["van de Donk", 165, "majestec-1"],
];

const roexPlaces: Readonly<Record<string, string>> = {
  ...roexLinks,
  ...Object.fromEntries(Object.entries(roexCohorts).map(([row, { id }]) => [row, id])),
};

export const namedSets: Readonly<Record<string, NamedSet>> = {
  "vandenboom-2025": {
    name: "Vandenboom 2025",
    pins: {
      ...noFilter,
      definition: "broad",
      overlap: "keep",
      model: "glmm",
      interval: "wald",
      tau: "common",
    },
    rows: vandenboomRows.map(([name, n, cohort]) => ({ name, n, cohort })),
    assumed:
      'The paper prints "random-effect model" and "meta-regression" only. Assumed: binomial–normal model on the logit scale, one spread between trials for both classes, normal limits, cohorts of the same study kept side by side as in its table.',
  },
  "roex-2020": {
    name: "Roex 2020",
    pins: {
      ...noFilter,
      cut: roexCut,
      overlap: "keep",
      model: "dl",
      interval: "wald",
    },
    rows: Object.entries(roexPlaces)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, cohort]) => ({ name, n: null, cohort })),
    assumed:
      "The paper names R and a random-effects model for proportions. DerSimonian–Laird on logits with ½ added only where a cohort has no or only events reproduces it best.",
  },
  "annals-2025": {
    name: "Annals of Hematology 2025",
    pins: { ...noFilter, target: "bcma", overlap: "keep", model: "dl", interval: "wald" },
    rows: null,
    assumed:
      "Which 26 studies were pooled is not public. These are our cohorts by its rules: BCMA, trials and real-world series together.",
  },
  "yang-2021": {
    name: "Yang 2021",
    pins: {
      ...noFilter,
      "therapy-class": "car-t",
      year: "-2021",
      overlap: "keep",
      model: "dl",
      interval: "wald",
    },
    rows: null,
    assumed:
      "Which 23 studies were pooled is not public. These are our CAR-T cohorts published up to 2021; the model of its software is assumed to be DerSimonian–Laird.",
  },
};

type Question = Readonly<Record<string, string>>;

const everyone: Question = {};

/** How to ask for a group of the paper, as printed: what its question adds to that of the set. */
export const groupQuestions: Readonly<Record<string, Readonly<Record<string, Question>>>> = {
  "vandenboom-2025": { "CAR-T": everyone, BsAb: everyone },
  "roex-2020": {
    "CAR-T": everyone,
    "CAR-T murine binder": { "binding-domain": "murine" },
    // The paper counts a human heavy-chain domain and a human centyrin among the human(ized).
    "CAR-T human(ized) binder": { "binding-domain": "human,humanized,other" },
    "CAR-T alpaca/llama binder": { "binding-domain": "camelid" },
    "CAR-T aCD3 activation": { expansion: "anti-cd3" },
    "CAR-T aCD3/CD28 activation": { expansion: "anti-cd3-cd28" },
    "CAR-T CD28 costimulation": { costimulation: "cd28,cd28-4-1bb,cd28-ox40" },
    "CAR-T 4-1BB costimulation": { costimulation: "4-1bb" },
    "CAR-T retroviral": { vector: "retroviral" },
    "CAR-T lentiviral": { vector: "lentiviral" },
    "CAR-T median prior lines >=5": { "prior-lines": "5-" },
    "CAR-T median prior lines <5": { "prior-lines": "-4.99" },
    "CAR-T median age >=60": { age: "60-" },
    "CAR-T median age <60": { age: "-59.99" },
  },
  "annals-2025": {
    "CAR-T": everyone,
    BsAb: everyone,
    "dual-target CAR-T (BCMA + CD38/CD19)": { "dual-target": "yes" },
  },
  "yang-2021": {
    "CAR-T all": everyone,
    "CAR-T BCMA single-target": { target: "bcma", "dual-target": "no" },
    "CAR-T non-BCMA": { target: "gprc5d,fcrh5,cd19,cd38", "dual-target": "no" },
    "anti-BCMA-containing regimen": { target: "bcma" },
  },
};
