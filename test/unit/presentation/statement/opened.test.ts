/** What stands at the top of an opened row, and which part has which of its notes. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { groups } from "#core/evidence/classes.ts";
import { notesOf } from "#presentation/statement/notes.ts";
import { restsOn } from "#presentation/statement/opened.ts";
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
  it("stand in one part each, in their order, and none is lost", () => {
    const { outcomes } = compareInWords(asked("evidence=all&lines=any", dataset), dataset);
    for (const one of outcomes) {
      const { products, trials, sure } = notesOf(one);
      const placed = [...products, ...trials, ...sure];
      expect(new Set(placed)).toEqual(new Set(one.notes));
      expect(placed).toHaveLength(one.notes.length);
      for (const part of [products, trials, sure]) {
        expect(part).toEqual(one.notes.filter((note) => part.includes(note)));
      }
    }
  });

  it("stand where what they are about stands", () => {
    const notes = ["figures-missing", "grading", "follow-up", "infections"].map((code) => ({
      ...{ code, group: null, label: code, text: code },
    }));
    const { products, trials, sure } = notesOf({ notes });
    const codesOf = (part: typeof sure) => part.map(({ code }) => code);
    expect(codesOf(products)).toEqual(["figures-missing"]);
    expect(codesOf(trials)).toEqual(["grading"]);
    expect(codesOf(sure)).toEqual(["follow-up", "infections"]);
  });

  it("say that a number rests on trials only where there is a number", () => {
    const { outcomes } = compareInWords(asked("", dataset), dataset);
    for (const { outcome, pools, notes } of outcomes) {
      const rests = notes.filter(({ text }) => /number rests on/.test(text));
      for (const group of rests.flatMap((note) => groups.filter((one) => one === note.group))) {
        expect(pools[group].estimate, `${outcome} ${group}`).not.toBeNull();
      }
    }
  });
});
