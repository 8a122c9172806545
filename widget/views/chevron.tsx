/** An arrow down, for buttons that open something. */
export function Chevron() {
  return (
    <svg class="chevron" viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
      <path d="M1 1l4 4 4-4" />
    </svg>
  );
}
