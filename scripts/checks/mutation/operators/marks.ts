import { roles } from "../../../client/contract.ts";
import { errorStatuses } from "../../../bundle/openapi.ts";
import { walk } from "../../../bundle/spec-files.ts";
import { changeAt, type Data, type Mutant, type Operator, setKey } from "../mutant.ts";

/** Each mark that the tools read altered, gone, and added where it is not. */
const mark: Operator = (file) => {
  const found: Mutant[] = [];
  walk(file, (node: Data, pointer) => {
    const set = (key: string, value?: unknown): Mutant => setKey("mark", file, pointer, key, value);
    const source = node["x-source"];
    const isField = source?.code !== undefined;
    if (isField) {
      found.push(node["x-sensitive"] === true ? set("x-sensitive") : set("x-sensitive", true));
      found.push(...roles.filter((role) => role !== node["x-role"]).map((role) => set("x-role", role)));
      found.push(
        set("x-aliases", node["x-aliases"] === undefined ? ["OTHER_NAME"] : [...node["x-aliases"], "OTHER_NAME"]),
      );
    }
    for (const key of ["x-role", "x-aliases", "x-source", "x-errata"])
      if (node[key] !== undefined) found.push(set(key));
    if (typeof source === "object") {
      const at = `${pointer}/x-source`;
      found.push(
        ...["3.1", "4.1.2", "4.1.3", "9.9"]
          .filter((section) => section !== source.section)
          .map((section) => setKey("mark", file, at, "section", section)),
      );
      if (isField) found.push(setKey("mark", file, at, "code", "OTHER_ROW"));
    }
    for (const [value, scenario] of Object.entries((node["x-scenarios"] ?? {}) as Record<string, string>)) {
      const at = (to: unknown): Mutant => setKey("mark", file, `${pointer}/x-scenarios`, value, to);
      found.push(at(undefined), at(scenario === "example=noAccounts" ? "example=success" : "example=noAccounts"));
    }
    const errata: string[] = Array.isArray(node["x-errata"]) ? node["x-errata"] : [];
    found.push(...errata.map((_, index) => setKey("mark", file, `${pointer}/x-errata`, index)));
    if (errata.length > 0 && !errata.includes("host")) found.push(set("x-errata", [...errata, "host"]));
  });
  return found;
};

/** Each row of the error-code catalogue altered in each of its cells, exchanged with the next, and gone. */
const errorCode: Operator = (file) => {
  if (file.path !== "common/error-codes.yaml") return [];
  const codes = (file.data as Data).codes as Data[];
  return codes.flatMap((row, index) => {
    const at = `/codes/${index}`;
    const set = (key: string, value?: unknown): Mutant => setKey("error-code", file, at, key, value);
    const next = codes[(index + 1) % codes.length];
    const swap = (key: string): Mutant => ({
      ...changeAt("error-code", file, "/codes", `${key}: ${next.code}의 값과 맞바꿈`, (rows) => {
        const other = rows[(index + 1) % codes.length];
        [rows[index][key], other[key]] = [other[key], rows[index][key]];
      }),
      pointer: `${at}/${key}`,
    });
    const status: number[] = row.status;
    const { reproduce } = row;
    return [
      setKey("error-code", file, "/codes", index),
      set("code", `${row.code.slice(0, -1)}${(Number(row.code.at(-1)) + 1) % 10}`),
      set("code", row.code.toLowerCase()),
      set("message", `${row.message}!`),
      set("message", ""),
      set("retryable", !row.retryable),
      set("layer", row.layer === "gateway" ? "api-server" : "gateway"),
      set("statusAssumed", false),
      ...errorStatuses
        .filter((one) => !status.includes(one))
        .flatMap((one) => [set("status", [one]), set("status", [...status, one])]),
      ...(status.length > 1 ? status.map((one) => set("status", [one])) : []),
      set("reproduce"),
      set("reproduce", { headers: { Accept: "*/*" } }),
      ...Object.keys(reproduce).map((key) => setKey("error-code", file, `${at}/reproduce`, key)),
      ...["code", "message", "meaning", "cause", "action", "reproduce"].map(swap),
    ];
  });
};

export const markOperators: Operator[] = [mark, errorCode];
