import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import prismCore from "@stoplight/prism-core";
import prismHttp from "@stoplight/prism-http";
import prismServer from "@stoplight/prism-http-server";
import { credentials, type Subject, subjectOf } from "../contract/subject.ts";
import { send } from "../../lib/http.ts";
import type { OpenApi } from "../../bundle/openapi.ts";
import type { Spec } from "../../bundle/spec-files.ts";
import { escapeHeaders } from "../ascii-headers.ts";
import { startPrism } from "../prism-server.ts";
import { type Target, targets } from "./targets.ts";

/** What a judge says of a text: the schema takes it, or refuses it; anything else is the judge's own failure. */
export type Verdict = string;
/** By judge. */
export type Verdicts = { generated: Verdict; independent: Verdict; prism: Verdict };

export interface Judges {
  /** @param patience how long Prism may keep silent, in milliseconds */
  ask: (target: Target, text: string, patience?: number) => Promise<Verdicts>;
  close: () => Promise<void>;
}

const verdictOf = (isValid: boolean): Verdict => (isValid ? "valid" : "invalid");

/** The value of a JSON text; undefined for what is not JSON, which no schema takes. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** A judge that cannot cope has said something, too. */
function guarded(judge: () => boolean): Verdict {
  try {
    return verdictOf(judge());
  } catch (error) {
    return `error: ${(error as Error).message.slice(0, 80)}`;
  }
}

/** Opens the three judges of a bundle. Servers listen on 127.0.0.1 alone. */
export async function openJudges(api: OpenApi, spec: Spec): Promise<Judges> {
  const subject = subjectOf(api, spec);
  const independent = await openIndependent(api);
  const prism = await openPrism(api);
  return {
    async ask(target, text, patience) {
      const data = parsed(text);
      return {
        generated: guarded(() => data !== undefined && generated(subject, target)(data.value)),
        independent: guarded(() => data !== undefined && independent.take(target.schema, data.value)),
        prism: await prism.ask(target, text, patience).catch((error: unknown) => `error: ${(error as Error).message}`),
      };
    },
    async close() {
      independent.close();
      await prism.close();
    },
  };
}

/** The validator that is generated into the client; where it has none, Ajv on the bundle. */
function generated(subject: Subject, { validate: own, schema }: Target): (data: unknown) => boolean {
  return own ?? subject.validatorAt(`/components/schemas/${schema}`);
}

/** Hyperjump's JSON Schema 2020-12, which shares no code with Ajv, the engine of the other two. */
async function openIndependent(api: OpenApi) {
  const id = "https://woori.invalid/schemas";
  const definitions = JSON.parse(
    JSON.stringify(api.components.schemas, (key, value: unknown) =>
      key.startsWith("x-") ? undefined : value,
    ).replaceAll("#/components/schemas/", "#/$defs/"),
  ) as object;
  registerSchema(
    { $schema: "https://json-schema.org/draft/2020-12/schema", $defs: definitions } as Parameters<
      typeof registerSchema
    >[0],
    id,
  );
  const compiled = new Map<string, Awaited<ReturnType<typeof validate>>>();
  for (const { schema } of targets) compiled.set(schema, await validate(`${id}#/$defs/${schema}`));
  return {
    take(schema: string, data: unknown): boolean {
      const taker = compiled.get(schema);
      if (taker === undefined) throw new Error(`no such schema: ${schema}`);
      return taker(data as Parameters<typeof taker>[0]).valid;
    },
    close: () => unregisterSchema(id),
  };
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
  const headers = { ...credentials, "content-type": "application/json" };
  return {
    async ask({ method, path, status }: Target, text: string, patience?: number): Promise<Verdict> {
      const limits = patience === undefined ? { agent } : { agent, patience };
      if (status === undefined) {
        const reply = await send(mock.url + path, { method, headers, body: text, ...limits });
        return reply.status === 200 ? "valid" : reply.status === 400 ? "invalid" : `status ${reply.status}`;
      }
      answer = { status, text };
      const reply = await send(proxyUrl + path, { method, headers: credentials, ...limits });
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
