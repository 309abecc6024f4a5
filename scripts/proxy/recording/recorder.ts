import { createHash } from "node:crypto";
import { dump } from "js-yaml";
import type { OpenApi } from "../../bundle/openapi.ts";
import { isTooDeep } from "../../lib/data-problem.ts";
import { printError } from "../../lib/print.ts";
import { fileProblem } from "../../lib/system-error.ts";
import { reportDefect } from "../../lib/user-error.ts";
import type { Scenario } from "../../sandbox/scenarios/scenario.ts";
import type { CheckedOperation, OperationTable } from "../../server/checked-operation.ts";
import { RecordingFolder } from "./recording-folder.ts";
import { type RecordedExchange, recordedExchange, type WholeExchange } from "./recorded-exchange.ts";
import * as say from "../messages.ts";

/**
 * Opens a folder to record into.
 *
 * @throws {UserError} where it cannot be written into
 */
export function openRecording(api: OpenApi, table: OperationTable, dir: string): Recorder {
  return new Recorder(api, table, new RecordingFolder(dir));
}

/** What a recorder has done. */
export interface RecordingCounts {
  /** Files that were written. */
  written: number;
  /** Exchanges of which a file was there already. */
  known: number;
  /** Exchanges that could not be read: larger than what is checked, too deep, or packed in an unknown way. */
  unread: number;
  /** Exchanges that could not be written. */
  failed: number;
}

/** The calls that the same conditions hold for. */
interface Group {
  calls: number;
  /** The answer that a replay would give to the next call. */
  answer: string | undefined;
  /** Whether an earlier recording has left calls of it: their order is no more known. */
  isOld: boolean;
  /** Exchanges that were written once more, for a later call. */
  repeated: number;
}

/** How often exchanges of the same conditions are written once more: two that take turns would never end. */
const mostRepeated = 100;

/** Writes each distinct exchange into a folder, in its order, as a scenario that the sandbox replays. */
export class Recorder {
  readonly #api: OpenApi;
  readonly #table: OperationTable;
  readonly #folder: RecordingFolder;
  readonly #known = new Set<string>();
  readonly #groups = new Map<string, Group>();
  readonly #shared = new Map<CheckedOperation, string>();
  readonly counts: RecordingCounts = { written: 0, known: 0, unread: 0, failed: 0 };

  constructor(api: OpenApi, table: OperationTable, folder: RecordingFolder) {
    this.#api = api;
    this.#table = table;
    this.#folder = folder;
    const operations = new Map(table.operations.map((one) => [one.operation.operationId, one]));
    for (const scenario of folder.scenarios()) {
      const operation = operations.get(scenario.operation);
      if (operation !== undefined) this.#learn(operation, scenario);
    }
  }

  /** Records an exchange unless the same one is there. It never throws: what fails is told once, and counted. */
  record(exchange: WholeExchange): void {
    try {
      if (isUnread(exchange)) this.counts.unread += 1;
      else this.#record(exchange);
    } catch (error) {
      if (this.counts.failed === 0) tell(error);
      this.counts.failed += 1;
    }
  }

  #record(exchange: WholeExchange): void {
    const recorded = recordedExchange(this.#api, exchange);
    const group = this.#groupOf(exchange.operation, recorded);
    group.calls += 1;
    const identity = identityOf(recorded);
    const answer = JSON.stringify(recorded.response);
    const isKnown = this.#known.has(identity);
    // One that comes again after another is written once more, or a replay would stay with the other.
    const isRepeated = isKnown && group.answer !== answer && !group.isOld && group.repeated < mostRepeated;
    if (isKnown && !isRepeated) {
      this.counts.known += 1;
      return;
    }
    if (isRepeated) group.repeated += 1;
    const { operation, when, ...rest } = recorded;
    const call = group.answer === undefined || group.answer === answer ? undefined : { from: group.calls };
    const hashed = isRepeated ? `${identity} ${group.calls}` : identity;
    const hash = createHash("sha256").update(hashed).digest("hex").slice(0, 8);
    const name = [operation, recorded.response.status, hash].join("-");
    const conditions = call === undefined ? when : { ...when, call };
    const scenario: Scenario = { name, operation, ...(conditions === undefined ? {} : { when: conditions }), ...rest };
    const isNew = this.#folder.write(`${name}.yaml`, fileOf(scenario));
    this.counts[isNew ? "written" : "known"] += 1;
    this.#known.add(identity);
    group.answer = answer;
  }

  /** Takes over what an earlier recording has left, so that calls are counted on. */
  #learn(operation: CheckedOperation, { name: _, ...scenario }: Scenario): void {
    this.#known.add(identityOf(scenario));
    const group = this.#groupOf(operation, scenario);
    group.isOld = true;
    const { call } = scenario.when ?? {};
    const from = (typeof call === "number" ? call : call?.from) ?? 1;
    if (from <= group.calls) return;
    group.calls = from;
    group.answer = JSON.stringify(scenario.response);
  }

  #groupOf(operation: CheckedOperation, recorded: RecordedExchange): Group {
    let shared = this.#shared.get(operation);
    if (shared === undefined) {
      const family = this.#table.family(operation.operation.operationId);
      shared = family
        .map((one) => one.operation.operationId)
        .sort()
        .join(" ");
      this.#shared.set(operation, shared);
    }
    const key = JSON.stringify([shared, withoutCall(recorded)]);
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { calls: 0, answer: undefined, isOld: false, repeated: 0 };
      this.#groups.set(key, group);
    }
    return group;
  }
}

/** The deepest nesting of a body that is recorded: a file has a few levels around it. */
const deepest = 150;

/** Whether nobody looked into the answer, or a body is too deep for a file. What is no JSON is another matter. */
function isUnread({ notes, question, reply }: WholeExchange): boolean {
  if ([question, reply].some((content) => isTooDeep(content?.body, deepest))) return true;
  return notes.some(({ side, rule }) => side === "response" && ["size", "encoding", "internal"].includes(rule));
}

/** All that makes an exchange another one: not when it was, and which call it was. */
function identityOf(recorded: RecordedExchange): string {
  const { operation, response, recorded: { request, deviations } = {} } = recorded;
  return JSON.stringify([operation, withoutCall(recorded), response, request, deviations]);
}

function withoutCall({ when = {} }: RecordedExchange): object {
  const { call: _, ...conditions } = when;
  return conditions;
}

function fileOf(scenario: Scenario): string {
  return `# ${say.recordedHeader}\n${dump({ scenarios: [scenario] }, { lineWidth: -1, noRefs: true })}`;
}

/** Tells why a recording fails; anything that is not about files is a defect. */
function tell(error: unknown): void {
  const problem = error instanceof Error ? fileProblem(error) : undefined;
  if (problem === undefined) return reportDefect(say.unrecorded, error);
  printError(say.recordingFailed(problem));
}
