/** A body that comes slowly. */
import * as v from "valibot";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readBody } from "#server/ehr/cds/body.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** `{}` with a pause of so many seconds between its two bytes, and before its end. */
function reading(seconds: number) {
  const [open, shut] = ["{", "}"].map((text) => new TextEncoder().encode(text));
  const pause = (then: () => void) => setTimeout(then, seconds * 1000);
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(open);
      pause(() => {
        controller.enqueue(shut);
        pause(() => controller.close());
      });
    },
  });
  const headers = { "content-type": "application/json" };
  const request = new Request("http://x", { method: "POST", headers, body, ...{ duplex: "half" } });
  return readBody(request, v.object({})).catch((error: unknown) => error);
}

it("is waited for some seconds", async () => {
  const read = reading(4);
  await vi.advanceTimersByTimeAsync(8000);
  expect(await read).toEqual({});
});

it("is a 408 if all of it takes longer, although no pause does", async () => {
  const read = reading(6);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await read).toMatchObject({ status: 408, issues: [{ code: "timeout" }] });
});
