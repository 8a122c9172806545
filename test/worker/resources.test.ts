/** What holds for every resource of the API, by its own description; a new one is found here by itself. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "#server/documentation/open-api.ts";
import { mediaTypes } from "#server/http/negotiation.ts";
import { operations } from "../../.dev/build/operations.ts";
import { root } from "../../.dev/files.ts";
import { askBuilt } from "../support/built-app.ts";
import { documented } from "../support/documented.ts";

const openApi: OpenApiDocument = await (await askBuilt("/v1/openapi.json")).json();
const { problemsOf } = documented(openApi);

const typeOf = ({ headers }: Response) => headers.get("content-type")?.split(";")[0];
const more = (address: string) => `${address}${address.includes("?") ? "&" : "?"}no-such=1`;

/** An error that the document describes, for whoever asks so. */
async function expectRefused(path: string, address: string, status: number, accept = "*/*") {
  const answer = await askBuilt(address, { headers: { accept } });
  const at = { path, status, type: "application/problem+json" };
  expect([answer.status, typeOf(answer)]).toEqual([status, at.type]);
  expect(problemsOf(at, await answer.json())).toEqual([]);
}

describe.each(operations)("$path", ({ path, example, forms, statuses, cached, columns, id }) => {
  const [usual = "json"] = forms;

  it("answers its example with what is documented", async () => {
    const answer = await askBuilt(example);
    expect([answer.status, typeOf(answer)]).toEqual([200, mediaTypes[usual]]);
    const text = await answer.text();
    const at = { path, status: 200, type: mediaTypes[usual] };
    if (usual === "json") expect(problemsOf(at, JSON.parse(text))).toEqual([]);
    if (usual === "csv") expect(text.split("\r\n")[0]).toBe(columns.join(","));
  });

  it("answers HEAD alike, without a body", async () => {
    const [get, head] = [await askBuilt(example), await askBuilt(example, { method: "HEAD" })];
    const same = (answer: Response) =>
      [...answer.headers].filter(([name]) => name !== "cache-status");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(same(head)).toEqual(same(get));
  });

  it(cached ? "is not sent again to who has it" : "is never kept", async () => {
    const { headers } = await askBuilt(example);
    const tag = headers.get("etag");
    if (!cached) {
      expect([tag, headers.get("cache-control")]).toEqual([null, "no-store"]);
      return;
    }
    expect(tag).toMatch(/^(?:W\/)?"[^"]+"$/);
    const again = await askBuilt(example, { headers: { "if-none-match": `${tag}` } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    for (const name of ["etag", "cache-control", "vary", "access-control-allow-origin"]) {
      expect([name, again.headers.get(name)]).toEqual([name, headers.get(name)]);
    }
  });

  it("is sent in each of its forms, and in no other", async () => {
    for (const form of forms) {
      const answer = await askBuilt(example, { headers: { accept: mediaTypes[form] } });
      expect([answer.status, typeOf(answer)]).toEqual([200, mediaTypes[form]]);
      expect(/\baccept\b(?!-)/.test(answer.headers.get("vary") ?? "")).toBe(forms.length > 1);
    }
    if (statuses.includes(406)) return expectRefused(path, example, 406, "image/png");
    const other = await askBuilt(example, { headers: { accept: "image/png" } });
    expect([other.status, typeOf(other)]).toEqual([200, mediaTypes[usual]]);
  });

  it("refuses a parameter that it does not take, unless it passes over all", async () => {
    if (statuses.includes(400)) return expectRefused(path, more(example), 400);
    expect((await askBuilt(more(example))).status).toBe(200);
  });

  it("is described outside of the Worker", () => {
    const worker = readFileSync(join(root, "dist-worker/worker.js"), "utf8");
    expect(worker).toContain(path.replace(/\{.*/, ""));
    expect(worker).not.toContain(id);
  });
});

it.each(operations.map(({ path }) => path).filter((path) => path.includes("{")))(
  "%s has nothing under another name",
  (path) => expectRefused(path, path.replace(/\{.*\}/, "nobody"), 404),
);
