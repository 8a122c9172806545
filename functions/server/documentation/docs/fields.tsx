/** The fields of an answer: name, type and meaning. */
import type { JsonSchema } from "@valibot/to-json-schema";
import type { JSX } from "preact";
import { Prose } from "../../pages/html/parts.tsx";
import { addressIn } from "./addresses.ts";
import { Words } from "./prose.tsx";
import { allowedOf, innerFields, wordsOf } from "./schema-words.ts";

export function Fields({ schema }: { schema: JsonSchema }): JSX.Element {
  return (
    <dl class="fields">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <Field
          key={name}
          name={name}
          field={typeof field === "object" ? field : {}}
          always={schema.required?.includes(name) ?? false}
        />
      ))}
    </dl>
  );
}

interface FieldProps {
  name: string;
  field: JsonSchema;
  always: boolean;
}

function Field({ name, field, always }: FieldProps): JSX.Element {
  const inner = innerFields(field);
  const allowed = allowedOf(field);
  return (
    <div>
      <dt>
        <code>{name}</code> <span class="kind">{<Kind schema={field} />}</span>
        {always ? null : <span class="kind"> · may be absent</span>}
      </dt>
      <dd>
        {field.description ? <Prose text={field.description} /> : null}
        {allowed.length > 0 ? <Words words={allowed} what="values" /> : null}
        {inner ? <Fields schema={inner} /> : null}
      </dd>
    </div>
  );
}

export function Kind({ schema }: { schema: JsonSchema }): JSX.Element {
  return (
    <>
      {wordsOf(schema).map((word) =>
        typeof word === "string" ? (
          word
        ) : (
          <a key={word.name} href={addressIn(word.name)}>
            {word.name}
          </a>
        ),
      )}
    </>
  );
}
