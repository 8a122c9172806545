/** What a resource makes of the few things that its file says, in resources that nobody serves. */
import { Hono } from "hono";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { described, named } from "#data/schema/description.ts";
import { operation } from "#server/api/operation.ts";
import { question, questionAbout, withLinkDate, words } from "#server/api/parameters.ts";
import { type Resource, resource } from "#server/api/resource.ts";
import { gzip } from "#server/http/content-coding.ts";
import type { HonoEnvironment } from "#server/http/environment.ts";
import { handlersOf } from "#server/http/route.ts";
import { environmentWith, type Files } from "../../../support/answered.ts";

/** Asks an app of this one resource, with these texts as gzipped files of the build. */
async function ask(
  { path, route }: Resource,
  address: string,
  { files = {}, accept }: { files?: Record<string, string>; accept?: string } = {},
): Promise<Response> {
  const app = new Hono<HonoEnvironment>().get(path, ...handlersOf(route));
  const fetch: Files = async (file) => {
    const text = files[new URL(file instanceof Request ? file.url : file).pathname];
    if (text === undefined) return new Response(null, { status: 404 });
    return new Response(await gzip(new TextEncoder().encode(text)));
  };
  const init = accept === undefined ? {} : { headers: { accept } };
  return app.request(address, init, environmentWith(fetch));
}

const told = { id: "getMade", tag: "Evidence", summary: "", description: "" } as const;
const schema = named("Made", { of: described(v.string(), "Of whom.") });

/** What is wrong: the parameters at fault with what is said of them. */
async function wrong(answer: Response): Promise<string[]> {
  const { errors = [] }: { errors?: { parameter: string; message: string }[] } =
    await answer.json();
  return [`${answer.status}`, ...errors.map((one) => `${one.parameter}: ${one.message}`)];
}

describe("what is computed", () => {
  const colours = resource({
    path: "/v1/colours",
    parse: words({ shade: ["light", "dark"], hue: ["red"] }),
    make: (asked) => ({ asked }),
  });

  it("is JSON of what was asked, under one name however it was asked", async () => {
    const one = await ask(colours, "/v1/colours?hue=red&shade=dark");
    const other = await ask(colours, "/v1/colours?shade=dark&hue=red");
    expect(await one.json()).toEqual({ asked: { shade: "dark", hue: "red" } });
    expect(one.headers.get("etag")).toContain(";colours?shade=dark&hue=red;");
    expect(other.headers.get("etag")).toBe(one.headers.get("etag"));
  });

  it("has all that is wrong told at once", async () => {
    expect(await wrong(await ask(colours, "/v1/colours?hue=blue&size=1"))).toEqual([
      "400",
      "hue: not one of the allowed values",
      "size: unknown parameter",
    ]);
  });

  it("is documented by what it takes", () => {
    const example = "/v1/colours";
    const parameters = { shade: "How bright.", hue: { text: "Which.", listed: "/v1/hues" } };
    const { statuses, parameters: given } = operation(colours, {
      ...told,
      example,
      schema,
      parameters,
    });
    expect(statuses).toEqual([400]);
    expect(given).toMatchObject([
      { name: "shade", description: "How bright.", schema: { enum: ["light", "dark"] } },
      { name: "hue", description: expect.stringContaining("`/v1/hues`") },
    ]);
    expect(() => operation(colours, { ...told, example, schema })).toThrow("shade");
    expect(() => operation(colours, { ...told, example, parameters })).toThrow("no schema");
  });

  it("of a member is made of it, and of nobody else", async () => {
    const of = new Map([["ann", { age: 7 }]]);
    const member = { name: "id", noun: "child", listed: "/v1/children", of };
    const child = resource({
      path: "/v1/children/:id",
      member,
      parse: words({}),
      make: (_, by) => ({ age: by.member.age }),
    });
    const known = await ask(child, "/v1/children/ann");
    expect([await known.json(), known.headers.get("etag")]).toEqual([
      { age: 7 },
      expect.stringContaining(";children/ann?;"),
    ]);
    const { detail }: { detail: string } = await (await ask(child, "/v1/children/bob")).json();
    expect(detail).toBe('There is no child "bob". /v1/children lists all of them.');
    expect(child.statuses).toEqual([400, 404]);
  });

  it("in several forms is that which the caller accepts", async () => {
    const table = resource({
      path: "/v1/table",
      parse: words({}),
      forms: ["json", "csv"],
      make: (_, { form }) => form,
      page: () => new Response("page"),
    });
    const given = async (accept: string) => (await ask(table, "/v1/table", { accept })).text();
    expect(await given("text/csv")).toBe("csv");
    expect(await given("*/*")).toBe("json");
    expect(await given("text/html")).toBe("page");
    expect((await ask(table, "/v1/table", { accept: "image/png" })).status).toBe(406);
    expect(table.forms).toEqual(["json", "csv", "html"]);
  });
});

