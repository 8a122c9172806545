/** User code in TypeScript, compiled against the element's types. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { comparisonSchema } from "#server/api/comparison.ts";
import { elementTypes } from "#server/documentation/element/types.ts";
import { jsonSchemas } from "#server/documentation/json-schemas.ts";
import { snippet } from "../../../../support/snippet.ts";

const root = join(import.meta.dirname, "../../../../..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "host-"));
  write("element.d.ts", elementTypes(jsonSchemas([comparisonSchema()])));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The output of the compiler; empty if there are no errors. */
function compile(
  file: string,
  text: string,
  options: Readonly<Record<string, unknown>> = {},
): string {
  write(file, text);
  const compilerOptions = {
    ...{ strict: true, noEmit: true, target: "ES2023", module: "ESNext", types: [] },
    ...{ moduleResolution: "Bundler", lib: ["ES2023", "DOM"], ...options },
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
  return stdout + stderr;
}

const script = `
import type { MyelomaCompare } from "./element";
const element = document.createElement("myeloma-compare");
element.priorLines = "3-5";
element.therapyClass = null;
element.theme = "dark";
element.query = "setting=early";
element.addEventListener("myeloma-compare:change", ({ detail }) => detail.query.length);
element.addEventListener("myeloma-compare-change", ({ detail }) => detail.permalink.length);
element.addEventListener("myeloma-compare:error", ({ detail }) => detail.kind === "refused" && detail.details.length);
element.addEventListener("myeloma-compare:result", ({ detail }) => {
  for (const { outcome, pools } of detail.outcomes) console.log(outcome, pools["car-t"]?.estimate?.toFixed(2));
});
element.addEventListener("click", ({ clientX }) => clientX);
const found: MyelomaCompare | null = document.querySelector("myeloma-compare");
export const version: string | undefined = found?.comparison?.answerVersion;
`;

describe("the types of the element", () => {
  it("serve a script, without any package installed and with libraries checked", () => {
    expect(compile("page.ts", script)).toBe("");
  });

  it("refuse what no host may set, or hears", () => {
    const refused = [
      ["element.priorLines = 3;", "Type 'number' is not assignable"],
      ['element.patientAge = "71";', "Property 'patientAge' does not exist"],
      ['element.permalink = "x";', "read-only property"],
      ['element.addEventListener("myeloma-compare:change", ({ detail }) => detail.age);', "'age'"],
    ] as const;
    const said = compile("page.ts", [script, ...refused.map(([line]) => line)].join("\n"));
    const errors = said.split("\n").filter((line) => line.includes("error TS"));
    expect(errors).toEqual(refused.map(([, message]) => expect.stringContaining(message)));
  });

  const jsx = `
import "./element";
export const later = <myeloma-compare availability="of-tomorrow" set="of-2031" />;
export const one = <myeloma-compare setting="early" prior-lines="3-5" theme="dark" class="wide" id="a" onmyeloma-compare-change={({ detail }) => detail.query}><p slot="footer">Ward 5</p></myeloma-compare>;
`;
  const wrong = `
import "./element";
export const one = <myeloma-compare setting="middle" />;
export const heard = <myeloma-compare onmyeloma-compare-change={({ detail }) => detail.age} />;
`;

  function expectRefused(options: Readonly<Record<string, unknown>>) {
    const said = compile("page.tsx", wrong, options);
    for (const word of ['"middle"', "'age'"]) expect(said).toContain(word);
  }

  it("serve JSX of Preact", () => {
    cpSync(join(root, "node_modules/preact"), join(folder, "node_modules/preact"), {
      recursive: true,
    });
    const options = { jsx: "react-jsx", jsxImportSource: "preact" };
    expect(compile("page.tsx", jsx, options)).toBe("");
    expectRefused(options);
  });

  it("serve JSX of React", () => {
    for (const name of ["@types/react", "csstype"]) {
      cpSync(join(root, "node_modules", name), join(folder, "node_modules", name), {
        recursive: true,
      });
    }
    const options = { jsx: "react-jsx" };
    const page = jsx.replace(
      'class="wide"',
      'className="wide" ref={(element) => { if (element) element.age = "60-"; }}',
    );
    expect(compile("page.tsx", page, options)).toBe("");
    expectRefused(options);
    expect(compile("page.tsx", `import "./element";\n${snippet("tsx")}`, options)).toBe("");
  });
});
