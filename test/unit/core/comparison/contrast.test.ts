/** Two single trials: Newcombe's difference beside that of the posteriors. */
import { describe, expect, it } from "vitest";
import { beyond } from "#core/comparison/beyond.ts";
import { compare } from "#core/comparison/compare.ts";
import { asked } from "#core/question/read-question.ts";
import { bispecific, cohort, datasetOf, figure, landmark } from "../../../support/cohorts.ts";

describe("the difference between two single trials", () => {
  it("is that of Newcombe (1998), table II: 56 of 70 and 48 of 80", () => {
    const evidence = datasetOf([
      cohort("c", { figures: [figure("orr", 56, 70)] }),
      bispecific("b", { figures: [figure("orr", 48, 80)] }),
    ]);
    const [row] = compare(asked("outcome=orr", evidence), evidence, beyond).outcomes;
    const { observed } = row?.contrasts[0] ?? {};
    expect(observed?.differencePer100).toBeCloseTo(20, 3);
    expect(observed?.differenceInterval[0]).toBeCloseTo(5.24, 2);
    expect(observed?.differenceInterval[1]).toBeCloseTo(33.39, 2);
    expect(row?.contrasts[0]?.differencePer100).not.toBeCloseTo(20, 1);
  });

  it("of survival follows from the printed intervals", () => {
    const at = (survival: number, interval: [number, number]) => ({
      landmarks: [landmark("pfs-12", survival, { interval })],
    });
    const evidence = datasetOf([
      cohort("c", at(0.8, [0.7, 0.87])),
      bispecific("b", at(0.6, [0.5, 0.69])),
    ]);
    const [row] = compare(asked("outcome=pfs-12", evidence), evidence, beyond).outcomes;
    const [low, high] = row?.contrasts[0]?.observed?.differenceInterval ?? [];
    expect(low).toBeCloseTo(20 - 100 * Math.hypot(0.1, 0.09), 3);
    expect(high).toBeCloseTo(20 + 100 * Math.hypot(0.07, 0.1), 3);
  });

  it("is missing where one side has two", () => {
    const evidence = datasetOf([
      cohort("c", { figures: [figure("orr", 56, 70)] }),
      cohort("d", { figures: [figure("orr", 50, 70)] }),
      bispecific("b", { figures: [figure("orr", 48, 80)] }),
    ]);
    const [row] = compare(asked("outcome=orr", evidence), evidence, beyond).outcomes;
    expect(row?.contrasts[0]).toMatchObject({ status: "ok", observed: null });
    expect(row?.pools.bsab.observed).toMatchObject({ events: 48, n: 80, estimate: 0.6 });
    expect(row?.pools["car-t"].observed).toBeNull();
  });
});
