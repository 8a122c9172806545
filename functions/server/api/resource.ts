/** Makes the route of a resource, and the facts that the documentation states about it. */
import type { Context } from "hono";
import type { Ask } from "../answers/compute/full-answer.ts";
import {
  makeConstantFilePath,
  respondWithCachedOrMadeText,
} from "../answers/keep/cached-response.ts";
import {
  listResourceParameters,
  type ParameterMeanings,
  type Takes,
} from "../documentation/parameter-descriptions.ts";
import type {
  Described,
  ReleaseSource,
  ResourceDescription,
} from "../documentation/resource-description.ts";
import { makeBuiltFileHandler } from "../http/built-file.ts";
import { noParameters } from "../http/closed-parameters.ts";
import type { Answer, HonoEnvironment, Route } from "../http/environment.ts";
import {
  type Form,
  findAcceptedForm,
  makeContentType,
  mediaTypes,
  respondNotAcceptable,
} from "../http/negotiation.ts";
import { respondWithProblem, respondWithQueryProblems } from "../http/problem.ts";
import type { Parse } from "./question-parsers.ts";

type Headers = Readonly<Record<string, string>>;

/** Describes the members of a list, whose ids end a path: `/v1/cohorts/karmma`. */
interface Member<M> {
  /** Names the id in the path, as in `id`. */
  name: string;
  /** Names a member in an error, as in `cohort`. */
  noun: string;
  /** Links to the list. */
  listAddress: string;
  of: ReadonlyMap<string, M>;
}

interface ResourceText<M> {
  /** The path may contain a member: `/v1/cohorts/:id`. */
  path: string;
  member?: Member<M>;
  /** The caller's `Accept` chooses among these forms, the default first. If absent, the only form is JSON. */
  forms?: Forms;
  /**
   * Identifies the text in its `ETag` and in the cache, so two texts never share a name. If absent, the name is the
   * path.
   */
  name?: string;
}

/** Describes a resource that is computed on request and cached by its question. */
interface Computed<A, M> extends ResourceText<M> {
  parse: Parse<A>;
  /**
   * Makes the text; equal questions must give equal texts. An object is sent as JSON; `ask` returns the answer to a
   * question, from a cache or computed.
   */
  make: (question: A, by: { form: Form; member: M; ask: Ask }) => Made | Promise<Made>;
  /**
   * True if `answers.ts` makes the text, so that its hash determines the bytes. Otherwise any release may change them.
   */
  isAnswer?: boolean;
  headers?: (question: A) => Headers;
  /** Serves a page with the same content for readers; `html` is then one of the forms. */
  page?: (context: Context<HonoEnvironment>, headers: Headers) => Response | Promise<Response>;
}

type Made = string | object;

/**
 * Describes a resource that is the same for a whole release: a file of the build, made by its operation. It takes no
 * parameters. If it has several forms, each form also has an address for each member: `/v1/cohorts/karmma.html`.
 */
interface Constant extends ResourceText<unknown> {
  constant: true;
  headers?: Headers;
}

interface AsBuilt {
  path: string;
  /** The path is relative to `dist/`. */
  file: string;
  form: Form;
  /** If absent, the content determines the `ETag`. */
  etag?: string;
  /** True if unknown parameters are ignored instead of refused. */
  anyParameters?: boolean;
  /** How long caches keep the file; by default as long as answers. */
  cacheControl?: string;
}

interface Custom {
  path: string;
  answer: Answer;
  statuses?: Resource["statuses"];
}

/** Describes a file that the build writes below `dist/`. */
interface ConstantFile {
  path: string;
  /** The id is that of the member; empty for the list. */
  id: string;
  form: Form;
}

interface Resource {
  path: string;
  route: Route;
  forms: readonly Form[];
  takes: Takes;
  /** Lists the statuses of this resource, in addition to those of every resource. */
  statuses: readonly (400 | 404 | 406 | 503)[];
  files: () => readonly ConstantFile[];
}

