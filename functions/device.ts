/**
 * The app on a device: the service worker of our pages asks it where no network answers, and a copy without a
 * server in any case. It has no files of the build but those that it is given, so what is only a file there
 * (guides, methods, records) has no answer here. One classic script, because a service worker loads it by
 * `importScripts`, and a browser no module from a file.
 */
import { app } from "./app.ts";
import { type AddedCounts, addedCounts } from "./server/answers/compute/added-counts.ts";
import { belowPath } from "./server/http/base-path.ts";

export interface Device {
  /** Files of the build, by path. */
  files: Readonly<Record<string, string>>;
  /**
   * @param address whole, as a page of the site asks for it
   * @param base path that the installation lies below; empty for none
   * @returns `null` if the device has no answer
   */
  answer: (address: string, accept: string, base: string) => Promise<Response | null>;
  /** Counts that the reader adds; answers hold them from then on. */
  added: AddedCounts;
}

const device: Device = {
  files: {},
  added: addedCounts,
  async answer(address, accept, base) {
    const { origin, pathname, search } = new URL(address);
    const request = new Request(origin + pathname.slice(base.length) + search, {
      headers: { accept },
    });
    const response = await app.fetch(request, {
      APP_ENV: "local",
      EMBED_ANCESTORS: "'self'",
      ASSETS: { fetch: async (file) => fileResponse(file) },
      BASE_PATH: base,
      ON_DEVICE: true,
    });
    return response.status < 500 ? belowPath(response, base) : null;
  },
};

function fileResponse(file: string | URL | Request): Response {
  const { pathname } = new URL(file instanceof Request ? file.url : file);
  const text = device.files[pathname];
  return new Response(text ?? null, { status: text === undefined ? 404 : 200 });
}

Object.assign(globalThis, { myelomaCompareDevice: device });
