import { readJson } from "./read-json.ts";
import { problemAt, readText } from "./read-text.ts";
import { readYaml } from "./read-yaml.ts";
import { UserError } from "./user-error.ts";

/**
 * The data of a JSON or YAML file, by the ending of its name.
 *
 * @throws {UserError} that names file and line, never what the file holds
 */
export function readDataFile(path: string): unknown {
  const text = readText(path);
  const read = "problem" in text ? text : path.endsWith(".json") ? readJson(text.value) : readYaml(text.value);
  if ("problem" in read) throw new UserError(problemAt(path, read.problem));
  return read.value;
}
