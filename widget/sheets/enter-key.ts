/**
 * Props for a form whose button is not a submit button: the Enter key in a field applies the input.
 * The form is never submitted, because a frame with only `sandbox="allow-scripts"` blocks a
 * submission before the form gets the event.
 */
export function applying(apply: () => void) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.isComposing) return;
      if (!(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      apply();
    },
  };
}
