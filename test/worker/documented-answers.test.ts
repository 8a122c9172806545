/** Every answer of the served build is what the served document says, field by field. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { ParameterName } from "#core/question/parameter-names.ts";
import {
  isReference,
  type OpenApiDocument,
  type Parameter,
} from "#server/documentation/open-api.ts";
import { type Documented, documented } from "../support/documented.ts";
import { getJson } from "../support/json.ts";
import { anyQuestion } from "../support/queries.ts";
import { request } from "../support/request.ts";

let served: Documented;
beforeAll(async () => {
  served = documented(await getJson<OpenApiDocument>("/v1/openapi.json"));
});

const json = "application/json";

async function expectDocumented(path: string, address: string, status = 200): Promise<void> {
  const answer = await request(address);
  const type = status === 200 ? json : "application/problem+json";
  const problems = served.problemsOf({ path, status, type }, JSON.parse(answer.text));
  expect([address, answer.status, problems]).toEqual([address, status, []]);
}

const questions = fc.sample(anyQuestion(dataset), { numRuns: 120, seed: 20261120 });

function about(outcome: string, pairs: readonly [ParameterName, string][]): string {
  const others = pairs.filter(([name]) => name !== "outcome");
  return new URLSearchParams([...others, ["outcome", outcome]]).toString();
}

describe("a random question", () => {
  const one = <T>(list: readonly T[], index: number): T => {
    const found = list[index % list.length];
    if (found === undefined) throw new Error("nothing to choose from");
    return found;
  };
  const counted = dataset.outcomes.filter(({ kind }) => kind === "count");
  const moderators = ["prior-lines", "age", "year", "follow-up"];

  it.each(questions.map((pairs) => new URLSearchParams(pairs).toString()))(
    "/v1/comparison?%s",
    (text) => expectDocumented("/v1/comparison", `/v1/comparison?${text}`),
  );

  it.each(questions.map((pairs, index) => about(one(dataset.outcomes, index).id, pairs)))(
    "/v1/sensitivity?%s",
    (text) => expectDocumented("/v1/sensitivity", `/v1/sensitivity?${text}`),
  );

  it.each(
    questions.map(
      (pairs, index) =>
        `moderator=${one(moderators, index)}&${about(one(counted, index).id, pairs)}`,
    ),
  )("/v1/meta-regression?%s", (text) =>
    expectDocumented("/v1/meta-regression", `/v1/meta-regression?${text}`),
  );
});

describe("what is listed", () => {
  it.each([
    "/v1/cohorts",
    "/v1/comparisons",
    "/v1/dataset",
    "/v1/openapi.json",
    "/v1/outcomes",
    "/v1/products",
    "/v1/published",
    "/v1/subgroups",
    "/healthz",
  ])("%s", (path) => expectDocumented(path, path));

  it("every cohort and every product", async () => {
    for (const { id } of dataset.cohorts) {
      await expectDocumented("/v1/cohorts/{id}", `/v1/cohorts/${id}`);
    }
    for (const { slug } of dataset.products) {
      await expectDocumented("/v1/products/{slug}", `/v1/products/${slug}`);
    }
  });
});

describe.each(["/v1/subgroups", "/v1/comparisons", "/v1/meta-regression"])("%s", (path) => {
  const given = (required: boolean): Parameter[] =>
    (served.document.paths[path]?.get.parameters ?? []).flatMap((one) =>
      !isReference(one) && one.in === "query" && Boolean(one.required) === required ? [one] : [],
    );

  it("takes every documented value and refuses another", async () => {
    const needed = given(true);
    for (const parameter of [...needed, ...given(false)]) {
      const others = needed
        .filter(({ name }) => name !== parameter.name)
        .map(({ name, schema }): [string, string] => [name, String(schema.enum?.[0])]);
      const ask = (value: string) =>
        `${path}?${new URLSearchParams([...others, [parameter.name, value]])}`;
      for (const value of parameter.schema.enum ?? []) {
        await expectDocumented(path, ask(String(value)));
      }
      await expectDocumented(path, ask("no-such-value"), 400);
    }
  });
});

describe("a problem", () => {
  const bad = "no-such-parameter=1";

  it("with parameters is described, for every resource", async () => {
    for (const [path, { get }] of Object.entries(served.document.paths)) {
      if (!get.responses["400"]) continue;
      const address = path.replace("{id}", "cartitude-1").replace("{slug}", "teclistamab");
      await expectDocumented(path, `${address}?${bad}`, 400);
    }
  });

  it.each([
    ["/v1/cohorts/{id}", "/v1/cohorts/nobody"],
    ["/v1/products/{slug}", "/v1/products/nothing"],
  ])("of %s not found is described", (path, address) => expectDocumented(path, address, 404));

  it("of an address too long is described, for every resource", async () => {
    for (const path of Object.keys(served.document.paths)) {
      await expectDocumented(path, `${path}?x=${"y".repeat(5000)}`, 414);
    }
  });

  it("of a method, or of a form that there is not, is described", async () => {
    const path = "/v1/comparison";
    const refused = [
      await request(path, { method: "POST" }),
      await request(path, { headers: { accept: "image/png" } }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([405, 406]);
    for (const { status, text } of refused) {
      const type = "application/problem+json";
      expect(served.problemsOf({ path, status, type }, JSON.parse(text))).toEqual([]);
    }
  });

  it("would be noticed if it had a field more or one less", () => {
    const whole = { type: "about:blank", title: "Not Found", status: 404, detail: "There." };
    expect(served.problemsOfSchema("Problem", whole)).toEqual([]);
    expect(served.problemsOfSchema("Problem", { ...whole, more: 1 })).not.toEqual([]);
    const { detail, ...less } = whole;
    expect(served.problemsOfSchema("Problem", less)).not.toEqual([]);
    expect(served.problemsOfSchema("Problem", { ...whole, status: 418 })).not.toEqual([]);
  });
});

describe("a table", () => {
  it.each(["/v1/comparison.csv?outcome=orr", "/v1/dataset.csv"])(
    "%s has the documented columns",
    async (address) => {
      const path = address.split("?")[0] ?? "";
      const [header] = (await request(address)).text.split("\r\n");
      const answer = served.document.paths[path]?.get.responses["200"];
      const text =
        answer && !isReference(answer) ? answer.content?.["text/csv"]?.schema.description : "";
      expect(text).toContain(`Columns: ${header?.split(",").join(", ")}.`);
    },
  );
});
