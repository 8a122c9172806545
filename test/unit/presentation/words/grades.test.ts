import { expect, it } from "vitest";
import { gradesOfRow } from "#presentation/words/grades.ts";

it.each([
  [[7, 7, 0, 0], "grade 3 or 4, deaths apart"],
  [[7, 0, 7, 0], "grade ≥ 3"],
  [[7, 5, 2, 0], "grade 3 or 4; 2 of 7 trials count deaths, too"],
  [[7, 5, 0, 2], "grade 3 or 4; in 2 of 7 trials not reported whether with deaths"],
  [[7, 0, 5, 2], "grade ≥ 3; in 2 of 7 trials not reported whether with deaths"],
  [[7, 2, 3, 2], "grade 3 or 4; at least 3 of 7 trials count deaths, too"],
  [[7, 0, 0, 7], "grade 3 and higher; whether with deaths is not reported"],
  [[0, 0, 0, 0], null],
] as const)(
  "of %j trials is said: %s",
  ([trials, withoutDeaths, withDeaths, notReported], said) => {
    expect(gradesOfRow({ trials, withoutDeaths, withDeaths, notReported }, "trial")).toBe(said);
  },
);