/**
 * The fields of the description decide where the text comes from: `{ path, parse, make }` is computed, `{ path,
 * constant: true }` and `{ path, file, form }` are files of the build, `{ path, answer }` is neither.
 *
 * @returns its route, and everything that the documentation can derive from it
 */
export function makeResource<A, M = undefined>(
  description: Computed<A, M> | Constant | AsBuilt | Custom,
): Resource {
  if ("make" in description) return makeComputedResource(description);
  if ("constant" in description) return makeConstantResource(description);
  if ("file" in description) return makeBuiltFileResource(description);
  const { path, answer, statuses = [] } = description;
  return { path, route: answer, forms: ["json"], takes: {}, statuses, files: () => [] };
}

function makeComputedResource<A, M>(description: Computed<A, M>): Resource {
  const { path, parse, make, member, forms = ["json"], isAnswer = false, page } = description;
  const offered: Forms = page ? [...forms, "html"] : forms;
  const route: Answer = (context) => {
    const form = findAcceptedResourceForm(context, offered);
    if (form === null) return respondNotAcceptable(mapFormsToMediaTypes(offered));
    const reading = parse.read(new URL(context.req.url).searchParams);
    if ("problems" in reading) return respondWithQueryProblems(reading.problems);
    const vary: Headers = offered.length > 1 ? { vary: "accept" } : {};
    if (page && form === "html") return page(context, vary);
    const id = readMemberId(context, member);
    if (member && !member.of.has(id)) return respondWithMissingMember(member);
    // Without a member no text can be made.
    const value = member?.of.get(id) as M;
    const { question, canonical } = reading;
    return respondWithCachedOrMadeText(context, {
      resource: `${nameResource(description, id)}?${canonical}`,
      form,
      isAnswer,
      async make(ask) {
        const body = await make(question, { form, member: value, ask });
        return typeof body === "string" ? body : JSON.stringify(body);
      },
      headers: { ...description.headers?.(question), ...vary },
    });
  };
  return { path, route, ...makeResourceContract(offered, member, parse.takes), files: () => [] };
}

function makeConstantResource(description: Constant): Resource {
  const { path, member, forms = ["json"], headers } = description;
  const answer: Answer = (context) => {
    const { id, formInAddress } = parseMemberSegment(readMemberId(context, member), forms);
    if (member && !member.of.has(id)) return respondWithMissingMember(member);
    const form = formInAddress ?? findAcceptedResourceForm(context, forms);
    if (form === null) return respondNotAcceptable(mapFormsToMediaTypes(forms));
    if (form === "html") context.set("profile", "document");
    const vary: Headers = formInAddress === undefined && forms.length > 1 ? { vary: "accept" } : {};
    return respondWithCachedOrMadeText(context, {
      resource: nameResource(description, id),
      form,
      headers: { ...headers, ...vary },
    });
  };
  return {
    path,
    route: [noParameters, answer],
    ...makeResourceContract(forms, member, {}),
    files: () =>
      (member ? [...member.of.keys()] : [""]).flatMap((id) =>
        forms.map((form) => ({
          path: makeConstantFilePath(nameResource(description, id), form),
          id,
          form,
        })),
      ),
  };
}

function makeBuiltFileResource({
  path,
  file,
  form,
  etag,
  anyParameters = false,
  cacheControl,
}: AsBuilt): Resource {
  const contentType = makeContentType(form);
  const fileHandler = makeBuiltFileHandler({
    file,
    contentType,
    ...(etag === undefined ? {} : { etag }),
    ...(cacheControl && { headers: { "cache-control": cacheControl } }),
  });
  return {
    path,
    route: anyParameters ? fileHandler : [noParameters, fileHandler],
    forms: [form],
    takes: {},
    statuses: anyParameters ? [] : [400],
    files: () => [{ path: file, id: "", form }],
  };
}

