/** A product in one line of a table: its label, how it is given, and what warns, as a region has it. */
import type { Approval } from "#data/schema.ts";
import { catalogue } from "../../words/catalogue.ts";
import {
  factsIn,
  fullDoseFacts,
  type ProductFacts,
  productFacts,
  type StatedFact,
} from "./facts.ts";
import { type LabelLine, labelLines } from "./label.ts";

type Region = Approval["region"];

export type LineFact = Pick<StatedFact, "text" | "marks" | "sources">;

export interface ProductLine {
  /** Of the labels in force; 99 where no number is known. */
  leastLines: number;
  facts: Readonly<Record<"label" | "given" | "boxed" | "rems", readonly LineFact[]>>;
}

const { label, marks } = catalogue.product;

/** @param region `null`: of all regions. */
export function productLine(product: ProductFacts, region: Region | null): ProductLine {
  const known = productFacts(product);
  const inForce = product.approvals.filter(
    (one) => one.inForce && (region === null || one.region === region),
  );
  const wait = known.wait.length > 0 ? known.wait : fullDoseFacts(product);
  const boxed = factsIn(known.boxed, region);
  return {
    leastLines: Math.min(99, ...inForce.flatMap(({ priorLines }) => priorLines.min ?? [])),
    facts: {
      label: labelLines(product, region, region === null ? "lines" : "all").map((line) =>
        labelFact(line, region),
      ),
      given: [known.course, wait, known.inpatient].flatMap((facts) =>
        factsIn(facts, region).map(withTwoSources),
      ),
      boxed: boxed.length === 0 ? [] : [inOne(boxed)],
      rems: factsIn(known.rems, region).map(withTwoSources),
    },
  };
}

/** The page of the product has the others. */
function withTwoSources<F extends LineFact>(fact: F): F {
  return { ...fact, sources: fact.sources.slice(0, 2) };
}

/** In one region all that its label asks for; of all regions the lines only, and where. */
function labelFact({ lines, asks, places }: LabelLine, region: Region | null): LineFact {
  const where = [
    ...new Set(
      places.map((place) =>
        place.isUnsure
          ? `${label.region(place.region)} (${marks.lowConfidence})`
          : label.region(place.region),
      ),
    ),
  ];
  return {
    text:
      region === null ? `${lines}: ${where.join(", ")}` : [lines, asks].filter(Boolean).join("; "),
    marks: region !== null && places.some(({ isUnsure }) => isUnsure) ? [marks.lowConfidence] : [],
    sources: [...new Set(places.flatMap(({ sources }) => sources.slice(0, 1)))].slice(0, 2),
  };
}

function inOne(facts: readonly StatedFact[]): LineFact {
  return {
    text: facts.map(({ short, text }) => short ?? text).join(", "),
    marks: [...new Set(facts.flatMap(({ marks }) => marks))],
    sources: [...new Set(facts.flatMap(({ sources }) => sources))],
  };
}

/** Of the oldest source behind a line that has a date of its own. */
export function oldestDate({ facts }: ProductLine, { sources }: ProductFacts): string | null {
  const dates = Object.values(facts)
    .flat()
    .flatMap((fact) => fact.sources)
    .flatMap((index) => {
      const source = sources[index];
      return source?.dateOf === "source" && source.date !== null ? [source.date] : [];
    });
  return dates.sort()[0] ?? null;
}
