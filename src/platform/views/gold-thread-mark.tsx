/** The mark of the service: one thread that holds three beads together. Decoration beside the name. */
export const GoldThreadMark = () => (
  <svg class="gt-mark" viewBox="0 0 48 32" width="48" height="32" aria-hidden="true" focusable="false">
    <path class="gt-mark__thread" d="M2 22C8 22 8 10 14 10s6 12 12 12 6-12 12-12 5 5 8 5" />
    <circle class="gt-mark__bead" cx="14" cy="10" r="4" />
    <circle class="gt-mark__bead" cx="26" cy="22" r="4" />
    <circle class="gt-mark__bead" cx="38" cy="10" r="4" />
  </svg>
)
