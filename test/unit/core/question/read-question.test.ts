import { expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { parsePresetQuestionsOrThrow } from "#core/question/parse-query.ts";
import { queryOf } from "../../../support/queries.ts";

it("reads a preset as it reads the same question in a URL", () => {
  const presets = [{ id: "early", label: "Early", query: { lines: "1", age: "65-" } }];
  expect(parsePresetQuestionsOrThrow({ ...dataset, presets })).toEqual([
    { id: "early", label: "Early", query: queryOf("lines=1&age=65-", dataset) },
  ]);
});

it("refuses a preset that asks for what does not exist, by its name", () => {
  const presets = [{ id: "odd", label: "Odd", query: { lines: "middle" } }];
  expect(() => parsePresetQuestionsOrThrow({ ...dataset, presets })).toThrow(/preset odd .*lines/);
});
