/**
 * The form that creates snippets to copy for the question above. Without a script the form is
 * hidden, and the snippets for the default question can be copied by hand.
 */

import { dataset } from "#core/dataset.ts";
import { canonicalQuery } from "#core/question/query-text.ts";
import { offered } from "#data/generated/sheet-data.ts";
import { themes } from "#presentation/screen/appearance.ts";
import {
  fittingFrame,
  type Installation,
  permalink,
  script,
} from "#presentation/screen/snippets.ts";
import { catalogue } from "#presentation/words/catalogue.ts";

const themeNames = {
  auto: "as the page around",
  light: "light",
  dark: "dark",
  system: "as the reader’s system",
} as const;

const regions = catalogue.sheets.parameters.availability.values ?? {};

/** In pixels. A size outside these limits is probably a mistake. */
const sizes = { width: { min: 240, max: 2000 }, height: { min: 240, max: 4000 } };

interface BuilderProps {
  origin: string;
  /** The scripts that the snippets load: that of the element and that for frames. */
  scripts: Readonly<Record<"element" | "frame", Installation["script"]>>;
}

export function Builder({ origin, scripts }: BuilderProps) {
  const { element, frame } = scripts;
  return (
    <section aria-labelledby="take" class="builder">
      <h2 id="take">Put it on your page</h2>
      <p>
        What is set above is what you copy: region, filters, products and evidence. Say first where
        your readers work: anywhere else products would count that they cannot give. Nothing of a
        patient is ever part of it.
      </p>
      <form
        id="builder"
        hidden
        data-element-href={element.href}
        data-element-integrity={element.integrity}
        data-frame-href={frame.href}
        data-frame-integrity={frame.integrity}
        data-version={dataset.dataVersion}
      >
        <label>
          Products approved in
          <select name="availability">
            {offered.availability.map(({ value }) => (
              <option key={value} value={value}>
                {regions[value] ?? value}
              </option>
            ))}
          </select>
        </label>
        <label>
          Question
          <select name="question">
            {dataset.presets.map(({ id, label, query }) => (
              <option key={id} value={canonicalQuery(query, dataset)}>
                {label}
              </option>
            ))}
            <option value="other" disabled>
              As set above
            </option>
          </select>
        </label>
        <label>
          Outcomes
          <select name="outcome">
            <option value="summary">Summary of benefit and harm</option>
            {[...new Set(dataset.outcomes.map(({ group }) => group))].map((group) => (
              <option key={group} value={group}>
                All of {group}
              </option>
            ))}
            <optgroup label="Only one">
              {dataset.outcomes.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </optgroup>
            <option value="other" disabled>
              As set above
            </option>
          </select>
        </label>
        <label>
          Colours
          <select name="theme">
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {themeNames[theme]}
              </option>
            ))}
          </select>
        </label>
        <Size name="width" label="Width of a frame" placeholder="all of its place" />
        <Size name="height" label="Height of a frame" placeholder="fits its content" />
        <label>
          Element, until its script runs
          <select name="light">
            <option value="link">a link</option>
            <option value="picture">a link and the picture</option>
          </select>
        </label>
        <p class="said" role="alert" />
      </form>
      <Snippet
        id="script"
        title="As an element"
        about="As high as its content. The hash in the tag lets a browser refuse a changed script. The link inside is seen where scripts are refused, and until this one has run."
        text={script({ origin, script: element }, "")}
      />
      <Snippet
        id="frame"
        title="As a frame"
        about="The numbers are in its HTML. The script gives it the height of its content; with a height set above it needs no script, and scrolls. Sites that embed by address (oEmbed) need the link only."
        text={fittingFrame({ origin, script: frame }, "")}
      />
      <Snippet
        id="link"
        title="As a link"
        about="For a message or a slide; opened on a phone it can be put on the home screen. It names the version of the data: after a later release the page says what changed."
        text={permalink(origin, "", dataset.dataVersion)}
      />
      <figure class="code">
        <img
          id="code"
          src="/qr.svg"
          alt="QR code with the address of this comparison"
          width="180"
          height="180"
        />
        <figcaption>
          <strong>For the bedside</strong>
          <span>The same question for a phone’s camera.</span>
          <a id="code-file" href="/qr.svg" download="myeloma-compare-qr.svg">
            Save the code (SVG)
          </a>
        </figcaption>
      </figure>
    </section>
  );
}

interface SizeProps {
  name: "width" | "height";
  label: string;
  placeholder: string;
}

function Size({ name, label, placeholder }: SizeProps) {
  const { min, max } = sizes[name];
  const allowed = `${label}: a whole number of pixels from ${min} to ${max}, or nothing.`;
  return (
    <label>
      <span>
        {label} <small>pixels</small>
      </span>
      <input
        type="number"
        name={name}
        inputMode="numeric"
        min={min}
        max={max}
        step={1}
        placeholder={placeholder}
        data-allowed={allowed}
      />
    </label>
  );
}

interface SnippetProps {
  id: "script" | "frame" | "link";
  title: string;
  about: string;
  text: string;
}

function Snippet({ id, title, about, text }: SnippetProps) {
  return (
    <section class="snippet" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p>{about}</p>
      <pre tabindex={0}>
        <code id={id}>{text}</code>
      </pre>
      <p class="copy" hidden>
        <button
          type="button"
          data-copies={id}
          data-copied="Copied"
          data-refused="Copying is not allowed here: it is selected, copy it by hand."
        >
          Copy <span class="heard">{title.toLowerCase()}</span>
        </button>
        <output />
      </p>
    </section>
  );
}
