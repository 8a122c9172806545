/** Refusals, as a FHIR resource. The texts are ours: nothing that a caller sent is in them. */

export interface Issue {
  /** Of FHIR's issue types. */
  code:
    | "structure"
    | "required"
    | "value"
    | "login"
    | "not-found"
    | "not-supported"
    | "too-long"
    | "throttled"
    | "timeout"
    | "incomplete"
    | "transient";
  text: string;
  /** The field, as a path from the body: `context.patientId`. */
  field?: string | null;
}

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly issues: readonly Issue[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    issues: Issue | readonly Issue[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super();
    this.status = status;
    this.issues = [issues].flat();
    this.headers = headers;
  }
}

export function operationOutcome({ status, issues, headers }: Refusal): Response {
  const body = {
    resourceType: "OperationOutcome",
    issue: issues.map(({ code, text, field }) => ({
      severity: "error",
      code,
      details: { text },
      ...(field ? { expression: [field] } : {}),
    })),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/fhir+json; charset=utf-8", ...headers },
  });
}
