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

/**
 * The form to answer in: the usual one unless another is asked for first, as by a browser that opens
 * the address; `null` when the caller takes none of them.
 */
export function acceptedForm<F extends string>(
  context: Context<HonoEnvironment>,
  types: Types<F>,
  usual: NoInfer<F>,
): F | null {
  const header = context.req.header("accept");
  if (header === undefined || header.trim() === "") return usual;
  const anything = /(?:^|,)\s*\*\/\*(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(header);
  return namedForm(context, types) ?? (anything ? usual : null);
}

export function notAcceptable(types: Types<string>): Response {
  const detail = `This resource is ${Object.values(types).join(" or ")}.`;
  return problemResponse({ status: 406, detail, headers: { vary: "accept" } });
}
