/** Tests what holds for every resource of the API, by its own description; a new one is found here by itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import type { OpenApiDocument } from "#server/documentation/document.ts";
import { mediaTypes } from "#server/http/negotiation.ts";
import { operations } from "../../../../.dev/build/operations.ts";
import { root } from "../../../../.dev/files.ts";
import { html, resources } from "../../../support/addresses.ts";
import { anyCohort } from "../../../support/any-cohort.ts";
import { askBuilt, dataAt, textAt } from "../../../support/built-app.ts";
import { documented } from "../../../support/documented.ts";
import { addressesOf, addressOf } from "../../../support/documented-resources.ts";
import { inFormat } from "../../../support/in-format.ts";
import { anyQuestion } from "../../../support/queries.ts";
import { eighthOf, runsOf, sampled } from "../../../support/sample.ts";

const { document, problemsOf, problemsOfSchema } = documented(
  await dataAt<OpenApiDocument>("/v1/openapi.json"),
);

const typeOf = ({ headers }: Response) => headers.get("content-type")?.split(";")[0];
const more = (address: string) => `${address}${address.includes("?") ? "&" : "?"}no-such=1`;

/** An answer or an error as the document describes it, for whoever asks so. */
async function expectDocumented(path: string, address: string, status = 200, accept = "*/*") {
  const answer = await askBuilt(address, { headers: { accept } });
  const type = status === 200 ? "application/json" : "application/problem+json";
  expect([address, answer.status, typeOf(answer)]).toEqual([address, status, type]);
  expect([address, problemsOf({ path, status, type }, await answer.json())]).toEqual([address, []]);
}

