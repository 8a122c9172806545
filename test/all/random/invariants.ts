/**
 * Rules that hold for every answer to every request. Each check returns a text that says what is wrong.
 */
import Papa from "papaparse";
import * as v from "valibot";
import { marker } from "../../support/hostile-text.ts";
import type { Answer } from "../../support/send.ts";
import { type AnyRequest, patientValue } from "./any-request.ts";

const problemBody = v.strictObject({
  type: v.pipe(v.string(), v.regex(/^\/docs\/integrators#problem-[a-z-]+$/)),
  title: v.pipe(v.string(), v.minLength(1)),
  status: v.number(),
  detail: v.pipe(v.string(), v.minLength(1)),
  errors: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          parameter: v.nullable(v.string()),
          position: v.exactOptional(v.pipe(v.number(), v.minValue(1))),
          value: v.string(),
          message: v.pipe(v.string(), v.minLength(1)),
          allowed: v.array(v.string()),
        }),
      ),
      v.minLength(1),
    ),
  ),
});

/** Returns all rules that this answer violates; empty if there are none. */
export function accidentsOf(request: AnyRequest, answer: Answer): string[] {
  return [
    ...statusAccidents(request, answer),
    ...patientAccidents(request, answer),
    ...headerAccidents(answer),
    ...bodyAccidents(answer),
  ];
}

function statusAccidents({ method, valid, headers: sent, path }: AnyRequest, answer: Answer) {
  const { status, text } = answer;
  const accidents: string[] = [];
  const say = (wrong: boolean, what: string) => {
    if (wrong) accidents.push(what);
  };
  const isKnown = [200, 204, 304].includes(status) || (status >= 400 && status < 500);
  say(!isKnown, `status ${status}`);
  say((method === "OPTIONS") !== (status === 204), `${method} is answered ${status}`);
  const reading = method === "GET" || method === "HEAD";
  say(!reading && method !== "OPTIONS" && status !== 405, `${method} is answered ${status}`);
  const refusable = "accept" in sent || path.length > 4000;
  say(reading && valid && status >= 400 && !refusable, `a valid question is answered ${status}`);
  const bodiless = method === "HEAD" || status === 204 || status === 304;
  say(bodiless && text !== "", `${method} ${status} has a body`);
  say(!bodiless && text === "", `${method} ${status} has no body`);
  return accidents;
}

/**
 * Collects violations of the rule that what is stated of a patient is refused where there are data, and neither
 * repeated nor stored by anything.
 */
function patientAccidents(
  { method, ofPatient, headers: sent, path }: AnyRequest,
  { status, headers, text }: Answer,
): string[] {
  const accidents: string[] = [];
  if (`${JSON.stringify(headers)}${text}`.includes(patientValue)) {
    accidents.push("what is said of a patient is repeated");
  }
  const reading = method === "GET" || method === "HEAD";
  if (!ofPatient || !reading || "accept" in sent || path.length > 4000) return accidents;
  if (headers["cache-control"] !== "no-store") {
    accidents.push("what is said of a patient may be stored");
  }
  // A script is a file, whatever is asked of it.
  if (/^\/v1\/[^?]*(?<!\.js)\?/.test(path) && status !== 400) {
    accidents.push(`what is said of a patient is answered ${status}`);
  }
  return accidents;
}

const everywhere: Readonly<Record<string, RegExp>> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^no-referrer$/,
  "permissions-policy": /camera=\(\)/,
  "strict-transport-security": /^max-age=\d{7,}/,
  "content-security-policy": /^default-src 'none';.*frame-ancestors /,
  "cross-origin-resource-policy": /^(?:cross-origin|same-origin)$/,
};

function headerAccidents({ headers, status }: Answer): string[] {
  const accidents = Object.entries(everywhere).flatMap(([name, form]) =>
    form.test(String(headers[name])) ? [] : [`${name} is ${headers[name]}`],
  );
  if (headers["set-cookie"] !== undefined) accidents.push("a cookie is set");
  const type = String(headers["content-type"] ?? "");
  if (type.includes("json") && headers["access-control-allow-origin"] !== "*") {
    accidents.push("data is closed to other sites");
  }
  // A page may load its own styles and scripts. For data the policy must allow nothing.
  const policy = String(headers["content-security-policy"]);
  const isPage = type.startsWith("text/html") || type.startsWith("text/plain");
  const fits = isPage ? !/unsafe|script-src(?! 'self')/.test(policy) : policy.includes("sandbox");
  if (type !== "" && status < 400 && !fits) {
    accidents.push(`${type} has the policy of something else`);
  }
  const stored = headers["cache-control"] !== "no-store";
  if (status >= 400 && stored) accidents.push("a refusal may be stored");
  return accidents;
}

