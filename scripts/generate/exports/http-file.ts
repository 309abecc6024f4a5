import type { OpenApi } from "../../bundle/openapi.ts";
import { bodyText, type ExampleCall, exampleCalls, sandboxCredentials, variable } from "./example-calls.ts";

/**
 * The example calls as a .http file, in what VS Code REST Client, IntelliJ's HTTP client and httpyac read alike: variables
 * with `@`, requests behind `###`, comments with `#`.
 *
 * @param url where the requests go to
 * @param mark says how it was made
 */
export function httpFile(api: OpenApi, url: string, mark: string): string {
  const variables = Object.entries({ baseUrl: url, ...sandboxCredentials(api) });
  return [
    `# ${mark}`,
    "# 샌드박스의 주소와 키입니다. 실제 키를 넣은 파일을 저장소에 올리지 마십시오.",
    ...variables.map(([name, value]) => `@${name} = ${value}`),
    "",
    ...exampleCalls(api).flatMap(({ name, calls }) => calls.map((call) => request(name, call))),
  ].join("\n");
}

function request(group: string, { name, request: sent, preferences, status }: ExampleCall): string {
  const { method, path, headers, body } = sent;
  const title = oneLine(`${group}: ${name}`);
  const shown = body === undefined ? undefined : bodyText(body);
  if (!isSendable(path, shown))
    return `# ${title}\n# .http 파일로는 보낼 수 없는 주소나 본문입니다. Postman이나 curl로 보내십시오.\n`;
  return [
    `### ${title}`,
    `# 상태 코드는 ${status}입니다.`,
    ...(preferences.length === 0
      ? []
      : [`# 다른 응답을 받으려면 다음 가운데 하나를 Prefer 헤더로 보내십시오: ${oneLine(preferences.join(", "))}`]),
    `${method} ${variable("baseUrl")}${path}`,
    ...Object.entries(headers).map(([key, value]) => `${key}: ${oneLine(value)}`),
    ...(shown === undefined ? [] : ["", shown]),
    "",
  ].join("\n");
}

/** These tools encode a `%` that stands alone, or refuse it; in a body some lines mean more than their text. */
function isSendable(path: string, body = ""): boolean {
  return !/\s|%(?![0-9A-Fa-f]{2})/.test(path) && !/^\s*(###|<|>|\?\?|```|\{\{)/m.test(body);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, " ");
}
