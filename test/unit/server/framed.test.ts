/** Tests the settings by which an operator says who may frame `/embed`. */
import { describe, expect, it, vi } from "vitest";
import { dataset } from "#core/dataset.ts";
import { elementTexts as en } from "#presentation/words/element.ts";
import { askBuilt } from "../../support/built-app.ts";
import { styleHashesOf, tagsOf, textOf } from "../../support/html.ts";

const intranet = "'self' https://intranet.example";
const records = "https://ehr.example 'self'";

const request = (path: string, init?: RequestInit, more = {}) =>
  askBuilt(path, init, { EMBED_ANCESTORS: intranet, EHR_ANCESTORS: records, ...more });

const directive = ({ headers }: Response, name: string) =>
  headers.get("content-security-policy")?.match(new RegExp(`${name} ([^;]*)`))?.[1];

const handOver = "/embed?hand-over=patient";

it.each([
  ["/embed", intranet],
  ["/embed?lines=never", intranet],
  [handOver, records],
  ["/embed?lines=2&hand-over=patient&theme=dark", records],
  ["/", "'none'"],
  ["/v1/comparison?outcome=orr", "'none'"],
  ["/nowhere", "'none'"],
])("%s may be framed by %s", async (path, by) => {
  expect(directive(await request(path), "frame-ancestors")).toBe(by);
});

it("outside of production HTTPS is not demanded", async () => {
  const { headers } = await request("/embed", {}, { APP_ENV: "local" });
  expect(headers.get("strict-transport-security")).toBeNull();
});

describe("a frame that takes a patient", () => {
  const elementOf = (text: string) =>
    tagsOf(text).find((tag) => tag.startsWith("<myeloma-compare"));

  it("names the record systems, and leads to no question that does", async () => {
    const text = await (await request(`${handOver}&age=61-`)).text();
    expect(elementOf(text)).toContain('data-record-systems="https://ehr.example &#39;self&#39;"');
    expect(text).not.toContain("not known here");
    const links = tagsOf(text).filter((tag) => tag.startsWith("<a"));
    expect(links.join()).not.toContain("hand-over");
    expect(elementOf(await (await request("/embed")).text())).not.toContain("record-systems");
  });

  it("is this site's own alone where nobody is named, with a validator of its own", async () => {
    const nobody = await askBuilt(handOver);
    expect(directive(nobody, "frame-ancestors")).toBe("'self'");
    expect(elementOf(await nobody.text())).toContain('data-record-systems="&#39;self&#39;"');
    const [usual, listed] = [await request("/embed"), await request(handOver)];
    const tags = [nobody, usual, listed].map(({ headers }) => headers.get("etag"));
    expect(new Set(tags).size).toBe(3);
    const again = await request(handOver, { headers: { "if-none-match": `${tags[2]}` } });
    expect([again.status, directive(again, "frame-ancestors")]).toEqual([304, records]);
  });
});

const refusing = async () => ({ success: false });
const limited = (limit: () => Promise<{ success: boolean }>, path = "/v1/outcomes") =>
  request(path, { headers: { "cf-connecting-ip": "192.0.2.6" } }, { RATE_LIMITER: { limit } });

describe("an error in the frame", () => {
  async function expectReadable(answer: Response, sentence: string): Promise<string> {
    const { headers } = answer;
    const text = await answer.text();
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "cross-origin-embedder-policy": "require-corp",
    });
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(directive(answer, "frame-ancestors")).toBe(intranet);
    for (const hash of styleHashesOf(text)) {
      expect(headers.get("content-security-policy")).toContain(`'${hash}'`);
    }
    expect(textOf(text)).toContain(sentence);
    expect(text).not.toContain("<script");
    return text;
  }

  it("of an address that is too long leads to one that is not", async () => {
    const answer = await request(`/embed?theme=dark&x=${"y".repeat(9000)}`);
    expect(answer.status).toBe(414);
    const text = await expectReadable(answer, "8192 characters");
    expect(text).toContain(`<a href="/embed">${en.sheet.reset}</a>`);
    expect(tagsOf(text)).toContain('<html lang="en" data-theme="dark">');
    expect(text).not.toContain("yyyy");
  });

  it("of too many requests says how long to wait, and a way to ask again", async () => {
    const answer = await limited(refusing, "/embed?lines=2&age=60-&patientAge=8315zq");
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "60"]);
    const text = await expectReadable(answer, "60 seconds");
    expect(text).not.toContain("8315zq");
    // The address is empty, so that nothing of the question is repeated.
    expect(text).toMatch(new RegExp(`<a href(?:="")?>${en.states.retry}</a>`));
  });

  it("of ours is said, with nothing of what happened, and nothing of the address as markup", async () => {
    const accident = vi.spyOn(dataset.cohorts, "filter").mockImplementation(() => {
      throw new Error("secret");
    });
    const silent = vi.spyOn(console, "error").mockImplementation(() => undefined);
    // No other test asks this question, so its answer is not remembered.
    const path = '/embed?lines=2&age=57-58&x="><script>alert(1)</script>';
    const answer = await request(path, {}, { APP_ENV: "production" });
    accident.mockRestore();
    silent.mockRestore();
    expect(answer.status).toBe(500);
    const text = await expectReadable(answer, "Something went wrong");
    expect(text).not.toContain("secret");
    expect(text).toContain(en.states.retry);
  });
});

describe("a limiter", () => {
  it("that refuses is a problem that says when to come back, and nothing of the address", async () => {
    const answer = await limited(refusing);
    expect(answer.status).toBe(429);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/problem+json; charset=utf-8",
      "retry-after": "60",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ title: "Too Many Requests", status: 429 });
    expect(text + JSON.stringify([...answer.headers])).not.toContain("192.0.2.6");
    expect((await limited(refusing, "/healthz")).status).toBe(200);
  });

  const failure = new Error("no count of 192.0.2.6");
  const throwing = () => {
    throw failure;
  };
  it.each([
    ["rejects", () => Promise.reject(failure)],
    ["throws", throwing],
  ])("that %s limits nobody, and is said without the address", async (_, fail) => {
    const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
    expect((await limited(fail)).status).toBe(200);
    // The message of the error is not logged either, because it may contain the address.
    expect(error.mock.calls).toEqual([["the rate limiter failed"]]);
    error.mockRestore();
  });
});
