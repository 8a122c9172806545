import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { select } from "#core/evidence/select.ts";
import { questionForPatient } from "#core/question/for-patient.ts";
import { parameterNames } from "#core/question/parameter-names.ts";
import { hadBcma, type Patient } from "#core/question/patient.ts";
import type { Query } from "#core/question/query.ts";
import { canonicalQuery, isAskable } from "#core/question/query-text.ts";
import { patient } from "../../../support/for-patient.ts";
import { anyPatient } from "../../../support/patients.ts";
import { anyQuery, asked } from "../../../support/queries.ts";

/** The held question, why, and what is offered. */
function held(text: string, over: Partial<Patient>) {
  const { held, because, offers } = questionForPatient(text, patient(over));
  return [
    held === null ? null : canonical(held),
    because,
    ...offers.map(({ query }) => canonical(query)),
  ];
}

const canonical = (text: string) => canonicalQuery(asked(text, dataset), dataset);

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
    const { held } = questionForPatient("", patient({ priorBcma: ["car-t"] }));
    const ids = select(asked(held ?? "", dataset), dataset).included.map(({ id }) => id);
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
  const question = anyQuery(dataset, "any")
    .filter((query) => isAskable(query, dataset))
    .map((query) => canonicalQuery(query, dataset));
  const any = fc.tuple(question, anyPatient);

  it("nothing that was said contradicts the question", () => {
    fc.assert(
      fc.property(any, ([text, one]) => {
        const { held } = questionForPatient(text, one);
        if (held === null) return;
        const saysOfQuestion = one.priorLines !== null || one.priorBcma !== null;
        if (!saysOfQuestion) {
          expect(held).toBe(text);
          return;
        }
        const query = asked(held, dataset);
        expect(contradictions(query, one)).toEqual([]);
        if (one.priorLines !== null) {
          expect([query.set, query.priorLines, query.age]).toEqual(["current", null, null]);
        }
      }),
    );
  });

  it("the age chooses nothing, and of the lines 1 or 2, 3 or 4, and more are one", () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 18, max: 110 }), ([text, one], age) => {
        const own = questionForPatient(text, one);
        expect(questionForPatient(text, { ...one, age } as Patient)).toEqual(own);
        const alike: Readonly<Record<number, number>> = { 1: 2, 2: 1, 3: 4, 4: 3, 5: 30 };
        const priorLines = alike[one.priorLines ?? 0];
        if (priorLines === undefined) return;
        expect(questionForPatient(text, { ...one, priorLines }).held).toBe(own.held);
      }),
    );
  });

  it("the held question holds the patient, too", () => {
    fc.assert(
      fc.property(any, ([text, one]) => {
        const { held } = questionForPatient(text, one);
        if (held === null) return;
        const again = questionForPatient(held, one).held;
        expect(again === null ? null : canonical(again)).toBe(canonical(held));
      }),
    );
  });

  it("all patients of all lines, ages and kinds lead to ten questions at most", () => {
    fc.assert(
      fc.property(question, fc.array(anyPatient, { maxLength: 200 }), (text, patients) => {
        const held = patients.flatMap((one) => questionForPatient(text, one).held ?? []);
        expect(new Set(held).size).toBeLessThanOrEqual(10);
      }),
    );
  });

  it("other filters of a question stay", () => {
    const others = parameterNames.filter(
      (name) =>
        !["set", "compare", "setting", "prior-bcma", "prior-lines", "age"].includes(name) &&
        !["target", "availability", "regimen"].includes(name),
    );
    fc.assert(
      fc.property(any, ([text, one]) => {
        const { held } = questionForPatient(text, one);
        if (held === null) return;
        const [before, after] = [new URLSearchParams(text), new URLSearchParams(held)];
        for (const name of others) expect(after.get(name)).toBe(before.get(name));
      }),
    );
  });
});
