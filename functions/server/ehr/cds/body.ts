/** Reads the body of a call as JSON, up to a limit. */
import * as v from "valibot";
import { inTime, TooLate } from "../../http/in-time.ts";
import { type Issue, Refusal } from "./operation-outcome.ts";

/** Several hundred conditions. */
const mostBytes = 2_000_000;
/** For all of it. */
const seconds = 10;
/** Problems that one answer names. */
const mostIssues = 20;

/** `application/fhir+json` too. What browsers send to other sites without asking is none of these. */
const jsonType = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

/** @throws Refusal if the body is too long or too slow, no JSON, or not what the schema asks for. */
export async function readBody<S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<v.InferOutput<S>> {
  checkKind(request.headers);
  const { success, output, issues } = v.safeParse(
    schema,
    parsed(await textOf(request)),
    // Valibot's own messages would repeat what was sent.
    { message: "is not what it must be" },
  );
  if (success) return output;
  throw new Refusal(400, issues.slice(0, mostIssues).map(issueOf));
}

function checkKind(headers: Headers): void {
  if (!jsonType.test(headers.get("content-type") ?? "")) {
    const text = "The Content-Type of the body must be application/json.";
    throw new Refusal(415, { code: "not-supported", text }, { "accept-post": "application/json" });
  }
  if (!/^(?:identity)?$/i.test(headers.get("content-encoding") ?? "")) {
    const text = "The body must not be compressed: no Content-Encoding.";
    throw new Refusal(415, { code: "not-supported", text }, { "accept-encoding": "identity" });
  }
}

async function textOf({ headers, body }: Request): Promise<string> {
  const tooLong = new Refusal(413, {
    code: "too-long",
    text: `The body is longer than ${mostBytes} bytes.`,
  });
  if (Number(headers.get("content-length")) > mostBytes) throw tooLong;
  if (body === null) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = body.getReader();
  const until = performance.now() + seconds * 1000;
  let [text, bytes] = ["", 0];
  for (;;) {
    const { done, value } = await read(reader, until - performance.now());
    try {
      text += done ? decoder.decode() : decoder.decode(value, { stream: true });
    } catch {
      throw new Refusal(400, { code: "structure", text: "The body is not UTF-8." });
    }
    if (done) return text;
    bytes += value.byteLength;
    if (bytes <= mostBytes) continue;
    reader.cancel().catch(() => undefined);
    throw tooLong;
  }
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array>, patience: number) {
  try {
    return await inTime(reader.read(), patience);
  } catch (error) {
    throw error instanceof TooLate
      ? new Refusal(408, {
          code: "timeout",
          text: `The body did not arrive within ${seconds} seconds.`,
        })
      : new Refusal(400, { code: "structure", text: "The body did not arrive." });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, { code: "structure", text: "The body is not JSON." });
  }
}

function issueOf(issue: v.BaseIssue<unknown>): Issue {
  const field = v.getDotPath(issue);
  return {
    code: issue.input === undefined ? "required" : "value",
    text: `${field ?? "The body"} ${issue.input === undefined ? "is missing" : issue.message}.`,
    field,
  };
}
