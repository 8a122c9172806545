/** Every route with every header it must send: the table of design section 9. */
import { describe, expect, inject, it } from "vitest";
import { assets } from "#widget/generated/assets.ts";
import { icons } from "#widget/generated/pictures.ts";
import { styleHashes } from "#widget/generated/styles.ts";
import { app } from "../../functions/app.ts";
import { askers, request } from "../support/request.ts";

/** Of the content; `undefined` where there is none. */
type Type = string | undefined | Readonly<Record<string, string>>;

type Profile = "data" | "document" | "frame" | "page";

const routes: [path: string, profile: Profile, status: number, type: Type][] = [
  ["/v1/comparison", "data", 200, "application/json; charset=utf-8"],
  ["/v1/comparison?outcome=orr", "data", 200, "application/json; charset=utf-8"],
  ["/v1/comparison?colour=red", "data", 400, "application/problem+json; charset=utf-8"],
  ["/v1/choices", "data", 200, "application/json; charset=utf-8"],
  ["/v1/comparison.csv?outcome=orr", "data", 200, "text/csv; charset=utf-8"],
  ["/v1/comparisons", "data", 200, "application/json; charset=utf-8"],
  ["/v1/meta-regression?outcome=orr&moderator=age", "data", 200, "application/json; charset=utf-8"],
  ["/v1/products", "data", 200, "application/json; charset=utf-8"],
  ["/v1/products/cilta-cel", "data", 200, "application/json; charset=utf-8"],
  ["/v1/published", "data", 200, "application/json; charset=utf-8"],
  ["/v1/sensitivity?outcome=orr", "data", 200, "application/json; charset=utf-8"],
  ["/v1/subgroups", "data", 200, "application/json; charset=utf-8"],
  ["/v1/forest.svg?outcome=orr", "data", 200, "image/svg+xml; charset=utf-8"],
  ["/v1/forest.svg", "data", 400, "application/problem+json; charset=utf-8"],
  ["/v1/cohorts", "data", 200, "application/json; charset=utf-8"],
  ["/v1/cohorts/karmma.json", "data", 200, "application/json; charset=utf-8"],
  ["/v1/cohorts/karmma.html", "document", 200, "text/html; charset=utf-8"],
  ["/v1/cohorts/nobody", "data", 404, "application/problem+json; charset=utf-8"],
  ["/v1/outcomes", "data", 200, "application/json; charset=utf-8"],
  [
    "/v1/brief?outcome=orr",
    ...(["document", 200] as const),
    { "a program": "text/plain; charset=utf-8", "a browser": "text/html; charset=utf-8" },
  ],
  ["/v1/brief.txt?outcome=orr", "document", 200, "text/plain; charset=utf-8"],
  ["/v1/brief.html?outcome=orr", "document", 200, "text/html; charset=utf-8"],
  ["/v1/brief?depth=none", "data", 400, "application/problem+json; charset=utf-8"],
  ["/v1/dataset", "data", 200, "application/json; charset=utf-8"],
  ["/v1/dataset.csv", "data", 200, "text/csv; charset=utf-8"],
  ["/v1/widget.js", "data", 200, "text/javascript; charset=utf-8"],
  ["/v1/frame.js", "data", 200, "text/javascript; charset=utf-8"],
  ["/v1/client.js", "data", 200, "text/javascript; charset=utf-8"],
  ["/v1/element.js", "data", 200, "text/javascript; charset=utf-8"],
  ["/v1/element.d.ts", "data", 200, "text/plain; charset=utf-8"],
  ["/v1/custom-elements.json", "data", 200, "application/json; charset=utf-8"],
  ["/v1/openapi.json", "data", 200, "application/json; charset=utf-8"],
  ["/healthz", "data", 200, "application/json"],
  ["/nowhere", "data", 404, "application/problem+json; charset=utf-8"],
  ["/manifest.webmanifest", "data", 200, "application/manifest+json; charset=utf-8"],
  ["/qr.svg?setting=early", "data", 200, "image/svg+xml; charset=utf-8"],
  ["/qr.svg?setting=never", "data", 400, "application/problem+json; charset=utf-8"],
  [
    `/oembed?url=${encodeURIComponent(`${inject("serverUrl")}/embed`)}`,
    ...(["data", 200, "application/json; charset=utf-8"] as const),
  ],
  ["/oembed", "data", 400, "application/problem+json; charset=utf-8"],
  ["/oembed?url=https://example.org/", "data", 404, "application/problem+json; charset=utf-8"],
  ["/oembed?url=x&format=xml", "data", 501, "application/problem+json; charset=utf-8"],
  ["/embed", "frame", 200, "text/html; charset=utf-8"],
  ["/embed?setting=early", "frame", 200, "text/html; charset=utf-8"],
  ["/embed?setting=never", "frame", 400, "text/html; charset=utf-8"],
  ["/docs", "page", 200, "text/html; charset=utf-8"],
  ["/gallery", "page", 200, "text/html; charset=utf-8"],
  ["/gallery?state=slow", "page", 200, "text/html; charset=utf-8"],
  ["/gallery?state=never", "page", 400, "text/html; charset=utf-8"],
  ["/", "page", 200, "text/html; charset=utf-8"],
  // Read by the Worker, and answered by the platform without it.
  ["/favicon.svg", "data", 200, "image/svg+xml"],
  ["/robots.txt", "data", 200, "text/plain; charset=utf-8"],
  [assets.widget.href, "data", 200, "text/javascript; charset=utf-8"],
  [icons.small.href, "data", 200, "image/png"],
  ["/assets/missing.js", "data", 404, undefined],
  ["/assets/pictures/missing.png", "data", 404, undefined],
];

