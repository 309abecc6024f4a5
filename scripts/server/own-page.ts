/** The header fields of what a server shows of its own: no cache keeps it, no page of another site frames it. */
export const ownPageHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "content-security-policy": "frame-ancestors 'none'",
  // For browsers that do not know frame-ancestors (CSP Level 3, 6.4.2).
  "x-frame-options": "DENY",
};
