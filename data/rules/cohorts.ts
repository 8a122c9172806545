/** Rules about one field of a cohort each: what it may say beside the other fields. */
import type { Evidence, Problem } from "../evidence.ts";
import { partsOfDefinition } from "../named-source.ts";
import type { Cohort } from "../schema.ts";
import { drugsKnown, expectDrugs, expectLines, expectPartners } from "./regimens.ts";
import { cohortFile, ofEachCohort, type ProblemList } from "./report.ts";

/** A time on treatment is typed only for what is observed while treated. */
export function exposureProblems({ cohorts, outcomes }: Evidence): Problem[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return ofEachCohort(cohorts, (cohort, list) => {
    cohort.figures.forEach(({ outcome, exposureMonths }, index) => {
      if (exposureMonths === null || byId.get(outcome)?.observed === "treatment") return;
      list.add(
        `figures[${index}].exposureMonths`,
        "exposure-is-time-on-treatment",
        `"${outcome}" is not observed while treated only; remove it`,
      );
    });
  });
}

/** Whether words of a definition say that laboratory values were counted, or were not. */
const ofLaboratory = /laborator/i;

/**
 * Figures of one outcome count it in one way. What counts it otherwise is another outcome, or held; and
 * which grades were counted is said only where grade 3 and higher are.
 */
export function definitionProblems({ cohorts, outcomes }: Evidence): Problem[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return ofEachCohort(cohorts, (cohort, list) => {
    cohort.figures.forEach(({ outcome: id, by, hold, definition, grades }, index) => {
      const outcome = byId.get(id);
      if (outcome === undefined) return;
      const at = `figures[${index}]`;
      if (grades !== null && outcome.severe === undefined) {
        list.add(`${at}.grades`, "grades-of-severe", `"${id}" counts all grades; remove it`);
      }
      const wanted = outcome.by;
      const isUnsaid = by === undefined && ofLaboratory.test(definition ?? "");
      if (wanted === undefined && by !== undefined) {
        list.add(`${at}.by`, "counted-by", `"${id}" is counted in one way only; remove it`);
      } else if (hold === null && (by !== wanted || isUnsaid)) {
        const message = `"${id}" is counted by ${wanted ?? "reports"}, this by ${by ?? "what is not stated"}; hold it as "different-definition"`;
        list.add(`${at}.by`, "counted-by", message);
      }
    });
  });
}

/** What was given together fits the regimen, and its names are known. */
export function regimenProblems({ cohorts, products }: Evidence): Problem[] {
  const drugs = drugsKnown({ products });
  return ofEachCohort(cohorts, ({ regimen, regimenPartners, admittedLines }, list) => {
    expectPartners("regimenPartners", regimen, regimenPartners, list);
    expectDrugs("regimenPartners", regimenPartners ?? [], drugs, list);
    if (admittedLines) expectLines("admittedLines", admittedLines, list);
  });
}

const millisecondsPerMonth = (365.25 / 12) * 24 * 60 * 60 * 1000;

/** No median follow-up is longer than the time since the first patient was enrolled. */
export function followUpProblems({ cohorts, review }: Evidence): Problem[] {
  return ofEachCohort(cohorts, (cohort, list) => {
    const from = cohort.enrolment?.from ?? null;
    if (from === null) return;
    const longest = (endOf(review.dataDate) - Date.parse(from)) / millisecondsPerMonth;
    const check = (at: string, followUpMonths: number | null): void => {
      if (followUpMonths === null || followUpMonths <= longest) return;
      list.add(
        `${at}followUpMonths`,
        "follow-up-within-trial",
        `${followUpMonths} months, but enrolment began in ${from}, ${Math.floor(longest)} months before the date of the data`,
      );
    };
    check("", cohort.followUpMonths);
    for (const field of ["figures", "landmarks", "medians", "sources"] as const) {
      cohort[field].forEach(({ followUpMonths }, index) => {
        check(`${field}[${index}].`, followUpMonths);
      });
    }
  });
}

/** The end of the day; of a month or year alone, its last day. */
function endOf(date: string): number {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  return day === undefined ? Date.UTC(year, month, 1) : Date.UTC(year, month - 1, day + 1);
}

/** What is said of the kinds of earlier BCMA-directed therapy fits together. */
export function priorBcmaProblems({ cohorts }: Evidence): Problem[] {
  return ofEachCohort(cohorts, (cohort, list) => {
    cohort.priorBcmaKinds.forEach((one, index) => {
      checkKind(one, `priorBcmaKinds[${index}]`, cohort, list);
    });
  });
}

type Kind = Cohort["priorBcmaKinds"][number];

