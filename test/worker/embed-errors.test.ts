/** Errors of the page in readable text, for the sites that may show the page in a frame. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { screen as en } from "#words/screen.ts";
import { scriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { type Answer, send } from "../support/send.ts";
import { serve } from "../support/serve.ts";

const server = await serve({
  requestsPerMinute: 3,
  vars: { EMBED_ANCESTORS: "'self' https://intranet.example" },
});

const ask = (path: string, address: string) =>
  send(server.url, path, { headers: { "cf-connecting-ip": address } });

function expectReadable({ headers, text }: Pick<Answer, "headers" | "text">, said: string): void {
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["cache-control"]).toBe("no-store");
  expect(textOf(text)).toContain(said);
  expect(scriptsOf(text)).toEqual([]);
}

function expectFramed({ headers, text }: Pick<Answer, "headers" | "text">): void {
  const policy = headers["content-security-policy"];
  expect(policy).toContain("frame-ancestors 'self' https://intranet.example");
  for (const hash of styleHashesOf(text)) expect(policy).toContain(`'${hash}'`);
  expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(headers["cross-origin-embedder-policy"]).toBe("require-corp");
  expect(headers["access-control-allow-origin"]).toBeUndefined();
}

const tooLong = `/embed?theme=dark&x=${"y".repeat(9000)}`;

describe("an address that is too long", () => {
  it("says so, and leads to one that is not", async () => {
    const answer = await ask(tooLong, "192.0.2.1");
    expect(answer.status).toBe(414);
    expectReadable(answer, "8192 characters");
    expectFramed(answer);
    expect(answer.text).toContain(`<a href="/embed">${en.sheet.reset}</a>`);
    expect(tagsOf(answer.text)).toContain('<html lang="en" data-theme="dark">');
    expect(answer.text).not.toContain("yyyy");
  });
});

describe("too many requests", () => {
  it("are refused with how long to wait, and a way to ask again", async () => {
    const path = "/embed?lines=2&age=60-&patientAge=8315zq";
    const answers: Answer[] = [];
    for (let n = 0; n < 4; n += 1) answers.push(await ask(path, "192.0.2.2"));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    const [, , , last] = answers;
    if (!last) throw new Error("nothing was answered");
    expectReadable(last, "60 seconds");
    expect(last.text).not.toContain("8315zq");
    expectFramed(last);
    expect(last.headers["retry-after"]).toBe("60");
    // An empty address, so that nothing of the question is repeated.
    expect(last.text).toMatch(new RegExp(`<a href(?:="")?>${en.states.retry}</a>`));
  });
});

describe("an accident", () => {
  afterEach(() => {
    vi.doUnmock("#core/answer/compare.ts");
    // Other files share the modules of this process.
    vi.resetModules();
  });

  it("is said, with nothing of what happened, and nothing of the address as markup", async () => {
    vi.resetModules();
    vi.doMock("#core/answer/compare.ts", async (original) => ({
      ...(await original<object>()),
      compare: () => {
        throw new Error("secret");
      },
    }));
    const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { app } = await import("../../functions/app.ts");
    const bindings = {
      ASSETS: { fetch },
      APP_ENV: "production",
      EMBED_ANCESTORS: "'self' https://intranet.example",
    };
    const path = '/embed?lines=2&x="><script>alert(1)</script>';
    const response = await app.request(path, {}, bindings);
    silent.mockRestore();
    const answer = {
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
    expect(response.status).toBe(500);
    expectReadable(answer, "Something went wrong");
    expectFramed(answer);
    expect(answer.text).not.toContain("secret");
    expect(answer.text).toContain(en.states.retry);
  });
});
