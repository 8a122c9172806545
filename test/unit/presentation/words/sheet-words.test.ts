/** The sheets of filters in words: what every choice is called, and what a filter is set to. */
import { describe, expect, it } from "vitest";
import { type ChoiceName, choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { vocabulary } from "#core/question/parameter-values.ts";
import { type ChoiceList, sheetsOf } from "#presentation/views/sheet.ts";
import { parametersOnSheets } from "#presentation/words/parameters.ts";
import { anyCohort } from "../../../support/any-cohort.ts";
import { queryOf } from "../../../support/queries.ts";

const words = vocabulary(dataset);
const names = Object.keys(parametersOnSheets) as ChoiceName[];

const choicesOf = (question: string) => choices(queryOf(question, dataset), dataset);
const sheetsTo = (question: string) => sheetsOf(choicesOf(question));

function listOf(question: string, name: ChoiceName): ChoiceList {
  const { main, sections } = sheetsTo(question);
  const all = [...main, ...sections.flatMap((one) => one.lists)];
  const found = all.find((list) => list.name === name);
  if (!found) throw new Error(`no list of ${name}`);
  return found;
}

/** Lists that have nothing to choose are not offered: a question may leave out no cohort. */
const question = `availability=any&exclude=${anyCohort.id}`;

describe("the words of the sheets", () => {
  it("are of every filter, each offered once", () => {
    const { main, sections } = sheetsTo(question);
    const offered = [...main, ...sections.flatMap((one) => one.lists)];
    expect(offered.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it.each(names)("name every value of %s", (name) => {
    const values = choicesOf(question).choices[name].map(({ value }) => value);
    const list = listOf(question, name);
    const all = [...list.choices, ...(list.unlabelled ?? [])];
    expect(all).toHaveLength(values.length);
    for (const [index, { label }] of all.entries()) {
      expect(label).toMatch(/\w/);
      const value = values[index] ?? "";
      // The label of a product may be the same as its id.
      if (name !== "product" && /[a-z]/.test(value)) expect(label).not.toBe(value);
    }
  });

  it.each(names.filter((name) => parametersOnSheets[name].values))(
    "of %s are those of values that exist",
    (name) => {
      const known = name === "preset" ? [] : words[name];
      const extra = name === "product" ? ["all"] : ["any"];
      for (const value of Object.keys(parametersOnSheets[name].values ?? {})) {
        for (const word of value.split(",")) expect([...known, ...extra]).toContain(word);
      }
    },
  );

  it("never say what to choose", () => {
    const text = JSON.stringify(parametersOnSheets);
    const titles = Object.values(parametersOnSheets).map(({ title }) => title);
    expect(`${text} ${titles.join(" ")}`.replace(/recommended:/g, "")).not.toMatch(
      /\b(should|prefer\w*|better|best|advis\w*|recommend(?!ed"))/i,
    );
  });
});

it("medians beside a range are those that every other filter leaves, of each class that has cohorts then", () => {
  const { medians = {} } = listOf("age=90-", "age");
  expect(Object.keys(medians)).toEqual(["car-t", "bsab"]);
  expect(Object.keys(listOf("therapy-class=car-t", "age").medians ?? {})).toEqual(["car-t"]);
  expect(listOf("", "emd").medians).toBeUndefined();
});
