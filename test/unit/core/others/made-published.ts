/** A made-up meta-analysis whose one result passes every rule of the gate. */
import type { Published, PublishedResult, PublishedScope } from "#data/schema.ts";

const wholeClass: PublishedScope = {
  disease: "myeloma",
  group: "class",
  target: "bcma",
  priorLines: [3, null],
  evidence: "trial",
  definition: "ours",
};

export function printedResult(
  over: Partial<PublishedResult> = {},
  scope: Partial<PublishedScope> = {},
): PublishedResult {
  return {
    outcome: "orr",
    measure: null,
    group: "CAR-T",
    therapyClass: "car-t",
    ask: null,
    k: null,
    events: null,
    n: null,
    estimatePercent: 80,
    intervalPercent: [70, 90],
    rangePercent: null,
    value: null,
    valueInterval: null,
    i2: null,
    followUpMonths: null,
    comparison: null,
    definition: null,
    oddity: null,
    ...over,
    scope: { ...wholeClass, ...scope },
  };
}

export function publication(over: Partial<Published> = {}): Published {
  return {
    id: "made-2024",
    citation: "Made J. 2024.",
    doi: "10.1000/made",
    year: 2024,
    searchedTo: null,
    question: "made up",
    k: { studies: 20 },
    n: null,
    model: null,
    seenAt: null,
    locator: "table",
    kind: "full-text",
    tier: 1,
    results: [printedResult()],
    set: null,
    notes: null,
    ...over,
  };
}
