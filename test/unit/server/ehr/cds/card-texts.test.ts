import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { asked } from "#core/question/read-question.ts";
import { headlineOf } from "#presentation/statement/headline.ts";
import { statementOf } from "#presentation/statement/statement.ts";
import { english } from "#presentation/words/catalogue.ts";
import { compareInWords } from "#server/answers/make-comparison.ts";
import { cardTexts } from "#server/ehr/cds/card-texts.ts";
import { plain } from "#server/ehr/cds/markdown.ts";

const made = cardTexts();
const cards = Object.values(made.comparisons);

const answerTo = (question: string) => compareInWords(asked(question, dataset), english);
const viewOf = (question: string) => statementOf(answerTo(question), english.screen);

/** Advice, or what sounds like it. */
const advice = /\b(recommend|should|prefer|better|best|superior|consider|must)\b/i;

describe.each(cards.map((card) => [card.question || "the usual question", card] as const))(
  "%s",
  (_, card) => {
    it("has summaries that a client shows in full", () => {
      for (const summary of [card.summary, card.unreviewedSummary]) {
        expect(summary.length).toBeLessThan(140);
        expect(summary).toMatch(/\.$/);
        expect(summary).not.toMatch(advice);
      }
    });

    it("has every number of the view behind its link, with interval and amount of evidence", () => {
      const view = viewOf(card.question);
      const groups = ["car-t", "bsab"] as const;
      let numbers = 0;
      for (const { sides } of view.rows) {
        for (const { rate, range, evidence } of groups.map((group) => sides[group])) {
          if (rate === null || range === null) continue;
          numbers += 1;
          expect(card.detail).toMatch(
            new RegExp(`${escaped(plain(rate))}( of 100)? ${escaped(plain(range))}`),
          );
          expect(card.detail).toContain(plain(evidence));
        }
      }
      // After therapy against BCMA no class has a number; its products have theirs.
      const isApart = card.question.includes("prior-bcma=selected");
      if (isApart) expect(numbers).toBe(0);
      else expect(numbers).toBeGreaterThan(3);
      if (isApart) for (const text of ["12 of 20", "52 of 78"]) expect(card.detail).toContain(text);
    });

    it("has every caution of the view, how sure it is, and the date of the data", () => {
      const view = viewOf(card.question);
      for (const caution of view.cautions) expect(card.detail).toContain(plain(caution));
      expect(card.detail).toContain(plain(headlineOf(answerTo(card.question), english).doubt));
      expect(card.detail).toContain(plain(english.screen.date(view.dataDate)));
      expect(card.detail.replaceAll(", or better", "")).not.toMatch(advice);
    });

    it("is Markdown without HTML, whose links are addresses of sources", () => {
      const html = marked.parse(card.detail, { async: false, gfm: true });
      expect(
        html.replace(
          /<\/?(?:p|ul|li|table|thead|tbody|tr|th|td|strong|a)(?: href="https?:[^"]+")?>/g,
          "",
        ),
      ).not.toMatch(/<[a-z]/i);
    });

    it("asks questions in their usual words", () => {
      for (const question of [card.question, ...card.beside.map((one) => one.question)]) {
        expect(canonicalQuery(asked(question, dataset), dataset)).toBe(question);
      }
    });
  },
);

it("says of CAR-T after therapy against BCMA what studies printed, each with its source", () => {
  const after = cards.find(({ question }) => question.includes("prior-bcma=selected"));
  for (const text of [made.laterCarT, after?.detail ?? ""]) {
    const lines = text.split("\n").filter((line) => /^- .*\]\(https?:/.test(line));
    // Linked where the source has an address of its own, else named.
    expect(lines.length).toBeGreaterThan(2);
    expect(text).not.toMatch(/\]\(https?:[^)]*(?:github|synapsesocial|researcher\.life)/);
  }
});

it("names first whom the numbers are of, and after therapy against BCMA products and no class", () => {
  for (const { question, summary, unreviewedSummary } of cards) {
    const after = question.includes("prior-bcma=selected");
    const population = after ? "After BCMA therapy" : "After ≥ 3 lines, no earlier BCMA therapy";
    expect(summary.startsWith(population)).toBe(true);
    expect(unreviewedSummary).toContain(`clinician. ${population}`);
    if (!after) continue;
    for (const text of [summary, unreviewedSummary])
      expect(text).toMatch(/cilta-cel 12( of |\/)20/);
    expect(summary).not.toMatch(/CAR-T \d|bispecifics? \d/);
  }
});

it("every product has a question of a card", () => {
  for (const question of Object.values(made.questionOf)) {
    expect(Object.keys(made.comparisons)).toContain(question);
  }
  expect(Object.keys(made.comparisons)[0]).toBe("");
});

it("plain text stays plain", () => {
  const text = "a|b *c* _d_ `e` [f](g) <h> # ~~i~~ \\ j\nk";
  expect(marked.parseInline(plain(text), { async: false, gfm: true })).toBe(
    "a|b *c* _d_ `e` [f](g) &lt;h&gt; # ~~i~~ \\ j k",
  );
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
