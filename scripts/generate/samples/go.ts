import { quoted, redirectComment, type SampleRequest } from "./sample-request.ts";

/** A request by Go's net/http. A raw string holds no back quote: JSON escapes it. */
export function goSample({ origin, method, path, headers, json, errorCode }: SampleRequest): string {
  const imports = ["encoding/json", "fmt", "log", "net/http", ...(json === undefined ? [] : ["strings"]), "time"];
  const fields = Object.entries(headers).map(
    ([name, value]) => `\trequest.Header.Set(${quoted(name)}, ${quoted(value)})\n`,
  );
  const code = errorCode.map((key) => `[${quoted(key)}]`).join("");
  return `package main

import (
${imports.map((name) => `\t"${name}"\n`).join("")})

func main() {
${json === undefined ? "" : `\tbody := \`${json.replaceAll("`", "\\u0060")}\`\n`}\trequest, _ := http.NewRequest("${method}", ${quoted(origin + path)}, ${json === undefined ? "nil" : "strings.NewReader(body)"})
${fields.join("")}	client := &http.Client{Timeout: 10 * time.Second}
	${redirectComment}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var answer ${"map[string]".repeat(Math.max(1, errorCode.length))}any
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode/100 != 2 {
		log.Fatal(response.StatusCode, " ", answer${code})
	}
	fmt.Println(answer)
}`;
}
