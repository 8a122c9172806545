/** Pages in JSX, compiled against the types of the element, which takes seconds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addTypeAttributes } from "#server/documentation/element-attributes.ts";
import { compiling } from "../../support/compiling.ts";

const byHand = readFileSync(join(import.meta.dirname, "../../../widget/element.d.ts"), "utf8");
const { compile, remove } = compiling({ "element.d.ts": addTypeAttributes(byHand) });
afterAll(remove);

describe("the types of the element", () => {
  const jsx = `
import "./element";
export const later = <myeloma-compare availability="of-tomorrow" set="of-2031" />;
export const one = <myeloma-compare lines="2" prior-lines="3-5" theme="dark" class="wide" id="a" onmyeloma-compare-change={({ detail }) => detail.query}><p slot="footer">Ward 5</p></myeloma-compare>;
`;
  const wrong = `
import "./element";
export const one = <myeloma-compare lines="middle" />;
export const unknown = <myeloma-compare ages="60-" />;
export const heard = <myeloma-compare onmyeloma-compare-change={({ detail }) => detail.age} />;
`;

  function expectRefused(options: Readonly<Record<string, unknown>>) {
    const output = compile("page.tsx", wrong, options);
    for (const word of ['"middle"', "'ages'", "'age'"]) expect(output).toContain(word);
  }

  it("serve JSX of Preact", () => {
    const options = { jsx: "react-jsx", jsxImportSource: "preact" };
    expect(compile("page.tsx", jsx, options)).toBe("");
    expectRefused(options);
  });

  it("serve JSX of React", () => {
    const options = { jsx: "react-jsx" };
    const page = jsx.replace(
      'class="wide"',
      'className="wide" ref={(element) => { if (element) element.age = "60-"; }}',
    );
    expect(compile("page.tsx", page, options)).toBe("");
    expectRefused(options);
  });
});
