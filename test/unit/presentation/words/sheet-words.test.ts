import { describe, expect, it } from "vitest";
import { type ChoiceName, choices } from "#core/choices/choices.ts";
import { dataset } from "#core/dataset.ts";
import { vocabulary } from "#core/question/parameter-values.ts";
import { parameters } from "#core/question/parameters.ts";
import { offered as atOnce } from "#data/generated/sheet-data.ts";
import { type Offered, saidOf, settingOf, valuesOf } from "#widget/sheets/offered.ts";
import { sheets as enSheets } from "#words/sheets.ts";
import { anyCohort } from "../../../support/any-cohort.ts";
import { asked } from "../../../support/queries.ts";

const words = vocabulary(dataset);
const names = Object.keys(enSheets.parameters) as ChoiceName[];

function offered(text: string, counted = true): Offered {
  const answer = choices(asked(text, dataset), dataset);
  return {
    query: text,
    choices: counted ? answer : null,
    waiting: !counted,
    sheets: enSheets,
    onChoose: () => undefined,
  };
}

const labels = (text: string, name: ChoiceName, counted = true) =>
  valuesOf(name, offered(text, counted)).map(({ label }) => label);

describe("the words of the sheets", () => {
  it.each(names)("name every value of %s", (name) => {
    for (const { value, label } of valuesOf(name, offered("availability=any"))) {
      expect(label).toMatch(/\w/);
      // The label of a product may be the same as its id.
      if (name !== "product" && /[a-z]/.test(value)) expect(label).not.toBe(value);
    }
  });

  it.each(names.filter((name) => enSheets.parameters[name].values))(
    "of %s are those of values that exist",
    (name) => {
      const known = name === "preset" ? [] : words[name];
      const extra = name === "product" ? ["all"] : ["any"];
      for (const value of Object.keys(enSheets.parameters[name].values ?? {})) {
        expect([...known, ...extra]).toContain(value);
      }
    },
  );

  it.each([
    ["prior-lines", ["Any", "Up to 4", "4 to 6", "6 and more"]],
    ["age", ["Any", "Up to 60", "60 to 65", "65 and more"]],
    ["prior-bcma", ["Not required for entry", "Required for entry", "Both"]],
    ["emd", ["Any", "Up to 20 %", "20 to 40 %", "40 % and more"]],
    ["set", ["As Annals of Hematology 2025", "As Yang 2021"]],
  ] as const)("label %s in plain words", (name, expected) => {
    expect(labels("", name)).toEqual(expected);
  });

  it("hold the ready-made questions of the data", () => {
    expect(labels("", "preset")).toEqual(dataset.presets.map(({ label }) => label));
  });

  it("never say what to choose", () => {
    const text = JSON.stringify(enSheets, (_, value) =>
      typeof value === "function" ? String(value) : value,
    );
    const titles = Object.values(enSheets.parameters).map(({ title }) => title);
    expect(`${text} ${titles.join(" ")}`.replace(/recommended:/g, "")).not.toMatch(
      /\b(should|prefer\w*|better|best|advis\w*|recommend(?!ed"))/i,
    );
  });
});

describe("before the cohorts are counted", () => {
  it.each(Object.keys(atOnce) as ChoiceName[])(
    "the choices of %s are those that will be counted",
    (name) => {
      expect(labels("", name, false)).toEqual(labels("", name));
    },
  );
});

describe("what a filter is set to", () => {
  it.each([
    ["", "evidence", "Clinical trials", null],
    ["evidence=all", "evidence", "Both", "all"],
    ["target=gprc5d,fcrh5", "target", "GPRC5D, FcRH5", "gprc5d,fcrh5"],
    ["emd=13-27", "emd", "13 to 27 %", "13-27"],
    [`exclude=${anyCohort.id}`, "exclude", anyCohort.label, anyCohort.id],
    // A published set also sets parameters that the question does not mention.
    ["set=vandenboom-2025", "definition", "Other neurotoxicity stands in for ICANS", null],
  ] as const)('for "%s" %s says "%s"', (text, name, setting, said) => {
    expect(settingOf(name, offered(text))).toBe(setting);
    expect(saidOf(name, offered(text))).toBe(said);
  });
});

it("every range has choices of its own", () => {
  const all = offered("");
  for (const name of names) {
    if (name === "preset" || parameters[name].form !== "range") continue;
    expect(valuesOf(name, all).length, name).toBe(4);
  }
});
