/** The script of `/launch` and of the addresses below `/launch/return`. */
import { type ComponentChildren, render } from "preact";
import { site } from "../../page/site.ts";
import { fromRecord } from "./from-record.tsx";
import { LaunchProblem } from "./problem.ts";
import { isReturnAddress } from "./return-address.ts";
import { Choose, Problem, Waiting } from "./screens.tsx";
import { issuerNamed, issuersOfPage, type LaunchIssuer } from "./settings.ts";
import { type Returned, returned, type Session, signInAddress } from "./sign-in.ts";

const issuers = issuersOfPage();
const place = document.getElementById("launch");
place?.replaceChildren();

const given = new URLSearchParams(location.search);
const here = location.origin + location.pathname;
// Before the sign-in, or with its code still in the address: loading the page again loses nothing.
if (!customElements.get("myeloma-compare")) {
  const problem = new LaunchProblem("unloaded");
  const onRetry = () => location.reload();
  show(<Problem problem={problem} issuer={undefined} onRetry={onRetry} site={site} />);
} else if (isReturnAddress(here)) comeBack();
else begin();

function show(content: ComponentChildren): void {
  if (place) render(content, place);
}

/** Does it, and shows what went wrong; what failed for the network can be tried again. */
async function attempt(
  issuer: LaunchIssuer | undefined,
  text: string,
  run: () => Promise<void>,
): Promise<void> {
  show(<Waiting text={text} />);
  try {
    await run();
  } catch (error) {
    const problem = error instanceof LaunchProblem ? error : new LaunchProblem("unreached");
    const onRetry = () => {
      attempt(issuer, text, run);
    };
    show(<Problem problem={problem} issuer={issuer} onRetry={onRetry} site={site} />);
  }
}

/** Nothing is asked of anybody before the server that was named is found in the list. */
function begin(): void {
  const [iss, ...otherIssuers] = given.getAll("iss");
  const [launch = null, ...otherLaunches] = given.getAll("launch");
  if (iss === undefined && launch === null) {
    show(
      <Choose
        issuers={issuers}
        onChoose={(issuer) => signIn(issuer, issuer.issuer, null)}
        site={site}
      />,
    );
    return;
  }
  const isClear = iss !== undefined && otherIssuers.length + otherLaunches.length === 0;
  const issuer = isClear ? issuerNamed(issuers, iss) : undefined;
  if (issuer && iss !== undefined) signIn(issuer, iss, launch);
  else stop(new LaunchProblem(isClear ? "unlisted" : "unclear"));
}

function signIn(issuer: LaunchIssuer, iss: string, launch: string | null): void {
  attempt(issuer, "Connecting to the record …", async () => {
    // Not assigned: going back must not sign in again.
    location.replace(await signInAddress(issuer, iss, launch));
  });
}

function comeBack(): void {
  forgetAddress();
  let back: Returned;
  try {
    back = returned(given, here, issuers);
  } catch (error) {
    stop(error);
    return;
  }
  let session: Session | undefined;
  const read = () => {
    attempt(back.issuer, "Reading the record …", async () => {
      session ??= await back.redeem();
      show(await fromRecord(session, read));
    });
  };
  read();
}

function stop(error: unknown): void {
  attempt(undefined, "", () => Promise.reject(error));
}

/** The code is of no use twice, and no history should hold it. */
function forgetAddress(): void {
  try {
    history.replaceState(null, "", location.pathname);
  } catch {
    // Some frames have no history of their own.
  }
}
