import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pathToFileURL } from "node:url";
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import prismCore from "@stoplight/prism-core";
import prismHttp from "@stoplight/prism-http";
import prismServer from "@stoplight/prism-http-server";
import { exampleRequest } from "../../bundle/example-request.ts";
import { type OpenApi, operationsOf, withRefsToDefinitions } from "../../bundle/openapi.ts";
import { clientOperations } from "../../generate/client/operations.ts";
import { send } from "../../lib/http.ts";
import { escapeHeaders } from "../ascii-headers.ts";
import type { SpecUnderTest } from "../contract/spec-under-test.ts";
import { startPrism } from "../prism-server.ts";
import { type Target, targetsOf } from "./targets.ts";

/** `valid`, `invalid`, or how the implementation failed. */
type Verdict = string;
/** By implementation. */
export type Verdicts = { generated: Verdict; independent: Verdict; prism: Verdict };

/** Three implementations of the same schemas, which must agree. */
export interface Implementations {
  targets: readonly Target[];
  /** @param timeoutMs how long Prism may keep silent */
  validate: (target: Target, text: string, timeoutMs?: number) => Promise<Verdicts>;
  close: () => Promise<void>;
}

type Validate = (data: unknown) => boolean;

const verdictOf = (isValid: boolean): Verdict => (isValid ? "valid" : "invalid");

/** The value of a JSON text; undefined for invalid JSON, which every schema refuses. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** A validator that fails has a verdict, too. */
function guarded(run: () => boolean): Verdict {
  try {
    return verdictOf(run());
  } catch (error) {
    return `error: ${(error as Error).message.slice(0, 80)}`;
  }
}

/**
 * Opens the three implementations of a bundle. Servers listen on 127.0.0.1 alone.
 *
 * @param validatorsFile the module of validators that was generated from the bundle
 */
export async function openImplementations(spec: SpecUnderTest, validatorsFile: string): Promise<Implementations> {
  const targets = targetsOf(spec);
  const generated = await generatedValidators(spec, targets, validatorsFile);
  const independent = await openIndependent(spec.api, targets);
  const prism = await openPrism(spec.api);
  return {
    targets,
    async validate(target, text, timeoutMs) {
      const data = parsed(text);
      const run = (validators: Map<Target, Validate>): Verdict =>
        guarded(() => data !== undefined && validators.get(target)?.(data.value) === true);
      return {
        generated: run(generated),
        independent: run(independent.validators),
        prism: await prism
          .validate(target, text, timeoutMs)
          .catch((error: unknown) => `error: ${(error as Error).message}`),
      };
    },
    async close() {
      independent.close();
      await prism.close();
    },
  };
}

/** The validators that are generated into the client; where it has none, as for errors, Ajv on the bundle. */
async function generatedValidators(
  { api, validatorAt }: SpecUnderTest,
  targets: readonly Target[],
  validatorsFile: string,
): Promise<Map<Target, Validate>> {
  const module = (await import(pathToFileURL(validatorsFile).href)) as Record<string, Validate>;
  const operations = clientOperations(api);
  return new Map(
    targets.map((target) => {
      const method = target.method.toUpperCase();
      const owner = operations.find(
        (one) => one.path === target.path && (one.method === method || one.fallback === method),
      );
      const name = `${owner?.id}${target.kind === "request" ? "Request" : "Response"}`;
      const own = target.kind === "error" ? undefined : module[name];
      if (target.kind !== "error" && own === undefined) throw new Error(`${validatorsFile} has no ${name}`);
      return [target, own ?? validatorAt(target.schemaPointer)];
    }),
  );
}

/** Hyperjump's JSON Schema 2020-12, which shares no code with Ajv, the engine of the other two. */
async function openIndependent(api: OpenApi, targets: readonly Target[]) {
  const id = "https://woori.invalid/schemas";
  const bodies = Object.fromEntries(targets.map(({ mediaType }, index) => [`body-${index}`, mediaType.schema]));
  const definitions = JSON.parse(
    JSON.stringify(withRefsToDefinitions({ ...api.components.schemas, ...bodies }), (key, value: unknown) =>
      key.startsWith("x-") ? undefined : value,
    ),
  ) as object;
  const document = { $schema: "https://json-schema.org/draft/2020-12/schema", $defs: definitions };
  registerSchema(document as Parameters<typeof registerSchema>[0], id);
  const validators = new Map<Target, Validate>();
  for (const [index, target] of targets.entries()) {
    const compiled = await validate(`${id}#/$defs/body-${index}`);
    validators.set(target, (data) => compiled(data as Parameters<typeof compiled>[0]).valid);
  }
  return { validators, close: () => unregisterSchema(id) };
}

/** Prism over HTTP: as the mock for requests; for answers as the proxy in front of a server that sends them. */
async function openPrism(api: OpenApi) {
  const agent = new Agent({ keepAlive: true });
  const mock = await startPrism(api);
  let answer = { status: 200, text: "" };
  const upstream = createServer((request, response) => {
    request.resume();
    request.on(
      "end",
      () => void response.writeHead(answer.status, { "content-type": "application/json" }).end(answer.text),
    );
  });
  await new Promise<void>((done) => upstream.listen(0, "127.0.0.1", done));
  const proxy = prismServer.createServer(await prismHttp.getHttpOperationsFromSpec(structuredClone(api)), {
    cors: false,
    components: { logger: prismCore.createLogger("proxy", { level: "silent" }) },
    config: {
      isProxy: true,
      upstream: new URL(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`),
      upstreamProxy: undefined,
      checkSecurity: false,
      validateRequest: false,
      validateResponse: true,
      errors: true,
      mock: { dynamic: false },
    },
  });
  const proxyUrl = await proxy.listen(0, "127.0.0.1");
  const stopEscaping = escapeHeaders(Number(new URL(proxyUrl).port));
  const calls = operationsOf(api).map((one) => ({ ...one, request: exampleRequest(api, one) }));
  return {
    async validate({ method, path, status }: Target, text: string, timeoutMs?: number): Promise<Verdict> {
      const call = calls.find((one) => one.path === path && one.method === method);
      if (call === undefined) throw new Error(`no such operation: ${method} ${path}`);
      const { request } = call;
      const limits = {
        method: request.method,
        agent,
        ...(timeoutMs !== undefined && { agent: false as const, timeoutMs }),
      };
      if (status === undefined) {
        const headers = { ...request.headers, "Content-Type": "application/json" };
        const reply = await send(mock.url + request.path, { headers, body: text, ...limits });
        return reply.status === 200 ? "valid" : reply.status === 400 ? "invalid" : `status ${reply.status}`;
      }
      answer = { status, text };
      const { "Content-Type": _, ...headers } = request.headers;
      const reply = await send(proxyUrl + request.path, { headers, ...limits });
      if (reply.contentType === "application/problem+json")
        return reply.text.includes("#VIOLATIONS") ? "invalid" : `problem ${reply.text.slice(0, 120)}`;
      return reply.status === status ? "valid" : `status ${reply.status}`;
    },
    async close(): Promise<void> {
      agent.destroy();
      stopEscaping();
      upstream.closeAllConnections();
      await Promise.all([mock.close(), proxy.close(), new Promise((done) => upstream.close(done))]);
    },
  };
}
