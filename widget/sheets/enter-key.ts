/**
 * Returns the properties of a form that the Enter key applies and that is never submitted, because a frame with only
 * `sandbox="allow-scripts"` blocks a submission before the form gets the event.
 */
export function makeEnterKeyProperties(apply: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (!(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      apply();
    },
  };
}
