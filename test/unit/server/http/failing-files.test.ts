/** A page that is a file of the build, when the platform cannot read it. */
import { afterEach, expect, it, vi } from "vitest";
import { app } from "../../../../functions/app.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const failures: Record<string, () => Promise<Response>> = {
  "is not there": async () => new Response("not there", { status: 404 }),
  "cannot be read": () => Promise.reject(new Error("no files today")),
  "never answers": () => new Promise(() => undefined),
};

it.each(Object.entries(failures))(
  "that %s is an error that says when to ask again",
  async (_, fetch) => {
    vi.useFakeTimers();
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const environment = { APP_ENV: "local", EMBED_ANCESTORS: "*", ASSETS: { fetch } };
    const asking = app.request("/glossary", {}, environment);
    await vi.advanceTimersByTimeAsync(10_000);
    const answer = await asking;
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([500, "10"]);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  },
);
