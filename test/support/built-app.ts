/** The app in this process with the files of the last build: many times faster than over HTTP. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "#server/http/environment.ts";
import { readBuiltFiles } from "#server/node/node-server.ts";
import { root } from "../../.dev/files.ts";
import { app } from "../../functions/app.ts";

if (!existsSync(join(root, "dist")))
  throw new Error("There is no dist/: run `npm run build` first.");

const files = readBuiltFiles(join(root, "dist"), true);

const defaultSettings = {
  ASSETS: files.binding,
  APP_ENV: "production",
  EMBED_ANCESTORS: "*",
} as const;

/** @param settings Settings of an operator, added to the usual ones. */
export async function askBuilt(
  address: string,
  init?: RequestInit,
  settings: Partial<Environment> = {},
): Promise<Response> {
  if (address.startsWith("/assets/")) {
    const request = new Request(`http://localhost${address}`, init);
    const file = files.asset(new URL(request.url).pathname, request);
    // The body after HEAD is dropped by whoever serves.
    if (file) return init?.method === "HEAD" ? new Response(null, file) : file;
  }
  return app.request(address, init, { ...defaultSettings, ...settings });
}

/** The body of an answer, whatever its status. */
export const textAt = async (...parameters: Parameters<typeof askBuilt>): Promise<string> =>
  (await askBuilt(...parameters)).text();

/** The body of an answer as JSON. Its type is the one that the test states; it is not checked. */
export const dataAt = async <T>(...parameters: Parameters<typeof askBuilt>): Promise<T> =>
  JSON.parse(await textAt(...parameters)) as T;

/** Request headers of a script or program, and of a browser that opens the address. */
export const askers = {
  "a program": {},
  "a browser": { "sec-fetch-mode": "navigate", "sec-fetch-dest": "document", accept: "text/html" },
} satisfies Record<string, Record<string, string>>;
