/** Tests that whatever keeps a server on Node from starting is reported in one sentence. */
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../.dev/files.ts";
import { runOnNode, serveOnNode } from "../support/node-server.ts";
import { makeTestFolder } from "../support/test-folder.ts";

const folder = makeTestFolder("beside-");
cpSync(join(root, "dist-node"), join(folder, "dist-node"), { recursive: true });
const dist = join(folder, "dist");
// Servers that a test starts itself would outlive it.
const [server, named, local] = await Promise.all([
  serveOnNode({}),
  serveOnNode({
    PUBLIC_ORIGIN: "https://compare.example.org",
    OPERATOR_CONTACT: "mailto:evidence@hospital.example",
  }),
  serveOnNode({ APP_ENV: "local" }),
]);

describe.each<[string, () => void, string]>([
  ["no files of the build", () => rmSync(dist, { recursive: true, force: true }), "cannot be read"],
  ["none of its own in them", () => mkdirSync(dist, { recursive: true }), "it has no /"],
  [
    "those of other data",
    () => {
      cpSync(join(root, "dist"), dist, { recursive: true });
      rmSync(join(dist, "precomputed"), { recursive: true });
    },
    "no /precomputed/",
  ],
])("a server that has %s", (_, prepare, why) => {
  it("says so", async () => {
    prepare();
    const { code, log } = await runOnNode([], {}, { folder });
    expect([code, log]).toEqual([1, expect.stringContaining(why)]);
    expect(log).toContain("Run `npm run build` again.");
    expect(log.trim()).not.toContain("\n");
  });
});

it("a second one on the same port says that the port is taken", async () => {
  const { code, log } = await runOnNode([], { PORT: new URL(server.url).port });
  expect([code, log]).toEqual([
    1,
    expect.stringMatching(/^The server did not start: .*in use.*\n$/),
  ]);
});

it("in production without the origin that readers see or a contact, it warns, and elsewhere or with them does not", async () => {
  for (const warning of ["PUBLIC_ORIGIN is not set", "OPERATOR_CONTACT is not set"]) {
    await expect.poll(server.log).toContain(warning);
    expect(named.log()).not.toContain(warning);
    expect(local.log()).not.toContain(warning);
  }
});