describe.each(sampled(operations, 3))(
  "$path",
  ({ path, example, forms, statuses, columns, id }) => {
    const [usual = "json"] = forms;

    it("answers its example with what is documented", async () => {
      if (usual === "json") return expectDocumented(path, example);
      const answer = await askBuilt(example);
      expect([answer.status, typeOf(answer)]).toEqual([200, mediaTypes[usual]]);
      if (usual === "csv")
        expect((await answer.text()).split("\r\n")[0]).toBe(Object.keys(columns).join(","));
    });

    it("is sent in each of its forms, and in no other", async () => {
      for (const form of forms) {
        const answer = await askBuilt(example, { headers: { accept: mediaTypes[form] } });
        expect([answer.status, typeOf(answer)]).toEqual([200, mediaTypes[form]]);
        expect(/\baccept\b(?!-)/.test(answer.headers.get("vary") ?? "")).toBe(forms.length > 1);
      }
      if (statuses.includes(406)) return expectDocumented(path, example, 406, "image/png");
      const answer = await askBuilt(example, { headers: { accept: "image/png" } });
      expect([answer.status, typeOf(answer)]).toEqual([200, mediaTypes[usual]]);
    });

    it("refuses a parameter that it does not take, unless it passes over all, and a long address", async () => {
      await expectDocumented(path, `${path}?x=${"y".repeat(9000)}`, 414);
      if (statuses.includes(400)) return expectDocumented(path, more(example), 400);
      expect((await askBuilt(more(example))).status).toBe(200);
    });

    it("documents every status that it answers, and no other", async () => {
      const refusing = { RATE_LIMITER: { limit: async () => ({ success: false }) } };
      const ending = { ENDING: AbortSignal.abort() };
      const of = (name: string) => (path.includes("{") ? path.replace(/\{.*\}/, name) : example);
      const answers = await Promise.all([
        askBuilt(example),
        askBuilt(example, { headers: { "if-none-match": "*" } }),
        askBuilt(example, { headers: { accept: "image/png" } }),
        askBuilt(example, { method: "POST" }),
        askBuilt(more(example)),
        askBuilt(`${path}?x=${"y".repeat(9000)}`),
        askBuilt(inFormat(of("nobody"))),
        askBuilt(example, { headers: { "cf-connecting-ip": "192.0.2.1" } }, refusing),
        askBuilt(example, {}, ending),
      ]);
      const documentedStatuses = Object.keys(document.paths[path]?.get.responses ?? {}).map(Number);
      // Any resource may have an accident; a proxy or platform may limit even those that the app does not limit.
      const answered = new Set([...answers.map(({ status }) => status), 429, 500]);
      expect([...answered].sort()).toEqual(documentedStatuses.sort());
    });

    it("is described outside of the Worker", () => {
      const worker = readFileSync(join(root, "dist-worker/worker.js"), "utf8");
      expect(worker).toContain(path.replace(/\{.*/, ""));
      expect(worker).not.toContain(id);
    });
  },
);

const ofJson = resources.filter(({ types }) => types.includes("application/json"));

describe.each(sampled(ofJson, 3))("$path", (resource) => {
  const { path, closed } = resource;
  const [, search = ""] = addressOf(resource).split("?");

  it("has what is documented for every one that is listed, and nothing under another name", async () => {
    const asked = (address: string) => (search === "" ? address : `${address}?${search}`);
    for (const address of sampled(addressesOf(resource), 4)) {
      await expectDocumented(path, asked(address));
    }
    if (path.includes("{"))
      await expectDocumented(path, asked(path.replace(/\{.*\}/, "nobody")), 404);
  });

  it("takes every documented value and refuses another", async () => {
    const [address] = addressOf(resource).split("?");
    const queryParameters = closed.filter((parameter) => parameter.in === "query");
    for (const { name, words } of queryParameters) {
      const required = queryParameters.filter((other) => other.required && other.name !== name);
      const pairs = required.map((other): [string, string] => [other.name, other.words[0] ?? ""]);
      const ask = (value: string) => `${address}?${new URLSearchParams([...pairs, [name, value]])}`;
      for (const value of sampled(words, 4)) await expectDocumented(path, ask(value));
      await expectDocumented(path, ask("no-such-value"), 400);
    }
  });
});

it("a random question has the documented answer, a page, and an answer by a moderator", async () => {
  const counted = dataset.outcomes.filter(({ kind }) => kind === "count").map(({ id }) => id);
  const moderators = ["prior-lines", "age", "year", "follow-up"];
  const [outcome, moderator] = [fc.constantFrom(...counted), fc.constantFrom(...moderators)];
  const any = fc.record({ pairs: anyQuestion(dataset), outcome, moderator });
  for (const { pairs, ...more } of fc.sample(any, { numRuns: runsOf(40) })) {
    const question = `${new URLSearchParams(pairs)}`;
    await expectDocumented("/v1/comparison", `/v1/comparison?${question}`);
    expect((await askBuilt(`/embed?${question}`)).status, question).toBe(200);
    const others = pairs.filter(([name]) => name !== "outcome");
    const about = new URLSearchParams([...others, ...Object.entries(more)]);
    await expectDocumented("/v1/meta-regression", `/v1/meta-regression?${about}`);
  }
});

it.each(eighthOf(resources.filter(({ validated }) => validated)))(
  "$path compares groups other than the classes only if it says so",
  async (resource) => {
    const [address = ""] = addressesOf(resource);
    const [, search = ""] = addressOf(resource).split("?");
    const { status } = await askBuilt(`${address}?${search && `${search}&`}compare=target`);
    expect(status).toBe(resource.ofQuestion.includes("compare") ? 200 : 400);
  },
);

it("a method that is refused and an accident are described, and a problem with a field more or one less is noticed", async () => {
  expect(Object.keys(document.paths).length).toBeGreaterThan(15);
  const at = { path: "/v1/comparison", status: 405, type: "application/problem+json" };
  const posted = await dataAt("/v1/comparison", { method: "POST" });
  expect(problemsOf(at, posted)).toEqual([]);
  const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const ASSETS = { fetch: async () => new Response(null, { status: 404 }) };
  const accident = await askBuilt("/v1/openapi.json", {}, { ASSETS });
  silent.mockRestore();
  expect(accident.status).toBe(500);
  const of = { ...at, path: "/v1/openapi.json", status: 500 };
  expect(problemsOf(of, await accident.json())).toEqual([]);
  const type = "/docs/integrators#problem-not-found";
  const whole = { type, title: "Not Found", status: 404, detail: "There." };
  expect(problemsOfSchema("Problem", whole)).toEqual([]);
  const { detail, ...less } = whole;
  const wrong = [{ more: 1 }, { status: 418 }, { type: "about:blank" }];
  for (const problem of [less, ...wrong.map((change) => ({ ...whole, ...change }))]) {
    expect(problemsOfSchema("Problem", problem)).not.toEqual([]);
  }
});

describe("the form of a record", () => {
  const path = `/v1/cohorts/${anyCohort.id}`;
  const json = "application/json; charset=utf-8";
  const chromium = "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

  it.each([
    ["*/*", json],
    ["application/*", json],
    ["application/json, text/plain, */*", json],
    ["image/webp, */*;q=0.1", json],
    ["text/html;q=0, */*", json],
    ["*/*;q=0.9, text/html;q=0.1", json],
    ["application/json;q=0.5, text/*", html],
    ["text/html;q=0.2, application/json", json],
    ["application/json, text/html", json],
    ["text/*", html],
    ["text/html, application/json;q=0.9", html],
    [chromium, html],
  ])("for Accept %s is %s", async (accept, type) => {
    const { status, headers } = await askBuilt(path, { headers: { accept } });
    expect([status, headers.get("content-type")]).toEqual([200, type]);
    expect(headers.get("vary")).toMatch(/\baccept\b(?!-)/i);
  });

  const refused = ["image/png", "text/csv", "*/*;q=0", "<script>"];
  it.each(refused)("is refused for %s without repeating it", async (accept) => {
    const answer = await askBuilt(path, { headers: { accept } });
    expect(answer.status).toBe(406);
    const text = await answer.text();
    expect(text).toContain("application/json or text/html");
    expect(text).not.toContain("script");
  });

  it("is that of the address, whatever is accepted, with a validator of its own", async () => {
    const asJson = await askBuilt(`${path}.json`, { headers: { accept: "text/html" } });
    const asPage = await askBuilt(`${path}.html`, { headers: { accept: "application/json" } });
    for (const { headers } of [asJson, asPage]) expect(headers.get("vary")).toBe("accept-encoding");
    expect(await asJson.text()).toBe(await textAt(path));
    expect(await asPage.text()).toBe(await textAt(path, { headers: { accept: chromium } }));
    const tag = (await askBuilt(path)).headers.get("etag") ?? "";
    const conditionalHeaders = { accept: chromium, "if-none-match": tag };
    expect((await askBuilt(path, { headers: conditionalHeaders })).status).toBe(200);
  });
});
