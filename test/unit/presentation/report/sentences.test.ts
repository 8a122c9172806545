/** Sentences in which a wrong word would be a wrong claim. */

import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { textOf } from "#presentation/report/document.ts";
import type { ApiRow } from "#presentation/words/api-answer.ts";
import {
  check,
  comparison,
  contrast,
  noContrast,
  noPool,
  notPooled,
  pool,
  row,
} from "../../../support/answers.ts";
import { compareInWords } from "../../../support/in-words.ts";
import { asked } from "../../../support/queries.ts";
import {
  frozenTextFor,
  linesIn,
  partsOf,
  referencesOf,
  sentencesOf,
  textFor,
  textOfAnswer,
} from "../../../support/reports.ts";

const answerFor = (question: string) => compareInWords(asked(question, dataset), dataset);
const saidFor = (question: string) => sentencesOf(textFor(question)).join("\n");

const said = (over: Partial<ApiRow>) =>
  sentencesOf(textOfAnswer(comparison({ outcomes: [row(over)] }))).join("\n");

const between = (low: number, high: number) => ({
  contrasts: [contrast({ differencePer100: (low + high) / 2, differenceInterval: [low, high] })],
});

describe("a difference", () => {
  it("whose interval includes zero tells nothing of which of the two has more", () => {
    expect(said(between(-5, 12))).toMatch(/do not tell with which of the two more patients/);
    expect(said(between(0, 12))).toMatch(/do not tell with which of the two more patients/);
  });

  it("whose interval lies on one side is said with that side", () => {
    const more = said(between(4, 12));
    expect(more).toContain("4 to 12 more");
    expect(more).not.toMatch(/do not tell/);
    expect(said(between(-12, -4))).toContain("4 to 12 fewer");
  });

  it("is said to be fitted, and with how many checks hold", () => {
    const checks = [check("place"), check("product", { status: "lost" })];
    const [clear] = between(4, 12).contrasts;
    const text = said({ contrasts: clear ? [{ ...clear, checks }] : [] });
    expect(text).toContain("(95 % credible interval 4 to 12 more; fitted, not subtracted).");
    expect(text).toContain("Holds in 1 of 2 checks.");
  });

  it("of which no check was made has no sentence about them, empty or not", () => {
    const text = said(between(4, 12));
    expect(text).not.toMatch(/holds in|no check/i);
    expect(text).not.toMatch(/: \.|^\./m);
  });

  it("of exactly nothing is not called no difference", () => {
    expect(said(between(-5, 5))).not.toMatch(/no difference/i);
  });
});

describe("a missing number", () => {
  const without = (over: Partial<typeof noPool>) =>
    said({ pools: { "car-t": pool(), bsab: { ...noPool, of: 4, ...over } } });

  it("is missing because nobody reports it, or because nothing can be pooled", () => {
    expect(without({ notPooled: [notPooled()] })).toContain(
      "none of the 4 selected bispecific studies reports it in the sources that were read",
    );
    expect(
      without({ notPooled: [notPooled({ code: "held", reason: "sources disagree" })] }),
    ).toContain("none of the 4 selected bispecific studies reports a figure that can be pooled");
  });

  it("is missing because the class was not asked for, has no cohort, or has no such outcome", () => {
    expect(saidFor("therapy-class=car-t&outcome=orr")).toContain("is about CAR-T alone");
    expect(saidFor("age=80-&outcome=orr")).toContain("no bispecific study fits the question");
    expect(saidFor("outcome=infused")).toContain("no manufacturing step");
  });
});

describe("two numbers that are not compared", () => {
  it("stand with the reason, once", () => {
    const single = { ...noContrast, status: "one-trial" } as const;
    const pools = { "car-t": pool({ k: 1, trials: 1, of: 1 }), bsab: pool() };
    const text = said({ pools, contrasts: [single] });
    expect(text).toContain("Response is not compared: one CAR-T trial.");
    expect(text).toContain("Not compared: one CAR-T trial.");
    expect(text).not.toMatch(/not compared: .*not compared/i);
  });
});