function bodyAccidents({ headers, status, text }: Answer): string[] {
  if (text === "") return [];
  const type = String(headers["content-type"] ?? "none").split(";")[0] ?? "";
  const accidents = markupAccidents(text);
  if (type === "application/problem+json") accidents.push(...problemAccidents(text, status));
  else if (type === "application/json") accidents.push(...jsonAccidents(text, status));
  else if (type === "application/manifest+json") JSON.parse(text);
  else if (type === "text/csv") accidents.push(...csvAccidents(text, status));
  else if (type === "text/html") accidents.push(...htmlAccidents(text, status));
  else if (
    ![
      "application/x-research-info-systems",
      "image/png",
      "image/svg+xml",
      "text/javascript",
      "text/plain",
    ].includes(type)
  )
    accidents.push(`a body of ${type}`);
  return accidents;
}

/** Matches a tag, comment or attribute with the marker. It occurs only if input was echoed without escaping. */
const echo = new RegExp(
  `<(?:script|img|svg|iframe|b)\\b[^<]{0,9}${marker}|<!--${marker}|<[^>]*\\son\\w+='?${marker}`,
  "i",
);

function markupAccidents(text: string): string[] {
  const match = echo.exec(text);
  return match ? [`hostile markup came back: ${match[0].slice(0, 60)}`] : [];
}

function problemAccidents(text: string, status: number): string[] {
  const body = parsed(text);
  const { success, output } = v.safeParse(problemBody, body);
  if (!success) return [`no problem document: ${text.slice(0, 200)}`];
  const { errors = [], status: statusInBody } = output;
  const accidents: string[] = [];
  if (statusInBody !== status) accidents.push(`status ${status} says ${statusInBody}`);
  if (status === 400 && errors.length === 0) accidents.push("a refusal names no parameter");
  for (const { parameter, allowed, message } of errors) {
    // If no value is allowed, the message says why: the resource has no parameters, or the model has no such interval.
    const says =
      allowed.length > 0 || /^this resource takes no parameters|^not with model=/i.test(message);
    if (!says) accidents.push(`"${parameter}" is refused without saying what is allowed`);
  }
  // At most 64 characters of the input are echoed, and no `<`, `>` or invisible character.
  for (const echoed of errors.flatMap(({ parameter, value }) => [parameter ?? "", value])) {
    const whole = echoed.replace(/&(?:lt|gt|amp);/g, "x");
    if ([...whole].length > 64) accidents.push("an echo is longer than 64 characters");
    if (/[<>]|\p{C}/u.test(echoed)) accidents.push("an echo is not made safe");
  }
  return accidents;
}

const noNumber = /(?<![\w-])(?:NaN|-?Infinity|undefined|\[object Object\])(?![\w-])/;

function jsonAccidents(text: string, status: number): string[] {
  if (status !== 200) return [`${status} is no problem document`];
  if (parsed(text) === undefined) return ["JSON does not parse"];
  return noNumber.test(text) ? [`holds ${noNumber.exec(text)?.[0]}`] : [];
}

function csvAccidents(text: string, status: number): string[] {
  if (status !== 200) return [`${status} is no problem document`];
  const { data, errors } = Papa.parse<string[]>(text.trimEnd());
  const width = data[0]?.length;
  const accidents = errors.map(({ message }) => `CSV: ${message}`);
  if (data.some((row) => row.length !== width)) accidents.push("CSV: rows of different length");
  if (noNumber.test(text)) accidents.push(`CSV holds ${noNumber.exec(text)?.[0]}`);
  const formula = data.flat().find((cell) => /^[=+@\t\r]|^-(?![\d.])/.test(cell));
  if (formula !== undefined) accidents.push(`CSV: a cell begins like a formula: ${formula}`);
  return accidents;
}

function htmlAccidents(text: string, status: number): string[] {
  const accidents: string[] = [];
  if (!text.startsWith("<!doctype html>")) accidents.push("no document");
  // A browser gets an error as a page.
  if (![200, 400, 404, 406, 414, 422].includes(status)) accidents.push(`${status} is a page`);
  if (status === 414 && !text.includes("8192")) accidents.push("a page says no limit");
  if (status === 400 && !/<li><strong>.*: .+<\/li>/s.test(text)) {
    accidents.push("a page of refusal names nothing");
  }
  if (status === 200 && noNumber.test(text)) accidents.push(`page: ${noNumber.exec(text)?.[0]}`);
  return accidents;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
