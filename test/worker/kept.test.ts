/** The service worker, and the pages that it keeps. */
import { describe, expect, it } from "vitest";
import { dataset } from "#core/dataset.ts";
import { request } from "../support/request.ts";

describe("/sw.js", () => {
  it("is asked for at every visit, may ask this site only, and is for this site only", async () => {
    const { status, headers } = await request("/sw.js");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(headers["content-security-policy"]).toContain("script-src 'self'; connect-src 'self'");
    expect(headers["content-security-policy"]).not.toContain("sandbox");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
    const again = { headers: { "if-none-match": String(headers.etag) } };
    expect((await request("/sw.js", again)).status).toBe(304);
  });

  it("names files and pages that are there, of the version that is served", async () => {
    const { text } = await request("/sw.js");
    expect(text).toContain(`"${dataset.answerVersion}"`);
    const paths = [...text.matchAll(/"(\/[^"]*[^/"])"/g)].map(([, path]) => path ?? "");
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) expect((await request(path)).status, path).toBe(200);
  });
});
