/** Answers of an app in this process, with files of the build that a test makes up. */
import type { Hono } from "hono";
import type { HonoEnvironment } from "#server/http/environment.ts";

export type Files = HonoEnvironment["Bindings"]["ASSETS"]["fetch"];

const noFiles: Files = async () => new Response("not there", { status: 404 });

export const environmentWith = (fetch: Files = noFiles) =>
  ({ APP_ENV: "local", EMBED_ANCESTORS: "*", ASSETS: { fetch } }) as const;

/** Waits for the work of the app after the answer, which must not fail either. */
export async function answered(
  app: Hono<HonoEnvironment>,
  address: string,
  init: RequestInit = {},
  files?: Files,
) {
  const pending: Promise<unknown>[] = [];
  const execution = {
    waitUntil: (promise: Promise<unknown>) => void pending.push(promise),
    passThroughOnException: () => undefined,
    props: {},
  };
  const answer = await app.request(address, init, environmentWith(files), execution);
  await Promise.all(pending);
  const { status, headers } = answer;
  const whence = headers.get("cache-status");
  const [, detail = ""] = /detail=(\w+)/.exec(whence ?? "") ?? [];
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status, headers, whence, detail, bytes, text: new TextDecoder().decode(bytes) };
}
