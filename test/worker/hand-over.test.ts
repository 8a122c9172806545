/** `/embed?hand-over=patient`: the page around may hand a patient over, if it is a record system. */
import { describe, expect, it } from "vitest";
import { tagsOf } from "../support/html.ts";
import { request } from "../support/request.ts";
import { serve } from "../support/serve.ts";

const records = "https://ehr.example 'self'";
const listed = await serve({ vars: { EHR_ANCESTORS: records } });
const path = "/embed?hand-over=patient";

const elementOf = (text: string) => tagsOf(text).find((tag) => tag.startsWith("<myeloma-compare"));
const ancestors = (policy: string | null) => policy?.match(/frame-ancestors (.*)$/)?.[1];

describe("a frame that takes a patient", () => {
  it.each([
    path,
    "/embed?lines=2&hand-over=patient&theme=dark",
    "/embed?age=61-&hand-over=patient",
  ])("%s is framed by record systems only, and names them", async (address) => {
    const answer = await listed.fetch(address);
    expect(answer.status).toBe(200);
    expect(ancestors(answer.headers.get("content-security-policy"))).toBe(records);
    const text = await answer.text();
    expect(elementOf(text)).toContain('data-record-systems="https://ehr.example &#39;self&#39;"');
    expect(text).not.toContain("not known here");
    // A link to another question does not keep it.
    expect(
      tagsOf(text)
        .filter((tag) => tag.startsWith("<a"))
        .join(),
    ).not.toContain("hand-over");
  });

  it("is this site's own alone where nobody is named", async () => {
    const { headers, text } = await request(path);
    expect(ancestors(String(headers["content-security-policy"]))).toBe("'self'");
    expect(elementOf(text)).toContain('data-record-systems="&#39;self&#39;"');
  });

  it("has a validator of its own, by the record systems", async () => {
    const usual = await listed.fetch("/embed");
    expect(ancestors(usual.headers.get("content-security-policy"))).toBe("*");
    expect(elementOf(await usual.text())).not.toContain("record-systems");
    const tags = [
      usual.headers.get("etag"),
      (await listed.fetch(path)).headers.get("etag"),
      (await request(path)).headers.etag,
    ];
    expect(new Set(tags).size).toBe(3);
    const again = await listed.fetch(path, { headers: { "if-none-match": String(tags[1]) } });
    expect(again.status).toBe(304);
    expect(ancestors(again.headers.get("content-security-policy"))).toBe(records);
  });
});
