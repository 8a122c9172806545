/** The sheets of filters in words, and the names of groups: every choice has a name of its own. */
import { describe, expect, it } from "vitest";
import { type ChoiceName, makeQuestionChoices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { makeGrouping } from "#core/evidence/dimensions.ts";
import { dimensionNames, thresholdExamples } from "#core/question/dimensions.ts";
import { collectAllowedWordsByField, lookUpParameter } from "#core/question/parameter-values.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { makeQuestionSheet } from "#presentation/views/sheet.ts";
import { makeShortAndLongGroupName } from "#presentation/words/groups.ts";
import { parametersOnSheets } from "#presentation/words/parameter-words.ts";
import { anyCohort } from "../../../support/any-cohort.ts";
import { queryOf } from "../../../support/queries.ts";

const words = collectAllowedWordsByField(dataset);
const offered = parameterNames.filter((name) => lookUpParameter(name).section !== undefined);
const names = ["preset", ...offered] as ChoiceName[];

function listsTo(question: string) {
  const made = makeQuestionChoices(queryOf(question, dataset), dataset);
  const { main, sections } = makeQuestionSheet(made);
  return { choices: made.choices, lists: [...main, ...sections.flatMap(({ lists }) => lists)] };
}

// Lists that have nothing to choose are not offered: a question may leave out no cohort.
const all = listsTo(`availability=any&exclude=${anyCohort.id}`);

it("every filter is offered once", () => {
  expect(all.lists.map(({ name }) => name).sort()).toEqual([...names].sort());
});

it.each(names)("the words of %s name every value, and none that does not exist", (name) => {
  const values = all.choices[name].map(({ value }) => value);
  const list = all.lists.find((entry) => entry.name === name);
  const labels = [...(list?.choices ?? []), ...(list?.unlabelled ?? [])];
  expect(labels).toHaveLength(values.length);
  for (const [index, { label }] of labels.entries()) {
    expect(label).toMatch(/\w/);
    const value = values[index] ?? "";
    // The label of a product may be the same as its id.
    if (name !== "product" && /[a-z]/.test(value)) expect(label).not.toBe(value);
  }
  const existing = [...(name === "preset" ? [] : words[name]), name === "product" ? "all" : "any"];
  for (const value of Object.keys(parametersOnSheets[name].values ?? {})) {
    for (const word of value.split(",")) expect(existing).toContain(word);
  }
});

it("no word says what to choose", () => {
  // Recommended doses, a value of a filter, are those of labels.
  const words = names.map((name) => ({ ...parametersOnSheets[name], description: "" }));
  expect(JSON.stringify(words)).not.toMatch(
    /\b(should|prefer\w*|better|best|advis\w*|recommend(?!ed"))/i,
  );
});

describe("the names of groups", () => {
  it.each([
    ...dimensionNames,
    ...Object.entries(thresholdExamples).map(([name, example]) => `${name}:${example}`),
  ])("by %s differ from each other, and those of a cut are words", (dimension) => {
    const { groups } = makeGrouping(dimension, dataset)(dataset.cohorts);
    const shortNames = groups.map(({ id }) => makeShortAndLongGroupName(id, dimension).short);
    expect(new Set(shortNames).size).toBe(shortNames.length);
    for (const name of shortNames) expect(name).not.toMatch(/^(?:under|from)-/);
  });
});