function checkKind(one: Kind, at: string, cohort: Cohort, list: ProblemList): void {
  const { kind, directed, n, of, percentPrinted, responders } = one;
  if ((n ?? 0) > of || (responders ?? 0) > (n ?? of)) {
    list.add(`${at}.n`, "events-not-above-n", `${responders} responders of ${n} of ${of}`);
  }
  if (n !== null && percentPrinted !== null && Math.abs((100 * n) / of - percentPrinted) > 0.5) {
    list.add(
      `${at}.percentPrinted`,
      "percent-fits-count",
      `${n} of ${of} is not ${percentPrinted} %`,
    );
  }
  if (cohort.priorBcmaKinds.filter((other) => other.kind === kind).length > 1) {
    list.add(`${at}.kind`, "prior-bcma-agrees", `${kind} is given twice`);
  }
  if (directed && kind === "gprc5d") {
    list.add(`${at}.directed`, "prior-bcma-agrees", "GPRC5D is not BCMA");
  }
  if (directed && n !== 0 && cohort.priorBcma !== "required" && cohort.priorBcma !== "some") {
    list.add(`${at}.directed`, "prior-bcma-agrees", `priorBcma is "${cohort.priorBcma}"`);
  }
}

/** The overlap graph is symmetric and contains only cohorts of our data. */
export function overlapProblems({ cohorts }: Evidence): Problem[] {
  const byId = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  return ofEachCohort(cohorts, (cohort, list) => {
    const seen = new Set<string>();
    cohort.overlaps.forEach((edge, index) => {
      const at = `overlaps[${index}]`;
      const other = byId.get(edge.with);
      list.expectOnce(at, "overlap-unique", edge.with, seen, `"${edge.with}" is named twice`);
      if (edge.with === cohort.id) {
        list.add(`${at}.with`, "overlap-exists", "a cohort cannot overlap with itself");
      } else if (!other) {
        list.add(`${at}.with`, "overlap-exists", `no cohort "${edge.with}"`);
      } else if (
        !other.overlaps.some(({ with: back, kind }) => back === cohort.id && kind === edge.kind)
      ) {
        list.add(
          at,
          "overlap-symmetric",
          `${cohortFile(other)} must name "${cohort.id}" as "${edge.kind}" too`,
        );
      }
    });
    if (cohort.labelPool && cohort.overlaps.every(({ kind }) => kind !== "contained")) {
      list.add("overlaps", "label-pool-has-parts", 'a pool names its parts as "contained"');
    }
  });
}

/** RoB 2 asks about randomisation, so a rating with it belongs to an arm of a randomised trial. */
export function riskOfBiasProblems({ cohorts }: Evidence): Problem[] {
  return ofEachCohort(cohorts, (cohort, list) => {
    cohort.riskOfBias?.ratings.forEach(({ tool }, index) => {
      if (tool !== "RoB 2" || cohort.design === "randomised-arm") return;
      const message = `RoB 2 rates randomised trials; the design is "${cohort.design}"`;
      list.add(`riskOfBias.ratings[${index}].tool`, "rob-2-is-randomised", message);
    });
  });
}

/** @returns The counted outcome of this id, if the class of the cohort can have it. */
export function countedOutcome(
  id: string,
  at: string,
  { therapyClass }: Cohort,
  outcomes: Evidence["outcomes"],
  list: ProblemList,
): Evidence["outcomes"][number] | undefined {
  const outcome = outcomes.find((one) => one.id === id);
  if (outcome?.kind !== "count") list.add(at, "outcome-exists", `no counted outcome "${id}"`);
  else if (outcome.appliesTo.includes(therapyClass)) return outcome;
  else list.add(at, "outcome-applies", `"${id}" does not exist for ${therapyClass}`);
  return undefined;
}

/** What a cohort names must exist, in another file or in the same one. */
export function referenceProblems({ cohorts, products, outcomes }: Evidence): Problem[] {
  return ofEachCohort(cohorts, (cohort, list) => {
    const product = products.find(({ slug }) => slug === cohort.product);
    if (!product) {
      list.add("product", "product-exists", `no file data/products/${cohort.product}.json`);
    } else if (product.therapyClass !== cohort.therapyClass) {
      list.add(
        "therapyClass",
        "product-class-agrees",
        `${product.slug} is "${product.therapyClass}" in its product file`,
      );
    }
    cohort.figures.forEach((figure, index) => {
      countedOutcome(figure.outcome, `figures[${index}].outcome`, cohort, outcomes, list);
      for (const part of partsOfDefinition(figure.definition ?? "")) {
        if (typeof part === "string") continue;
        list.expectSource(`figures[${index}].definition`, part.source, cohort.sources);
      }
    });
    for (const field of ["figures", "landmarks", "medians", "timing", "priorBcmaKinds"] as const) {
      cohort[field].forEach(({ source }, index) => {
        list.expectSource(`${field}[${index}].source`, source, cohort.sources);
      });
    }
  });
}
