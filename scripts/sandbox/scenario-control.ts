import { isJson } from "../lib/is-json.ts";
import { isObject } from "../lib/is-object.ts";
import { readJson } from "../lib/read-json.ts";
import { readYaml } from "../lib/read-yaml.ts";
import { UserError } from "../lib/user-error.ts";
import { Refused } from "./store/refused.ts";
import type { Registered } from "./scenarios/book.ts";
import type { ScenarioRegistry } from "./scenarios/registry.ts";
import type { CustomerEntry, Scenario } from "./scenarios/scenario.ts";
import * as say from "./messages.ts";

/** A request to one of the endpoints, its body as text. */
interface Asked {
  method: string;
  /** Behind /__sandbox/. */
  path: string;
  query: string;
  body: string;
}

/** What an endpoint answers; no content where there is no value. */
interface Answer {
  status: number;
  value?: unknown;
}

/** The methods of the endpoints that change customers and scenarios, by what their paths begin with. */
const endpoint = /^(scenarios|customers)(?:\/([^/]*))?$/;

/** Whether a request is for one of the endpoints here. */
export function isScenarioEndpoint(method: string, path: string): boolean {
  const [, kind, name] = endpoint.exec(path) ?? [];
  if (kind === undefined) return false;
  if (name === undefined) return method === "DELETE" ? kind === "scenarios" : method === "GET" && kind === "customers";
  return name !== "" && (method === "PUT" || method === "DELETE");
}

/** /__sandbox/scenarios/NAME, which tests and the API put and take away, and /__sandbox/customers. */
export function answerScenarioEndpoint(registry: ScenarioRegistry, asked: Asked): Answer {
  const [, kind, encoded] = endpoint.exec(asked.path) ?? [];
  const name = decoded(encoded ?? "");
  if (name === undefined) return problem(400, say.undecodableName);
  try {
    if (kind === "customers") return customers(registry, asked, name);
    if (asked.method === "PUT") {
      const isNew = !registry.all.some(({ source, scenario }) => source === "api" && scenario.name === name);
      const registered = registry.put(dataOf(asked.body, { name }) as unknown as Scenario);
      return { status: isNew ? 201 : 200, value: shownScenario(registered) };
    }
    if (name === "") registry.clear();
    else if (!registry.remove(name)) return problem(404, say.noSuchScenario);
    return { status: 204 };
  } catch (error) {
    if (error instanceof UserError) return problem(400, error.message);
    if (error instanceof Refused) return problem(409, error.message);
    throw error;
  }
}

function customers(registry: ScenarioRegistry, { method, query, body }: Asked, login: string): Answer {
  if (method === "GET") return { status: 200, value: registry.customers.list() };
  if (method === "PUT")
    return {
      status: registry.customers.put(dataOf(body, { login }) as unknown as CustomerEntry) ? 201 : 200,
      value: { login },
    };
  const app = new URLSearchParams(query).get("app") ?? "";
  return registry.customers.remove(app, login) ? { status: 204 } : problem(404, say.noSuchCustomer);
}

/** A scenario as the endpoints show it. */
export function shownScenario({ scenario, source, answered }: Registered): object {
  const { name, app, operation, when } = scenario;
  return {
    name,
    source,
    operation,
    ...(app === undefined ? {} : { app }),
    ...(when === undefined ? {} : { when }),
    answered,
  };
}

/** The object of a JSON or YAML text, with the name that the path gives it. */
function dataOf(text: string, named: Record<string, string>): Record<string, unknown> {
  const read = isJson(text) ? readJson(text) : readYaml(text);
  if ("problem" in read) {
    const { line, reason } = read.problem;
    throw new UserError(say.unreadableBody(line, reason));
  }
  if (!isObject(read.value)) throw new UserError(say.notObject);
  const [[key = "", name] = []] = Object.entries(named);
  const other = read.value[key];
  if (other !== undefined && other !== name) throw new UserError(say.otherName(key));
  return { ...read.value, ...named };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function problem(status: number, text: string): Answer {
  return { status, value: { problems: text.split("\n") } };
}
