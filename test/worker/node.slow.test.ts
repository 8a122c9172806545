/** A caller of Node that begins a body and does not end it: refused after ten seconds. */
import { request as ask } from "node:http";
import { expect, it } from "vitest";
import { serviceOf } from "../support/hook-calls.ts";
import { serveOnNode } from "../support/node-server.ts";

it("a health record that sends half a body is not waited for", async () => {
  const { url } = await serveOnNode({ APP_ENV: "local", CDS_UNREVIEWED: "allow" });
  const { status } = await sendHalf(url, serviceOf("order-sign"), {
    "content-length": "1000",
    "content-type": "application/json",
  });
  expect(status).toBe(408);
});

/** Announces more than it sends, and leaves the connection open. */
function sendHalf(url: string, path: string, headers: Record<string, string>) {
  return new Promise<{ status: number }>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const outgoing = ask({ hostname, port, path, method: "POST", headers }, (incoming) => {
      resolve({ status: incoming.statusCode ?? 0 });
      outgoing.destroy();
    });
    outgoing.on("error", reject);
    outgoing.write('{"hook":');
  });
}
