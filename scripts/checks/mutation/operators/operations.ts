import { httpMethods } from "../../../bundle/openapi.ts";
import { type SpecFile, walk } from "../../../bundle/spec-files.ts";
import { changeAt, type Data, type Mutant, type Operator, renameKey, setKey } from "../mutant.ts";
import { relativeRef } from "./schemas.ts";

const methodsIn = (file: SpecFile): string[] =>
  file.path.includes("/paths/") ? httpMethods.filter((method) => method in (file.data as object)) : [];
const operations =
  (make: (file: SpecFile, pointer: string, operation: Data, files: string[]) => Mutant[]): Operator =>
  (file, spec) =>
    methodsIn(file).flatMap((method) => make(file, `/${method}`, (file.data as Data)[method], [...spec.files.keys()]));

/** Each operation moved to every other method, and gone; each path of the index altered, and gone. */
const method: Operator = (file) => {
  const taken = methodsIn(file);
  const moved = taken.flatMap((from) =>
    httpMethods.filter((to) => !taken.includes(to)).map((to) => renameKey("method", file, "", from, to)),
  );
  const removed = taken.map((name) => setKey("method", file, "", name));
  const renamed = taken.flatMap((name) => [setKey("method", file, `/${name}`, "operationId", "renamedOperation")]);
  const paths = file.path === "openapi.yaml" ? Object.keys((file.data as Data).paths as object) : [];
  return [
    ...moved,
    ...removed,
    ...renamed,
    ...paths.flatMap((path) => [
      renameKey("method", file, "/paths", path, `${path}X`),
      renameKey("method", file, "/paths", path, path.replace(/\/v\d\//, "/v9/")),
      setKey("method", file, "/paths", path),
    ]),
  ];
};

/** Each status gone, altered, and answered by every other response; a status added. */
const status = operations((file, pointer, operation, files) => {
  const at = `${pointer}/responses`;
  const responses = files.filter((path) => path.includes("/responses/"));
  return [
    ...Object.keys(operation.responses as object).flatMap((code) => [
      setKey("status", file, at, code),
      ...["201", "302", "422", "429", "default"].map((other) => renameKey("status", file, at, code, other)),
      ...responses
        .filter((path) => !operation.responses[code].$ref?.endsWith(path.split("/").at(-1)))
        .map((path) => setKey("status", file, at, code, { $ref: relativeRef(file.path, path) })),
    ]),
    setKey("status", file, at, "302", { description: "다른 주소로 옮겼습니다." }),
    setKey("status", file, at, "204", { description: "본문이 없습니다." }),
  ];
});

/** Each error response's own status altered and gone. */
const errorStatus: Operator = (file) =>
  file.path.includes("/responses/")
    ? [418, 400, 500, undefined]
        .filter((code) => code !== (file.data as Data)["x-error-status"])
        .map((code) => setKey("status", file, "", "x-error-status", code))
    : [];

/** Each media type gone and altered; a media type added beside it. */
const mediaType: Operator = (file) => {
  const found: Mutant[] = [];
  walk(file, (node, pointer, key) => {
    if (key !== "content") return;
    for (const [name, value] of Object.entries(node)) {
      const others = [
        "application/json",
        "application/xml",
        "text/html",
        "text/plain",
        "application/x-www-form-urlencoded",
      ].filter((other) => !(other in node));
      found.push(
        setKey("media-type", file, pointer, name),
        ...others.map((other) => renameKey("media-type", file, pointer, name, other)),
        ...others.map((other) => setKey("media-type", file, pointer, other, value)),
      );
    }
  });
  return found;
};

/** A body that is required made optional, one that is optional made required, and gone. */
const body = operations((file, pointer, operation) => {
  if (operation.requestBody === undefined) return [];
  const at = `${pointer}/requestBody`;
  return operation.requestBody.required === true
    ? [
        setKey("required-dropped", file, at, "required", false),
        setKey("required-dropped", file, at, "required"),
        setKey("required-dropped", file, pointer, "requestBody"),
      ]
    : [setKey("required-added", file, at, "required", true), setKey("media-type", file, pointer, "requestBody")];
});

/** Each alternative of an operation's security gone, each scheme in it gone, each other scheme added; anonymous calls allowed. */
const security = operations((file, pointer, operation) => {
  const at = `${pointer}/security`;
  const alternatives = operation.security as Record<string, string[]>[];
  const schemes = ["appKey", "secretKey", "bearer"];
  return [
    ...alternatives.flatMap((alternative, index) => [
      setKey("security", file, at, index),
      ...Object.keys(alternative).map((name) => setKey("security", file, `${at}/${index}`, name)),
      ...schemes
        .filter((name) => !(name in alternative))
        .map((name) => setKey("security", file, `${at}/${index}`, name, [])),
      setKey("security", file, `${at}/${index}`, Object.keys(alternative)[0] ?? "", ["admin"]),
    ]),
    changeAt("security", file, at, "키 없는 호출을 허용", (node) => node.push({})),
    changeAt("security", file, at, "앱 키만으로 하는 호출을 허용", (node) => node.push({ appKey: [] })),
    setKey("security", file, pointer, "security"),
    setKey("security", file, pointer, "security", []),
  ];
});

/** A header asked for beside the keys; each header that carries a key renamed, moved and turned into another kind of authentication; each scheme gone from the index. */
const header: Operator = (file) => {
  const parameter = (name: string, required: boolean): object => ({
    name,
    in: "header",
    required,
    schema: { type: "string" },
  });
  if (file.path.includes("/paths/")) {
    return [...methodsIn(file).map((name) => `/${name}`), ""].flatMap((at) =>
      [true, false].map((isRequired) => setKey("header", file, at, "parameters", [parameter("hashVAL", isRequired)])),
    );
  }
  const set = (key: string, ...all: unknown[]): Mutant[] => all.map((value) => setKey("header", file, "", key, value));
  if (file.path === "openapi.yaml")
    return Object.keys((file.data as Data).components.securitySchemes as object).map((name) =>
      setKey("header", file, "/components/securitySchemes", name),
    );
  if (!file.path.includes("/security/")) return [];
  const data = file.data as Data;
  if (data.type === "http")
    return [...set("scheme", "basic", "digest", undefined), ...set("type", "apiKey", undefined)];
  return [
    ...set(
      "name",
      `${data.name}X`,
      data.name.toLowerCase(),
      data.name === "appKey" ? "secretKey" : "appKey",
      "Authorization",
      undefined,
    ),
    ...set("in", "query", "cookie", undefined),
    ...set("type", "http", undefined),
  ];
};

/** Each server gone, altered and last; each of its variables altered. */
const server: Operator = (file) => {
  if (file.path !== "openapi.yaml") return [];
  const servers = (file.data as Data).servers as Data[];
  return [
    ...servers.flatMap((one, index) => [
      setKey("server", file, "/servers", index),
      setKey("server", file, `/servers/${index}`, "url", "https://api.example.com"),
      ...Object.entries((one.variables ?? {}) as Data).flatMap(([name, variable]: [string, Data]) => [
        setKey("server", file, `/servers/${index}/variables/${name}`, "default", variable.enum?.[1] ?? "1"),
        setKey("server", file, `/servers/${index}/variables`, name),
        ...(variable.enum === undefined
          ? []
          : [
              setKey("server", file, `/servers/${index}/variables/${name}`, "enum"),
              setKey("server", file, `/servers/${index}/variables/${name}/enum`, 1),
            ]),
      ]),
    ]),
    changeAt("server", file, "/servers", "순서를 바꿈", (node) => node.reverse()),
  ];
};

export const operationOperators: Operator[] = [method, status, errorStatus, mediaType, body, security, header, server];
