/** Resources that come in several forms: which one the caller names in `Accept`. */
import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { HonoEnvironment } from "../environment.ts";
import { problemResponse } from "../problem.ts";

/** Media types by the name of the form. */
type Types<F extends string> = Readonly<Record<F, string>>;

/** The form that is named first by weight; `null` when none is named, as by a wildcard. */
export function namedForm<F extends string>(
  context: Context<HonoEnvironment>,
  types: Types<F>,
): F | null {
  const forms = Object.keys(types) as F[];
  const type = accepts(context, {
    header: "Accept",
    supports: forms.map((form) => types[form]),
    default: "none",
  });
  return forms.find((form) => types[form] === type) ?? null;
}

export function notAcceptable(types: Types<string>): Response {
  const detail = `This resource is ${Object.values(types).join(" or ")}.`;
  return problemResponse({ status: 406, detail, headers: { vary: "accept" } });
}
