/**
 * What a CDS client sends: the fields of the specification, each with its own message. Fields that
 * are not read may hold anything. Beyond the specification some records send `null` for what they do
 * not have, and spaces around a text.
 */
import * as v from "valibot";
import { fieldsOf, listOf, mostResources } from "#core/record/fhir.ts";
import { hasMoreIngredients, mostIngredients } from "#core/record/products.ts";
import type { Hook } from "./services.ts";

const text = (message: string) => matching(/./s, message);
const matching = (pattern: RegExp, message: string) =>
  v.pipe(v.string(message), v.trim(), v.regex(pattern, message));

export const uuid = v.pipe(v.string("must be a UUID"), v.uuid("must be a UUID"));

const address = v.pipe(
  v.string("must be an http or https address"),
  v.check((it) => /^https?:\/\//i.test(it) && URL.canParse(it), "must be an http or https address"),
);

const anObject = v.looseObject({}, "must be an object");
const resource = v.looseObject(
  { resourceType: text("must name a resource type") },
  "must be a FHIR resource or null",
);

const fhirAuthorization = v.object(
  {
    access_token: text("must be a text"),
    token_type: v.literal("Bearer", "must be Bearer"),
    expires_in: v.pipe(v.number("must be a whole number"), v.integer("must be a whole number")),
    scope: v.string("must be a text"),
    subject: text("must be a text"),
    patient: v.exactOptional(text("must be a text")),
  },
  "must be an object",
);

const ofPatient = {
  userId: matching(/^[A-Za-z]+\/\S+$/, "must be a type and an id, as Practitioner/12"),
  patientId: text("must be a text"),
  encounterId: v.nullish(text("must be a text")),
};

/** A list whose length is looked at first, because each entry that is wrong makes a problem. */
export const few = <S extends v.GenericSchema>(entry: S, most: number) =>
  v.pipe(
    v.array(v.unknown(), "must be a list"),
    v.maxLength(most, `must have at most ${most} entries`),
    v.array(entry),
  );

const fewEntries = `must have at most ${mostResources} entries`;

const draftOrders = v.pipe(
  v.looseObject({ resourceType: v.literal("Bundle", "must be Bundle") }, "must be a Bundle"),
  v.check((orders) => hasFew(orders), fewEntries),
  v.check(
    (orders) => !hasFew(orders) || !hasMoreIngredients(orders),
    `must have at most ${mostIngredients} ingredients in a Medication`,
  ),
);

function hasFew(bundle: object): boolean {
  return listOf(fieldsOf(bundle).entry).length <= mostResources;
}

const contexts = {
  "patient-view": v.object(ofPatient, "must be an object"),
  "order-sign": v.object({ ...ofPatient, draftOrders }, "must be an object"),
  "order-select": v.object(
    {
      ...ofPatient,
      selections: few(text("must be a text"), mostResources),
      draftOrders,
    },
    "must be an object",
  ),
} as const;

/** A hook that has no such part leaves it out. */
interface Context {
  userId: string;
  patientId: string;
  selections?: readonly string[];
  draftOrders?: object;
}

/** Searches; a client sends those that it can. */
type Searched = "conditions" | "orders" | "administrations";

export interface HookRequest {
  context: Context;
  prefetch?: Partial<Record<"patient" | Searched, object | null>> | null | undefined;
}

const searched = v.exactOptional(
  v.nullable(
    v.pipe(
      resource,
      v.check((found) => hasFew(found), fewEntries),
    ),
  ),
);

export function requestOf(hook: Hook): v.GenericSchema<unknown, HookRequest> {
  return v.pipe(
    v.object(
      {
        hook: v.literal(hook, `must be ${hook}`),
        hookInstance: uuid,
        fhirServer: v.exactOptional(address),
        fhirAuthorization: v.exactOptional(fhirAuthorization),
        context: contexts[hook],
        prefetch: v.nullish(
          v.object(
            {
              patient: v.exactOptional(v.nullable(resource)),
              conditions: searched,
              orders: searched,
              administrations: searched,
            },
            "must be an object",
          ),
        ),
        extension: v.exactOptional(anObject),
      },
      "must be an object",
    ),
    v.forward(
      v.partialCheck(
        [["fhirServer"], ["fhirAuthorization"]],
        ({ fhirServer, fhirAuthorization: token }) =>
          token === undefined || fhirServer !== undefined,
        "is required where fhirAuthorization is given",
      ),
      ["fhirServer"],
    ),
  );
}
