import { indentedBy, quoted, type SampleRequest } from "./sample-request.ts";

/** A request by Python's http.client, which follows no redirect: the keys stay with the bank. */
export function pythonSample({ origin, method, path, headers, body, errorCode }: SampleRequest): string {
  const { protocol, host, pathname } = new URL(origin);
  const connection = protocol === "https:" ? "HTTPSConnection" : "HTTPConnection";
  const code = errorCode.map((key) => `['${key}']`).join("");
  return `import http.client
import json

${body === undefined ? "" : `body = ${literal(JSON.parse(body))}\n`}connection = http.client.${connection}(${quoted(host)}, timeout=10)
connection.request(
    "${method}",
    ${quoted(pathname.replace(/\/$/, "") + path)},
${body === undefined ? "" : "    body=json.dumps(body),\n"}    headers=${indentedBy("    ", literal(headers)).trimStart()},
)
response = connection.getresponse()
answer = json.load(response)
if response.status // 100 != 2:
    raise RuntimeError(f"{response.status} {answer${code}}")
print(answer)`;
}

/** Python for plain data. Python shares the escapes of JSON. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return bracketed("[", "]", value.map(literal));
  if (typeof value === "object" && value !== null)
    return bracketed(
      "{",
      "}",
      Object.entries(value).map(([key, one]) => `${quoted(key)}: ${literal(one)}`),
    );
  if (typeof value === "boolean") return value ? "True" : "False";
  return typeof value === "string" ? quoted(value) : value === null ? "None" : String(value);
}

function bracketed(open: string, close: string, items: readonly string[]): string {
  if (items.length === 0) return open + close;
  return `${open}\n${indentedBy("    ", items.map((item) => `${item},`).join("\n"))}\n${close}`;
}
