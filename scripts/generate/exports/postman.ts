import type { OpenApi } from "../../bundle/openapi.ts";
import { bodyText, type ExampleCall, exampleCalls, sandboxCredentials, variable } from "./example-calls.ts";

/**
 * A Postman collection (v2.1.0): requests for each good answer and each error code, with tests of the answers. openapi-to-
 * postmanv2 keeps one of several keys that a request needs together, and Postman's SDK gives each item a random id.
 *
 * @param url where the requests go to until the user changes the variable
 * @param mark says how it was made
 */
export function postmanCollection(api: OpenApi, url: string, mark: string): object {
  return {
    info: {
      name: `${api.info.title} ${api.info.version}`,
      description: `샌드박스에 보내는 요청과, 응답을 확인하는 테스트입니다. baseUrl과 키는 변수이며, 샌드박스의 값이 들어 있습니다. 실제 키는 환경의 현재 값(Current value)에만 입력하십시오.\n\n${mark}`,
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    item: exampleCalls(api).map(({ name, description, calls }) => ({ name, description, item: calls.map(item) })),
    variable: variablesOf(api, url).map(([key, value]) => ({ key, value, type: "string" })),
  };
}

/** The collection's variables as a Postman environment. */
export function postmanEnvironment(api: OpenApi, url: string, mark: string): object {
  return {
    name: `${api.info.title} 샌드박스`,
    values: variablesOf(api, url).map(([key, value]) => ({
      key,
      value,
      type: key === "baseUrl" ? "default" : "secret",
      enabled: true,
    })),
    _postman_variable_scope: "environment",
    _postman_exported_using: mark,
  };
}

function variablesOf(api: OpenApi, url: string): [name: string, value: string][] {
  return [["baseUrl", url], ...Object.entries(sandboxCredentials(api))];
}

function item(call: ExampleCall): object {
  const { name, description, request, preferences } = call;
  const { method, path, headers, body } = request;
  return {
    name,
    request: {
      method,
      url: `${variable("baseUrl")}${path}`,
      ...(description === "" ? {} : { description }),
      header: [
        ...Object.entries(headers).map(([key, value]) => ({ key, value })),
        ...preferences.map((value) => ({ key: "Prefer", value, disabled: true })),
      ],
      ...(body === undefined
        ? {}
        : { body: { mode: "raw", raw: bodyText(body), options: { raw: { language: "json" } } } }),
    },
    // Postman drops the body of a GET unless it is told not to.
    ...(body !== undefined && method === "GET" ? { protocolProfileBehavior: { disableBodyPruning: true } } : {}),
    event: [{ listen: "test", script: { type: "text/javascript", exec: tests(call) } }],
  };
}

function tests({ status, holds, error }: ExampleCall): string[] {
  const js = (value: unknown): string => JSON.stringify(value);
  return [
    `pm.test(${js(`상태 코드는 ${status}입니다`)}, () => pm.response.to.have.status(${status}));`,
    ...(holds.length === 0
      ? []
      : [
          `pm.test("필수 필드가 있습니다", () => {`,
          `  const body = pm.response.json();`,
          ...holds.map((path) => `  pm.expect(body).to.have.nested.property(${js(path.map(escaped).join("."))});`),
          `});`,
        ]),
    ...(error === undefined
      ? []
      : [
          `pm.test(${js(`오류 코드는 ${error.code}입니다`)}, () => {`,
          `  pm.expect(pm.response.json()).to.have.nested.property(${js(error.path.map(escaped).join("."))}, ${js(error.code)});`,
          `});`,
        ]),
  ];
}

/** A key within a path of Chai: its dots and brackets are none of the path's. */
function escaped(key: string): string {
  return key.replaceAll(/[.[\]\\]/g, "\\$&");
}
