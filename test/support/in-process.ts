/** The app in this process, without a build: asked as by a page, and what it answers. */
import { app } from "../../functions/app.ts";

const environment = {
  APP_ENV: "local",
  EMBED_ANCESTORS: "*",
  // No answer was made beforehand, and there are no files.
  ASSETS: { fetch: async () => new Response(null, { status: 404 }) },
} as const;

/** @param address with or without an origin */
export async function answerOf(address: string, init: RequestInit = {}): Promise<Response> {
  const { pathname, search } = new URL(address, "http://localhost");
  return app.request(pathname + search, init, environment);
}

/** The body of an answer. The type is that which the test states; it is not checked. */
export async function read<T>(address: string): Promise<T> {
  const answer = await answerOf(address);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

/** A resource of a question, which may be the default one. */
export const to = (path: string, question: string) => path + (question && `?${question}`);
