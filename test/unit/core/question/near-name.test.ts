import { expect, it } from "vitest";
import { nearName } from "#core/question/near-name.ts";
import { parameterNames } from "#core/question/parameter-names.ts";

it.each(parameterNames)("%s is nearest to itself", (name) => {
  expect(nearName(name, parameterNames)).toBe(name);
});

it.each([
  ["priorLines", "prior-lines"],
  ["PRIOR_LINES", "prior-lines"],
  ["line", "lines"],
  ["linesOfPatient", "lines"],
  ["li", undefined],
  ["colour", undefined],
])("%s is written like %s", (written, near) => {
  expect(nearName(written, parameterNames)).toBe(near);
});
