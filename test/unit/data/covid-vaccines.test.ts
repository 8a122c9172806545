import { expect, it } from "vitest";
import { covidVaccinesOf } from "#data/build/covid-vaccines.ts";

it.each([
  [null, null],
  [{ from: null, to: null }, null],
  [{ from: "2018-07", to: "2019-10" }, "before"],
  [{ from: null, to: "2020-12-31" }, "before"],
  [{ from: "2020", to: "2020" }, "before"],
  [{ from: "2020-12", to: "2021-01" }, "across"],
  [{ from: "2019-05", to: null }, null],
  [{ from: null, to: "2022" }, null],
  [{ from: "2021-01", to: null }, "after"],
  [{ from: "2021", to: "2023" }, "after"],
])("patients enrolled %j were enrolled: %j", (enrolment, when) => {
  expect(covidVaccinesOf({ enrolment })).toBe(when);
});
