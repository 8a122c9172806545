/** What a release breaks, between the real documents of 0.2.0 and of today, and in small changes to these. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "#server/documentation/document.ts";
import { customElementsManifest } from "#server/documentation/element/manifest.ts";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import {
  breaksBetween,
  type Contract,
  changesOf,
  contractOf,
  unnamed,
} from "../../../../.dev/build/contract.ts";
import { operations } from "../../../../.dev/build/operations.ts";
import { readReleases } from "../../../../.dev/build/releases.ts";
import packageFile from "../../../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../../../..");
const kept = (version: string): Contract =>
  JSON.parse(readFileSync(join(root, `widget/releases/contract-${version}.json`), "utf8"));
const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");

const manifest = JSON.parse(JSON.stringify(customElementsManifest()));
let document: OpenApiDocument;
let today: Contract;
beforeAll(async () => {
  document = JSON.parse(JSON.stringify(await openApiDocument("1.0.0", operations, async () => "")));
  today = contractOf(document, manifest);
});

/** What breaks after a change to a copy of the documents of today. */
function breaksOf(change: (copy: OpenApiDocument, element: typeof manifest) => void) {
  const [copy, element] = [structuredClone(document), structuredClone(manifest)];
  change(copy, element);
  return breaksBetween(today, contractOf(copy, element)).map(({ name, what }) => `${name} ${what}`);
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the document has no such part");
  return value;
}

const parametersOf = ({ paths }: OpenApiDocument, path: string) => must(paths[path]).get.parameters;

describe("between 0.2.0 and today", () => {
  const found = () => breaksBetween(kept("0.2.0"), today);

  it("all that was withdrawn on purpose is found", () => {
    expect(found().map(({ name, what }) => `${name} ${what}`)).toEqual(
      expect.arrayContaining([
        ...["?measure is gone", "?patient-fit is gone", "<measure> is gone"],
        ...["element.measure is gone", "Contrast.rate is gone", "Contrast.holds is gone"],
        ...["Median.months can be null", 'Pool.status can be "not-represented"'],
      ]),
    );
  });

  it("and nothing that only came, or was opened", () => {
    const names = found().map(({ name }) => name);
    for (const name of ["?product", "?denominator", "Pool.notReached", "/v1/timing"]) {
      expect(names).not.toContain(name);
    }
  });
});

it("what was broken since the last release is named in the upgrade notes", () => {
  const [last = ""] = readReleases().map(({ version }) => version);
  const next = last === packageFile.version ? "Unreleased" : packageFile.version;
  const changes = changesOf(changelog, next) ?? changesOf(changelog, "Unreleased");
  expect(unnamed(breaksBetween(kept(last), today), changes?.text ?? "")).toEqual([]);
});

describe("a change that breaks", () => {
  it.each<[string, string, (copy: OpenApiDocument, element: typeof manifest) => void]>([
    ["an address", "/v1/timing is gone", ({ paths }) => delete paths["/v1/timing"]],
    [
      "a word of a parameter",
      '?setting no longer takes "early"',
      ({ components: { parameters } }) => {
        must(parameters.setting).schema.enum = ["late", "any"];
      },
    ],
    [
      "what holds without a parameter",
      "?model= no longer takes bayes",
      ({ components: { parameters } }) => {
        must(parameters.model).schema.default = "glmm";
      },
    ],
    [
      "a parameter that must be given",
      "?theme is required",
      (copy) => {
        for (const one of parametersOf(copy, "/v1/forest.svg")) {
          if ("name" in one && one.name === "theme") one.required = true;
        }
      },
    ],
    [
      "a field",
      "Contrast.oddsRatio is gone",
      ({ components: { schemas } }) => delete schemas.Contrast?.properties?.oddsRatio,
    ],
    [
      "a field that may be missing",
      "Comparison.outcomes can be undefined",
      ({ components: { schemas } }) => {
        const { Comparison } = schemas;
        must(Comparison).required = Comparison?.required?.filter((one) => one !== "outcomes") ?? [];
      },
    ],
    [
      "a form of an answer",

      ({ paths }) => {
        const answer = must(must(paths["/v1/brief"]).get.responses["200"]);
        if ("content" in answer) delete answer.content?.["text/html"];
      },
    ],
    [
      "an attribute",
      "<age> is gone",
      (_, { modules: [{ declarations }] }) => {
        const [element] = declarations;
        element.attributes = element.attributes.filter(
          (one: { name: string }) => one.name !== "age",
        );
      },
    ],
    [
      "an event",
      "myeloma-compare-change is gone",
      (_, { modules: [{ declarations }] }) => declarations[0].events.shift(),
    ],
  ])("%s", (_, expected, change) => {
    expect(breaksOf(change)).toContain(expected);
  });
});

it("what is added breaks nothing", () => {
  const added = breaksOf(({ paths, components }, { modules: [{ declarations }] }) => {
    paths["/v1/later"] = must(paths["/v1/forest.svg"]);
    must(components.schemas.Contrast?.properties).later = { type: "string" };
    must(components.parameters.setting).schema.enum?.push("later");
    declarations[0].attributes.push({ name: "later", type: { text: '"a" | "b"' } });
  });
  expect(added).toEqual([]);
});

describe("the changelog", () => {
  const text = `# Changelog

## Unreleased

- Later.

## 1.3.0 - 2030-01-02

### Upgrade from 1.2

- \`?measure\` is gone.

### Added

- \`Contrast.rate\`, gone elsewhere.

## 1.2.0
`;

  it("has the date and the text of a version", () => {
    expect(changesOf(text, "1.3.0")).toMatchObject({ date: "2030-01-02" });
    expect(changesOf(text, "1.2.0")?.date).toBe("");
    expect(changesOf(text, "1.3")).toBeNull();
  });

  it("names a break in the upgrade notes only, by its whole name", () => {
    const breaks = ["?measure", "?measure=", "Contrast.rate"].map((name) => ({ name, what: "" }));
    const missing = unnamed(breaks, changesOf(text, "1.3.0")?.text ?? "");
    expect(missing.map(({ name }) => name)).toEqual(["?measure=", "Contrast.rate"]);
  });
});