describe("follow-up", () => {
  it("is not that of a few patients", () => {
    const of = (months: number | null, unknownShare: number) =>
      said({ pools: { "car-t": pool({ followUp: { months, unknownShare } }), bsab: pool() } });
    expect(of(9, 0.2)).toContain("9 months; not reported for 20 % of these patients");
    expect(of(null, 0.9)).toContain("Follow-up is not reported for 90 % of these patients.");
    for (const { outcomes } of ["evidence=all", ""].map((question) => answerFor(question))) {
      for (const { followUp } of outcomes.flatMap(({ pools }) => Object.values(pools))) {
        if (followUp && followUp.unknownShare > 0.5) expect(followUp.months).toBeNull();
      }
    }
  });
});

describe("an interval", () => {
  it("is credible by the default model and a confidence interval by the others", () => {
    expect(saidFor("outcome=orr")).not.toContain("confidence interval");
    expect(saidFor("outcome=orr&model=glmm")).not.toContain("credible interval");
    expect(saidFor("outcome=orr&model=glmm")).toMatch(/Two-sided P [=<]/);
  });

  it("is credible for a class that only the default model could answer", () => {
    const text = saidFor("outcome=icans-3&model=glmm&product=eque-cel");
    expect(text).toMatch(/had severe ICANS.*95 % credible interval/);
    expect(text).toContain("one of them had no answer by the model asked for");
  });

  it("for another cohort needs three cohorts", () => {
    expect(saidFor("outcome=orr")).toContain("95 % prediction interval for another such study");
    const few = frozenTextFor("outcome=infused");
    expect(sentencesOf(few).join("\n")).toContain("no prediction interval from so few");
  });
});

describe("heterogeneity", () => {
  it("is τ and I² by the default model, and what metafor prints by another", () => {
    expect(saidFor("outcome=orr")).toMatch(/Heterogeneity: τ [\d.]+ on the logit scale, I² \d+ %/);
    expect(saidFor("outcome=orr&model=reml")).toMatch(
      /Heterogeneity on the logit scale: Q [\d.]+ on \d+ df, P [=<] [\d.]+; τ² [\d.]+ \([\d.]+ to [\d.]+\); I² \d+ % \(\d+ to \d+\);/,
    );
    expect(saidFor("outcome=orr&model=glmm")).toMatch(
      /: likelihood-ratio Q [\d.]+ on \d+ df, P [=<] [\d.]+; Wald Q [\d.]+ on/,
    );
  });
});

describe("a response over all with cells collected", () => {
  it("stands with both counts behind the number of the class, and each with its source", () => {
    const citation = {
      text: "A table of collections.",
      href: null,
      locator: "Table 1",
      tier: 2,
      publication: null,
    } as const;
    const count = { events: 94, n: 128 };
    const collected = { events: 94, n: 140 };
    const intentionToTreat = {
      ...{ k: 0, events: null, n: null, estimate: null, interval: null },
      ...{ studies: [], infused: [] },
      collected: {
        ...{ trials: 1, of: 8, infused: count, collected: { ...collected, derived: true } },
        text: "In the 1 of 8 trials.",
        cohorts: [
          {
            ...{
              cohort: "one",
              label: "ONE",
              infused: count,
              collected,
              derived: true,
              assumed: false,
            },
            ...{ cut: "primary", source: 0, citation, text: "94 of 140, derived" },
          },
        ],
      },
    };
    const pools = { "car-t": pool({ intentionToTreat }), bsab: pool() };
    const text = textOfAnswer(comparison({ outcomes: [row({ pools })] }));
    const [own] = partsOf(text, row().outcome);
    const unfolded = (own?.blocks ?? []).flatMap((one) => (one.kind === "part" ? one.blocks : one));
    const paragraphs = unfolded.map((block) => linesIn([block]).map(textOf).join(" "));
    const at = paragraphs.indexOf("In the 1 of 8 trials. ONE: 94 of 140, derived.");
    expect(paragraphs[at - 1] + (paragraphs[at - 2] ?? "")).toContain("of 100");
    expect(referencesOf(text).join()).toContain("A table of collections. – ");
  });
});
