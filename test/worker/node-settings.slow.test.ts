/** Tests the build on Node with settings: below a path of a site, with settings that make no sense, asked for its health. */
import { describe, expect, it } from "vitest";
import { assets } from "#generated/assets.ts";
import { runOnNode, serveOnNode } from "../support/node-server.ts";
import { send } from "../support/send.ts";

const site = "https://compare.example.org";
const base = "/health/myeloma";
const below = await serveOnNode({ PUBLIC_ORIGIN: site, BASE_PATH: base });

/** Addresses in a page that lead into this installation. */
const inward = /\s(?:href|src|srcset)="(\/[^"]*)"/g;

describe("below a path of a site", () => {
  it.each([
    ...["/", "/embed", "/report", "/report?compare=product", "/products", "/docs"],
    ...["/changes", "/glossary", "/methods", "/about?question=outcome%3Dorr"],
    "/embed?lines=bad",
  ])("every address in %s is below it", async (path) => {
    const { text } = await send(below.url, base + path, { headers: { accept: "text/html" } });
    const links = [...text.matchAll(inward)].map(([, address = ""]) => address);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((address) => !address.startsWith(`${base}/`))).toEqual([]);
    const outside = text.match(
      /https:(?:\/\/|%2F%2F)compare\.example\.org(?!(?:\/|%2F)health(?:\/|%2F)myeloma).{40}/g,
    );
    expect(outside ?? []).toEqual([]);
  });

  it("scripts, data, snippets and descriptions lead below it", async () => {
    const text = async (path: string) => (await send(below.url, base + path)).text;
    const taken = await send(below.url, `${base}/embed`, {
      headers: { "accept-encoding": "gzip" },
    });
    expect(taken.headers["content-encoding"]).toBe("gzip");
    // The element finds its installation by the address of its own script.
    expect(await text("/v1/widget.js")).toBe(await text(assets.widget.href));
    expect(await text("/v1/comparison?outcome=orr")).toContain(
      `"href":"${base}/v1/comparison?outcome=orr"`,
    );
    expect(await text("/v1/cohorts")).not.toContain('"href":"/v1');
    const { servers } = JSON.parse(await text("/v1/openapi.json"));
    expect(servers[0].url).toBe(`${base}/`);
    expect(JSON.parse(await text("/v1/cohorts/nobody")).type).toBe(
      `${base}/docs/integrators#problem-not-found`,
    );
    expect(JSON.parse(await text("/manifest.webmanifest"))).toMatchObject({
      start_url: `${base}/embed`,
      scope: `${base}/`,
    });
    const embed = encodeURIComponent(`${site}${base}/embed?lines=2`);
    const { html, thumbnail_url } = JSON.parse(await text(`/oembed?url=${embed}`));
    expect(html).toContain(`src="${site}${base}/embed?lines=2"`);
    expect(html).toContain(`src="${site}${base}/v1/frame.js"`);
    expect(thumbnail_url).toBe(`${site}${base}/assets/social.png`);
    expect(await text("/report.ris")).toContain(`${site}${base}/report?`);
  });

  it("the path alone leads to the start page, and a proxy may take it away", async () => {
    const { status, headers } = await send(below.url, base);
    expect([status, headers.location]).toEqual([308, `${site}${base}/`]);
    // The start page takes no parameters.
    for (const search of ["?lines=2", "?mrn=8315zq&lines=2", "?colour=8315zq"]) {
      const { headers } = await send(below.url, `${base}${search}`);
      expect([headers.location, headers["cache-control"]]).toEqual([`${site}${base}/`, "no-store"]);
    }
    const whole = await send(below.url, `${base}/healthz`);
    expect((await send(below.url, "/healthz")).text).toBe(whole.text);
  });
});

describe("settings", () => {
  it("every one that makes no sense is named with what is allowed, and nothing is served", async () => {
    const { code, log } = await runOnNode([], {
      ...{ PORT: "80x", PUBLIC_ORIGIN: "https://a.example/x", BASE_PATH: "myeloma/" },
      ...{ DRAIN_SECONDS: "-1", APP_ENV: "prod", OPERATOR_CONTACT: "me" },
    });
    expect(code).toBe(1);
    expect(log.trim().split("\n")).toHaveLength(6);
    expect(log).toContain('BASE_PATH is "myeloma/"; allowed is a path such as /myeloma');
    expect(log).toContain('APP_ENV is "prod"; allowed are production or local.');
  });

  it("a container can ask whether it is well", async () => {
    const port = new URL(below.url).port;
    expect(await runOnNode(["--health"], { PORT: port })).toMatchObject({ code: 0 });
    const { code, log } = await runOnNode(["--health"], { PORT: "1" });
    expect([code, log]).toEqual([1, "Nothing answers on 127.0.0.1 port 1.\n"]);
  });
});
