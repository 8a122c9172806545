/** Sentences in which a wrong word would be a wrong claim. */

import { describe, expect, it } from "vitest";
import type { OutcomeComparison } from "#core/comparison/answer.ts";
import { textOf } from "#presentation/report/document.ts";
import { comparison, contrast, noPool, notPooled, pool, row } from "../../../support/answers.ts";
import {
  frozenTextFor,
  linesIn,
  partsOf,
  referencesOf,
  sentencesOf,
  textFor,
  textOfAnswer,
} from "../../../support/reports.ts";

const saidFor = (question: string) => sentencesOf(textFor(question)).join("\n");

const said = (over: Partial<OutcomeComparison>) =>
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

  it("whose interval is printed as reaching zero is said not to", () => {
    expect(said(between(0.2, 12))).toContain("ends just short of zero");
    expect(said(between(4, 12))).not.toContain("short of zero");
  });

  it("of exactly nothing is not called no difference", () => {
    expect(said(between(-5, 5))).not.toMatch(/no difference/i);
  });
});

describe("a missing number", () => {
  const without = (over: Partial<typeof noPool>) =>
    said({ pools: { "car-t": pool(), bsab: { ...noPool, ...over } } });

  it("is missing because nobody reports it, or because nothing can be pooled", () => {
    expect(without({ notPooled: [notPooled()] })).toContain(
      "none of the 5 selected bispecific studies reports it in the sources that were read",
    );
    expect(
      without({ notPooled: [notPooled({ code: "held", reason: "sources disagree" })] }),
    ).toContain("none of the 5 selected bispecific studies reports a figure that can be pooled");
  });

  it("is missing because the class was not asked for, has no cohort, or has no such outcome", () => {
    expect(saidFor("therapy-class=car-t&outcome=orr")).toContain("is about CAR-T alone");
    expect(saidFor("age=80-&outcome=orr")).toContain("no bispecific study fits the question");
    expect(saidFor("outcome=infused")).toContain("no manufacturing step");
  });
});

describe("follow-up", () => {
  it("is not that of a few patients", () => {
    const of = (unknownShare: number) =>
      said({ pools: { "car-t": pool({ followUp: { months: 9, unknownShare } }), bsab: pool() } });
    expect(of(0.2)).toContain("9 months; not reported for 20 % of these patients");
    expect(of(0.9)).toContain("Follow-up is not reported for 90 % of these patients.");
    expect(of(0.9)).not.toContain("9 months");
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
    expect(text).toContain("That model has no answer for CAR-T");
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
    const enrolled = {
      ...{ k: 0, events: null, n: null, estimate: null, interval: null, observed: null },
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
    const pools = { "car-t": pool({ enrolled }), bsab: pool() };
    const text = textOfAnswer(comparison({ outcomes: [row({ pools })] }));
    const [own] = partsOf(text, row().outcome);
    const unfolded = (own?.blocks ?? []).flatMap((one) => (one.kind === "part" ? one.blocks : one));
    const paragraphs = unfolded.map((block) => linesIn([block]).map(textOf).join(" "));
    const at = paragraphs.indexOf("In the 1 of 8 trials. ONE: 94 of 140, derived.");
    expect(paragraphs[at - 1] + (paragraphs[at - 2] ?? "")).toContain("of 100");
    expect(referencesOf(text).join()).toContain("A table of collections. – ");
  });
});
