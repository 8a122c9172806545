/**
 * `/docs`: the guides, and the API by its names. `/docs/api`: the OpenAPI document as pages, one for
 * each resource, for each object, and for what they share. They have no scripts.
 */
import type { JsonSchema } from "@valibot/to-json-schema";
import type { ComponentChildren, JSX } from "preact";
import { docsStyles } from "#generated/styles.ts";
import { catalogue } from "#presentation/words/catalogue.ts";
import { problemAnchor, problemStatuses } from "../../http/problem.ts";
import { Prose, Terms } from "../../pages/html/parts.tsx";
import { sitePage } from "../../pages/html/site-frame.tsx";
import { guides } from "../guides/guides.ts";
import { type OpenApiDocument, schemaReference } from "../open-api.ts";
import { problemResponses } from "../problems.ts";
import { isOfQuestion } from "../question-parameters.ts";
import { addressIn, api } from "./addresses.ts";
import { Fields } from "./fields.tsx";
import { Parameters } from "./parameters.tsx";
import { ExampleOf } from "./prose.tsx";
import { Resource } from "./resource.tsx";

interface Props {
  document: OpenApiDocument;
}

/** What resources share, each a page. */
const shared: readonly (readonly [
  id: string,
  title: string,
  Content: (props: Props) => JSX.Element,
])[] = [
  ["question", "Parameters of a question", Question],
  ["errors", "Errors", Errors],
  ["objects", "Objects", Objects],
];

/** All of them, by path below `dist/`. */
export function docsPages(document: OpenApiDocument): Record<string, string> {
  const { docs } = catalogue.pages.site.names;
  const pages: [path: string, title: string, content: ComponentChildren][] = [
    ["/docs", docs, <Start document={document} />],
    [api, "API", <Reference document={document} />],
    ...shared.map(([id, title, Content]): (typeof pages)[number] => [
      addressIn(id),
      title,
      <Content key={id} document={document} />,
    ]),
    ...Object.entries(document.paths).map(([path, { get }]): (typeof pages)[number] => [
      addressIn(get.operationId),
      get.summary,
      <Resource key={path} path={path} operation={get} document={document} />,
    ]),
    ...objectsOf(document).map(([name, schema]): (typeof pages)[number] => [
      addressIn(name),
      name,
      <Fields key={name} schema={schema} />,
    ]),
  ];
  return Object.fromEntries(
    pages.map(([path, title, content]) => [
      `${path.slice(1)}.html`,
      sitePage({
        title,
        description: document.info.summary,
        styles: docsStyles,
        current: "docs",
        content: (
          <main class="page text docs">
            {path.startsWith(`${api}/`) && (
              <p>
                <a href={api}>API</a>
              </p>
            )}
            <h1>{title}</h1>
            {content}
          </main>
        ),
      }),
    ]),
  );
}

/** Every name has the anchor that it had when the API was one page. */
function Start({ document }: Props): JSX.Element {
  return (
    <>
      <ul class="guides">
        {guides.map(({ id, title, description }) => (
          <li key={id}>
            <a href={`/docs/${id}`}>{title}</a>
            <br />
            {description}
          </li>
        ))}
        <li>
          <a href={api}>API</a>
          <br />
          Every address, parameter and field, with requests to copy.
        </li>
      </ul>
      <details>
        <summary>The API by name</summary>
        <Names
          names={Object.entries(document.paths).map(([path, { get }]) => [get.operationId, path])}
          at={addressIn}
        />
        <Names names={shared} at={addressIn} />
        <Names
          names={problemStatuses.map((status) => [problemAnchor(status), String(status)])}
          at={(id) => addressIn("errors", id)}
        />
        <Names names={objectsOf(document).map(([name]) => [name, name])} at={addressIn} />
      </details>
    </>
  );
}

interface NamesProps {
  names: readonly (readonly [id: string, name: string, ...unknown[]])[];
  at: (id: string) => string;
}

function Names({ names, at }: NamesProps): JSX.Element {
  return (
    <nav aria-label={names[0]?.[1]}>
      <ul>
        {names.map(([id, name]) => (
          <li key={id} id={id}>
            <a href={at(id)}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Reference({ document: { info, tags, paths } }: Props): JSX.Element {
  return (
    <>
      {info.description.split("\n\n").map((paragraph) => (
        <p key={paragraph}>
          <Prose text={paragraph} />
        </p>
      ))}
      <p>
        For programs: <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1). Everything at
        once: <a href="/v1/dataset">/v1/dataset</a>, <a href="/v1/dataset.csv">/v1/dataset.csv</a>.
      </p>
      <p>
        For all resources:{" "}
        {shared.map(([id, title], index) => (
          <>
            {index > 0 ? " · " : ""}
            <a href={addressIn(id)}>{title}</a>
          </>
        ))}
      </p>
      {tags.map(({ name, description }) => (
        <section key={name}>
          <h2>{name}</h2>
          <p>{description}</p>
          <Terms
            look="resources"
            terms={Object.entries(paths)
              .filter(([, { get }]) => get.tags.includes(name))
              .map(([path, { get }]) => [
                <a key={path} href={addressIn(get.operationId)}>
                  {path}
                </a>,
                get.summary,
              ])}
          />
        </section>
      ))}
    </>
  );
}

function Question({ document: { components } }: Props): JSX.Element {
  return (
    <>
      <p>
        The same words are attributes of the element and parameters of the frame. What is not said
        takes its default; without one, nothing is left out.
      </p>
      <Parameters
        parameters={Object.entries(components.parameters)
          .filter(([name]) => isOfQuestion(name))
          .map(([, one]) => one)}
      />
    </>
  );
}

function Objects({ document }: Props): JSX.Element {
  return (
    <>
      <p>What answers are made of.</p>
      <Names names={objectsOf(document).map(([name]) => [name, name])} at={addressIn} />
    </>
  );
}

/** Schemas that other schemas refer to. Whole answers are shown with their resources. */
function objectsOf({ components: { schemas } }: OpenApiDocument): [string, JsonSchema][] {
  const text = JSON.stringify(schemas);
  return Object.entries(schemas).filter(([name]) => text.includes(`"${schemaReference(name)}"`));
}

function Errors({ document: { components } }: Props): JSX.Element {
  const { Problem } = components.schemas;
  return (
    <>
      <p>
        Every error is a problem document, <code>application/problem+json</code>, whose{" "}
        <code>type</code> names its line here. A browser that opens an address is told the same on a
        page.
      </p>
      <dl class="fields">
        {problemStatuses.map((status) => {
          const { name, description } = problemResponses[status];
          const { content } = components.responses[name] ?? {};
          const [example] = Object.values(content?.["application/problem+json"]?.examples ?? {});
          return (
            <div key={status} id={problemAnchor(status)}>
              <dt>
                <code>{status}</code>
              </dt>
              <dd>
                <Prose text={description} />
                {example ? <ExampleOf {...example} /> : null}
              </dd>
            </div>
          );
        })}
      </dl>
      <details>
        <summary>Fields of a problem</summary>
        <Fields schema={Problem ?? {}} />
      </details>
    </>
  );
}
