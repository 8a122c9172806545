/** The text of a question in the widget, and what is copied of its answer. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { formatKnownParametersInOrder } from "#core/question/pairs.ts";
import type { CopiedForms } from "#presentation/views/copied-table.ts";
import { AskError } from "#widget/ask.ts";
import {
  addPatientLines,
  askCopiedForms,
  describeCopiedPatientData,
  insertAnswerLink,
} from "#widget/copying.tsx";
import {
  applyQuestionChanges,
  makePermalink,
  makeQuestionWithParameter,
} from "#widget/question.ts";
import { read } from "../../support/in-process.ts";
import { noRequests } from "../../support/opened-row.tsx";
import { anyQuestion } from "../../support/queries.ts";
import { answered } from "./an-element.ts";

describe("the text of a question in the widget", () => {
  it("changes one parameter and keeps the others", () => {
    expect(makeQuestionWithParameter("age=60-65&product=cilta-cel", "prior-lines", "4-")).toBe(
      "prior-lines=4-&age=60-65&product=cilta-cel",
    );
    expect(makeQuestionWithParameter("age=60-65&product=cilta-cel", "age", null)).toBe(
      "product=cilta-cel",
    );
  });

  it("keeps what a host wrote, however wrong, for the service to refuse", () => {
    expect(makeQuestionWithParameter("", "age", "<b>&x=1")).toBe("age=%3Cb%3E%26x%3D1");
  });

  it("has an address with and without filters", () => {
    expect(makePermalink("https://here.example", "")).toBe("https://here.example/embed");
    expect(makePermalink("", "age=60-")).toBe("/embed?age=60-");
  });
});

describe("what a reader changed in one question", () => {
  const text = anyQuestion(dataset).map((pairs) =>
    formatKnownParametersInOrder(new URLSearchParams(pairs)),
  );

  it("is all that changes in another", () => {
    expect(applyQuestionChanges("evidence=all", "lines=2&evidence=all", "lines=2")).toBe("");
    expect(
      applyQuestionChanges(
        "age=60-",
        "prior-bcma=selected",
        "product=cilta-cel&prior-bcma=selected",
      ),
    ).toBe("age=60-&product=cilta-cel");
    fc.assert(
      fc.property(text, text, text, (query, from, to) => {
        expect(applyQuestionChanges(query, from, from)).toBe(query);
        expect(applyQuestionChanges(from, from, to)).toBe(to);
      }),
    );
  });
});

describe("a copied text", () => {
  const link = "https://here.example/embed?age=60-&data=2026-11-20-0123abcd";

  it("has the link in place of its placeholder, as text and as markup", async () => {
    const { summary, table } = await read<CopiedForms>("/v1/screen/copy?age=60-");
    for (const form of [summary, table]) {
      const { text, html } = insertAnswerLink(form, link);
      expect(text).toContain(link);
      expect(html).toContain(link.replace("&", "&amp;"));
      expect(text + html).not.toContain("{link}");
      expect(html).not.toContain(link);
    }
  });

  it("says of a patient, after the scope, what the screen says first", async () => {
    const heading = "Six drugs labelled. No study reports age 82.";
    const groups = "Response around 82 years: teclistamab 62 of 100 (< 75: 63 & more).";
    const { summary } = await read<CopiedForms>("/v1/screen/copy");
    const { text, html } = addPatientLines(summary, [heading, groups]);
    const [scope, fit, reported, ...answerLines] = text.split("\r\n");
    expect([fit, reported]).toEqual([heading, groups]);
    expect([scope, ...answerLines]).toEqual(summary.text.split("\r\n"));
    const escaped = "Response around 82 years: teclistamab 62 of 100 (&lt; 75: 63 &amp; more).";
    expect(html.replace(`<p>${heading}<br>${escaped}</p>`, "")).toBe(summary.html);
    expect(html.indexOf(`<p>${heading}`)).toBe(html.indexOf("</p>") + 4);
  });

  it("is said to name a patient's values where it does, and its link to hold the question only", () => {
    const link = "Its link holds the question only (3 or more lines), nothing of the patient.";
    const named = `The text names the patient’s values. ${link}`;
    const described = (["short", "summary", "table", "link", "share"] as const).map((way) =>
      describeCopiedPatientData(way, "3 or more lines"),
    );
    expect(described).toEqual([named, named, link, link, link]);
  });

  it("changes nothing else, also where a link holds what replacing would read", () => {
    const form = { text: "$& {link} $'", html: "<p>{link}</p>" };
    expect(insertAnswerLink(form, "https://here.example/embed?x=$&$'")).toEqual({
      text: "$& https://here.example/embed?x=$&$' $'",
      html: "<p>https://here.example/embed?x=$&amp;$&#39;</p>",
    });
  });

  it("is of the release on screen, or the answer is asked for again", async () => {
    const body = await read<CopiedForms>("/v1/screen/copy");
    const started = answered();
    const forms = (answerVersion: string) => {
      const { loaded } = started.state();
      if (!loaded) throw new Error("nothing is on screen");
      return askCopiedForms(
        {
          state: started.state(),
          loaded: { ...loaded, view: { ...loaded.view, answerVersion } },
          ask: { ...noRequests, copy: async () => ({ body, onDevice: false }) },
          send: started.send,
        },
        "",
      );
    };
    expect(await forms(body.answerVersion)).toBe(body);
    expect(started.request()).toBeNull();
    await expect(forms("made-up-1")).rejects.toThrow(AskError);
    expect(started.request()).toMatchObject({ isRenewed: true });
  });
});
