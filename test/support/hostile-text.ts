/** Hostile text for a query string or a segment of a path, as a fast-check arbitrary. */
import fc from "fast-check";
import { parameterNames } from "#core/question/parameters.ts";

/** Makes a piece of a URL: escaped, escaped wrongly, or plain. */
const piece = fc.oneof(
  fc.constantFrom(
    ...["%", "%zz", "%00", "%0d%0aSet-Cookie:a", "%3Cscript%3E", "%ff", "%ed%a0%80", "%c0%80"],
    ...["=", "&", ";", "+", "#x", "[]", "$", "..", "%2e%2e%2f", "%252e%252f", "%u0041"],
    ...["__proto__", "constructor", "%F0%9F%98%80", "%F0%9F", "%E2%80%AE", "999999999-"],
    ...["1e309-", "-0", "'%22", "{{7*7}}", "$%7Bx%7D", "&&", "==", "?", "%26", "%3D"],
  ),
  fc.integer({ min: 0, max: 255 }).map((byte) => `%${byte.toString(16).padStart(2, "0")}`),
  fc.stringMatching(/^[a-z0-9,.-]{0,12}$/),
  fc.constantFrom(...parameterNames.map((name) => `&${name}=`)),
);

/**
 * Makes any text, also of control characters and halves of pairs. The unit "binary" of fast-check would first make a
 * table of all characters, for a second.
 */
export const textUpTo = (maxLength: number) =>
  fc.string({
    unit: fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
    maxLength,
  });

export const anyText = textUpTo(90);

/** Makes arbitrary text for the query string or a path segment. */
export const rawText = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));
