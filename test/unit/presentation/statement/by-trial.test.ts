import { describe, expect, it } from "vitest";
import type { Pool } from "#core/answer/answer.ts";
import { productEvidence } from "#presentation/statement/by-trial.ts";
import { catalogue } from "#words/catalogue.ts";
import {
  median,
  monthOfTrial,
  noPool,
  percentageAlone,
  pool,
  productPool,
  study,
} from "../../../support/answers.ts";

const citation = { text: "A paper", href: null, locator: null, tier: 1, publication: null };
const linesOf = (made: Pool) =>
  productEvidence(made, { grades: null }, "bispecifics", catalogue).map(
    ({ name, count, trials }) => ({
      line: [name, count].filter(Boolean).join(" "),
      trials: trials.map((trial) => [trial.label, trial.count].filter(Boolean).join(" ")),
      cited: trials.every((trial) => trial.citation !== null),
    }),
  );
const without = (over: Partial<Pool>): Pool => ({ ...noPool, regimen: "monotherapy", ...over });

describe("the products of a class in the report", () => {
  it("have first what the number holds, then small trials, each with its source", () => {
    const made = pool({
      products: [productPool("b-cel", { events: 50, n: 100 })],
      studies: [study({ product: "b-cel", label: "B", cohort: "b", citation })],
      smaller: [study({ product: "a-cel", label: "A", cohort: "a", events: 4, n: 20, citation })],
    });
    expect(linesOf(made)).toEqual([
      { line: "b-cel 50 of 100", trials: ["B 50 of 100"], cited: true },
      { line: "a-cel 4 of 20 more", trials: ["A"], cited: true },
    ]);
  });

  it("are all there where of one a figure of the month is known and of others a bound or a median", () => {
    const made = without({
      status: "by-trial",
      products: [productPool("a-cel", { events: null, n: 100 })],
      studies: [
        study({ product: "a-cel", label: "A", cohort: "a", events: null, printed: "pfs-12" }),
      ],
      months: [
        monthOfTrial({ product: "a-cel", label: "A", cohort: "a" }),
        monthOfTrial({ product: "b-cel", label: "B", cohort: "b", kind: "below-half" }),
        monthOfTrial({
          ...{ product: "d-cel", label: "D", cohort: "d", kind: "at-least", survival: 0.618 },
          ...{ month: 18, regimen: "combination" },
        }),
      ],
      medians: [median({ product: "c-cel", label: "C", cohort: "c", months: 9 })],
    });
    expect(linesOf(made).map(({ line }) => line)).toEqual([
      "a-cel",
      "b-cel fewer than 50 of 100 by the median",
      "c-cel median 9 months",
      "d-cel with other myeloma drugs at least 61 of 100 (at 18 months)",
    ]);
  });

  it("say of a percentage, a part and the wider outcome what they are", () => {
    const part = study({ product: "b-cel", cohort: "b", label: "B", events: 5, n: 117 });
    const made = without({
      broader: [study({ product: "a-cel", cohort: "a", label: "A", events: 23, n: 128 })],
      notPooled: [percentageAlone({ product: "c-cel", label: "C" })],
      narrower: [
        {
          ...{ outcome: "death-infection", label: "Death from infection" },
          studies: [{ ...part, estimate: 5 / 117 }],
        },
      ],
    });
    expect(linesOf(made).map(({ line, trials }) => [line, ...trials])).toEqual([
      ["any neurotoxicity: a-cel", "A 23 of 128"],
      ["death from infection: b-cel 5 of 117: at least 4 of 100", "B"],
      [`c-cel ${catalogue.codes.shown.unpooled(17)}`, "C"],
    ]);
  });
});
