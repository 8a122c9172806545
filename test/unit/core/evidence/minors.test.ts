import { describe, expect, it } from "vitest";
import { type Answering, type MinorsItem, minorsItems, minorsOf } from "#core/evidence/minors.ts";

const silent: Answering = {
  design: "single-arm",
  followUpMonths: null,
  figures: [],
  landmarks: [],
  medians: [],
  riskOfBias: { stated: { consecutive: null, independent: null, lossBelow5: null } },
};

function asked(item: MinorsItem, known: Partial<Answering> = {}) {
  return minorsOf({ ...silent, ...known }).find((one) => one.item === item);
}

function response(definition: string | null, outcome = "orr") {
  return { outcome, definition, population: "treated", followUpMonths: null } as const;
}

const notReported = { answer: "not-reported", basis: null };

describe("what a record answers of MINORS", () => {
  it("answers each item once and adds nothing up", () => {
    expect(minorsOf(silent).map(({ item }) => item)).toEqual([...minorsItems]);
    for (const one of minorsOf(silent))
      expect(Object.keys(one)).toEqual(["item", "answer", "basis"]);
  });

  it.each(["consecutive", "independent", "followUp", "lossBelow5"] as const)(
    "never takes silence for a no: %s",
    (item) => {
      expect(asked(item)).toEqual({ item, ...notReported });
    },
  );

  it.each(["consecutive", "independent", "lossBelow5"] as const)(
    "repeats what a source states: %s",
    (item) => {
      for (const answer of ["yes", "no"] as const) {
        const statement = {
          answer,
          locator: "methods",
          citation: "Somebody",
          doi: null,
          pmid: null,
          seenAt: null,
          tier: 1,
        } as const;
        const stated = { ...silent.riskOfBias.stated, [item]: statement };
        expect(asked(item, { riskOfBias: { stated } })).toEqual({
          item,
          answer,
          basis: { field: `riskOfBias.stated.${item}`, value: "methods" },
        });
      }
    },
  );

  it.each([
    ["single-arm", "yes"],
    ["dose-escalation", "yes"],
    ["randomised-arm", "yes"],
    ["retrospective", "no"],
  ] as const)("a %s design is prospective: %s", (design, answer) => {
    const basis = { field: "design", value: design };
    expect(asked("prospective", { design })).toEqual({ item: "prospective", answer, basis });
  });
});

describe("independent review", () => {
  it.each([
    "IRC, >=PR, 12.4 mo",
    "BICR, confirmed, >=PR",
    ">=PR, IRC primary endpoint; count not unique",
    "by an independent review committee",
    "assessed by independent central review",
    "investigator 63 %; IRC 61 %",
  ])("is named by %s", (definition) => {
    const figures = [response(null), response(definition)];
    const basis = { field: "figures[1].definition", value: definition };
    expect(asked("independent", { figures })).toEqual({
      item: "independent",
      answer: "yes",
      basis,
    });
  });

  it.each([
    null,
    ">=PR",
    "investigator-assessed",
    "no independent review",
    "not by IRC",
    "without BICR",
    "IRC pending",
    "by the investigator (IRC later)",
    "CIRC",
    "IRCX",
  ])("is not named by %s", (definition) => {
    expect(asked("independent", { figures: [response(definition)] })).toMatchObject(notReported);
  });

  it("is that of the response rate only", () => {
    expect(asked("independent", { figures: [response("IRC", "scr")] })).toMatchObject(notReported);
  });
});

describe("follow-up", () => {
  const measured = (followUpMonths: number, population = "treated" as "treated" | "subset") => ({
    population,
    followUpMonths,
  });

  it.each([
    [11.9, "no"],
    [12, "yes"],
    [60, "yes"],
  ] as const)("of %d months is long enough: %s", (followUpMonths, answer) => {
    expect(asked("followUp", { followUpMonths })).toEqual({
      item: "followUp",
      answer,
      basis: { field: "followUpMonths", value: followUpMonths },
    });
  });

  it.each(["figures", "landmarks", "medians"] as const)("counts the longest, in %s", (name) => {
    const later = [
      { ...response(null), ...measured(9) },
      { ...response(null), ...measured(28) },
    ];
    expect(asked("followUp", { followUpMonths: 10.6, [name]: later })).toMatchObject({
      answer: "yes",
      basis: { field: `${name}[1].followUpMonths`, value: 28 },
    });
  });

  it("names the field of the cohort where a figure has the same", () => {
    const medians = [measured(14)];
    expect(asked("followUp", { followUpMonths: 14, medians })?.basis?.field).toBe("followUpMonths");
  });

  it("is not that of a part of the cohort", () => {
    const parts = [
      measured(28, "subset"),
      { population: "responders", followUpMonths: 28 } as const,
      { population: "mrd-evaluable", followUpMonths: 28 } as const,
    ];
    expect(asked("followUp", { medians: parts })).toMatchObject(notReported);
    expect(asked("followUp", { followUpMonths: 5, medians: parts })?.answer).toBe("no");
  });
});