function makeResourceContract(
  forms: readonly Form[],
  member: Member<unknown> | undefined,
  takes: Takes,
): Pick<Resource, "forms" | "takes" | "statuses"> {
  const of = member && {
    name: member.name,
    listAddress: member.listAddress,
    words: [...member.of.keys()],
  };
  return {
    forms,
    takes: of ? { ...takes, member: of } : takes,
    statuses: [400, ...(of ? [404 as const] : []), ...(forms.length > 1 ? [406 as const] : [])],
  };
}

type Forms = readonly [Form, ...Form[]];

/**
 * Returns the form that the caller accepts; `null` if the caller accepts none of them. A single form is sent whatever
 * the caller accepts.
 */
function findAcceptedResourceForm(context: Context<HonoEnvironment>, forms: Forms): Form | null {
  const [usual] = forms;
  if (forms.length === 1) return usual;
  const accepted = findAcceptedForm(context, mapFormsToMediaTypes(forms), usual);
  return forms.find((form) => form === accepted) ?? null;
}

/** Returns an object that maps each form to its media type. */
function mapFormsToMediaTypes(forms: Forms) {
  return Object.fromEntries(forms.map((form) => [form, mediaTypes[form]]));
}

function nameResource(
  { path, name = path.replace("/v1/", "") }: ResourceText<unknown>,
  id: string,
): string {
  return name.replace(/:\w+$/, () => id);
}

function readMemberId(context: Context<HonoEnvironment>, member?: Member<unknown>): string {
  return member ? (context.req.param(member.name) ?? "") : "";
}

/** Returns the id of the member, and the form if the address names one, as in `karmma.html`. No id ends like a form. */
function parseMemberSegment(
  segment: string,
  forms: readonly Form[],
): { id: string; formInAddress?: Form } {
  const formInAddress = forms.find((form) => segment.endsWith(`.${form}`));
  const id = formInAddress && forms.length > 1 ? segment.slice(0, -formInAddress.length - 1) : "";
  return formInAddress && id !== "" ? { id, formInAddress } : { id: segment };
}

/**
 * Returns a 404 with the address of the list of all members. The id is not repeated, because a path may hold something
 * about a patient.
 */
function respondWithMissingMember({ noun, listAddress }: Member<unknown>): Response {
  const detail = `There is no ${noun} of this name. ${listAddress} lists all of them.`;
  return respondWithProblem({ status: 404, detail });
}

// Describes the parts of a resource that only the build and tests need: words, schema, example, and the texts
// that are files of the build. A file exports them in addition to the resource, as the function
// `listOperationDescriptions` that the Worker never calls: a bundler leaves out an export that nobody
// imports, but no property of an object. So the Worker carries neither schemas nor evidence for them.

interface Operation extends ResourceDescription {
  /** States the meanings of parameters that no other resource has. */
  parameters?: ParameterMeanings;
  /** Makes the text of a file of the build. An object is written as JSON. */
  make?: (file: Pick<ConstantFile, "id" | "form">, source: ReleaseSource) => string | object;
}

/**
 * Returns the description of a resource, with the parameters, statuses and forms of the resource itself.
 *
 * @throws Error if its JSON has no schema, its table no columns, or a parameter no meaning
 */
export function makeOperationDescription(
  { path, forms, takes, statuses, files }: Resource,
  { schema, columns, parameters = {}, make, isCached = true, ...texts }: Operation,
): Described {
  if (forms.includes("json") && !schema) throw new Error(`${path} has no schema`);
  if (forms.includes("csv") && !columns) throw new Error(`${path} has no columns`);
  return {
    ...texts,
    path: path.replace(/:(\w+)/, "{$1}"),
    parameters: listResourceParameters(takes, parameters),
    forms,
    schema: schema ?? "object",
    columns: columns ?? {},
    statuses,
    isCached,
    files: (source) =>
      !make
        ? []
        : files().map(({ path: file, ...of }) => {
            const content = make(of, source);
            return [file, typeof content === "string" ? content : JSON.stringify(content)] as const;
          }),
  };
}
