/** Every answer matches the served OpenAPI document, field by field. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import { askBuilt } from "../support/built-app.ts";
import { documented } from "../support/documented.ts";
import { addressesOf, addressOf, documentedResources } from "../support/documented-resources.ts";
import { getJson } from "../support/json.ts";
import { anyQuestion } from "../support/queries.ts";
import { runs } from "../support/sample.ts";

const served = documented(await getJson<OpenApiDocument>("/v1/openapi.json"));
const resources = documentedResources(served.document);
const ofJson = resources.filter(({ types }) => types.includes("application/json"));

async function request(address: string, init?: RequestInit) {
  const answer = await askBuilt(address, init);
  return { status: answer.status, text: await answer.text() };
}

async function expectDocumented(path: string, address: string, status = 200): Promise<void> {
  const answer = await request(address);
  const type = status === 200 ? "application/json" : "application/problem+json";
  const problems = served.problemsOf({ path, status, type }, JSON.parse(answer.text));
  expect([address, answer.status, problems]).toEqual([address, status, []]);
}

function nth<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("nothing to choose from");
  return found;
}

describe("a random question has the documented answer of each kind", () => {
  const counted = dataset.outcomes.filter(({ kind }) => kind === "count");
  const moderators = ["prior-lines", "age", "year", "follow-up"];
  const questions = fc.sample(anyQuestion(dataset), { numRuns: runs(40) });

  it.each(
    questions.map((pairs, index) => [`${new URLSearchParams(pairs)}`, pairs, index] as const),
  )("%s", async (text, pairs, index) => {
    const about = ({ id }: { id: string }) =>
      `${new URLSearchParams([...pairs.filter(([name]) => name !== "outcome"), ["outcome", id]])}`;
    const regressed = `moderator=${nth(moderators, index)}&${about(nth(counted, index))}`;
    for (const [path, search] of [
      ["/v1/comparison", text],
      ["/v1/meta-regression", regressed],
    ] as const) {
      await expectDocumented(path, `${path}?${search}`);
    }
  });
});

describe("what is listed", () => {
  it.each(ofJson.map((one) => [one.path, one] as const))("%s, every one", async (path, one) => {
    expect(addressesOf(one).length).toBeGreaterThan(0);
    const [, search = ""] = addressOf(one).split("?");
    for (const address of addressesOf(one)) {
      await expectDocumented(path, search === "" ? address : `${address}?${search}`);
    }
  });
});

describe.each(
  ofJson
    .map((one) => ({
      path: one.path,
      address: addressOf(one).split("?")[0],
      given: one.closed.filter((parameter) => parameter.in === "query"),
    }))
    .filter(({ given }) => given.length > 0),
)("$path", ({ path, address, given }) => {
  it("takes every documented value and refuses another", async () => {
    for (const { name, words } of given) {
      const others = given
        .filter((one) => one.required && one.name !== name)
        .map((one): [string, string] => [one.name, one.words[0] ?? ""]);
      const ask = (value: string) =>
        `${address}?${new URLSearchParams([...others, [name, value]])}`;
      for (const value of words) await expectDocumented(path, ask(value));
      await expectDocumented(path, ask("no-such-value"), 400);
    }
  });
});

describe("groups other than the classes", () => {
  it.each(resources.filter(({ validated }) => validated).map((one) => [one.path, one] as const))(
    "%s compares them only if it says so",
    async (_, one) => {
      const [address = ""] = addressesOf(one);
      const [, search = ""] = addressOf(one).split("?");
      const { status } = await request(`${address}?${search && `${search}&`}compare=target`);
      expect(status).toBe(one.ofQuestion.includes("compare") ? 200 : 400);
    },
  );
});

describe("a problem", () => {
  it("of an address too long is described, for every resource", async () => {
    for (const path of Object.keys(served.document.paths)) {
      await expectDocumented(path, `${path}?x=${"y".repeat(9000)}`, 414);
    }
  });

  it("of a method is described", async () => {
    const path = "/v1/comparison";
    const { status, text } = await request(path, { method: "POST" });
    const type = "application/problem+json";
    expect(status).toBe(405);
    expect(served.problemsOf({ path, status, type }, JSON.parse(text))).toEqual([]);
  });

  it("would be noticed if it had a field more or one less", () => {
    const type = "/docs/integrators#problem-not-found";
    const whole = { type, title: "Not Found", status: 404, detail: "There." };
    expect(served.problemsOfSchema("Problem", whole)).toEqual([]);
    expect(served.problemsOfSchema("Problem", { ...whole, more: 1 })).not.toEqual([]);
    const { detail, ...less } = whole;
    expect(served.problemsOfSchema("Problem", less)).not.toEqual([]);
    expect(served.problemsOfSchema("Problem", { ...whole, status: 418 })).not.toEqual([]);
    expect(served.problemsOfSchema("Problem", { ...whole, type: "about:blank" })).not.toEqual([]);
  });
});
