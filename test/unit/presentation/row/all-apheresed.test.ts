/** Whom the number of a response says that it counts, and where all apheresed stand beside it. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { makeRowView, placingByItself } from "#presentation/row/row-view.ts";
import { answerClassesInFull } from "#server/answers/compute/full-answer.ts";
import { queryOf } from "../../../support/queries.ts";

const infusedOnly = ["treated", "safety", "efficacy-evaluable"];

function responseTo(question: string) {
  const answer = answerClassesInFull(queryOf(question, dataset));
  const row = answer.outcomes.find(({ outcome }) => outcome === "orr");
  if (!row) throw new Error(`no response: ${question}`);
  const { sides, apheresed } = makeRowView(row, answer, placingByItself);
  return {
    populations: row.pools["car-t"].studies.map(({ population }) => population),
    names: (sides["car-t"]?.labels ?? []).map(({ text }) => text),
    apheresed,
  };
}

describe("a response to CAR-T", () => {
  it("of infused patients says so, and has all apheresed beside it", () => {
    const { populations, names, apheresed } = responseTo("");
    expect(populations.filter((population) => !infusedOnly.includes(population))).toEqual([]);
    expect(names).toEqual(["CAR-T, infused"]);
    expect(apheresed?.number).toBe("73");
  });

  it.each(["denominator=collected", "denominator=collected&product=cilta-cel"])(
    "that counts all apheresed is not called one of the infused: %s",
    (question) => {
      const { populations, names, apheresed } = responseTo(question);
      expect(populations).toContain("leukapheresed");
      expect(names.filter((name) => name.includes("infused"))).toEqual([]);
      expect(apheresed).toBeUndefined();
    },
  );
});
