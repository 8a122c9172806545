/** @jsxImportSource react */
/** A page of a hospital that is written with React: the question is state of the page. */
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "myeloma-compare": { "prior-lines"?: string | undefined };
    }
  }
}

function Page() {
  const [lines, setLines] = useState<string | undefined>("4-");
  const [shown, setShown] = useState(true);
  const [heard, setHeard] = useState("");
  const listener = {
    "onmyeloma-compare-change": ({ detail }: CustomEvent<{ query: string }>) =>
      setHeard(detail.query),
  };
  return (
    <>
      <button type="button" onClick={() => setLines("6-")}>
        Heavily treated
      </button>
      <button type="button" onClick={() => setLines(undefined)}>
        All of them
      </button>
      <button type="button" onClick={() => setShown(!shown)}>
        Show or hide
      </button>
      <output>{heard}</output>
      {shown && <myeloma-compare prior-lines={lines} {...listener} />}
    </>
  );
}

const place = document.querySelector("#page");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
