/** `/about`: who operates the installation, and how an error is reported without a patient's value. */
import { describe, expect, it } from "vitest";
import { executableScriptsOf, textOf } from "../support/html.ts";
import { askers, request } from "../support/request.ts";
import { serve } from "../support/serve.ts";

const vars = { APP_ENV: "local", EMBED_ANCESTORS: "*" };
const question = encodeURIComponent("lines=2&age=65-");

describe("without an operator", () => {
  it("says so, and runs no script", async () => {
    const { status, text } = await request("/about");
    expect(status).toBe(200);
    expect(textOf(text)).toContain("This installation does not name its operator.");
    expect(text).not.toContain("mailto:");
    expect(executableScriptsOf(text)).toEqual([]);
  });

  it("shows the question that an error is about, as its usual address", async () => {
    const { text } = await request(`/about?question=${question}`);
    expect(textOf(text)).toMatch(/The question: http\S+\/embed\?\S*lines=2/);
  });

  it.each([
    ["question=patient-age%3D71", "patient-…"],
    ["patient-age=71", "patient-…"],
    ["question=lines%3Dnever", "lines"],
    ["question=&question=", "question"],
  ])("refuses ?%s, readably", async (search, named) => {
    const { status, headers, text } = await request(`/about?${search}`, {
      headers: askers["a browser"],
    });
    expect([status, headers["content-type"]]).toEqual([400, "text/html; charset=utf-8"]);
    expect(textOf(text)).toContain(named);
  });

  it("cannot be made to say what a caller wants", async () => {
    const { text } = await request(
      `/about?question=${encodeURIComponent('"><script>alert(1)</script>=1')}`,
      { headers: askers["a browser"] },
    );
    expect(text).not.toContain("<script");
  });
});

describe("with an operator and an address of mail", async () => {
  const server = await serve({
    vars: { ...vars, OPERATOR: "A & B <Hospital>", OPERATOR_CONTACT: "mailto:error@example.org" },
  });

  it("names both, and begins a letter with version and question", async () => {
    const text = await (await server.fetch(`/about?question=${question}`)).text();
    expect(textOf(text)).toContain("A & B <Hospital>");
    const [, href = ""] = text.match(/href="(mailto:error@example\.org\?[^"]+)"/) ?? [];
    const letter = new URL(href.replaceAll("&amp;", "&"));
    expect(letter.searchParams.get("subject")).toMatch(/^Error in Myeloma Compare, data \d{4}-/);
    expect(letter.searchParams.get("body")).toContain("lines=2");
  });
});

describe("with a page of contact", async () => {
  const server = await serve({
    vars: { ...vars, OPERATOR_CONTACT: "https://example.org/contact" },
  });

  it("leads there", async () => {
    const text = await (await server.fetch("/about")).text();
    expect(text).toContain('href="https://example.org/contact"');
    expect(textOf(text)).toContain("does not name its operator");
  });
});

describe("with an address that is none", async () => {
  const log: string[] = [];
  const server = await serve({
    vars: { ...vars, OPERATOR_CONTACT: "javascript:alert(1)" },
    onLog: (line) => log.push(line),
  });

  it("is not served, and the log says what is allowed", async () => {
    expect((await server.fetch("/about")).status).toBe(500);
    await expect.poll(() => log.join("\n")).toContain("OPERATOR_CONTACT");
  });
});
