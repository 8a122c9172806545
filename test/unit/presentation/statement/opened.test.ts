/** What stands at the top of an opened row, and which part has which of its notes. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { remarksOf } from "#presentation/statement/notes.ts";
import { restsOn } from "#presentation/statement/opened.ts";
import { notesOf } from "#presentation/statement/placed-notes.ts";
import { english } from "#presentation/words/catalogue.ts";
import { noPool, pool, row } from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";

const { detail: words } = english;

describe("the top of an opened row", () => {
  it("has the trials and patients of each class", () => {
    const pools = { "car-t": pool({ k: 8, n: 463 }), bsab: pool({ k: 1, n: null }) };
    expect(restsOn(row({ pools }), "trial", words).sides).toEqual([
      { group: "car-t", text: "8 trials · 463 patients" },
      { group: "bsab", text: "1 trial" },
    ]);
    expect(restsOn(row({ pools: { ...pools, bsab: noPool } }), "study", words).sides).toEqual([
      { group: "car-t", text: "8 studies · 463 patients" },
      { group: "bsab", text: "no study" },
    ]);
  });

  it("says how long patients were followed where events add up, also that it is unknown", () => {
    const pools = {
      "car-t": pool({ followUp: { months: null, unknownShare: 1 } }),
      bsab: pool({ followUp: { months: 35.4, unknownShare: 0 } }),
    };
    expect(restsOn(row({ pools, timeDependent: true }), "trial", words).beneath).toContain(
      "Follow-up: CAR-T unknown, bispecific 35 months.",
    );
    expect(restsOn(row({ pools, timeDependent: false }), "trial", words).beneath).toBe("");
  });
});

describe("the notes of a row", () => {
  it("stand in one part each, and none is lost", () => {
    for (const one of compareInWords(asked("evidence=all&setting=any", dataset), dataset)
      .outcomes) {
      const { products, trials, sure } = notesOf(one);
      const placed = [...products, ...trials, ...sure];
      expect(new Set(placed)).toEqual(new Set(remarksOf(one)));
      expect(placed).toHaveLength(remarksOf(one).length);
      for (const reason of one.certainty.reasons) {
        expect(sure.map(({ text }) => text)).toContain(reason.text);
      }
    }
  });
});
