/** A script in TypeScript; pages in JSX: `types.slow.test.ts`. */
import { afterAll, expect, it } from "vitest";
import { comparisonSchema } from "#server/api/comparison.ts";
import { elementTypes } from "#server/documentation/element/types.ts";
import { jsonSchemas } from "#server/documentation/json-schemas.ts";
import { compiling } from "../../../../support/compiling.ts";

const files = { "element.d.ts": elementTypes(jsonSchemas([comparisonSchema()])) };
const { compile, remove } = compiling(files, { packages: false });
afterAll(remove);

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
document.body.addEventListener("myeloma-compare-result", ({ detail }) => detail.outcomes.length);
`;

it("serve a script without any package installed, and refuse what no host may set, or hears", () => {
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
