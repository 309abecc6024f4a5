import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { namesOf, shownName } from "../bundle/names.ts";
import type { OpenApi } from "../bundle/openapi.ts";
import type { Unsupported } from "../bundle/parameters.ts";
import { root } from "../lib/paths.ts";
import { aliasesOf } from "./aliases.ts";
import { groupBy } from "../lib/group-by.ts";
import { taken as messages } from "./messages.ts";

/** Names of the generated modules themselves, of what they export beside the spec's names, and of the client's other members. */
const ofModules = [
  "client",
  "connection",
  "examples",
  "is",
  "operation",
  "operations",
  "platform",
  "types",
  "validators",
  "wire",
];
const ofTypes = ["$defs", "components", "external", "paths", "webhooks"];
const ofExamples = ["errorExamples", "requestExamples"];
const ofClient = [
  "ClientInput",
  "WooriClient",
  "WooriClientOptions",
  "createWooriClient",
  "createWooriConnection",
  "close",
  "raw",
  "then",
];

/** A declaration that is visible everywhere, or outside its module. */
const globalDeclaration =
  /^(?:declare )?(?:abstract )?(?:interface|type|var|let|const|function|class|namespace) ([\w$]+)/gm;
const exportedDeclaration =
  /^export (?:declare )?(?:abstract |async )?(?:interface|type|var|let|const|function|class) ([\w$]+)/gm;

/** Who has each name already, in Korean. */
function takenBy(): Map<string, string> {
  const libs = dirname(createRequire(import.meta.url).resolve("typescript"));
  const client = join(root, "scripts/client");
  const declared = (folder: string, files: RegExp, declaration: RegExp): string[] =>
    readdirSync(folder)
      .filter((file) => files.test(file))
      .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(declaration)])
      .map(([, name = ""]) => name);
  const all: [string, string[]][] = [
    ["모든 객체가 가진 이름", Object.getOwnPropertyNames(Object.prototype)],
    ["JavaScript의 전역 이름", Object.getOwnPropertyNames(globalThis)],
    ["TypeScript의 전역 이름", declared(libs, /^lib\.(es|decorators).*\.d\.ts$/, globalDeclaration)],
    [
      "클라이언트의 이름",
      [...ofModules, ...ofTypes, ...ofExamples, ...ofClient, ...declared(client, /\.ts$/, exportedDeclaration)],
    ],
  ];
  return new Map(all.flatMap(([who, names]) => names.map((name): [string, string] => [name, who])));
}

let known: Map<string, string> | undefined;

/**
 * The operationIds and schemas of which the generated code would make a name that the language, the client or another
 * part of the spec has already, by place.
 */
export function takenNames(api: OpenApi): Unsupported[] {
  const taken = (known ??= takenBy());
  const aliases = groupBy(aliasesOf(api), ({ operationId }) => operationId ?? "");
  const schemas = new Set(Object.keys(api.components.schemas));
  return namesOf(api).flatMap(({ kind, name, pointer }): Unsupported[] => {
    const refuse = (message: string): Unsupported => ({
      pointer,
      message: messages.other(kind, shownName(name), message),
    });
    const who = taken.get(name);
    if (who !== undefined) return [refuse(messages.by(who))];
    if (kind === "스키마") return [];
    const twins = (aliases.get(name) ?? []).flatMap((alias) => {
      const whose = taken.get(alias.name) ?? (schemas.has(alias.name) ? "스키마의 이름" : undefined);
      return whose === undefined ? [] : [`${shownName(alias.name)}(${whose})`];
    });
    return twins.length === 0 ? [] : [refuse(messages.types(twins))];
  });
}
