import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery, changedParameters, parameterTexts } from "#core/question/query-text.ts";
import { widest } from "../../../support/cohorts.ts";
import { anyQuery, anyQuestion, asked } from "../../../support/queries.ts";

const canonical = (text: string) => canonicalQuery(asked(text, dataset), dataset);

describe("the canonical text of a question", () => {
  it("is empty for the default question", () => {
    expect(canonical("")).toBe("");
  });

  it.each([
    "outcome=summary",
    "setting=late",
    "availability=approved",
    "therapy-class=both",
    "evidence=trial",
    "regimen=monotherapy",
    "target=bcma",
    "prior-bcma=not-selected",
    "setting=early&regimen=any",
  ])("does not say the default %s", (text) => {
    expect(canonical(text)).toBe(text.startsWith("setting=early") ? "setting=early" : "");
  });

  it("says the regimen where it is not the setting's default", () => {
    expect(canonical("regimen=any")).toBe("regimen=any");
    expect(canonical("setting=early&regimen=monotherapy")).toBe(
      "setting=early&regimen=monotherapy",
    );
  });

  it("writes a range in one way", () => {
    expect(canonical("prior-lines=03.0-5.50")).toBe("prior-lines=3-5.5");
  });

  it("gives order and repeats of parameters and values no meaning", () => {
    expect(canonical("age=60-&outcome=crs-3,orr,crs-3&setting=any")).toBe(
      canonical("setting=any&outcome=orr,crs-3&age=60-"),
    );
  });

  it("lists a group and one of its own outcomes as the group", () => {
    expect(canonical("outcome=efficacy,orr")).toBe(canonical("outcome=efficacy"));
  });

  it("keeps an outcome that is asked for beside the summary set", () => {
    expect(canonical("outcome=scr,summary")).toBe("outcome=summary,scr");
  });

  it("does not keep an outcome that the summary set has already", () => {
    expect(canonical("outcome=orr,summary")).toBe("");
  });

  it("reads back as the same question, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        expect(asked(canonicalQuery(query, dataset), dataset)).toEqual(query);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same however the parameters are ordered, for any question", () => {
    const shuffled = anyQuestion(dataset, "any").chain((pairs) =>
      fc.tuple(
        fc.constant(pairs),
        fc.shuffledSubarray(pairs, { minLength: pairs.length, maxLength: pairs.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const text = (pairs: typeof one) => canonical(new URLSearchParams(pairs).toString());
        expect(text(other)).toBe(text(one));
      }),
      { numRuns: 300 },
    );
  });

  it("needs no escaping in a URL, for any question", () => {
    fc.assert(
      fc.property(anyQuery(dataset, "any"), (query) => {
        expect(canonicalQuery(query, dataset)).toMatch(/^[a-z0-9.,:=&-]*$/);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the parameters of a question", () => {
  it("have a text for everything that is set", () => {
    expect(parameterTexts(widest)).toMatchObject({
      set: "current",
      outcome: null,
      setting: "any",
      "prior-lines": null,
      age: null,
      product: null,
      availability: "any",
      "therapy-class": "both",
      evidence: "all",
      regimen: "any",
      target: "any",
      "prior-bcma": "any",
      exclude: null,
    });
  });

  it("that differ from the default come in the order of the vocabulary", () => {
    const changed = changedParameters(asked("age=60-&setting=any&outcome=orr", dataset), dataset);
    expect(changed).toEqual([
      ["outcome", "orr"],
      ["setting", "any"],
      ["age", "60-"],
    ]);
  });
});