it("covers every route of the service", () => {
  const served = app.routes.filter(({ method }) => method === "GET").map(({ path }) => path);
  // By an answer, not only by a refusal.
  const answered = routes.filter(([, , status]) => status === 200);
  const covered = answered.map(([address]) => address.replace(/\?.*/, ""));
  const missing = [...new Set(served)].filter((path) => {
    const pattern = new RegExp(`^${path.replaceAll(".", "\\.").replace(/:\w+/g, "[^/]+")}$`);
    return !covered.some((one) => pattern.test(one));
  });
  expect(missing).toEqual([]);
  expect(new Set(served).size).toBeGreaterThan(20);
});

function directives(policy: string | string[] | undefined): Record<string, string> {
  const parts = String(policy)
    .split(";")
    .map((part) => part.trim());
  return Object.fromEntries(
    parts.map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]),
  );
}

const pagePolicy = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": `'self' ${styleHashes.map((hash) => `'${hash}'`).join(" ")}`,
  "img-src": "'self' data: blob:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "manifest-src": "'self'",
  "base-uri": "'none'",
  "object-src": "'none'",
  "form-action": "'none'",
};

const policies: Record<Profile, Record<string, string>> = {
  data: {
    "default-src": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
    sandbox: "",
    "frame-ancestors": "'none'",
  },
  document: {
    "default-src": "'none'",
    "style-src": styleHashes.map((hash) => `'${hash}'`).join(" "),
    "img-src": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
  },
  frame: { ...pagePolicy, "frame-ancestors": "*" },
  page: { ...pagePolicy, "frame-ancestors": "'none'" },
};

describe.each(Object.entries(askers))("asked by %s", (who, asker) => {
  describe.each(routes)("%s", (path, profile, status, type) => {
    const answer = () => request(path, { headers: asker });

    const expected = typeof type === "object" ? type[who] : type;

    it(`answers ${status} as ${expected}`, async () => {
      const { status: given, headers } = await answer();
      expect([given, headers["content-type"]]).toEqual([status, expected]);
    });

    it("has exactly the policy of its kind", async () => {
      const { headers } = await answer();
      expect(directives(headers["content-security-policy"])).toEqual(policies[profile]);
    });

    it("cannot be sniffed, leaks no referrer, asks for no permission and is HTTPS only", async () => {
      const { headers } = await answer();
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["permissions-policy"]).toMatch(
        /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
      );
      expect(headers["strict-transport-security"]).toMatch(/^max-age=\d{7,}/);
    });

    it("may be read by other sites only where it is data", async () => {
      const { headers } = await answer();
      expect(headers["access-control-allow-origin"]).toBe(
        profile === "data" || profile === "document" ? "*" : undefined,
      );
      expect(headers["access-control-allow-credentials"]).toBeUndefined();
      expect(headers["cross-origin-resource-policy"]).toBe(
        profile === "page" ? "same-origin" : "cross-origin",
      );
    });

    it("fits into a page around that is isolated only where it is a frame", async () => {
      const { headers } = await answer();
      expect(headers["cross-origin-embedder-policy"]).toBe(
        profile === "frame" ? "require-corp" : undefined,
      );
      expect(headers["cross-origin-opener-policy"]).toBe(
        profile === "page" ? "same-origin" : undefined,
      );
    });

    it("sets no cookie and does not name its software", async () => {
      const { headers } = await answer();
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers.server).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
    });
  });
});

describe("a policy", () => {
  it.each(routes)("of %s allows nothing inline or evaluated", async (path) => {
    const { headers } = await request(path);
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|nonce|https?:/);
  });
});
