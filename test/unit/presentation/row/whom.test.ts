/** Groups that do not count the same patients say whom they count. */
import { expect, it } from "vitest";
import type { Study } from "#core/answer/answer.ts";
import { isOfOtherPatients, whomText } from "../../../../functions/presentation/row/whom.ts";
import { pool, study } from "../../../support/answers.ts";

const trial = (cohort: string, population: Study["population"]) =>
  study({ cohort, trial: cohort, population });
const late = pool({ studies: [trial("a", "treated"), trial("b", "safety")] });
const early = pool({ studies: [trial("c", "randomised"), trial("d", "treated")] });

it("says of a group whom its trials count", () => {
  expect(whomText(late, "car-t")).toBe("infused patients only");
  expect(whomText(early, "car-t")).toBe(
    "1 trial: infused patients only; 1 trial: all randomised, infused or not",
  );
  expect(whomText(pool({ studies: [] }), "bsab")).toBe("");
});

it("is said only where groups differ in it", () => {
  const groups = ["late", "early"];
  expect(isOfOtherPatients({ pools: { late, early } }, { groups })).toBe(true);
  expect(isOfOtherPatients({ pools: { late, early: late } }, { groups })).toBe(false);
});
