/** The app of an installation in a page, where it answers what the page would ask a server. */
import { app } from "../app.ts";
import { gunzip } from "../server/http/content-coding.ts";
import type { Environment } from "../server/http/environment.ts";
import { installation } from "./places.ts";

/** Of a single file: what the build wrote, gzipped, as base64. */
const packed: Readonly<Record<string, string>> = JSON.parse(
  document.querySelector("#files")?.textContent ?? "{}",
);

const environment: Environment = {
  APP_ENV: "local",
  EMBED_ANCESTORS: "*",
  ASSETS: {
    async fetch(address) {
      const { pathname } = new URL(address instanceof Request ? address.url : address);
      const file = packed[pathname];
      if (file === undefined) return new Response(null, { status: 404 });
      const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
      return new Response(pathname.endsWith(".gz") ? bytes : gunzip(bytes));
    },
  },
};

/** @param path as at an installation: `/report?setting=late` */
export async function answered(path: string, init: RequestInit = {}): Promise<Response> {
  return app.fetch(new Request(installation + path, init), environment);
}
