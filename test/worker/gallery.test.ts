/**
 * The page with all states as it is served: complete without a script, and clear errors for unknown
 * states.
 */
import { describe, expect, it } from "vitest";
import { galleryStates } from "#server/pages/gallery/states.ts";
import { executableScriptsOf, styleHashesOf, tagsOf, textOf } from "../support/html.ts";
import { request } from "../support/request.ts";

describe("/gallery", () => {
  it("has a heading, a sentence and a drawing for every state, each with an address of its own", async () => {
    const { text } = await request("/gallery");
    for (const { id, title, note } of galleryStates) {
      expect(textOf(text)).toContain(title);
      expect(textOf(text)).toContain(note);
      expect(text).toContain(`href="/gallery?state=${id}"`);
    }
    expect(text.match(/<template shadowrootmode="open">/g)?.length).toBe(galleryStates.length);
    expect(new Set(galleryStates.map(({ id }) => id)).size).toBe(galleryStates.length);
  });

  it.each(["/gallery", "/gallery?state=opened-row", "/gallery?state=sheet-more"])(
    "%s runs no script, has nothing inline, and styles that its policy names",
    async (path) => {
      const { text, headers } = await request(path);
      expect(executableScriptsOf(text)).toEqual([]);
      expect(tagsOf(text).filter((tag) => /\s(?:style|on[a-z]+)\s*=/i.test(tag))).toEqual([]);
      for (const hash of new Set(styleHashesOf(text))) {
        expect(headers["content-security-policy"]).toContain(`'${hash}'`);
      }
    },
  );

  it.each(galleryStates.map(({ id }) => id))("shows %s alone", async (id) => {
    const { status, text } = await request(`/gallery?state=${id}`);
    expect(status).toBe(200);
    expect(text.match(/<template shadowrootmode="open">/g)?.length).toBe(1);
  });

  it.each([
    ["state=nowhere", "state", "opened-row"],
    ["state=", "state", "opened-row"],
    ["state=answer&state=slow", "state", "opened-row"],
    ["state=../docs", "state", "opened-row"],
    ["states=slow", "states", "state"],
  ])("refuses ?%s with a page that names %s and what is allowed", async (search, name, allowed) => {
    const { status, text, headers } = await request(`/gallery?${search}`);
    expect(status).toBe(400);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toContain(`<strong>${name}</strong>`);
    expect(textOf(text)).toContain(allowed);
  });

  it("is answered with 304 when nothing has changed", async () => {
    const { headers } = await request("/gallery");
    const again = await request("/gallery", { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.headers["content-security-policy"]).toBe(headers["content-security-policy"]);
  });

  it.each(["/gallery.html", "/gallery/answer.html", "/gallery/answer", "/gallery/"])(
    "%s is no address",
    async (path) => {
      expect((await request(path)).status).toBe(404);
    },
  );
});
