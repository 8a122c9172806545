import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueryProblem } from "#core/question/parse-query.ts";
import { problemMessages } from "#server/http/problem-messages.ts";

const problem = (parameter: string, allowed: readonly string[] = ["late"]): QueryProblem => ({
  parameter,
  value: "83",
  message: "unknown parameter",
  allowed,
});

describe("problems with a request", () => {
  it("are told as they are if they are few", () => {
    const few = [problem("colour"), problem("shape")];
    expect(problemMessages(few)).toEqual({ problems: few, more: 0 });
  });

  it("are told up to the twentieth, and the others counted", () => {
    const many = Array.from({ length: 1980 }, (_, index) => problem(`x${index}`));
    expect(problemMessages(many)).toEqual({ problems: many.slice(0, 20), more: 1960 });
  });

  it("have fewer of their allowed values if these are many, and say so", () => {
    const words = Array.from({ length: 300 }, (_, index) => `cohort-number-${index}`);
    const { problems, more } = problemMessages([problem("a", words), problem("b", words)]);
    expect(more).toBe(0);
    for (const { allowed } of problems) {
      expect(allowed.length).toBeGreaterThan(20);
      expect(allowed.slice(0, -1)).toEqual(words.slice(0, allowed.length - 1));
      expect(allowed.at(-1)).toBe(`… and ${words.length - allowed.length + 1} more`);
    }
  });

  it("stay small whatever they hold", () => {
    const text = fc.string({ unit: "binary", maxLength: 64 });
    const any = fc.record({
      parameter: text,
      value: text,
      message: fc.constant("unknown parameter"),
      allowed: fc.array(text, { maxLength: 200 }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 60 }), (all) => {
        const { problems, more } = problemMessages(all);
        expect(problems.length).toBeGreaterThan(0);
        expect(problems.length + more).toBe(all.length);
        expect(Buffer.byteLength(JSON.stringify(problems))).toBeLessThanOrEqual(5500);
      }),
      { numRuns: 50 },
    );
  });

  it("have neither name nor value of a patient", () => {
    const { problems } = problemMessages([
      problem("patientAge"),
      { ...problem("url"), value: "https://a.example/embed?patient-age=83" },
    ]);
    expect(problems.map(({ parameter, value }) => [parameter, value])).toEqual([
      ["patient-…", ""],
      ["url", ""],
    ]);
  });
});
