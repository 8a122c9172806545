/** The parameters of a resource: name, type, default, meaning and allowed values. */
import type { JSX } from "preact";
import { wholeNumberPattern } from "#core/question/read-values.ts";
import { Prose } from "../../pages/html/parts.tsx";
import type { Parameter } from "../open-api.ts";
import { dimensionPattern, rangeText } from "../question-parameters.ts";
import { Words } from "./prose.tsx";
import { allowedOf } from "./schema-words.ts";

export function Parameters({ parameters }: { parameters: readonly Parameter[] }): JSX.Element {
  return (
    <dl class="fields">
      {parameters.map((parameter) => (
        <One key={parameter.name} parameter={parameter} />
      ))}
    </dl>
  );
}

function One({ parameter }: { parameter: Parameter }): JSX.Element {
  const { name, description, required, schema } = parameter;
  const allowed = allowedOf(schema);
  const initial = schema.default;
  return (
    <div>
      <dt>
        <code>{name}</code>{" "}
        <span class="kind">
          {formOf(parameter)}
          {required ? " · required" : ""}
          {initial === undefined ? "" : " · default "}
          {initial === undefined ? null : <code>{String(initial)}</code>}
        </span>
      </dt>
      <dd>
        <Prose text={description} />
        {allowed.length > 0 ? <Words words={allowed} what="values" /> : null}
        {schema.examples && allowed.length === 0 ? (
          <span class="words">
            <span class="kind">for example</span>
            {schema.examples.map((example) => (
              <code key={String(example)}>{String(example)}</code>
            ))}
          </span>
        ) : null}
      </dd>
    </div>
  );
}

const forms = new Map([
  [rangeText, "range: both ends, or one left open"],
  [dimensionPattern, "one word, some with a number after a colon"],
  [wholeNumberPattern.source, "whole number"],
]);

function formOf({ in: place, schema }: Parameter): string {
  if (place === "path") return "in the address";
  if (schema.type === "array") return "words joined by commas";
  if (schema.type === "integer") return "whole number";
  return forms.get(schema.pattern ?? "") ?? "one word";
}
