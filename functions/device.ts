/**
 * Runs the app on a device: always for a copy without a server, and for the service worker of our pages if no network
 * answers. It has only the files of the build that it is given, so pages that are only files (guides, methods, records)
 * have no answer here. It is one classic script, because a service worker loads it by `importScripts`, and a browser
 * loads no module from a local file.
 */
import { app } from "./app.ts";
import { addBasePathToResponse } from "./server/http/base-path.ts";

export interface Device {
  /** Holds files of the build, by path. */
  files: Readonly<Record<string, string>>;
  /**
   * Answers a request.
   *
   * @param address The whole address, as a page of the site requests it.
   * @param base The path below which the installation lies; empty for none.
   * @returns `null` if the device has no answer
   */
  answer: (address: string, accept: string, base: string) => Promise<Response | null>;
}

const device: Device = {
  files: {},
  async answer(address, accept, base) {
    const { origin, pathname, search } = new URL(address);
    const request = new Request(origin + pathname.slice(base.length) + search, {
      headers: { accept },
    });
    const response = await app.fetch(request, {
      APP_ENV: "local",
      EMBED_ANCESTORS: "'self'",
      ASSETS: { fetch: async (file) => respondWithFile(file) },
      BASE_PATH: base,
      ON_DEVICE: true,
    });
    return response.status < 500 ? addBasePathToResponse(response, base) : null;
  },
};

function respondWithFile(file: string | URL | Request): Response {
  const { pathname } = new URL(file instanceof Request ? file.url : file);
  const text = device.files[pathname];
  return new Response(text ?? null, { status: text === undefined ? 404 : 200 });
}

Object.assign(globalThis, { myelomaCompareDevice: device });
