import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { formatKnownParametersInOrder } from "#core/question/pairs.ts";
import {
  addUsAndEuIfNoRegionOrSet,
  applyQuestionChanges,
  makePermalink,
  makeQuestionAboutClasses,
  makeQuestionAboutOutcome,
  makeQuestionAboutProducts,
  makeQuestionWithParameter,
} from "#widget/question.ts";
import { anyQuestion } from "../../support/queries.ts";

describe("the text of a question in the widget", () => {
  it("is in canonical order, with readable commas, and without what is no parameter", () => {
    const parameters = new URLSearchParams(
      "product=cilta-cel,ide-cel&utm_source=x&age=60-65&outcome=cr",
    );
    expect(formatKnownParametersInOrder(parameters)).toBe(
      "outcome=cr&age=60-65&product=cilta-cel,ide-cel",
    );
  });

  it("changes one parameter and keeps the others", () => {
    expect(makeQuestionWithParameter("age=60-65&product=cilta-cel", "prior-lines", "4-")).toBe(
      "prior-lines=4-&age=60-65&product=cilta-cel",
    );
    expect(makeQuestionWithParameter("age=60-65&product=cilta-cel", "age", null)).toBe(
      "product=cilta-cel",
    );
  });

  it("names the outcome, but for the usual ones", () => {
    expect(makeQuestionAboutOutcome("age=60-65", "survival")).toBe("outcome=survival&age=60-65");
    expect(makeQuestionAboutOutcome("outcome=survival&age=60-65", "summary")).toBe("age=60-65");
  });

  it.each(["", "age=60-65", "outcome=cr&product=cilta-cel"])(
    "of products leads back to that of the classes: %s",
    (question) => {
      expect(makeQuestionAboutClasses(makeQuestionAboutProducts(question))).toBe(question);
      expect(makeQuestionAboutClasses(question)).toBe(question);
    },
  );

  it("names the region in a link, unless it does already or is that of a published analysis", () => {
    expect(addUsAndEuIfNoRegionOrSet("age=60-65")).toBe("age=60-65&availability=us,eu");
    for (const whole of ["availability=us", "set=yang-2021"])
      expect(addUsAndEuIfNoRegionOrSet(whole)).toBe(whole);
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
