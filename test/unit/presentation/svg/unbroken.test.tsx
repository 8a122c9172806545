/** No line ends within the name of a class or a drug. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { unbrokenNames } from "#presentation/svg/unbroken.ts";

describe("names", () => {
  it.each([
    [
      "More after CAR-T; cilta-cel or ide-cel",
      "More after CAR\u2060-\u2060T; cilta\u2060-\u2060cel or ide\u2060-\u2060cel",
    ],
    ["at /report?product=cilta-cel,ide-cel", "at /report?product=cilta-cel,ide-cel"],
    ["an anti-CD38 antibody", "an anti\u2060-\u2060CD38 antibody"],
    ["grade 3-4, 2026-11-20, by-drug, T-cell", "grade 3-4, 2026-11-20, by-drug, T-cell"],
  ])("%s", (text, unbroken) => {
    expect(unbrokenNames(text)).toBe(unbroken);
  });

  it("are drawn so, but not in addresses, in code and in pictures, which have no lines", () => {
    const drug = "cilta-cel";
    expect(
      render(
        <p>
          CAR-T <a href="/products/cilta-cel">{drug}</a> {["ide-cel"]}
          <code>product={drug}</code>
        </p>,
      ),
    ).toBe(
      '<p>CAR\u2060-\u2060T <a href="/products/cilta-cel">cilta\u2060-\u2060cel</a> ide\u2060-\u2060cel<code>product=cilta-cel</code></p>',
    );
  });
});
