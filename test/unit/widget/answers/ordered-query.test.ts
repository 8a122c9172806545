import { describe, expect, it } from "vitest";
import {
  ofClasses,
  ofProducts,
  orderedQuery,
  withParameter,
} from "#widget/answers/ordered-query.ts";

describe("the text of a question in the widget", () => {
  it("is in canonical order, with readable commas, and without what is no parameter", () => {
    const given = new URLSearchParams(
      "product=cilta-cel,ide-cel&utm_source=x&age=60-65&outcome=cr",
    );
    expect(orderedQuery(given)).toBe("outcome=cr&age=60-65&product=cilta-cel,ide-cel");
  });

  it("changes one parameter and keeps the others", () => {
    expect(withParameter("age=60-65&product=cilta-cel", "prior-lines", "4-")).toBe(
      "prior-lines=4-&age=60-65&product=cilta-cel",
    );
    expect(withParameter("age=60-65&product=cilta-cel", "age", null)).toBe("product=cilta-cel");
  });

  it.each(["", "age=60-65", "outcome=cr&product=cilta-cel"])(
    "of products leads back to that of the classes: %s",
    (question) => {
      expect(ofClasses(ofProducts(question))).toBe(question);
      expect(ofClasses(question)).toBe(question);
    },
  );

  it("keeps other groups, which the edge refuses", () => {
    expect(ofClasses("compare=setting")).toBe("compare=setting");
  });

  it("keeps what a host wrote, however wrong, for the edge to refuse", () => {
    expect(withParameter("", "age", "<b>&x=1")).toBe("age=%3Cb%3E%26x%3D1");
  });
});
