import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { select } from "#core/evidence/select.ts";
import { holding } from "#core/question/holding.ts";
import { parameterNames, propertyName } from "#core/question/parameter-names.ts";
import { hadBcma, type Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { anyPatient } from "../../../support/patients.ts";
import { anyQuery, asked } from "../../../support/queries.ts";

const patient = (over: Partial<Patient>): Patient => ({
  age: null,
  priorLines: null,
  priorBcma: null,
  ...over,
});

/** The held question, why, and what is offered. */
function held(text: string, over: Partial<Patient>) {
  const { held, because, offers } = holding(asked(text, dataset), patient(over), dataset);
  return [
    held && canonicalQuery(held, dataset),
    because,
    ...offers.map(({ query }) => canonicalQuery(query, dataset)),
  ];
}

const after = "availability=any&target=any&prior-bcma=selected";
const early = "setting=early";

describe("the question that holds a patient", () => {
  it.each([
    [{ priorBcma: ["car-t"] }, [after, "after-bcma"]],
    [{ priorBcma: ["adc", "bispecific"], priorLines: 3 }, [after, "after-bcma"]],
    [{ priorBcma: "some", priorLines: 30 }, [after, "after-bcma"]],
    [{ priorLines: 1 }, [early, "one-or-two-lines"]],
    [{ priorLines: 2, priorBcma: [] }, [early, "one-or-two-lines"]],
    [{ priorLines: 3 }, ["", "three-or-four-lines", early]],
    [{ priorLines: 4, priorBcma: [] }, ["", "three-or-four-lines", early]],
    [{ priorLines: 5 }, ["", "five-lines"]],
    [{ priorLines: 2, priorBcma: ["adc"] }, [null, "after-bcma-early", after, early]],
    [{ priorLines: 0, priorBcma: "some" }, [null, "after-bcma-early", after, early]],
    [{ priorLines: 0 }, [null, "no-lines", early]],
    [{ priorLines: 0, priorBcma: [] }, [null, "no-lines", early]],
    [{ priorBcma: [] }, ["", "without-bcma"]],
    [{ age: 84 }, ["", "as-asked"]],
    [{}, ["", "as-asked"]],
  ] as const)("%j", (over, expected) => {
    expect(held("", over)).toEqual(expected);
  });

  it.each([
    // What only means medians, or contradicts, goes; the rest stays.
    ["age=-60&prior-lines=6-&emd=20-", { priorLines: 5 }, "emd=20-"],
    ["setting=any&product=cilta-cel", { priorLines: 2 }, "setting=early&product=cilta-cel"],
    ["setting=early&regimen=monotherapy", { priorLines: 7 }, ""],
    ["regimen=any", { priorLines: 2 }, "setting=early"],
    ["setting=early", { priorBcma: ["adc"] }, after],
    ["setting=early&prior-bcma=any", { priorBcma: [] }, "setting=early"],
    ["target=gprc5d", { priorBcma: ["car-t"] }, after],
    ["target=gprc5d", { priorLines: 6 }, "target=gprc5d"],
    ["set=vandenboom-2025", { priorLines: 6 }, ""],
    ["set=vandenboom-2025&model=reml", { priorLines: 6 }, "model=reml"],
    ["set=vandenboom-2025", { age: 60 }, "set=vandenboom-2025"],
    ["compare=setting", { priorLines: 6 }, ""],
    ["compare=product", { priorLines: 1 }, "compare=product&setting=early"],
    // A region that the reader chose stays.
    ["availability=eu", { priorBcma: "some" }, after.replace("any", "eu")],
    // 3 and 4 lines are in the earlier setting, too.
    ["setting=early", { priorLines: 4 }, "setting=early"],
    // Who asks the question after such therapy has said that it was given, whatever the lines.
    ["prior-bcma=selected", { priorLines: 5 }, after],
    ["prior-bcma=selected", { priorLines: 3 }, after],
    ["prior-bcma=selected", { priorLines: 5, priorBcma: [] }, ""],
    // What that question brought along goes with it.
    [after, { priorLines: 5, priorBcma: [] }, ""],
    [after, { priorBcma: [] }, ""],
    ["prior-bcma=selected", { priorLines: 2 }, null],
  ] as const)("asked as %j, of %j", (text, over, expected) => {
    expect(held(text, over)[0]).toBe(expected);
  });

  it("holds talquetamab after T-cell redirection, which has another target", () => {
    const { held } = holding(asked("", dataset), patient({ priorBcma: ["car-t"] }), dataset);
    const ids = held && select(held, dataset).included.map(({ id }) => id);
    expect(ids).toContain("monumental-1-prior-tcr");
    const preset = dataset.presets.find(({ id }) => id === "after-bcma");
    expect(preset && canonicalQuery({ ...asked("", dataset), ...preset.query }, dataset)).toBe(
      after,
    );
  });
});

/** What a question says that one patient cannot be. */
function contradictions({ setting, priorBcma }: Query, one: Patient): string[] {
  const { priorLines } = one;
  const had = hadBcma(one);
  return [
    setting === "early" && priorLines !== null && (priorLines < 1 || priorLines > 4) && "early",
    setting === "late" && priorLines !== null && priorLines < 3 && "late",
    setting === "early" && had && "early after BCMA",
    had === true && priorBcma !== "selected" && "not after BCMA",
    had === false && priorBcma !== "not-selected" && "after BCMA",
  ].filter((text) => typeof text === "string");
}

describe("for any patient and any question", () => {
  const any = fc.tuple(anyQuery(dataset, "any"), anyPatient);

  it("nothing that was said contradicts the question", () => {
    fc.assert(
      fc.property(any, ([query, one]) => {
        const { held } = holding(query, one, dataset);
        if (held) expect(contradictions(held, one)).toEqual([]);
        const saysOfQuestion = one.priorLines !== null || one.priorBcma !== null;
        if (held && !saysOfQuestion) expect(held).toBe(query);
        if (held && one.priorLines !== null) {
          expect([held.set, held.priorLines, held.age]).toEqual(["current", null, null]);
        }
      }),
    );
  });

  it("the age chooses nothing", () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 18, max: 110 }), ([query, one], age) => {
        expect(holding(query, { ...one, age }, dataset)).toEqual(holding(query, one, dataset));
      }),
    );
  });

  it("the held question holds the patient, too", () => {
    fc.assert(
      fc.property(any, ([query, one]) => {
        const { held } = holding(query, one, dataset);
        if (held) expect(holding(held, one, dataset).held).toEqual(held);
      }),
    );
  });

  it("other filters of a question without a set stay", () => {
    const others = parameterNames.filter(
      (name) =>
        !["set", "compare", "setting", "prior-bcma", "prior-lines", "age"].includes(name) &&
        !["target", "availability", "regimen"].includes(name),
    );
    fc.assert(
      fc.property(any, ([asks, one]) => {
        const query = { ...asks, set: "current" };
        const { held } = holding(query, one, dataset);
        if (!held) return;
        for (const name of others.map(propertyName)) expect(held[name]).toEqual(query[name]);
      }),
    );
  });
});
