/** What the variables of wrangler.toml change. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Server, startServer } from "../../.dev/serve.ts";

let server: Server;

beforeAll(async () => {
  server = await startServer({
    vars: { APP_ENV: "development", EMBED_ANCESTORS: "'self' https://intranet.example" },
  });
});

afterAll(() => server.dispose());

describe("outside of production", () => {
  it.each(["/", "/embed", "/v1/comparison?outcome=orr", "/nowhere"])(
    "%s does not demand HTTPS for years",
    async (path) => {
      const { headers } = await server.fetch(path);
      expect(headers.get("strict-transport-security")).toBeNull();
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    },
  );
});

describe("the origins that may frame the page", () => {
  it("are those of EMBED_ANCESTORS", async () => {
    const { headers } = await server.fetch("/embed");
    expect(headers.get("content-security-policy")).toContain(
      "frame-ancestors 'self' https://intranet.example",
    );
  });

  it.each(["/", "/v1/comparison?outcome=orr", "/nowhere"])("are none for %s", async (path) => {
    const { headers } = await server.fetch(path);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });
});
