/** The page of abbreviations: every term of the catalogue, without a script, linked from where it is needed. */
import { describe, expect, it } from "vitest";
import { english } from "#presentation/words/catalogue.ts";
import { executableScriptsOf, styleHashesOf, textOf } from "../support/html.ts";
import { request } from "../support/request.ts";

const terms = Object.entries(english.glossary.terms);

describe("/glossary", () => {
  it("has every term with its name and meaning, and each can be linked to", async () => {
    const { status, text } = await request("/glossary");
    expect(status).toBe(200);
    const read = textOf(text);
    for (const [term, { name, meaning }] of terms) {
      expect(text).toContain(`id="${term}"`);
      for (const words of [term, name, meaning]) expect(read).toContain(words);
    }
  });

  it("runs no script, and has styles that its policy names", async () => {
    const { text, headers } = await request("/glossary");
    expect(executableScriptsOf(text)).toEqual([]);
    const hashes = styleHashesOf(text);
    expect(hashes.length).toBeGreaterThan(0);
    for (const hash of hashes) expect(headers["content-security-policy"]).toContain(`'${hash}'`);
  });

  it("takes no other address", async () => {
    for (const path of ["/glossary.html", "/glossary/"]) {
      expect((await request(path)).status).toBe(404);
    }
  });

  it.each(["/", "/embed"])("is linked from %s, without a script too", async (path) => {
    expect((await request(path)).text).toContain('href="/glossary"');
  });
});