describe("a question", () => {
  const counted = dataset.outcomes.filter(({ id }) => ["orr", "cr"].includes(id));
  const at = (search: string) => new URLSearchParams(search);

  it("about one outcome needs it, and each own word without a usual one", () => {
    const parse = questionAbout(
      counted,
      { by: ["age"], look: ["plain", "bold"] },
      { look: "plain" },
    );
    expect(parse.read(at("lines=2&outcome=orr&by=age"))).toMatchObject({
      asked: { outcome: { id: "orr" }, own: { by: "age", look: "plain" } },
      canonical: "by=age&look=plain&outcome=orr&lines=2",
    });
    const found = parse.read(at("outcome=orr,cr"));
    expect("problems" in found && found.problems.map(({ message }) => message)).toEqual([
      "a by is needed here",
      "exactly one of these outcomes is needed here",
    ]);
    expect(parse.takes.needed).toEqual(["by"]);
  });

  it("with the date of a link is the same as without", () => {
    const parse = withLinkDate(question());
    expect(parse.read(at("outcome=orr&data=2020-02-03"))).toEqual(
      question().read(at("outcome=orr")),
    );
    const found = parse.read(at("data=2020-02-31&lines=never"));
    expect("problems" in found && found.problems.map((one) => one.parameter)).toEqual([
      "data",
      "lines",
    ]);
  });
});

describe("a file of the build", () => {
  const of = new Map([["ann", null]]);
  const child = resource({
    path: "/v1/children/:id",
    member: { name: "id", noun: "child", listed: "/v1/children", of },
    forms: ["json", "html"],
    constant: true,
  });
  const { files } = operation(child, {
    ...told,
    schema,
    parameters: { id: "Name." },
    example: "/v1/children/ann",
    make: ({ id, form }) => (form === "html" ? `<p>${id}` : { of: id }),
  });
  const built = Object.fromEntries(files({ read: () => "", openApi: () => "" }));

  it("is written in every form for every member", () => {
    expect(built).toEqual({
      "/v1/children/ann.json.gz": '{"of":"ann"}',
      "/v1/children/ann.html.gz": "<p>ann",
    });
  });

  it.each([
    ["/v1/children/ann", "text/html", "<p>ann", "accept, accept-encoding"],
    ["/v1/children/ann", "*/*", '{"of":"ann"}', "accept, accept-encoding"],
    ["/v1/children/ann.html", "*/*", "<p>ann", "accept-encoding"],
    ["/v1/children/ann.json", "text/html", '{"of":"ann"}', "accept-encoding"],
  ])("is sent as it is asked for: %s, %s", async (address, accept, text, vary) => {
    const answer = await ask(child, address, { files: built, accept });
    expect([await answer.text(), answer.headers.get("vary")]).toEqual([text, vary]);
  });

  it("takes no parameters", async () => {
    expect(await wrong(await ask(child, "/v1/children/ann?x=1", { files: built }))).toEqual([
      "400",
      "x: this resource takes no parameters",
    ]);
  });
});
