/** The client against the document: its methods, what they ask, and its types in code of others. */
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { clientTypes, methodsOf } from "#server/documentation/client-types.ts";
import { comparisonClient, SourceError } from "#widget/client.ts";
import { operations } from "../../../../.dev/build/operations.ts";
import { compiling } from "../../../support/compiling.ts";

const site = "https://compare.example.org";
const client = comparisonClient(site);

const host = compiling({ "client.d.ts": clientTypes(operations) }, { packages: false });
afterAll(host.remove);
afterEach(() => vi.unstubAllGlobals());

/** Answers as the service would, and notes what was asked. */
function answering(body: string, type: string, status = 200) {
  const fetched = vi.fn(
    async (_url: string, _init: RequestInit) =>
      new Response(body, { status, headers: { "content-type": type } }),
  );
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("the client", () => {
  it("has a method for each resource, which asks its address for its form", async () => {
    const methods = methodsOf(operations);
    expect(Object.keys(client)).toEqual(methods.map(({ name }) => name));
    for (const { name, path, form = "" } of methods) {
      const fetched = answering(name === "subgroups" ? '{"subgroups":[]}' : '"{}"', form);
      const asked = client[name as keyof typeof client];
      const answer = await (path.includes("{") ? asked("a b") : asked());
      expect([name, answer]).not.toEqual([name, null]);
      const [[url, init] = []] = fetched.mock.calls;
      expect(url).toBe(site + path.replace(/\{\w+\}/, "a%20b"));
      expect([name, init?.headers]).toEqual([name, { accept: form }]);
    }
  });

  it("leaves out only scripts, their descriptions and second addresses of one answer", () => {
    const paths = methodsOf(operations).map(({ path }) => path);
    expect(operations.map(({ path }) => path).filter((path) => !paths.includes(path))).toEqual([
      ...["/v1/comparison.json", "/v1/brief.txt", "/v1/widget.js", "/v1/element.js"],
      ...["/v1/frame.js", "/v1/element.d.ts", "/v1/custom-elements.json", "/v1/client.js"],
      "/v1/client.d.ts",
    ]);
  });

  it("joins lists, passes over what is undefined and takes a signal alone", async () => {
    const fetched = answering("{}", "application/json");
    await client.comparison({ outcome: ["orr", "cr"], age: undefined });
    await client.comparison("outcome=orr");
    await client.outcomes(new AbortController().signal);
    expect(fetched.mock.calls.map(([url]) => url)).toEqual([
      `${site}/v1/comparison?outcome=orr%2Ccr`,
      `${site}/v1/comparison?outcome=orr`,
      `${site}/v1/outcomes`,
    ]);
  });

  it("takes a page to sign in for no answer, and hands on the problem of a refusal", async () => {
    answering("<p>Sign in</p>", "text/html");
    for (const ask of [client.comparison, client.comparisonTable]) {
      await expect(ask()).rejects.toMatchObject({ failure: { kind: "failed" } });
    }
    const problem = { status: 422, detail: "No question holds the patient." };
    answering(JSON.stringify(problem), "application/problem+json", 422);
    const error = await client.comparison().catch((one: unknown) => one);
    expect(error).toBeInstanceOf(SourceError);
    expect(error).toMatchObject({ failure: { kind: "failed" }, cause: problem });
  });
});

const program = `
import { comparisonClient, failureOf, SourceError } from "./client";
const client = comparisonClient("https://compare.example.org");
const { signal } = new AbortController();
const { outcomes } = await client.comparison({ outcome: ["orr", "of-tomorrow"], age: "60-", "patient-age": 71 }, signal);
outcomes[0]?.pools["car-t"]?.estimate?.toFixed(2);
(await client.comparison("outcome=orr")).answerVersion.length;
(await client.forest({ outcome: "orr", theme: "dark" })).length;
(await client.picture()).size;
(await client.cohort("karmma-3", signal)).id.length;
(await client.outcomes(signal)).outcomes.length;
(await client.subgroups({ variable: "age" })).length;
const failure = await client.health().catch((error) => failureOf(error));
export const said: unknown = failure instanceof SourceError ? failure.cause : failure;
`;

describe("the types of the client", () => {
  it("serve a program, with libraries checked", () => {
    expect(host.compile("page.ts", program)).toBe("");
  });

  it("refuse a wrong parameter, value, name of a field and call", () => {
    const wrong = [
      ['client.comparison({ ages: "60-" });', "'ages' does not exist"],
      ['client.comparison({ measure: "rate" });', "'measure' does not exist"],
      ['client.comparison({ setting: "middle" });', '"middle"'],
      ['client.sensitivity({ outcome: "orr", compare: "product" });', "'compare' does not exist"],
      ["client.forest();", "Expected 1-2 arguments"],
      ["client.cohort();", "Expected 1-2 arguments"],
      ["client.cohorts().then(({ cohort }) => cohort);", "'cohort' does not exist"],
      ["client.widget();", "'widget' does not exist"],
    ] as const;
    const head = program.slice(0, program.indexOf("const { signal }"));
    const said = host.compile("page.ts", [head, ...wrong.map(([line]) => line)].join("\n"));
    const errors = said.split("\n").filter((line) => line.includes("error TS"));
    expect(errors).toEqual(wrong.map(([, message]) => expect.stringContaining(message)));
  });
});
