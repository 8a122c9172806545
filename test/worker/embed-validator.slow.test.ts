/**
 * Revalidation must not keep a page with the script or the styles of an earlier release in a cache.
 */
import { afterEach, expect, it, vi } from "vitest";

const bindings = { ASSETS: { fetch }, APP_ENV: "production", EMBED_ANCESTORS: "*" };

async function embed(): Promise<{ tag: string | null; html: string }> {
  vi.resetModules();
  const { app } = await import("../../functions/app.ts");
  const response = await app.request("/embed", {}, bindings);
  expect(response.status).toBe(200);
  return { tag: response.headers.get("etag"), html: await response.text() };
}

afterEach(() => {
  vi.doUnmock("../../generated/assets.ts");
  vi.doUnmock("../../generated/styles.ts");
  // Other files share the modules of this process.
  vi.resetModules();
});

it("the validator of the page changes when its script does", async () => {
  const before = await embed();
  const { assets } = await import("#generated/assets.ts");
  vi.doMock("../../generated/assets.ts", () => ({
    assets: {
      ...assets,
      widget: { ...assets.widget, href: "/assets/next.js", integrity: "sha384-next" },
    },
  }));
  const after = await embed();
  expect(after.html).toContain("/assets/next.js");
  expect(after.tag).not.toBe(before.tag);
});

it("the validator of the page changes when its styles do", async () => {
  const before = await embed();
  const generated = await import("#generated/styles.ts");
  vi.doMock("../../generated/styles.ts", () => ({
    ...generated,
    firstStyles: `${generated.firstStyles}.next{color:red}`,
    styleHashes: ["sha256-next", "sha256-page"],
  }));
  const after = await embed();
  expect(after.html).toContain(".next{color:red}");
  expect(after.tag).not.toBe(before.tag);
});
