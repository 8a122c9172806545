/** The app in this process, without answers made beforehand and without files. */
import { app } from "../../functions/app.ts";
import { environmentWith } from "./answered.ts";
import { inFormat } from "./in-format.ts";

/** @param address An address with or without an origin. */
export async function answerOf(address: string, init: RequestInit = {}): Promise<Response> {
  const { pathname, search } = new URL(address, "http://localhost");
  return app.request(pathname + search, init, environmentWith());
}

/**
 * The body of an answer; of what the element draws, the view in it. Its type is the one that the test states; it is not
 * checked.
 */
export async function read<T>(address: string): Promise<T> {
  const answer = await answerOf(inFormat(address));
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${text.slice(0, 300)}`);
  const body = JSON.parse(text);
  return ("format" in body ? body.view : body) as T;
}

/** The address of a resource for a question, which may be the default one. */
export const to = (path: string, question: string) => inFormat(path + (question && `?${question}`));
