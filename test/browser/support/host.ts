/** Pages of another site that use the element as a hospital's page would. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { assets } from "#generated/assets.ts";

/** Serves pages of another site, such as that of a hospital. */
export interface Host {
  origin: string;
  /** Serves a page with these parts and returns its address. */
  serve(page: ServedPage): string;
  close(): Promise<void>;
}

export interface ServedPage {
  body: string;
  head?: string;
  headers?: Record<string, string> | undefined;
  /** Default is the HTML 5 doctype. */
  doctype?: string | undefined;
}

export async function startHost(): Promise<Host> {
  const pages = new Map<string, { text: string; headers: Record<string, string> }>();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? "");
    response.writeHead(page ? 200 : 404, { "content-type": "text/html", ...page?.headers });
    response.end(page?.text ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    serve({ body, head = "", headers = {}, doctype = "<!doctype html>" }) {
      const path = `/page-${pages.size}`;
      const text = `${doctype}
<html lang="en"><head><meta charset="utf-8"><title>Hospital page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">${head}</head>
<body><main>${body}</main></body></html>`;
      pages.set(path, { text, headers });
      return `${origin}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The script of this release by its own name, with its integrity: it is there at once. */
export function releaseScript(): { tag: string; href: string } {
  const { href: path, integrity } = assets.widget;
  const href = inject("serverUrl") + path;
  const tag = `<script type="module" src="${href}" integrity="${integrity}" crossorigin></script>`;
  return { tag, href };
}

/** A frame without the script that sets its height. */
export function bareFrame(attributes: string, search = ""): string {
  return `<iframe ${attributes} src="${inject("serverUrl")}/embed${search}" title="Evidence"></iframe>`;
}

/** Sets a property of the element `#a` as a script of the host does. */
export function setProperty(page: Page, name: string, value: unknown): Promise<unknown> {
  return page
    .locator("#a")
    .evaluate(
      (element, [key, newValue]) => Reflect.set(element, String(key), newValue),
      [name, value],
    );
}
