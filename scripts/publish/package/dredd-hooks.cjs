// Dredd asks for each answer that openapi.json describes, and the sandbox gives the one that Prefer names. See README.md.

/** @typedef {{ expected: { statusCode: string; headers: Record<string, string> }; request: { headers: Record<string, string> } }} Transaction */
/** @type {{ beforeEach: (hook: (transaction: Transaction) => void) => void }} */
// @ts-expect-error Dredd's own loader gives it.
const hooks = require("hooks");

hooks.beforeEach(({ expected: { statusCode, headers }, request }) => {
  const isPage = headers["Content-Type"]?.startsWith("text/html") === true;
  request.headers["Prefer"] = isPage ? `code=${statusCode}, example=htmlPage` : `code=${statusCode}`;
});
