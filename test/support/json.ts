/**
 * Fetches JSON from the served build. The type is that which the test states; it is not checked.
 */
import { request } from "./request.ts";

/** The body of a 200 answer. Any other answer fails the test and is shown. */
export async function getJson<T>(path: string): Promise<T> {
  const { status, text } = await request(path);
  if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors?: { parameter: string; value: string; message: string; allowed: string[] }[];
}

export async function getProblem(
  path: string,
  options: Parameters<typeof request>[1] = {},
): Promise<{ status: number; contentType: string | undefined; body: ProblemBody }> {
  const { status, headers, text } = await request(path, options);
  return { status, contentType: headers["content-type"], body: JSON.parse(text) as ProblemBody };
}
