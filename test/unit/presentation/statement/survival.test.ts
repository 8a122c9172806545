import { describe, expect, it } from "vitest";
import type { Row } from "#core/answer/answer.ts";
import { dataset } from "#core/dataset.ts";
import type { FamilyMonths } from "#core/evidence/survival-months.ts";
import type { SurvivalFamily } from "#data/medians.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { survivalOf as survivalIn } from "#presentation/statement/survival.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareWithSources } from "#server/answers/class-answer.ts";
import { screenEvidence } from "#server/answers/screen-evidence.ts";
import { comparison, noPool, pool, row, study } from "../../../support/answers.ts";
import { asked } from "../../../support/queries.ts";

const landmark = (outcome: string, over: Partial<Row> = {}) =>
  row({ outcome, group: "survival", ...over });

interface Given {
  included?: readonly string[];
  known?: Partial<Record<SurvivalFamily, Partial<FamilyMonths>>>;
}

function found(outcomes: readonly Row[], { included = [], known = {} }: Given = {}) {
  const one = comparison({ outcomes });
  const answer = {
    ...one,
    selection: {
      ...one.selection,
      included: included.map((product) => ({
        cohort: product,
        label: product,
        product,
        group: "car-t" as const,
        therapyClass: "car-t" as const,
      })),
    },
  };
  const evidence = {
    monthsOf: (family: SurvivalFamily) => ({ trials: [], small: [], ...known[family] }),
    compared: [],
  };
  return survivalIn(statementOf(answer, english), answer, evidence, english);
}

function screenOf(question: string) {
  const answer = compareWithSources(asked(question, dataset));
  return survivalIn(statementOf(answer, english), answer, screenEvidence(answer), english);
}

describe("survival, trial by trial", () => {
  it("opens the months that any trial prints, and has no number of a class", () => {
    const pools = { "car-t": pool({ studies: [study({})] }), bsab: noPool };
    const silent = { "car-t": noPool, bsab: noPool };
    const { rows, survival } =
      found([
        landmark("os-24", { pools }),
        landmark("os-6", { pools }),
        landmark("os-9", { pools: silent }),
      ]) ?? {};
    expect(survival?.families[0]?.opened).toEqual([6, 24]);
    expect(rows?.map(({ outcome }) => outcome)).toEqual(["os-24", "os-6"]);
    for (const { sides, difference, missing } of rows ?? []) {
      expect([sides["car-t"].rate, sides.bsab.rate, difference, missing]).toEqual([
        null,
        null,
        null,
        "",
      ]);
    }
  });

  it("never calls randomised trials not randomised", () => {
    for (const question of ["outcome=survival", "outcome=survival&lines=1"]) {
      const { verdict, certainty } = screenOf(question) ?? {};
      expect(certainty).toBe(english.survival.certainty("trial"));
      expect(`${verdict?.lead} ${certainty}`).not.toContain("not randomised");
    }
  });
});
