/** Defines the answer to one address: a handler, or several, of which all but the last only check or mark. */
import type { Handler } from "hono";
import type { HonoEnvironment } from "./environment.ts";

export type Answer = Handler<HonoEnvironment>;
type Answers = readonly [Answer, ...Answer[]];
export type Route = Answer | Answers;

export type Routes = Readonly<Record<string, Route>>;

export function listRouteHandlers(route: Route): Answers {
  return typeof route === "function" ? [route] : route;
}
