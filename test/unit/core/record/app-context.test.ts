import fc from "fast-check";
import { expect, it } from "vitest";
import { appContextOf, questionIn } from "#core/record/app-context.ts";

it.each(["", "setting=early", "age=65-&setting=early"])("carries the question %j", (question) => {
  expect(questionIn(appContextOf(question))).toBe(question);
  expect(questionIn(JSON.parse(appContextOf(question)))).toBe(question);
});

it("is null for anything else, and never throws", () => {
  expect(["{", "null", "[]", '{"question":1}', "5", null].map(questionIn)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
  fc.assert(
    fc.property(fc.anything(), (value) => {
      questionIn(value);
    }),
  );
});
