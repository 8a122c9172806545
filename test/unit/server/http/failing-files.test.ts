/** A page that is a file of the build, when the platform cannot read it. */
import { afterEach, expect, it, vi } from "vitest";
import { app } from "../../../../functions/app.ts";
import { environmentWith } from "../../../support/answered.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const failures: Record<string, () => Promise<Response>> = {
  "is not there": async () => new Response("not there", { status: 404 }),
  "cannot be read": () => Promise.reject(new Error("no files today")),
  "never answers": () => new Promise(() => undefined),
};

/** Returns a response whose first bytes arrive, and never the others. */
const stalling = async () =>
  new Response(
    new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode("<p>")) }),
  );

it.each([
  ...Object.entries(failures).map(([why, fetch]) => ["/glossary", why, fetch] as const),
  // A file that is changed before it is sent is read here.
  ["/docs", "stalls", stalling] as const,
])("%s: a file that %s is an error that says when to ask again", async (path, _, fetch) => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const asking = app.request(path, {}, environmentWith(fetch));
  await vi.advanceTimersByTimeAsync(10_000);
  const answer = await asking;
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([500, "10"]);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});
