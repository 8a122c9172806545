/** `/docs`: the OpenAPI document as an HTML page. It has no scripts. */
import type { JsonSchema } from "@valibot/to-json-schema";
import type { JSX } from "preact";
import { render } from "preact-render-to-string";
import { docsStyles } from "#generated/styles.ts";
import { problemAnchor, problemStatuses } from "../../http/problem.ts";
import { htmlDocument } from "../../pages/html/document.ts";
import { SiteFrame } from "../../pages/html/site-frame.tsx";
import { guides } from "../guides/guides.ts";
import { type OpenApiDocument, schemaReference } from "../open-api.ts";
import { problemResponses } from "../problems.ts";
import { isOfQuestion } from "../question-parameters.ts";
import { Fields } from "./fields.tsx";
import { Parameters } from "./parameters.tsx";
import { ExampleOf, Prose } from "./prose.tsx";
import { Resource } from "./resource.tsx";

export function docsPage(document: OpenApiDocument): string {
  return htmlDocument({
    title: `Guides and API of ${document.info.title}`,
    description: document.info.summary,
    script: null,
    styles: docsStyles,
    body: render(
      <SiteFrame current="api">
        <Page document={document} />
      </SiteFrame>,
    ),
  });
}

function Page({ document }: { document: OpenApiDocument }): JSX.Element {
  const { info, tags, components } = document;
  return (
    <main class="docs">
      <header>
        <h1>Guides and API</h1>
        <Guides />
        {info.description.split("\n\n").map((paragraph) => (
          <p key={paragraph}>
            <Prose text={paragraph} />
          </p>
        ))}
        <p>
          For programs: <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1). Everything at
          once: <a href="/v1/dataset">/v1/dataset</a>, <a href="/v1/dataset.csv">/v1/dataset.csv</a>
          .
        </p>
      </header>
      <Contents document={document} />
      <div class="content">
        {tags.map(({ name, description }) => (
          <section key={name} aria-labelledby={idOf(name)}>
            <h2 id={idOf(name)}>{name}</h2>
            <p>{description}</p>
            {operationsOf(name, document).map(([path, { get }]) => (
              <Resource key={path} path={path} operation={get} document={document} />
            ))}
          </section>
        ))}
        <section aria-labelledby="question">
          <h2 id="question">Parameters of a question</h2>
          <p>
            The same words are attributes of the element and parameters of the frame. What is not
            said takes its default; without one, nothing is left out.
          </p>
          <Parameters
            parameters={Object.entries(components.parameters)
              .filter(([name]) => isOfQuestion(name))
              .map(([, one]) => one)}
          />
        </section>
        <Errors document={document} />
        <section aria-labelledby="objects">
          <h2 id="objects">Objects</h2>
          <p>What answers are made of.</p>
          {parts(document).map(([name, schema]) => (
            <section key={name} class="object" aria-labelledby={name}>
              <h3 id={name}>{name}</h3>
              <details>
                <summary>{Object.keys(schema.properties ?? {}).length} fields</summary>
                <Fields schema={schema} />
              </details>
            </section>
          ))}
        </section>
      </div>
    </main>
  );
}

/** Schemas that other schemas refer to. Whole answers are shown with their resources. */
function parts({ components: { schemas } }: OpenApiDocument): [string, JsonSchema][] {
  const text = JSON.stringify(schemas);
  return Object.entries(schemas).filter(([name]) => text.includes(`"${schemaReference(name)}"`));
}

function operationsOf(tag: string, { paths }: OpenApiDocument) {
  return Object.entries(paths).filter(([, { get }]) => get.tags.includes(tag));
}

function idOf(tag: string): string {
  return `tag-${tag.toLowerCase()}`;
}

function Guides(): JSX.Element {
  return (
    <ul class="guides">
      {guides.map(({ id, title, description }) => (
        <li key={id}>
          <a href={`/docs/${id}`}>{title}</a>
          <br />
          {description}
        </li>
      ))}
    </ul>
  );
}

function Contents({ document }: { document: OpenApiDocument }): JSX.Element {
  return (
    <nav aria-label="Contents">
      {document.tags.map(({ name }) => (
        <div key={name}>
          <p>
            <a href={`#${idOf(name)}`}>{name}</a>
          </p>
          <ul>
            {operationsOf(name, document).map(([path, { get }]) => (
              <li key={path}>
                <a href={`#${get.operationId}`}>{path}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div>
        <p>
          <a href="#question">Parameters of a question</a>
        </p>
        <p>
          <a href="#errors">Errors</a>
        </p>
        <p>
          <a href="#objects">Objects</a>
        </p>
      </div>
    </nav>
  );
}

function Errors({ document }: { document: OpenApiDocument }): JSX.Element {
  const { components } = document;
  const { Problem } = components.schemas;
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">Errors</h2>
      <p>
        Every error is a problem document, <code>application/problem+json</code>, whose{" "}
        <code>type</code> is the address of its line here.
      </p>
      <dl class="fields">
        {problemStatuses.map((status) => {
          const { name, description } = problemResponses[status];
          const { content } = components.responses[name] ?? {};
          const [example] = Object.values(content?.["application/problem+json"]?.examples ?? {});
          return (
            <div key={status}>
              <dt id={problemAnchor(status)}>
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
    </section>
  );
}
